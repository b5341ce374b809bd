// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/explain_wake.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <fmt/format.h>

#include "app/inspector/spoken.h"

namespace coroscope::app {

namespace {

using trace::Event;
using trace::EventIndex;
using trace::EventKind;
using trace::LoopState;
using trace::TaskId;
using trace::TaskStatus;
using trace::Trace;
using trace::WaitKind;

/// Who woke the task, as far as it is known and was another; looks back for a while.
TaskId wokenBy(const Trace& trace, EventIndex began, TaskId task) {
    constexpr std::size_t kLookedAt = 1 << 14;
    const std::size_t end = began.index();
    for (std::size_t i = end; i > end - std::min(end, kLookedAt); --i) {
        const Event before = trace[EventIndex::fromIndex(i - 1)];
        if (before.task != task) continue;
        if (before.kind == EventKind::StepEnded) return {};
        if (before.kind != EventKind::TaskWoken) continue;
        return before.taskB() == task ? TaskId() : before.taskB();
    }
    return {};
}

std::string endOf(const Trace& trace, const LoopState& state, TaskId other) {
    const std::string name = spokenTask(trace, other);
    switch (state.tasks[other.index()].status) {
        case TaskStatus::Returned: return fmt::format("{} is done.", name);
        case TaskStatus::Raised: return fmt::format("{} has failed.", name);
        case TaskStatus::Cancelled: return fmt::format("{} was cancelled.", name);
        default: return {};
    }
}

}  // namespace

std::string wakeWords(const Trace& trace, const LoopState& state, const RunSource& source,
                      const Event& began) {
    const trace::TaskState& task = state.tasks[began.task.index()];
    const Event wait = trace[task.suspendedAt];
    const std::string thing = source.objects().of(wait.object(), wait.wait).spoken();
    const TaskId by = wokenBy(trace, state.at, began.task);
    // With whoever did it, if that is known.
    const auto said = [&](const std::string& active, const std::string& passive) {
        return by.valid() ? fmt::format("{} {}.", spokenTask(trace, by), active) : passive + ".";
    };
    const auto count = static_cast<long long>(wait.value);
    const TaskId other = wait.taskB();
    const bool knowsOther = other.valid() && other.index() < state.tasks.size();
    switch (wait.wait) {
        case WaitKind::Yield: return "It only let the others go first.";
        case WaitKind::Sleep:
            return fmt::format("Its sleep of {} is over.", spokenSeconds(wait.value));
        case WaitKind::Task:
        case WaitKind::Shield:
        case WaitKind::WaitFor: {
            std::string end = knowsOther ? endOf(trace, state, other) : std::string();
            if (!end.empty()) return end;
            if (wait.wait == WaitKind::WaitFor && !std::isnan(wait.value))
                return fmt::format("Its time-out of {} is over.", spokenSeconds(wait.value));
            break;
        }
        case WaitKind::Gather: return fmt::format("The gather of {} is over.", count);
        case WaitKind::Wait: return fmt::format("Of the {} tasks, enough are done.", count);
        case WaitKind::AsCompleted: return "The next of the results is there.";
        case WaitKind::TaskGroup: return "The tasks of its group are done.";
        case WaitKind::Lock:
            return said("has released " + thing, "It is its turn to have " + thing);
        case WaitKind::Semaphore:
            return said("has given back a place of " + thing,
                        "A place of " + thing + " was kept for it");
        case WaitKind::Event: return said("has set " + thing, "T" + thing.substr(1) + " is set");
        case WaitKind::Condition:
            return said("has notified those who wait for " + thing, "It was notified of " + thing);
        case WaitKind::Barrier:
            return said("was the last to come to the barrier",
                        "The last one has come to the barrier");
        case WaitKind::QueueGet:
            return said("has put an item into " + thing, "There is an item in " + thing);
        case WaitKind::QueuePut:
            return said("has taken an item out of " + thing, "There is room in " + thing);
        case WaitKind::QueueJoin:
            return said("has done the last item of " + thing,
                        "Every item of " + thing + " is done");
        case WaitKind::Worker: return "The call in the worker thread is over.";
        case WaitKind::Network: return "The answer has come from the network.";
        case WaitKind::Process: return "The call in the worker process is over.";
        case WaitKind::Future:
        case WaitKind::None: break;
    }
    const std::string_view name = source.awaitedName(wait);
    const std::string future = name.empty() ? "the future" : fmt::format("the future “{}”", name);
    return said("has resolved " + future, "What it waited for has come");
}

}  // namespace coroscope::app
