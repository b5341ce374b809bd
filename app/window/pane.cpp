// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/pane.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace coroscope::app {

Pane::Pane(QWidget* parent)
    : QFrame(parent),
      column_(new QVBoxLayout(this)),
      tabs_(new QTabBar(this)),
      contents_(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("pane"));
    column_->setContentsMargins(1, 1, 1, 4);
    column_->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 4, 8, 0);
    row->addWidget(tabs_);
    row->addStretch();
    column_->addLayout(row);
    column_->addWidget(contents_, 1);
    tabs_->setExpanding(false);
    tabs_->setFocusPolicy(Qt::NoFocus);
    tabs_->hide();
    connect(tabs_, &QTabBar::currentChanged, contents_, &QStackedWidget::setCurrentIndex);
    connect(contents_, &QStackedWidget::currentChanged, this, &Pane::tabShown);
}

void Pane::add(QWidget* content, const QString& name) {
    contents_->addWidget(content);
    if (name.isEmpty()) return;
    tabs_->addTab(name);
    tabs_->show();
}

void Pane::showTab(int index) { tabs_->setCurrentIndex(index); }

int Pane::count() const { return contents_->count(); }

int Pane::currentTab() const { return contents_->currentIndex(); }

}  // namespace coroscope::app
