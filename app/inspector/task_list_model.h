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
        GlyphRole,   ///< ▶ ⏸ ⏫ ⏹, or nothing before its creation
        StateRole,   ///< `running`, `suspended` …
        ReasonRole,  ///< what it waits for, where: `sleep 2 s · line 7`
        AliveRole,
    };

    explicit TaskListModel(Session& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] trace::TaskId taskOf(int row) const;
    /// -1 for a task that is not in the list.
    [[nodiscard]] int rowOf(trace::TaskId task) const;

private:
    struct Row {
        trace::TaskId task;
        int depth = 0;
    };

    void rebuild();
    void refresh();

    Session& session_;
    std::vector<Row> rows_;
};

}  // namespace coroscope::app
