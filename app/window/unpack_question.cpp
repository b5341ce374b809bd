// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/unpack_question.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include "app/session/scenario_document.h"

namespace coroscope::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(UnpackQuestion)
};

QString listOf(const QStringList& names) {
    constexpr qsizetype kMost = 12;
    const QString text = names.first(qMin(names.size(), kMost)).join(QLatin1Char('\n'));
    if (names.size() <= kMost) return text;
    return text + QLatin1Char('\n') + Words::tr("and %1 more").arg(names.size() - kMost);
}

}  // namespace

bool mayUnpack(const ScenarioDocument& document, const QString& path, QWidget* parent) {
    const auto plan = document.unpacking(path);
    const auto* others = std::get_if<Unpacking>(&plan);
    if (others == nullptr) return true;  // saving will say what is wrong
    const QStringList names = others->names();
    if (names.isEmpty() && others->leftOut().isEmpty()) return true;
    const QString folder = QDir::toNativeSeparators(QFileInfo(path).absolutePath());
    QMessageBox box(QMessageBox::NoIcon, Words::tr("Files of the lesson"),
                    names.isEmpty()
                        ? Words::tr("Not all of the lesson can be saved like this.")
                        : Words::tr("Put the lesson's other files into %1 too?").arg(folder),
                    QMessageBox::Save | QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    QStringList more;
    if (!names.isEmpty()) more << listOf(names);
    if (!others->leftOut().isEmpty()) {
        more << Words::tr("Left out, as they are no programs:\n%1").arg(listOf(others->leftOut()));
    }
    box.setInformativeText(more.join(QStringLiteral("\n\n")));
    box.setDefaultButton(QMessageBox::Cancel);
    box.setEscapeButton(QMessageBox::Cancel);
    return box.exec() == QMessageBox::Save;
}

}  // namespace coroscope::app
