#include "engine/loop/deadlock.h"

#include <cmath>

#include <fmt/format.h>

#include "engine/loop/run_context.h"

namespace coroscope::loop {

namespace {

std::string seconds(double value) { return fmt::format("{} s", value); }

std::string taskCalled(RunContext& run, trace::TaskId id) {
    for (Task* task = run.firstTask; task; task = task->next) {
        if (task->traceId == id) return taskName(task);
    }
    return "a task";
}

/// What a suspended task waits for, in words.
std::string awaitedText(RunContext& run, const Task* task) {
    Future* future = task->waiter.get();
    if (!future) return "nothing that could wake it";
    if (future->type->isSubtypeOf(run.taskType)) return taskName(static_cast<Task*>(future));
    const bool hasTask = future->waitBehind.valid();
    switch (future->waitKind) {
        case trace::WaitKind::Sleep: return "sleep " + seconds(future->waitValue);
        case trace::WaitKind::Gather: {
            std::string text = fmt::format("gather of {}", future->waitValue);
            std::string names;
            for (const Ref& child : static_cast<GatheringFuture*>(future)->children) {
                auto* each = child.as<Future>();
                if (each->done()) continue;
                names += names.empty() ? ": " : ", ";
                names += each->type->isSubtypeOf(run.taskType) ? taskName(static_cast<Task*>(each))
                                                               : "a future";
            }
            return text + names;
        }
        case trace::WaitKind::Shield:
            return hasTask ? "shield of " + taskCalled(run, future->waitBehind)
                           : "shield of a future";
        case trace::WaitKind::WaitFor: {
            const std::string what = hasTask ? taskCalled(run, future->waitBehind) : "a future";
            return std::isnan(future->waitValue)
                       ? fmt::format("the end of {}, which it has cancelled", what)
                       : fmt::format("wait_for of {}, {}", what, seconds(future->waitValue));
        }
        case trace::WaitKind::Wait: return fmt::format("asyncio.wait of {}", future->waitValue);
        case trace::WaitKind::AsCompleted: return "the next of as_completed";
        case trace::WaitKind::TaskGroup: return "the tasks of a task group";
        case trace::WaitKind::Lock: return "a lock";
        case trace::WaitKind::Event: return "an event to be set";
        case trace::WaitKind::Condition: return "a condition to be notified";
        case trace::WaitKind::Semaphore: return "a semaphore";
        case trace::WaitKind::Barrier: return "a barrier";
        case trace::WaitKind::QueueGet: return "an item of a queue";
        case trace::WaitKind::QueuePut: return "room in a queue";
        case trace::WaitKind::QueueJoin: return "a queue's items to be done";
        default: return "a future that nobody resolves";
    }
}

}  // namespace

void reportDeadlock(RunContext& run, EventLoop* loop) {
    std::string text = fmt::format(
        "deadlock at {}: nothing is ready and no timer is set, so the program would wait for "
        "ever\n",
        seconds(run.clock.now()));
    const std::vector<Ptr<Task>> tasks = loop ? allTasks(run, loop) : std::vector<Ptr<Task>>();
    for (const Ptr<Task>& task : tasks) {
        const int line = task->place.line;
        text += fmt::format("  {} in {}(){} waits for {}\n", taskName(task.get()),
                            coroutineName(run, task->coroutine.value()),
                            line > 0 ? fmt::format(", line {},", line) : "",
                            awaitedText(run, task.get()));
    }
    if (tasks.empty() && loop)
        text +=
            "  no task is left: the loop itself waits, in run_forever() or run_until_complete()\n";
    text += run.workers.describeWaiting();
    run.message = std::move(text);
    run.deadlocked = true;
    run.vm.stop(StopReason::Deadlock);
}

}  // namespace coroscope::loop
