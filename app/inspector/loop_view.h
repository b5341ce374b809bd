// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include <QWidget>

#include "app/inspector/loop_cards.h"
#include "app/style/told.h"

class QScrollBar;

namespace coroscope::app {

class Session;

/// The Loop panel: who runs, who is next, which timers are set, the clock. A click on a card
/// selects its task. Rows that are too long go on in the next line; what is too much for the panel
/// is scrolled to.
class LoopView final : public QWidget, public Told {
    Q_OBJECT

public:
    explicit LoopView(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] const LoopCards& cards() const { return cards_; }
    /// Where the card of this task in the ready queue, among the timers or
    /// running stands; empty when it has none.
    [[nodiscard]] QRect rectOf(trace::TaskId task) const;

    [[nodiscard]] QString told() const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Shape { Running, Ready, Timer };

    struct Spot {
        QRect rect;
        trace::TaskId task;
        QString tip;
    };

    static constexpr std::size_t kRows = 4;

    /// A card, and where it stands when nothing is scrolled.
    struct Placed {
        QRect rect;
        const LoopCard* card = nullptr;
        Shape shape{};
    };
    /// Where everything stands.
    struct Plan {
        std::vector<Placed> cards;
        std::array<int, kRows> tops{};     ///< of the rows
        std::array<QPoint, kRows> ends{};  ///< behind the last card of each row
        int height = 0;
    };

    void refresh();
    /// Places everything anew, for the room that there is.
    void arrange();
    [[nodiscard]] Plan planFor(int width, int step) const;
    void drawNotes(QPainter& painter) const;
    void drawNote(QPainter& painter, const QPoint& from, const QString& text,
                  const QColor& color) const;
    void drawCard(QPainter& painter, const QRect& rect, const LoopCard& card, Shape shape) const;
    [[nodiscard]] int cardWidth(const LoopCard& card, Shape shape) const;
    void fitType();
    [[nodiscard]] QFont type() const;
    [[nodiscard]] QFontMetrics metrics() const;
    [[nodiscard]] int cardHeight() const;
    [[nodiscard]] int labelWidth() const;
    [[nodiscard]] const Placed* cardAt(const QPoint& position) const;

    Session& session_;
    double size_ = 1;  ///< of the type, to the panel's
    LoopCards cards_;
    Plan plan_;  ///< of `cards_`
    QScrollBar* scroll_;
};

}  // namespace coroscope::app
