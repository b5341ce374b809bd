// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <QAbstractListModel>

#include "engine/trace/trace.h"

namespace coroscope::app {

/// What the program printed, a row per line; each row knows its event.
///
/// Pieces of one line written by one task at one instant are one event
/// already; an event of several lines becomes several rows. The text is cut
/// from the trace only when a row is shown.
class ConsoleModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { EventRole = Qt::UserRole + 1, TaskRole, TimeRole, StderrRole };
    /// A longer line is cut in the view, with an ellipsis.
    static constexpr std::size_t kLongestLine = 2000;

    /// A tab goes to the next column that is a multiple of this.
    static constexpr std::size_t kTab = 8;

    /// A program may print a gigabyte of empty lines; the rest is only counted.
    static constexpr std::size_t kMostRows = 1'000'000;

    explicit ConsoleModel(QObject* parent = nullptr);

    void setTrace(std::shared_ptr<const trace::Trace> trace);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] trace::EventIndex eventOf(int row) const;
    /// How many columns the longest line takes, tabs included; at most kLongestLine.
    [[nodiscard]] std::size_t columns() const { return columns_; }
    /// The last row printed by `event` or earlier; -1 when there is none yet.
    [[nodiscard]] int rowAt(trace::EventIndex event) const;

private:
    struct Row {
        std::uint32_t event = 0;
        std::uint32_t begin = 0;  ///< bytes in the event's text
        std::uint32_t length = 0;
    };

    std::shared_ptr<const trace::Trace> trace_;
    void addRows(std::uint32_t event);

    std::vector<Row> rows_;
    std::size_t leftOut_ = 0;
    std::size_t columns_ = 0;
};

}  // namespace coroscope::app
