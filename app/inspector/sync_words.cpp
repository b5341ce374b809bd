// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/sync_words.h"

#include <algorithm>

#include <QCoreApplication>
#include <QStringList>

#include "app/style/counted.h"
#include "engine/trace/lane_name.h"

namespace coroscope::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("SyncView", text); }

// Nobody listens to more.
constexpr std::size_t kMostSpoken = 30;

QString more(std::size_t all) { return tr("+%1 more").arg(countText(all - kMostSpoken)); }

QString namesOf(const trace::Trace& trace, const std::vector<trace::TaskId>& tasks) {
    QStringList names;
    for (std::size_t i = 0; i < std::min(tasks.size(), kMostSpoken); ++i) {
        names << QString::fromStdString(trace::shownTask(trace, tasks[i]));
    }
    if (tasks.size() > kMostSpoken) names << more(tasks.size());
    return names.join(QStringLiteral(", "));
}

/// Until whoever stands in line is woken, nobody else gets what was just given back.
QString forFirst(const SyncObject& object) {
    const bool goesToWoken = object.kind == trace::WaitKind::Lock && !object.woken.empty();
    return object.waiters.empty() || goesToWoken ? QString() : tr(", for the first in line");
}

}  // namespace

SyncLabel labelOf(const SyncObject& object) {
    const std::string name = object.called.name();
    const bool saysAll = object.called.label() == name;
    return saysAll ? SyncLabel{QString::fromStdString(name), {}}
                   : SyncLabel{QString::fromStdString(object.called.kind),
                               QString::fromStdString(name)};
}

QString wokenWord(const SyncObject& object) {
    const bool kept =
        object.kind == trace::WaitKind::Lock || object.kind == trace::WaitKind::Semaphore;
    if (!kept) return tr("woken:");
    return object.kind == trace::WaitKind::Lock
               ? tr("kept for")
               : tr("%1 kept for").arg(countText(object.woken.size()));
}

QString fillOf(const SyncObject& object) {
    switch (object.kind) {
        case trace::WaitKind::Event: return tr(object.isSet ? "set" : "not set");
        case trace::WaitKind::Lock:
            return object.holders.empty() ? tr("free") + forFirst(object) : QString();
        case trace::WaitKind::Semaphore:
            if (object.free < 0) return {};
            if (object.free == 0) return tr("no place free");
            return counted(object.free, tr("place free"), tr("places free")) + forFirst(object);
        default: break;
    }
    if (object.items < 0) return {};
    if (object.room == 0) return counted(object.items, tr("item"), tr("items"));
    const bool full = object.items >= static_cast<int>(object.room);
    return tr(full ? "%1 of %2 items, full" : "%1 of %2 items")
        .arg(countText(object.items), countText(object.room));
}

QString nothingUsed() {
    return tr("Nobody has used a lock, a semaphore, a queue or an event so far.");
}

QString spokenSync(const trace::Trace& trace, const std::vector<SyncObject>& objects) {
    if (objects.empty()) return nothingUsed();
    QStringList said;
    for (std::size_t i = 0; i < std::min(objects.size(), kMostSpoken); ++i) {
        const SyncObject& each = objects[i];
        const SyncLabel label = labelOf(each);
        QStringList state;
        if (const QString fill = fillOf(each); !fill.isEmpty()) state << fill;
        if (!each.holders.empty()) state << tr("held by %1").arg(namesOf(trace, each.holders));
        if (!each.woken.empty()) {
            state << wokenWord(each) + QLatin1Char(' ') + namesOf(trace, each.woken);
        }
        if (!each.waiters.empty()) state << tr("waiting: %1").arg(namesOf(trace, each.waiters));
        const QString who =
            label.name.isEmpty() ? label.what : label.what + QLatin1Char(' ') + label.name;
        said << (state.isEmpty() ? who
                                 : who + QStringLiteral(": ") + state.join(QStringLiteral("; ")));
    }
    if (objects.size() > kMostSpoken) said << more(objects.size());
    return said.join(QStringLiteral(". "));
}

}  // namespace coroscope::app
