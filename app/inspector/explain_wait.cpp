// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/explain_wait.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "app/inspector/spoken.h"
#include "engine/trace/count_text.h"

namespace coroscope::app {

namespace {

using trace::Event;
using trace::LoopState;
using trace::TaskId;
using trace::Trace;
using trace::WaitKind;

/// How many tasks stood in line for the same lock, queue … before this one.
std::size_t waitersBefore(const Trace& trace, const LoopState& state, const Event& event) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < state.tasks.size(); ++i) {
        const trace::TaskState& task = state.tasks[i];
        if (task.status != trace::TaskStatus::Suspended || TaskId::fromIndex(i) == event.task) {
            continue;
        }
        const Event& other = trace[task.suspendedAt];
        if (other.wait == event.wait && other.object() == event.object()) ++count;
    }
    return count;
}

/// `, which Task-2 (user) has`, `, of which ann and bob have one each`; empty if nobody is known to
/// have it.
std::string holdersOf(const Trace& trace, const LoopState& state, const Event& event) {
    constexpr std::size_t kMost = 4;
    std::vector<TaskId> holders;
    for (const trace::Holding& holding : state.holdings) {
        if (holding.object == event.object()) holders.push_back(holding.task);
    }
    std::string names;
    for (std::size_t i = 0; i < std::min(holders.size(), kMost); ++i) {
        if (i > 0) names += i + 1 == holders.size() ? " and " : ", ";
        names += spokenTask(trace, holders[i]);
    }
    if (holders.size() > kMost) names += fmt::format(" and {} more", holders.size() - kMost);
    if (names.empty()) return {};
    const bool one = holders.size() == 1;
    if (one && holders.front() == event.task) names = "it";
    if (event.wait != WaitKind::Semaphore) {
        return fmt::format(", which {} {}", names, one ? "has" : "have");
    }
    return fmt::format(", of which {} {}", names, one ? "has one" : "have one each");
}

WaitWords sleepWords(const Event& event) {
    if (!std::isfinite(event.value)) {
        return {"goes to sleep for ever", "No timer will wake it: only a cancel can.",
                "No timer is set for an infinite delay: only cancel() ends it."};
    }
    const std::string due = spokenSeconds(event.time + event.value);
    return {fmt::format("goes to sleep for {}", spokenSeconds(event.value)),
            fmt::format("This await hands control back to the event loop, so that others can run. "
                        "It is due to go on at {}, not before.",
                        due),
            fmt::format("A timer for {} lies in the heap. When it is due it resolves the sleep's "
                        "future, whose callback puts the task's next step into the ready queue.",
                        due)};
}

WaitWords taskWords(const Trace& trace, const LoopState& state, const Event& event) {
    const TaskId other = event.taskB();
    if (!other.valid() || other.index() >= state.tasks.size()) {
        return {"waits for another task", "It goes on once that one is done.", {}};
    }
    const std::string name = spokenTask(trace, other);
    const bool begun = state.tasks[other.index()].status != trace::TaskStatus::Created;
    return {fmt::format("waits for {}", name),
            fmt::format("{} on only when {} is done{}. Others can run meanwhile.", "It goes", name,
                        begun ? "" : ", which has not even begun"),
            fmt::format("The task's wake-up is a done callback of {}; its result (or exception) "
                        "comes out of the await.",
                        name)};
}

WaitWords gatherWords(const Event& event) {
    const auto count = static_cast<long long>(event.value);
    return {
        fmt::format("waits for {} at once",
                    count == 1 ? std::string("1 thing")
                               : trace::countText(static_cast<std::uint64_t>(count)) + " things"),
        "gather goes on when the slowest of them is done, or, unless it is to return exceptions, "
        "as soon as one of them fails: the waiting times overlap instead of adding up.",
        fmt::format(
            "gather's outer future counts the {} children in a done callback of each; "
            "the last one (or, without return_exceptions, the first exception) resolves it.",
            count)};
}

WaitWords waitForWords(const Trace& trace, const Event& event) {
    const std::string name =
        event.taskB().valid() ? spokenTask(trace, event.taskB()) : std::string("an answer");
    if (std::isnan(event.value)) {
        return {fmt::format("waits for {}", name),
                "The time-out is over; wait_for still waits until what it cancelled has ended.",
                "wait_for awaits the cancelled inner task, so that it can clean up first."};
    }
    return {
        fmt::format("waits for {}, but at most {}", name, spokenSeconds(event.value)),
        fmt::format("If {} is not done at {}, wait_for cancels it and raises TimeoutError here.",
                    name, spokenSeconds(event.time + event.value)),
        fmt::format("wait_for runs {} as a task of its own and sets a timer for {}; whichever "
                    "comes first wakes this task.",
                    name, spokenSeconds(event.time + event.value))};
}

/// What one stands in line for.
WaitWords lineWords(const Trace& trace, const LoopState& state, const Event& event,
                    const std::string& what, const char* goesOn) {
    const std::size_t before = waitersBefore(trace, state, event);
    std::string verb = fmt::format("waits for {}{}", what, holdersOf(trace, state, event));
    std::string newcomer = fmt::format("It goes on {}", goesOn);
    newcomer += before == 0 ? ", and is the first in line."
                            : fmt::format(", and is {} in line.", ordinal(before + 1));
    return {std::move(verb), newcomer,
            newcomer + " Each waiter is a future in a deque; the first is resolved first."};
}

WaitWords futureWords(const RunSource& source, const Event& event) {
    const std::string name(source.awaitedName(event));
    return {name.empty() ? std::string("waits for a future")
                         : fmt::format("waits for the future “{}”", name),
            "A future is a promise: somebody has to call set_result on it. Until then this task "
            "stays here.",
            "The task's wake-up is a callback of this future; set_result or set_exception "
            "schedules it."};
}

}  // namespace

WaitWords waitWords(const Trace& trace, const LoopState& state, const RunSource& source,
                    trace::EventIndex suspension) {
    const Event& event = trace[suspension];
    const std::string thing = source.objects().of(event.object(), event.wait).spoken();
    const auto line = [&](const char* before, const char* goesOn) {
        return lineWords(trace, state, event, before + thing, goesOn);
    };
    switch (event.wait) {
        case WaitKind::Yield:
            return {"lets the others go first",
                    "sleep(0) waits for nothing: it goes straight to the end of the ready queue.",
                    "A bare yield: task.__step is scheduled again by call_soon, behind whatever is "
                    "in the ready queue."};
        case WaitKind::Sleep: return sleepWords(event);
        case WaitKind::Task: return taskWords(trace, state, event);
        case WaitKind::Gather: return gatherWords(event);
        case WaitKind::WaitFor: return waitForWords(trace, event);
        case WaitKind::Shield: {
            const std::string name = event.taskB().valid() ? spokenTask(trace, event.taskB())
                                                           : std::string("what is inside");
            return {fmt::format("waits for {} behind a shield", name),
                    fmt::format("If this task is cancelled, {} is not: the shield takes the blow.",
                                name),
                    fmt::format("shield returns an outer future; cancelling it leaves {} alone.",
                                name)};
        }
        case WaitKind::Wait:
            return {fmt::format(
                        "waits for {}",
                        event.value == 1
                            ? std::string("1 task")
                            : trace::countText(static_cast<std::uint64_t>(event.value)) + " tasks"),
                    "asyncio.wait goes on when enough of them are done; it cancels none of them.",
                    "return_when decides how many have to be done; a time-out would not cancel "
                    "them."};
        case WaitKind::AsCompleted:
            return {"waits for whichever is done next",
                    "as_completed gives the results in the order in which they come, not in the "
                    "order in which they were asked for.",
                    {}};
        case WaitKind::TaskGroup:
            return {"waits at the end of its task group",
                    fmt::format("The block is left when all its tasks are done; {} to go.",
                                static_cast<long long>(event.value)),
                    "TaskGroup.__aexit__ waits for a future that the last child's done callback "
                    "resolves; a failing child cancels the others."};
        case WaitKind::Lock: return line("", "when the lock is released to it");
        case WaitKind::Semaphore: return line("a place of ", "when a place is given back");
        case WaitKind::Condition: return line("", "when somebody notifies it");
        case WaitKind::QueueGet: return line("an item of ", "when somebody puts one in");
        case WaitKind::QueuePut: return line("room in ", "when somebody takes one out");
        case WaitKind::Event:
            return {"waits for " + thing,
                    "It goes on when somebody calls set() on it; so do all "
                    "others who wait for it.",
                    {}};
        case WaitKind::Barrier:
            return {"waits at " + thing, "All go on together once the last one has come.", {}};
        case WaitKind::QueueJoin:
            return {"waits until " + thing + " is worked off",
                    "join goes on once task_done has been called for every item.",
                    {}};
        case WaitKind::Worker:
            return {"waits for a worker thread",
                    "The call runs in a thread of its own, so it does not block the loop.",
                    "run_in_executor gives a future; the thread resolves it through "
                    "call_soon_threadsafe."};
        case WaitKind::Network:
            return {"waits for an answer from the network",
                    "Nothing needs the processor meanwhile, so others can run.",
                    {}};
        case WaitKind::Process:
            return {"waits for a worker process",
                    "The call runs in a process of its own, so it does not block the loop.",
                    "run_in_executor gives a future; what comes back from the process resolves it "
                    "through call_soon_threadsafe."};
        case WaitKind::Future:
        case WaitKind::None: return futureWords(source, event);
    }
    return futureWords(source, event);
}

}  // namespace coroscope::app
