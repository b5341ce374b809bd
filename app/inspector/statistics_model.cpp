// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/statistics_model.h"

#include <cmath>

#include "app/inspector/spoken.h"
#include "app/session/session.h"

namespace coroscope::app {

using trace::TaskId;

namespace {

QString seconds(double value) { return QString::fromStdString(spokenSeconds(value)); }

}  // namespace

StatisticsModel::StatisticsModel(Session& session, QObject* parent)
    : QAbstractTableModel(parent), session_(session) {
    connect(&session_, &Session::traceChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

int StatisticsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(session_.statistics().tasks.size());
}

int StatisticsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StatisticsModel::data(const QModelIndex& index, int role) const {
    const auto row = static_cast<std::size_t>(index.row());
    const trace::RunStatistics& run = session_.statistics();
    if (!index.isValid() || row >= run.tasks.size()) return {};
    const trace::TaskStatistics& task = run.tasks[row];
    const TaskId id = TaskId::fromIndex(row);
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
    double value = 0;
    switch (index.column()) {
        case Task:
            if (role == SortRole) return id.value;
            if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
                return QString::fromStdString(spokenTask(*session_.trace(), id));
            }
            return {};
        case Shares: return role == SortRole ? QVariant(task.created) : QVariant();
        case Steps:
            if (role == Qt::DisplayRole || role == SortRole) {
                return static_cast<qulonglong>(task.steps);
            }
            return {};
        case Running: value = task.running; break;
        case Ready: value = task.ready; break;
        case Waiting: value = task.waiting; break;
        case Turnaround: value = task.turnaround(); break;
        default: return {};
    }
    if (role == SortRole) return value;
    // Seconds without their unit, which the line above the table has.
    if (role == Qt::DisplayRole) return seconds(value).section(QLatin1Char(' '), 0, 0);
    return role == Qt::ToolTipRole ? QVariant(QString::fromStdString(exactSeconds(value)))
                                   : QVariant();
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignVCenter |
                                (section <= Shares ? Qt::AlignLeft : Qt::AlignRight));
    }
    const bool tip = role == Qt::ToolTipRole;
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
    text += tr(" · %1 steps · longest ready queue %2").arg(run.steps).arg(run.longestReadyQueue);
    return text;
}

}  // namespace coroscope::app
