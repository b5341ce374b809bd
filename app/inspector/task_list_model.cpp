// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/task_list_model.h"

#include <algorithm>
#include <utility>

#include "app/inspector/spoken.h"
#include "app/session/named_words.h"
#include "app/session/place_text.h"
#include "app/session/session.h"
#include "app/session/wait_graph.h"
#include "engine/trace/describe.h"
#include "engine/trace/lane_name.h"
#include "engine/trace/runner_task.h"

namespace coroscope::app {

using trace::TaskId;
using trace::TaskStatus;

namespace {

QString glyph(TaskStatus status) {
    switch (status) {
        case TaskStatus::Created:
        case TaskStatus::Ready: return QStringLiteral("▲");
        case TaskStatus::Running: return QStringLiteral("▶");
        case TaskStatus::Suspended: return QStringLiteral("‖");
        default: return QStringLiteral("■");
    }
}

}  // namespace

TaskListModel::TaskListModel(Session& session, QObject* parent)
    : QAbstractListModel(parent), session_(session) {
    connect(&session_, &Session::stateChanged, this, &TaskListModel::refresh);
}

void TaskListModel::take(bool show) {
    beginResetModel();
    rows_.clear();
    ringKnown_ = false;
    if (show) rebuild();
    endResetModel();
}

void TaskListModel::rebuild() {
    const trace::Trace& trace = *session_.trace();
    std::vector<std::vector<TaskId>> children(trace.taskCount());
    std::vector<TaskId> roots;
    for (std::size_t i = 0; i < trace.taskCount(); ++i) {
        const TaskId task = TaskId::fromIndex(i);
        const TaskId creator = trace.task(task).creator;
        if (trace::isOfTheRunner(trace, task)) continue;
        if (trace.task(task).createdAt > session_.lastInSight()) continue;
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
}

void TaskListModel::refresh() {
    ringKnown_ = false;
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
        case Qt::DisplayRole: return QString::fromStdString(spokenTask(trace, task));
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
        case ReasonRole: return born ? reasonOf(task) : QString();
        case SinceRole: return born ? sinceOf(task) : QString();
        case AgeRole: return born ? ageOf(task) : QString();
        case WaitedRole: return born ? waitedOf(task) : QString();
        case Qt::ToolTipRole: return sentenceOf(index);
        case Qt::AccessibleTextRole:
            return sentenceOf(index).replace(QStringLiteral(" · "), QStringLiteral(", "));
        case StuckRole: return born && isStuck(task);
        default: return {};
    }
}

QString TaskListModel::sinceOf(TaskId task) const {
    const trace::LoopState& state = session_.state();
    const trace::TaskState& now = state.tasks[task.index()];
    if (isDone(now.status) || !now.since.valid()) return {};
    const double seconds = state.time - (*session_.trace())[now.since].time;
    return seconds > 0 ? QString::fromStdString(spokenSeconds(seconds)) : QString();
}

QString TaskListModel::ageOf(TaskId task) const {
    const trace::Trace& trace = *session_.trace();
    const trace::LoopState& state = session_.state();
    const trace::TaskState& now = state.tasks[task.index()];
    const bool done = isDone(now.status) && now.since.valid();
    const double created = trace[trace.task(task).createdAt].time;
    const double seconds = (done ? trace[now.since].time : state.time) - created;
    const QString text = QString::fromStdString(spokenSeconds(seconds));
    return done ? tr("lived %1").arg(text) : tr("%1 old").arg(text);
}

QString TaskListModel::waitedOf(TaskId task) const {
    const double seconds = session_.state().timesOf(task).waiting;
    return seconds > 0 ? tr("waited %1").arg(QString::fromStdString(spokenSeconds(seconds)))
                       : QString();
}

/// How it has spent its time up to the playhead.
QString TaskListModel::timesOf(TaskId task) const {
    const trace::TaskTimes times = session_.state().timesOf(task);
    const auto say = [](double seconds) { return QString::fromStdString(spokenSeconds(seconds)); };
    return tr("so far it ran %1, stood ready %2 and waited %3")
        .arg(say(times.running), say(times.ready), say(times.waiting));
}

/// All that the row has, for those who have no room for it or do not see it.
QString TaskListModel::sentenceOf(const QModelIndex& index) const {
    QStringList said;
    QString state = index.data(StateRole).toString();
    if (const QString since = index.data(SinceRole).toString(); !since.isEmpty()) {
        state += tr(" for %1").arg(since);
    }
    said << index.data(Qt::DisplayRole).toString() << state;
    for (const Role role : {ReasonRole, AgeRole}) {
        if (const QString text = index.data(role).toString(); !text.isEmpty()) said << text;
    }
    const TaskId task = taskOf(index.row());
    if (task.index() < session_.state().tasks.size()) said << timesOf(task);
    return said.join(QStringLiteral(" · "));
}

QString TaskListModel::reasonOf(TaskId task) const {
    const trace::Trace& trace = *session_.trace();
    const trace::LoopState& state = session_.state();
    const trace::TaskState& now = state.tasks[task.index()];
    QString reason;
    if (now.status == TaskStatus::Suspended && now.suspendedAt.valid()) {
        const trace::Event& suspension = trace[now.suspendedAt];
        reason = QString::fromStdString(namedWait(trace, suspension, *session_.source()));
        QStringList names;
        const std::vector<TaskId> awaited = waitsFor(trace, state, task);
        constexpr std::size_t kMostNames = 4;
        for (std::size_t i = 0; i < std::min(awaited.size(), kMostNames); ++i) {
            names << QString::fromStdString(trace::shownTask(trace, awaited[i]));
        }
        if (awaited.size() > kMostNames) names << QStringLiteral("…");
        if (suspension.wait == trace::WaitKind::Task) reason.clear();
        if (!names.isEmpty()) {
            if (!reason.isEmpty()) reason += QLatin1Char(' ');
            reason += QStringLiteral("→ ") + names.join(QStringLiteral(", "));
        }
    } else if (now.status == TaskStatus::Raised && now.since.valid()) {
        const auto type = trace.text(trace[now.since].text());
        reason = QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()));
    }
    if (now.cancelRequested) reason += tr(" · cancel requested");
    if (const QString place = placeOf(task); !isDone(now.status) && !place.isEmpty()) {
        reason += (reason.isEmpty() ? QString() : QStringLiteral(" · ")) + place;
    }
    return reason;
}

/// `line 7`, or `line 5 of deep.py` in a file that is imported.
QString TaskListModel::placeOf(TaskId task) const {
    const trace::EventIndex at = session_.state().tasks[task.index()].placedAt;
    return at.valid() ? QString::fromStdString(placeText(*session_.trace(), at)) : QString();
}

void TaskListModel::findRing() const {
    if (ringKnown_) return;
    // Beyond this the search would be felt while playing.
    constexpr std::size_t kMostTasks = 2'000;
    const trace::LoopState& state = session_.state();
    ring_ = state.tasks.size() > kMostTasks ? std::vector<TaskId>()
                                            : waitCycle(*session_.trace(), state);
    ringKnown_ = true;
}

bool TaskListModel::isStuck(TaskId task) const {
    const trace::LoopState& state = session_.state();
    const TaskStatus status = state.tasks[task.index()].status;
    if (status != TaskStatus::Suspended) return false;
    // A run that has ended in a deadlock wakes nobody any more.
    if (state.finished && state.at.valid()) {
        const trace::Event& last = (*session_.trace())[state.at];
        if (last.kind == trace::EventKind::Finished) {
            return last.finish() == trace::Finish::Deadlock;
        }
    }
    findRing();
    return std::find(ring_.begin(), ring_.end(), task) != ring_.end();
}

QString TaskListModel::ring() {
    findRing();
    if (ring_.empty()) return {};
    QStringList names;
    for (const TaskId task : ring_) {
        names << QString::fromStdString(trace::shownTask(*session_.trace(), task));
    }
    if (names.size() == 1) return tr("%1 waits for itself").arg(names.front());
    names << names.front();
    return tr("Each waits for the next: %1").arg(names.join(QStringLiteral(" → ")));
}

}  // namespace coroscope::app
