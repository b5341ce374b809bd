// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QTreeWidget>

#include "engine/simulation.h"

class QLabel;

namespace coroscope::app {

class Session;

/// The Variables panel: the frames and locals of the selected task at the playhead; of the running
/// one, or else the one that moved last, where none is selected. What has another value than when
/// it was shown last is marked.
///
/// The values come from a replay of the run, in another thread, and only while somebody looks.
class VariablesView final : public QTreeWidget {
    Q_OBJECT

public:
    enum Role { ChangedRole = Qt::UserRole + 1, FrameRole };

    explicit VariablesView(Session& session, QWidget* parent = nullptr);

    /// The task whose variables are shown; none: the program outside tasks.
    [[nodiscard]] trace::TaskId task() const { return task_; }

protected:
    void showEvent(QShowEvent* event) override;
    void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override {}
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] trace::TaskId wantedTask();
    void ask();
    void take(std::shared_ptr<const Inspection> inspection);
    void fill();
    [[nodiscard]] QString placeOf(trace::TaskId task, const FrameView& innermost);
    void goToFrame(QTreeWidgetItem* item);

    Session& session_;
    trace::TaskId task_;
    std::shared_ptr<const Inspection> shown_;
    /// What was looked at before that: at another event.
    std::shared_ptr<const Inspection> before_;
    QString empty_;
};

}  // namespace coroscope::app
