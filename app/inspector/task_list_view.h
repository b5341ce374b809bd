// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>

#include "app/inspector/row_list_view.h"

class QLabel;

namespace coroscope::app {

class Session;
class TaskListModel;

/// Every task and what it is doing. A click selects the task everywhere.
class TaskListView final : public RowListView {
    Q_OBJECT

public:
    explicit TaskListView(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] TaskListModel& tasks() { return *model_; }
    [[nodiscard]] const Session& session() const { return session_; }
    /// Where a row's dot is, by how deep its task stands.
    [[nodiscard]] static int indentOf(const QModelIndex& index, const QFontMetrics& metrics);
    /// From the left of a row to the end of the longest name.
    [[nodiscard]] int widthOfNames(const QFontMetrics& metrics);
    /// The pixels that each row has for what its task waits for.
    [[nodiscard]] int roomForReason();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void takeRun();
    void showRing();

    Session& session_;
    TaskListModel* model_;
    QFontMetrics measuredIn_{QFont()};
    int widthOfNames_ = 0;  ///< 0: not known
    QLabel* ring_;          ///< above the rows, when some tasks wait for each other in a ring
};

}  // namespace coroscope::app
