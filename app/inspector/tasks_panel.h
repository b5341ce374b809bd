// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QStackedWidget;

namespace coroscope::app {

class CancelListView;
class Session;
class TaskListView;
class WaitGraphView;

/// The Tasks panel: the tree of all tasks, who waits for whom as a picture, or who cancelled whom.
/// Which of these is shown is remembered.
class TasksPanel final : public QWidget {
    Q_OBJECT

public:
    enum Page { List, Waits, Cancels };

    explicit TasksPanel(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] TaskListView& list() { return *list_; }
    [[nodiscard]] WaitGraphView& waits() { return *waits_; }
    [[nodiscard]] CancelListView& cancels() { return *cancels_; }
    [[nodiscard]] Page page() const;
    void setPage(Page page);

private:
    void countCancels();

    Session& session_;
    TaskListView* list_;
    WaitGraphView* waits_;
    CancelListView* cancels_;
    QStackedWidget* pages_;
    QButtonGroup* choice_;
};

}  // namespace coroscope::app
