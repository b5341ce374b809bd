// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/tasks_panel.h"

#include <algorithm>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/inspector/cancel_list_view.h"
#include "app/inspector/task_list_view.h"
#include "app/inspector/wait_graph_view.h"
#include "app/session/keep_settings.h"
#include "app/session/session.h"
#include "app/style/counted.h"
#include "app/style/look.h"

namespace coroscope::app {

namespace {

const QString kPage = QStringLiteral("tasks/page");

}  // namespace

TasksPanel::TasksPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      list_(new TaskListView(session)),
      waits_(new WaitGraphView(session)),
      cancels_(new CancelListView(session)),
      pages_(new QStackedWidget),
      choice_(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("tasks"));
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(10, 2, 10, 2);
    buttons->setSpacing(4);
    const auto add = [&](QWidget* page, const QString& name, const QString& tip) {
        auto* button = new QToolButton;
        button->setText(name);
        button->setToolTip(tip);
        button->setCheckable(true);
        setLook(*button, Look::Choice);
        choice_->addButton(button, pages_->addWidget(page));
        buttons->addWidget(button);
    };
    add(list_, tr("All"), tr("Every task and what it is doing"));
    add(waits_, tr("Waits"),
        tr("Who waits for whom: the tasks that wait for others, as a picture"));
    add(cancels_, tr("Cancels"), tr("Who cancelled whom, and what came of it"));
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(buttons);
    column->addWidget(pages_, 1);
    connect(choice_, &QButtonGroup::idClicked, this, [this](int page) {
        setPage(static_cast<Page>(page));
        keepSetting(kPage, page);
    });
    connect(&session_, &Session::traceChanged, this, &TasksPanel::countCancels);
    connect(&session_, &Session::sightChanged, this, &TasksPanel::countCancels);
    countCancels();
    setPage(
        static_cast<Page>(std::clamp(QSettings().value(kPage).toInt(), int{List}, int{Cancels})));
}

TasksPanel::Page TasksPanel::page() const { return static_cast<Page>(pages_->currentIndex()); }

void TasksPanel::setPage(Page page) {
    choice_->button(page)->setChecked(true);
    pages_->setCurrentIndex(page);
}

void TasksPanel::countCancels() {
    const auto count = std::ranges::count_if(session_.cancels()->all(), [this](const Cancel& each) {
        return each.requested <= session_.lastInSight();
    });
    choice_->button(Cancels)->setText(
        count == 0 ? tr("Cancels")
                   : tr("Cancels (%1)").arg(countText(static_cast<qulonglong>(count))));
}

}  // namespace coroscope::app
