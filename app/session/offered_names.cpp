// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/offered_names.h"

#include <mutex>
#include <set>
#include <string>

#include <QThreadPool>

#include "engine/importable_modules.h"

namespace coroscope::app {

namespace {

QStringList listOf(const std::set<std::string>& names) {
    QStringList list;
    for (const std::string& each : names) list << QString::fromStdString(each);
    return list;
}

}  // namespace

QStringList offeredNamesOf(const QString& module) {
    return listOf(offeredNames(module.toStdString()));
}

QStringList offeredMethodNames() { return listOf(offeredMethods()); }

void learnOfferedNames() {
    static std::once_flag once;
    std::call_once(once, [] {
        // The application waits for it when it ends: these are milliseconds.
        QThreadPool::globalInstance()->start([] {
            (void)offeredMethods();
            (void)offeredNames("asyncio");
            (void)offeredNames("time");
        });
    });
}

}  // namespace coroscope::app
