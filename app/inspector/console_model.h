// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QAbstractListModel>

#include "app/session/printed_lines.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

/// What the program printed and read, a row per line; each row knows its event.
///
/// Pieces of one line written by one task at one instant are one event
/// already; an event of several lines becomes several rows. The text is cut
/// from the trace only when a row is shown.
class ConsoleModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { EventRole = Qt::UserRole + 1, TaskRole, TimeRole, StderrRole, ReadRole };
    explicit ConsoleModel(QObject* parent = nullptr);

    /// `lines` are those of `trace`; none is shown after the event `last`.
    void setRun(std::shared_ptr<const trace::Trace> trace,
                std::shared_ptr<const PrintedLines> lines, trace::EventIndex last);
    void setLast(trace::EventIndex last);
    /// The last row that is printed by now; those after it say that they are not.
    void setCurrentRow(int row) { current_ = row; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] trace::EventIndex eventOf(int row) const;
    /// Where the row's line was read; null for one that was printed.
    [[nodiscard]] const trace::LineRead* readAt(int row) const;
    /// The last row printed by `event` or earlier; -1 when there is none yet.
    [[nodiscard]] int rowAt(trace::EventIndex event) const;

private:
    [[nodiscard]] QString spoken(const QModelIndex& index) const;
    [[nodiscard]] QVariant readData(const trace::LineRead& read, const PrintedLines::Line& line,
                                    int role) const;

    std::shared_ptr<const trace::Trace> trace_;
    std::shared_ptr<const PrintedLines> lines_;  ///< never null
    trace::EventIndex last_;
    int current_ = -1;
};

}  // namespace coroscope::app
