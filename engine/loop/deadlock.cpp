#include "engine/loop/deadlock.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "engine/loop/run_context.h"

namespace coroscope::loop {

namespace {

std::string seconds(double value) { return fmt::format("{} s", value); }

/// Most lines that a report has for tasks: it is to be read.
constexpr std::size_t kMostShown = 50;
/// Most names in one line.
constexpr std::size_t kMostNamed = 10;

using Holders = std::unordered_map<trace::ObjectId, std::vector<trace::TaskId>>;

/// Who holds which lock and semaphore: whoever took it, as the trace has it, and did not give it
/// back. Nobody can be told to hold a semaphore that was released by who had not taken it: that
/// one is no lock for several, but counts what has happened.
Holders findHolders(const trace::Trace& trace) {
    Holders holders;
    std::unordered_set<trace::ObjectId> counters;
    for (const trace::Event& event : trace.events()) {
        const bool isLock = event.wait == trace::WaitKind::Lock;
        if (!isLock && event.wait != trace::WaitKind::Semaphore) continue;
        if (event.kind == trace::EventKind::Acquired) {
            holders[event.object()].push_back(event.task);
        } else if (event.kind == trace::EventKind::Released) {
            std::vector<trace::TaskId>& tasks = holders[event.object()];
            const auto found = std::ranges::find(tasks, event.task);
            if (found != tasks.end()) {
                tasks.erase(found);
            } else if (isLock) {
                tasks.clear();
            } else {
                counters.insert(event.object());
            }
        }
    }
    for (const trace::ObjectId each : counters) holders.erase(each);
    return holders;
}

/// What the tasks of a loop wait for, and which of them for one another.
class Waits {
public:
    explicit Waits(RunContext& run) : run_(run), holders_(findHolders(run.recorder.trace())) {
        for (Task* task = run.firstTask; task; task = task->next) tasks_[task->traceId] = task;
    }

    /// In words.
    [[nodiscard]] std::string text(const Task* task) const;
    /// The tasks without whose next step it will never be woken, as far as that is known.
    [[nodiscard]] std::vector<Task*> awaited(const Task* task) const;

private:
    [[nodiscard]] Task* find(trace::TaskId id) const {
        const auto found = tasks_.find(id);
        return found == tasks_.end() ? nullptr : found->second;
    }
    [[nodiscard]] std::string called(trace::TaskId id) const {
        const Task* task = find(id);
        return task ? taskName(task) : "a task";
    }
    /// Those who hold what the future waits for: a lock, or a semaphore.
    [[nodiscard]] std::span<const trace::TaskId> holdersOf(const Future* future) const {
        const auto found = holders_.find(future->id);
        return found == holders_.end() ? std::span<const trace::TaskId>() : found->second;
    }
    /// The tasks that a group's future still waits for.
    [[nodiscard]] std::vector<Task*> membersOf(const Future* future) const;
    [[nodiscard]] std::string membersText(const Future* future) const;
    [[nodiscard]] std::string lockText(const Future* future) const;
    [[nodiscard]] std::string semaphoreText(const Future* future) const;

    RunContext& run_;
    const Holders holders_;
    std::unordered_map<trace::TaskId, Task*> tasks_;
};

bool isTask(const RunContext& run, const Future* future) {
    return future->type->isSubtypeOf(run.taskType);
}

std::vector<Task*> Waits::membersOf(const Future* future) const {
    std::vector<Task*> found;
    for (const trace::TaskId member : run_.recorder.trace().members(future->id)) {
        Task* task = find(member);
        if (task && !task->done()) found.push_back(task);
    }
    return found;
}

std::string Waits::membersText(const Future* future) const {
    std::string names;
    std::size_t shown = 0;
    for (const Task* task : membersOf(future)) {
        names += shown == 0 ? ": " : ", ";
        if (shown++ == kMostNamed) return names + "…";
        names += taskName(task);
    }
    return names;
}

std::string Waits::lockText(const Future* future) const {
    const auto holders = holdersOf(future);
    if (holders.empty()) return "a lock";
    const Task* task = find(holders.front());
    if (!task) return "a lock that was never released";
    return fmt::format("a lock that {} holds{}", taskName(task),
                       task->done() ? ", which has ended" : "");
}

std::string Waits::semaphoreText(const Future* future) const {
    const auto holders = holdersOf(future);
    std::string names;
    for (std::size_t i = 0; i < holders.size() && i <= kMostNamed; ++i) {
        if (i > 0) names += i + 1 == holders.size() ? " and " : ", ";
        names += i == kMostNamed ? "…" : called(holders[i]);
    }
    if (names.empty()) return "a semaphore";
    return fmt::format("a semaphore that {} hold{}", names, holders.size() == 1 ? "s" : "");
}

std::string Waits::text(const Task* task) const {
    const Future* future = task->waiter.get();
    if (!future) return "nothing that could wake it";
    if (isTask(run_, future)) return taskName(static_cast<const Task*>(future));
    const bool hasTask = future->waitBehind.valid();
    switch (future->waitKind) {
        case trace::WaitKind::Sleep: return "sleep " + seconds(future->waitValue);
        case trace::WaitKind::Gather: {
            std::string text = fmt::format("gather of {}", future->waitValue);
            std::string names;
            std::size_t shown = 0;
            for (const Ref& child : static_cast<const GatheringFuture*>(future)->children) {
                auto* each = child.as<Future>();
                if (each->done()) continue;
                if (shown++ == kMostNamed) {
                    names += " …";
                    break;
                }
                names += names.empty() ? ": " : ", ";
                names += isTask(run_, each) ? taskName(static_cast<Task*>(each)) : "a future";
            }
            return text + names;
        }
        case trace::WaitKind::Shield:
            return hasTask ? "shield of " + called(future->waitBehind) : "shield of a future";
        case trace::WaitKind::WaitFor: {
            const std::string what = hasTask ? called(future->waitBehind) : "a future";
            return std::isnan(future->waitValue)
                       ? fmt::format("the end of {}, which it has cancelled", what)
                       : fmt::format("wait_for of {}, {}", what, seconds(future->waitValue));
        }
        case trace::WaitKind::Wait:
            return fmt::format("asyncio.wait of {}{}", future->waitValue, membersText(future));
        case trace::WaitKind::AsCompleted: return "the next of as_completed" + membersText(future);
        case trace::WaitKind::TaskGroup: return "the tasks of a task group" + membersText(future);
        case trace::WaitKind::Lock: return lockText(future);
        case trace::WaitKind::Event: return "an event to be set";
        case trace::WaitKind::Condition: return "a condition to be notified";
        case trace::WaitKind::Semaphore: return semaphoreText(future);
        case trace::WaitKind::Barrier: return "a barrier";
        case trace::WaitKind::QueueGet: return "an item of a queue";
        case trace::WaitKind::QueuePut: return "room in a queue";
        case trace::WaitKind::QueueJoin: return "a queue's items to be done";
        default: return "a future that nobody resolves";
    }
}

std::vector<Task*> Waits::awaited(const Task* task) const {
    std::vector<Task*> found;
    const auto add = [&](Task* each) {
        if (each && !each->done()) found.push_back(each);
    };
    Future* future = task->waiter.get();
    if (!future) return found;
    if (isTask(run_, future)) {
        add(static_cast<Task*>(future));
    } else if (future->waitKind == trace::WaitKind::Gather) {
        for (const Ref& child : static_cast<GatheringFuture*>(future)->children) {
            if (isTask(run_, child.as<Future>())) add(child.as<Task>());
        }
    } else if (future->waitKind == trace::WaitKind::Lock ||
               future->waitKind == trace::WaitKind::Semaphore) {
        for (const trace::TaskId holder : holdersOf(future)) add(find(holder));
    } else if (future->waitKind == trace::WaitKind::Wait ||
               future->waitKind == trace::WaitKind::AsCompleted ||
               future->waitKind == trace::WaitKind::TaskGroup) {
        found = membersOf(future);
    } else if (future->waitBehind.valid()) {
        add(find(future->waitBehind));
    }
    return found;
}

/// A ring of tasks of which each waits for the next, the first one of them in order of creation
/// at its head; empty where there is none. Depth first, each task once.
std::vector<Task*> findRing(const Waits& waits, const std::vector<Ptr<Task>>& tasks) {
    struct Visit {
        Task* task;
        std::vector<Task*> next;
        std::size_t at = 0;
    };
    std::unordered_set<const Task*> seen, onPath;
    for (const Ptr<Task>& start : tasks) {
        if (!seen.insert(start.get()).second) continue;
        std::vector<Visit> path{{start.get(), waits.awaited(start.get())}};
        onPath = {start.get()};
        while (!path.empty()) {
            Visit& last = path.back();
            if (last.at == last.next.size()) {
                onPath.erase(last.task);
                path.pop_back();
                continue;
            }
            Task* next = last.next[last.at++];
            if (onPath.contains(next)) {
                std::vector<Task*> ring;
                for (const Visit& each : path) ring.push_back(each.task);
                ring.erase(ring.begin(), std::ranges::find(ring, next));
                std::ranges::rotate(ring, std::ranges::min_element(ring, {}, [](const Task* each) {
                                        return each->traceId.value;
                                    }));
                return ring;
            }
            if (!seen.insert(next).second) continue;
            onPath.insert(next);
            path.push_back({next, waits.awaited(next)});
        }
    }
    return {};
}

std::string ringText(const std::vector<Task*>& ring) {
    if (ring.empty()) return {};
    if (ring.size() == 1) return fmt::format("  {} waits for itself\n", taskName(ring.front()));
    std::string text = "  in a ring: ";
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (i == kMostShown) {
            text += "… ";
            break;
        }
        text += taskName(ring[i]) + " waits for ";
    }
    return text + taskName(ring.front()) + "\n";
}

}  // namespace

void reportDeadlock(RunContext& run, EventLoop* loop) {
    std::string text = fmt::format(
        "deadlock at {}: nothing is ready and no timer is set, so the program would wait for "
        "ever\n",
        seconds(run.clock.now()));
    const std::vector<Ptr<Task>> tasks = loop ? allTasks(run, loop) : std::vector<Ptr<Task>>();
    const Waits waits(run);
    for (std::size_t i = 0; i < tasks.size() && i < kMostShown; ++i) {
        const Task* task = tasks[i].get();
        const int line = task->place.line;
        text += fmt::format("  {} in {}(){} waits for {}\n", taskName(task),
                            coroutineName(run, task->coroutine.value()),
                            line > 0 ? fmt::format(", line {},", line) : "", waits.text(task));
    }
    if (tasks.size() > kMostShown)
        text += fmt::format("  and {} more tasks\n", tasks.size() - kMostShown);
    text += ringText(findRing(waits, tasks));
    if (tasks.empty() && loop)
        text +=
            "  no task is left: the loop itself waits, in run_forever() or run_until_complete()\n";
    text += run.workers.describeWaiting();
    run.message = std::move(text);
    run.deadlocked = true;
    run.vm.stop(StopReason::Deadlock);
}

}  // namespace coroscope::loop
