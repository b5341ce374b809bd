// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/leave_question.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QStringList>

namespace coroscope::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("LeaveQuestion", text); }

}  // namespace

Leave askToLeave(const QStringList& names, QWidget* parent) {
    if (names.isEmpty()) return Leave::Discard;
    const bool one = names.size() == 1;
    QMessageBox box(QMessageBox::NoIcon, tr("Unsaved changes"),
                    one ? tr("%1 has changes that are not saved.").arg(names.constFirst())
                        : tr("%1 files have changes that are not saved:").arg(names.size()) +
                              QStringLiteral("\n\n") + names.join(QStringLiteral("\n")),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);  // names are anybody's
    box.setInformativeText(one ? tr("Save them first?") : tr("Save them all first?"));
    if (!one) box.button(QMessageBox::Save)->setText(tr("Save all"));
    box.setDefaultButton(QMessageBox::Save);
    box.setEscapeButton(QMessageBox::Cancel);
    switch (box.exec()) {
        case QMessageBox::Save: return Leave::Save;
        case QMessageBox::Discard: return Leave::Discard;
        default: return Leave::Stay;
    }
}

}  // namespace coroscope::app
