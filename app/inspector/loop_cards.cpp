// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/loop_cards.h"

#include <algorithm>
#include <optional>
#include <string>

#include <QCoreApplication>

#include "app/inspector/spoken.h"
#include "engine/trace/describe.h"
#include "engine/trace/lane_name.h"

namespace coroscope::app {

using trace::Event;
using trace::EventIndex;
using trace::EventKind;
using trace::LoopState;
using trace::TaskId;
using trace::TimerFor;
using trace::Trace;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("LoopCards", text); }

QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString seconds(double value) { return toQt(spokenSeconds(value)); }

LoopCard taskCard(const Trace& trace, TaskId task) {
    LoopCard card;
    card.task = task;
    card.label = toQt(trace::laneName(trace, task));  // a number alone says little
    const QString coroutine = toQt(trace::shownName(trace::ownName(trace.coroutineName(task))));
    card.tip =
        coroutine.isEmpty() ? card.label : QStringLiteral("%1 · %2()").arg(card.label, coroutine);
    return card;
}

LoopCard callbackCard(const QString& name) {
    LoopCard card;
    card.label = toQt(spokenCallback(name.toStdString()));
    card.tip = tr("a callback: %1").arg(name.isEmpty() ? card.label : name);
    return card;
}

LoopCard timerCard(const Trace& trace, const trace::TimerEntry& timer) {
    const Event& set = trace[timer.setAt];
    LoopCard card;
    QString what;
    switch (set.timerFor()) {
        case TimerFor::Callback:
            card = callbackCard(toQt(trace.text(set.text())));
            what = tr("calls %1").arg(card.label);
            break;
        case TimerFor::Future:
            card = set.task.valid() ? taskCard(trace, set.task) : callbackCard(tr("a future"));
            what = tr("%1 sleeps until then").arg(card.label);
            break;
        case TimerFor::Timeout: {
            const TaskId limited = set.taskB();
            card = limited.valid() ? taskCard(trace, limited) : callbackCard(tr("time-out"));
            what = tr("time-out of %1").arg(card.label);
            card.when = tr("time-out ");
            break;
        }
    }
    card.when += seconds(timer.when);
    card.tip = tr("%1, due at %2").arg(what, toQt(exactSeconds(timer.when)));
    return card;
}

/// A handle's function is named where it was scheduled; that of a timer, where it is called, which
/// is soon after.
QString callbackName(const Trace& trace, const trace::ReadyEntry& entry) {
    const Event& since = trace[entry.since];
    if (since.kind == EventKind::CallbackScheduled) return toQt(trace.text(since.text()));
    constexpr std::size_t kLookedAt = 500;
    const std::size_t first = entry.since.index() + 1;
    for (std::size_t i = first; i < std::min(trace.size(), first + kLookedAt); ++i) {
        const Event& event = trace[EventIndex::fromIndex(i)];
        if (event.kind == EventKind::CallbackRan && event.object() == entry.handle) {
            return toQt(trace.text(event.text()));
        }
    }
    return tr("timer");
}

/// The last event of a kind up to `at`, if that was not very long ago: a callback that prints a
/// million lines goes without its name, rather than that every step takes a second.
std::optional<Event> lastBefore(const Trace& trace, EventIndex at, EventKind kind) {
    constexpr std::size_t kLookedAt = 1 << 16;
    constexpr std::size_t kStretch = 1
                                     << 8;  // walking forwards is quick, so it is done by stretches
    std::size_t end = at.index() + 1;
    const std::size_t least = end - std::min(end, kLookedAt);
    while (end > least) {
        const std::size_t begin = end - std::min(end - least, kStretch);
        std::optional<Event> found;
        auto row = begin == 0 ? trace.events().begin()
                              : trace.events().after(EventIndex::fromIndex(begin - 1));
        for (; !row.atEnd() && row.index().index() < end; ++row) {
            if (row->kind == kind) found = *row;
        }
        if (found) return found;
        end = begin;
    }
    return std::nullopt;
}

void addRunning(LoopCards& cards, const Trace& trace, const LoopState& state) {
    const Event now = trace[state.at];
    // The module's own lines: before asyncio.run, or after it.
    const bool outside = now.line > 0 && !now.task.valid() && !state.finished;
    if (state.running.valid()) {
        cards.running.push_back(taskCard(trace, state.running));
    } else if (state.runningCallback.valid() && !state.finished) {
        // The callback's name stands in the event that began it.
        const auto began = lastBefore(trace, state.at, EventKind::CallbackRan);
        cards.running.push_back(
            callbackCard(began ? toQt(trace.text(began->text())) : tr("a callback")));
    } else if (outside) {
        cards.running.push_back(callbackCard(tr("the program")));
        cards.running.back().tip = tr("the program's own lines, outside of all tasks");
    }
    // Where there is no loop, nobody blocks it.
    cards.blocked = state.blocked && !state.finished && !state.tasks.empty();
    if (!cards.blocked) return;
    if (const auto began = lastBefore(trace, state.at, EventKind::BlockingBegan)) {
        // How long code of its own takes is known only afterwards.
        cards.blockedText = toQt(trace.text(began->text()));
        if (began->value > 0) cards.blockedText += QLatin1Char(' ') + seconds(began->value);
    }
}

}  // namespace

LoopCards makeLoopCards(const Trace& trace, const LoopState& state) {
    LoopCards cards;
    cards.finished = state.finished;
    cards.clock = seconds(state.time);
    if (!state.at.valid()) return cards;
    const Event& now = trace[state.at];
    cards.deadlock = now.kind == EventKind::Finished && now.finish() == trace::Finish::Deadlock;
    addRunning(cards, trace, state);

    cards.readyCount = state.readyCount();
    for (const trace::ReadyEntry& entry : state.ready(LoopCards::kMostCards)) {
        if (entry.task.valid()) {
            cards.ready.push_back(taskCard(trace, entry.task));
        } else {
            cards.ready.push_back(callbackCard(callbackName(trace, entry)));
        }
    }

    cards.timerCount = state.timers().size();
    const auto timers = state.timersInOrder(LoopCards::kMostCards);
    for (const trace::TimerEntry& timer : timers) {
        cards.timers.push_back(timerCard(trace, timer));
    }
    if (!timers.empty() && !state.running.valid() && cards.readyCount == 0 && !state.finished) {
        const double due = timers.front().when;
        const QString& whose = cards.timers.front().label;
        cards.clock = toQt(spokenSeconds(state.time, due));
        // Where the clock has just gone to, the timer has not left the heap yet.
        cards.next =
            due > state.time
                ? tr("next jump → %1 (%2)").arg(toQt(spokenSeconds(due, state.time)), whose)
                : tr("due now: %1").arg(whose);
    }
    return cards;
}

}  // namespace coroscope::app
