// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractScrollArea>

#include "app/inspector/sync_state.h"
#include "app/session/own_turn.h"
#include "app/style/told.h"

namespace coroscope::app {

class Session;

/// The Sync panel: a row for each lock, semaphore, queue and event: who has it, how full it is, and
/// who stands in line. A click on a card selects the task.
class SyncView final : public QAbstractScrollArea, public Told {
    Q_OBJECT

public:
    explicit SyncView(Session& session, QWidget* parent = nullptr);

    /// At most kMostObjects.
    [[nodiscard]] const std::vector<SyncObject>& objects() const { return shown_.objects; }
    /// How many more there are.
    [[nodiscard]] std::size_t leftOut() const { return shown_.leftOut; }
    static constexpr std::size_t kMostObjects = 500;
    /// Where the card of a task was drawn; empty when there is none.
    [[nodiscard]] QRect rectOf(trace::TaskId task) const;
    [[nodiscard]] QString told() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Cards : std::uint8_t { Holders, Woken, Waiters };
    struct Spot {
        QRect rect;
        trace::TaskId task;
    };

    void refresh();
    void read();
    void fitBar();
    [[nodiscard]] int rowHeight() const;
    int drawCards(QPainter& painter, int x, int y, const std::vector<trace::TaskId>& tasks,
                  Cards cards);

    Session& session_;
    [[nodiscard]] int labelWidth() const;

    SyncState shown_;
    OwnTurn turn_{[this] { read(); }};
    std::vector<Spot> spots_;
};

}  // namespace coroscope::app
