// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/loop_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "app/style/counted.h"

namespace coroscope::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("LoopView", text); }

QString more(std::size_t count, const std::vector<LoopCard>& cards) {
    return count > cards.size() ? tr("+%1 more").arg(countText(count - cards.size())) : QString();
}

QString row(const QString& name, const QStringList& cards, const QString& note) {
    QStringList said = cards;
    if (!note.isEmpty()) said << note;
    return name + QStringLiteral(": ") + said.join(QStringLiteral(", "));
}

}  // namespace

LoopNotes loopNotes(const LoopCards& cards, bool asks) {
    LoopNotes notes;
    if (cards.blocked) {
        notes.running = cards.blockedText.isEmpty()
                            ? tr("blocks the loop")
                            : tr("blocks the loop · %1").arg(cards.blockedText);
    } else if (cards.running.empty()) {
        notes.running = cards.deadlock   ? tr("nobody: the loop waits for ever")
                        : cards.finished ? tr("the run has ended")
                                         : tr("nobody");
    }
    if (cards.ready.empty()) {
        notes.ready = tr("empty");
    } else {
        const QString rest = more(cards.readyCount, cards.ready);
        const QString hint = asks                      ? QString()
                             : cards.ready.size() == 1 ? tr("← is next")
                                                       : tr("the first is next");
        notes.ready = rest.isEmpty() ? hint : rest;
    }
    notes.timers = cards.timers.empty() ? tr("none") : more(cards.timerCount, cards.timers);
    if (!asks) notes.clock = cards.next;
    return notes;
}

QString spokenLoop(const LoopCards& cards, bool asks) {
    const LoopNotes notes = loopNotes(cards, asks);
    const auto labels = [](const std::vector<LoopCard>& some) {
        QStringList found;
        for (const LoopCard& card : some) found << card.label;
        return found;
    };
    QStringList timers;
    for (const LoopCard& card : cards.timers) timers << card.tip;
    // That the first one is next is what a queue is.
    const bool onlyHint = !cards.ready.empty() && cards.readyCount == cards.ready.size();
    QString clock = notes.clock;
    clock.replace(QStringLiteral(" → "), tr(" to "));
    const QStringList rows{
        row(tr("Running"), labels(cards.running), notes.running),
        row(tr("Ready queue"), labels(cards.ready), onlyHint ? QString() : notes.ready),
        row(tr("Timers"), timers, notes.timers), row(tr("Clock"), {cards.clock}, clock)};
    return rows.join(QStringLiteral(". "));
}

}  // namespace coroscope::app
