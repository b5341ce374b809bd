// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QAbstractListModel>

#include "engine/trace/ids.h"

namespace coroscope::app {

class Session;

/// Every task of the run and what it is doing at the playhead, children under
/// the task that created them.
class TaskListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TaskRole = Qt::UserRole + 1,
        DepthRole,
        GlyphRole,   ///< ▶ ‖ ▲ ■, or nothing before its creation
        StateRole,   ///< `running`, `suspended` …
        SinceRole,   ///< for how long it has been so: `1.5 s`; empty: since just now, or it is done
        AgeRole,     ///< since its creation: `3 s old`, of one that is done `lived 3 s`
        WaitedRole,  ///< how long it has waited by now: `waited 2 s`; empty: not at all
        ReasonRole,  ///< what it waits for, where: `sleep 2 s · line 7`
        AliveRole,
        StuckRole,  ///< in a ring of tasks that wait for each other, or left waiting for ever
    };

    explicit TaskListModel(Session& session, QObject* parent = nullptr);

    /// Makes the rows of the session's run; without any until `show` is true, so that a list that
    /// nobody sees costs nothing.
    void take(bool show);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] trace::TaskId taskOf(int row) const;
    /// -1 for a task that is not in the list.
    [[nodiscard]] int rowOf(trace::TaskId task) const;
    /// `Each waits for the next: left → right → left`, `main waits for itself`; empty without a ring.
    [[nodiscard]] QString ring();

private:
    struct Row {
        trace::TaskId task;
        int depth = 0;
    };

    void rebuild();
    void refresh();
    [[nodiscard]] QString sinceOf(trace::TaskId task) const;
    [[nodiscard]] QString ageOf(trace::TaskId task) const;
    [[nodiscard]] QString waitedOf(trace::TaskId task) const;
    [[nodiscard]] QString timesOf(trace::TaskId task) const;
    [[nodiscard]] QString sentenceOf(const QModelIndex& index) const;
    [[nodiscard]] QString reasonOf(trace::TaskId task) const;
    [[nodiscard]] QString placeOf(trace::TaskId task) const;
    [[nodiscard]] bool isStuck(trace::TaskId task) const;
    void findRing() const;

    Session& session_;
    std::vector<Row> rows_;
    /// Made when it is asked for, good for the playhead's event.
    mutable std::vector<trace::TaskId> ring_;
    mutable bool ringKnown_ = false;
};

}  // namespace coroscope::app
