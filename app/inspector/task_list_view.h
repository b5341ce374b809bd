// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    QLabel* ring_;  ///< above the rows, when some tasks wait for each other in a ring
};

}  // namespace coroscope::app
