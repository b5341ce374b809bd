// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings_check.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>

namespace coroscope::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Settings", text); }

}  // namespace

std::optional<QString> troubleOfSettings() {
    const QSettings settings;
    const QString path = settings.fileName();
    if (settings.status() == QSettings::AccessError) {
        return tr("%1 cannot be read: this is how the window is without settings.").arg(path);
    }
    if (settings.status() != QSettings::FormatError) return std::nullopt;
    const QString copy = path + QStringLiteral(".damaged");
    QFile::remove(copy);
    const QString what = tr("%1 is damaged. What could be read of it is used").arg(path);
    return QFile::copy(path, copy) ? tr("%1; a copy is kept as %2.").arg(what, copy)
                                   : tr("%1.").arg(what);
}

}  // namespace coroscope::app
