// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recent_files.h"

#include <QFileInfo>
#include <QSettings>

#include "app/session/keep_settings.h"

namespace coroscope::app {

namespace {

const QString kKey = QStringLiteral("recentFiles");

}  // namespace

QStringList RecentFiles::list() {
    QStringList existing;
    for (const QString& path : QSettings().value(kKey).toStringList()) {
        if (QFileInfo(path).isFile()) existing << path;
    }
    return existing;
}

void RecentFiles::add(const QString& path) {
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList paths = QSettings().value(kKey).toStringList();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    while (paths.size() > kMost) paths.removeLast();
    keepSetting(kKey, paths);
}

void RecentFiles::clear() {
    keepSettings([](QSettings& settings) { settings.remove(kKey); });
}

}  // namespace coroscope::app
