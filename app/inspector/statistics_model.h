// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QAbstractTableModel>

#include "engine/trace/ids.h"

namespace coroscope::app {

class Session;

/// How long each task of the run ran, stood ready and waited: a row a task. It sorts itself, by
/// numbers, which for a hundred thousand tasks takes a twentieth of what a sorting proxy takes.
class StatisticsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Task, Shares, Steps, Running, Ready, Waiting, Turnaround, ColumnCount };
    enum Role {
        TaskRole = Qt::UserRole + 1,
        SharesRole,  ///< QVariantList: created, running, ready, waiting as shares of the run
    };

    explicit StatisticsModel(Session& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    void sort(int column, Qt::SortOrder order) override;
    /// Takes the session's run as it is now; without rows until `show` is true, so that a table
    /// that nobody sees costs nothing.
    void take(bool show);

    /// `The loop was busy 22 % of 9 s, blocked for 2 s · 48 steps · longest ready queue 4`.
    [[nodiscard]] QString summary() const;

private:
    void arrange();

    Session& session_;
    std::vector<std::uint32_t> tasks_;  ///< by row
    int sortedBy_ = Task;
    Qt::SortOrder order_ = Qt::AscendingOrder;
};

}  // namespace coroscope::app
