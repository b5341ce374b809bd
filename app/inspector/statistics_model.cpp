// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/statistics_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "app/inspector/spoken.h"
#include "app/session/session.h"
#include "app/style/counted.h"

namespace coroscope::app {

using trace::TaskId;

namespace {

QString seconds(double value) { return QString::fromStdString(spokenSeconds(value)); }

double valueOf(const trace::TaskStatistics& task, int column) {
    switch (column) {
        case StatisticsModel::Shares: return task.created;
        case StatisticsModel::Steps: return static_cast<double>(task.steps);
        case StatisticsModel::Running: return task.running;
        case StatisticsModel::Ready: return task.ready;
        case StatisticsModel::Waiting: return task.waiting;
        default: return task.turnaround();
    }
}

/// The bar in words: `ran 5 %, ready 10 %, waited 40 % of the run`.
QString sharesText(const trace::TaskStatistics& task, const trace::RunStatistics& run) {
    const double whole = run.duration > 0 ? run.duration : 1;
    const auto percent = [whole](double part) { return std::lround(part / whole * 100); };
    return StatisticsModel::tr("ran %1 %, ready %2 %, waited %3 % of the run")
        .arg(percent(task.running))
        .arg(percent(task.ready))
        .arg(percent(task.waiting));
}

}  // namespace

StatisticsModel::StatisticsModel(Session& session, QObject* parent)
    : QAbstractTableModel(parent), session_(session) {}

void StatisticsModel::take(bool show) {
    if (!show && tasks_.empty()) return;
    beginResetModel();
    tasks_.resize(show ? session_.statistics().tasks.size() : 0);
    arrange();
    endResetModel();
}

void StatisticsModel::sort(int column, Qt::SortOrder order) {
    sortedBy_ = column;
    order_ = order;
    Q_EMIT layoutAboutToBeChanged();
    arrange();
    Q_EMIT layoutChanged();
}

/// Equal ones stay in the order of their creation.
void StatisticsModel::arrange() {
    std::iota(tasks_.begin(), tasks_.end(), 0U);
    const bool falling = order_ == Qt::DescendingOrder;
    if (sortedBy_ == Task) {
        if (falling) std::ranges::reverse(tasks_);
        return;
    }
    const auto& numbers = session_.statistics().tasks;
    std::vector<std::pair<double, std::uint32_t>> keys;
    keys.reserve(tasks_.size());
    for (const std::uint32_t task : tasks_) {
        const double value = valueOf(numbers[task], sortedBy_);
        keys.emplace_back(falling ? -value : value, task);
    }
    std::ranges::sort(keys);
    std::ranges::transform(keys, tasks_.begin(), [](const auto& key) { return key.second; });
}

int StatisticsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(tasks_.size());
}

int StatisticsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StatisticsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const TaskId id(tasks_[static_cast<std::size_t>(index.row())]);
    const trace::RunStatistics& run = session_.statistics();
    // The playhead announces another run before the rows are made anew.
    if (id.index() >= run.tasks.size()) return {};
    const trace::TaskStatistics& task = run.tasks[id.index()];
    if (role == TaskRole) return id.value;
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignVCenter |
                                (index.column() <= Shares ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role == SharesRole) {
        const double whole = run.duration > 0 ? run.duration : 1;
        return QVariantList{task.created / whole, task.running / whole, task.ready / whole,
                            task.waiting / whole};
    }
    switch (index.column()) {
        case Task:
            if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
                return QString::fromStdString(spokenTask(*session_.trace(), id));
            }
            return {};
        case Shares: return role == Qt::AccessibleTextRole ? sharesText(task, run) : QVariant();
        case Steps: return role == Qt::DisplayRole ? QVariant(countText(task.steps)) : QVariant();
        default: break;
    }
    const double value = valueOf(task, index.column());
    // Seconds without their unit, which the line above the table has.
    if (role == Qt::DisplayRole) return seconds(value).section(QLatin1Char(' '), 0, 0);
    return role == Qt::ToolTipRole ? QVariant(QString::fromStdString(exactSeconds(value)))
                                   : QVariant();
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        const bool spoken = role == Qt::AccessibleTextRole;
        return spoken ? data(index(section, Task), Qt::DisplayRole) : QVariant();
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignVCenter |
                                (section <= Shares ? Qt::AlignLeft : Qt::AlignRight));
    }
    const bool tip =
        role == Qt::ToolTipRole || (section == Shares && role == Qt::AccessibleTextRole);
    if (role != Qt::DisplayRole && !tip) return {};
    switch (section) {
        case Task: return tr("task");
        case Shares: return tip ? tr("over the whole run") : QString();
        case Steps: return tip ? tr("how often the loop ran it") : tr("steps");
        case Running: return tip ? tr("its code was running") : tr("ran");
        case Ready: return tip ? tr("it could run, but it was not its turn") : tr("ready");
        case Waiting: return tip ? tr("suspended at an await") : tr("waited");
        case Turnaround: return tip ? tr("from its creation to its end") : tr("total");
        default: return {};
    }
}

QString StatisticsModel::summary() const {
    const trace::RunStatistics& run = session_.statistics();
    if (session_.trace()->empty()) return {};
    const double percent = run.utilisation() * 100;
    QString text = tr("The loop was busy for %1 % of %2")
                       .arg(percent > 0 && percent < 1 ? QStringLiteral("<1")
                                                       : QString::number(std::lround(percent)))
                       .arg(seconds(run.duration));
    if (run.blocked > 0) text += tr(", blocked for %1").arg(seconds(run.blocked));
    text += tr(" · %1 steps · longest ready queue %2")
                .arg(countText(run.steps), countText(run.longestReadyQueue));
    return text;
}

}  // namespace coroscope::app
