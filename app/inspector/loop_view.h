// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "app/inspector/loop_cards.h"

namespace coroscope::app {

class Session;

/// The Loop panel: who runs, who is next, which timers are set, the clock. A click on a card
/// selects its task.
class LoopView final : public QWidget {
    Q_OBJECT

public:
    explicit LoopView(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] const LoopCards& cards() const { return cards_; }
    /// Where the card of this task in the ready queue, among the timers or
    /// running was drawn last; empty when it is not in view.
    [[nodiscard]] QRect rectOf(trace::TaskId task) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Shape { Running, Ready, Timer };

    struct Spot {
        QRect rect;
        trace::TaskId task;
        QString tip;
    };

    void refresh();
    /// Draws the cards side by side from `x` on; what does not fit is counted.
    /// Gives the x after them.
    int drawRow(QPainter& painter, int x, int y, const std::vector<LoopCard>& cards,
                std::size_t count, Shape shape);
    void drawCard(QPainter& painter, const QRect& rect, const LoopCard& card, Shape shape);
    [[nodiscard]] int cardWidth(const LoopCard& card, Shape shape) const;
    [[nodiscard]] int cardHeight() const;
    [[nodiscard]] int labelWidth() const;
    [[nodiscard]] const Spot* spotAt(const QPoint& position) const;

    Session& session_;
    LoopCards cards_;
    std::vector<Spot> spots_;
};

}  // namespace coroscope::app
