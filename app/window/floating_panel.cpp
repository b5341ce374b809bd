// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/floating_panel.h"

#include <QCloseEvent>
#include <QVBoxLayout>

namespace coroscope::app {

FloatingPanel::FloatingPanel(QWidget* panel, const QString& title, QWidget* parent)
    : QWidget(parent, Qt::Tool) {
    setWindowTitle(title);
    setObjectName(QStringLiteral("floatingPanel"));
    setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(panel);
    panel->show();
}

void FloatingPanel::closeEvent(QCloseEvent* event) {
    event->accept();
    Q_EMIT closed();
}

}  // namespace coroscope::app
