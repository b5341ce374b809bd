// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/explain_share.h"

#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "app/inspector/spoken.h"
#include "engine/trace/count_text.h"

namespace coroscope::app {

namespace {

using trace::Event;
using trace::EventKind;
using trace::LoopState;
using trace::TaskId;
using trace::Trace;
using trace::WaitKind;

std::string counted(double number, const char* one, const char* several) {
    return number == 1 ? std::string("is 1 ") + one
                       : fmt::format("are {} {}",
                                     trace::countText(static_cast<std::uint64_t>(number)), several);
}

/// Who has stood in line for it longest; none: nobody does.
TaskId firstInLine(const Trace& trace, const LoopState& state, const Event& event) {
    TaskId first;
    for (std::size_t i = 0; i < state.tasks.size(); ++i) {
        const trace::TaskState& task = state.tasks[i];
        if (task.status != trace::TaskStatus::Suspended || !task.suspendedAt.valid()) continue;
        if (first.valid() && state.tasks[first.index()].suspendedAt < task.suspendedAt) continue;
        const Event wait = trace[task.suspendedAt];
        if (wait.wait == event.wait && wait.object() == event.object()) {
            first = TaskId::fromIndex(i);
        }
    }
    return first;
}

Explanation eventChanged(const std::string& who, const std::string& thing, bool isSet,
                         bool expert) {
    if (!isSet) {
        return {fmt::format("{} clears {}.", who, thing),
                "Whoever waits for it from now on waits until it is set again."};
    }
    return {fmt::format("{} sets {}.", who, thing),
            expert ? "All waiters' futures are resolved; wait() returns at once from now on."
                   : "All who wait for it are woken; whoever comes later need not wait."};
}

}  // namespace

Explanation explainShared(const Trace& trace, const LoopState& state, const RunSource& source,
                          Audience audience) {
    const Event event = trace[state.at];
    const bool expert = audience == Audience::Expert;
    const std::string who = spokenTask(trace, event.task);
    const std::string thing = source.objects().of(event.object(), objectWait(event)).spoken();
    const bool isSemaphore = event.wait == WaitKind::Semaphore;
    const std::string part = isSemaphore ? "a place of " + thing : thing;
    switch (event.kind) {
        case EventKind::QueuePut:
            return {fmt::format("{} puts an item into {}.", who, thing),
                    fmt::format("There {} in it now.", counted(event.value, "item", "items"))};
        case EventKind::QueueGot:
            return {fmt::format("{} takes an item from {}.", who, thing),
                    fmt::format("There {} left in it.", counted(event.value, "item", "items"))};
        case EventKind::Acquired: {
            const std::string what = fmt::format("{} takes {}.", who, part);
            if (isSemaphore && event.value > 0) {
                return {what,
                        fmt::format("There {} left.", counted(event.value, "place", "places"))};
            }
            return {what, fmt::format("Whoever wants {} now has to wait in line.",
                                      isSemaphore ? "one" : "it")};
        }
        default: break;
    }
    if (event.wait == WaitKind::Event) return eventChanged(who, thing, event.value != 0, expert);
    const std::string what = fmt::format("{} gives {} back.", who, part);
    if (const TaskId first = firstInLine(trace, state, event); first.valid()) {
        const std::string name = spokenTask(trace, first);
        return {what, expert ? fmt::format("The future of the first waiter, {}, is resolved; it "
                                           "runs on its next turn.",
                                           name)
                             : fmt::format("It is kept for {}, the first in line, which is woken.",
                                           name)};
    }
    return {what, isSemaphore ? fmt::format("Nobody waits for it: there {} free.",
                                            counted(event.value, "place", "places"))
                              : std::string("Nobody waits for it: it is free.")};
}

}  // namespace coroscope::app
