// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "engine/trace/ids.h"

namespace coroscope::app {

class Session;

/// How long each task of the run ran, stood ready and waited: a row a task.
class StatisticsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Task, Shares, Steps, Running, Ready, Waiting, Turnaround, ColumnCount };
    enum Role {
        TaskRole = Qt::UserRole + 1,
        SortRole,    ///< a number, or the task's place in the order of creation
        SharesRole,  ///< QVariantList: created, running, ready, waiting as shares of the run
    };

    explicit StatisticsModel(Session& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// `The loop was busy 22 % of 9 s, blocked for 2 s · 48 steps · longest ready queue 4`.
    [[nodiscard]] QString summary() const;

private:
    Session& session_;
};

}  // namespace coroscope::app
