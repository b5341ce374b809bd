// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/task_list_model.h"

#include <algorithm>
#include <utility>

#include "app/session/session.h"
#include "engine/trace/describe.h"

namespace coroscope::app {

using trace::TaskId;
using trace::TaskStatus;

namespace {

QString glyph(TaskStatus status) {
    switch (status) {
        case TaskStatus::Created:
        case TaskStatus::Ready: return QStringLiteral("⏫");
        case TaskStatus::Running: return QStringLiteral("▶");
        case TaskStatus::Suspended: return QStringLiteral("⏸");
        default: return QStringLiteral("⏹");
    }
}

}  // namespace

TaskListModel::TaskListModel(Session& session, QObject* parent)
    : QAbstractListModel(parent), session_(session) {
    connect(&session_, &Session::traceChanged, this, &TaskListModel::rebuild);
    connect(&session_, &Session::stateChanged, this, &TaskListModel::refresh);
    rebuild();
}

void TaskListModel::rebuild() {
    beginResetModel();
    rows_.clear();
    const trace::Trace& trace = *session_.trace();
    std::vector<std::vector<TaskId>> children(trace.taskCount());
    std::vector<TaskId> roots;
    for (std::size_t i = 0; i < trace.taskCount(); ++i) {
        const TaskId task = TaskId::fromIndex(i);
        const TaskId creator = trace.task(task).creator;
        (creator.valid() ? children[creator.index()] : roots).push_back(task);
    }
    std::vector<Row> open;
    for (auto root = roots.rbegin(); root != roots.rend(); ++root) open.push_back({*root, 0});
    while (!open.empty()) {
        const Row row = open.back();
        open.pop_back();
        rows_.push_back(row);
        const auto& below = children[row.task.index()];
        for (auto child = below.rbegin(); child != below.rend(); ++child) {
            open.push_back({*child, row.depth + 1});
        }
    }
    endResetModel();
}

void TaskListModel::refresh() {
    if (!rows_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int TaskListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

TaskId TaskListModel::taskOf(int row) const {
    return row >= 0 && row < rowCount() ? rows_[static_cast<std::size_t>(row)].task : TaskId();
}

int TaskListModel::rowOf(TaskId task) const {
    const auto found = std::find_if(rows_.begin(), rows_.end(),
                                    [task](const Row& row) { return row.task == task; });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

QVariant TaskListModel::data(const QModelIndex& index, int role) const {
    const TaskId task = taskOf(index.row());
    if (!task.valid()) return {};
    const trace::Trace& trace = *session_.trace();
    // The playhead announces another trace before the rows are made anew.
    if (task.index() >= trace.taskCount()) return {};
    const trace::LoopState& state = session_.state();
    const bool born = task.index() < state.tasks.size();
    const TaskStatus status = born ? state.tasks[task.index()].status : TaskStatus::Created;
    switch (role) {
        case Qt::DisplayRole: return QString::fromStdString(trace.taskName(task));
        case TaskRole: return task.value;
        case DepthRole: return rows_[static_cast<std::size_t>(index.row())].depth;
        case AliveRole: return born && !isDone(status);
        case GlyphRole: return born ? glyph(status) : QString();
        case StateRole: {
            if (!born) return tr("not created yet");
            switch (status) {
                case TaskStatus::Created: return tr("ready, not begun");
                case TaskStatus::Ready: return tr("ready");
                case TaskStatus::Running: return tr("running");
                case TaskStatus::Suspended: return tr("suspended");
                case TaskStatus::Returned: return tr("returned");
                case TaskStatus::Raised: return tr("raised");
                case TaskStatus::Cancelled: return tr("cancelled");
            }
            return {};
        }
        case ReasonRole: {
            if (!born) return QString();
            const trace::TaskState& now = state.tasks[task.index()];
            QString reason;
            if (status == TaskStatus::Suspended && now.suspendedAt.valid()) {
                reason = QString::fromStdString(waitReason(trace, trace[now.suspendedAt]));
            } else if (status == TaskStatus::Raised && now.since.valid()) {
                const auto type = trace.text(trace[now.since].text());
                reason = QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()));
            }
            if (now.cancelRequested) reason += tr(" · cancel requested");
            const auto line = now.placedAt.valid() ? trace[now.placedAt].line : 0;
            if (!isDone(status) && line > 0) {
                reason += (reason.isEmpty() ? QString() : QStringLiteral(" · ")) +
                          tr("line %1").arg(line);
            }
            return reason;
        }
        default: return {};
    }
}

}  // namespace coroscope::app
