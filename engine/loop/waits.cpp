#include "engine/loop/waits.h"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <unordered_set>

#include <fmt/format.h>

#include "engine/loop/executors.h"

namespace coroscope::loop {

namespace {

std::string seconds(double value) { return fmt::format("{} s", value); }

/// Most names in one line.
constexpr std::size_t kMostNamed = 10;
/// Of the many who hold one semaphore, with each of whom all that wait for it could form a ring.
constexpr std::size_t kMostFollowed = 1'000;

}  // namespace

/// Who holds which lock and semaphore: whoever took it, as the trace has it, and did not give it
/// back. Nobody can be told to hold a semaphore that was released by who had not taken it: that
/// one is no lock for several, but counts what has happened.
Waits::Holders Waits::findHolders(const trace::Trace& trace) {
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

Waits::Waits(RunContext& run) : run_(run), holders_(findHolders(run.recorder.trace())) {
    for (Task* task = run.firstTask; task; task = task->next) tasks_[task->traceId] = task;
}

bool Waits::isTask(const Object* object) const {
    return object != nullptr && object->type->isSubtypeOf(run_.taskType);
}

Task* Waits::find(trace::TaskId id) const {
    const auto found = tasks_.find(id);
    return found == tasks_.end() ? nullptr : found->second;
}

std::string Waits::called(trace::TaskId id) const {
    const Task* task = find(id);
    return task ? taskName(task) : "a task";
}

std::string Waits::called(const Party& party) const {
    if (party.object == nullptr) return "the main thread";
    if (isTask(party.object)) return taskName(static_cast<const Task*>(party.object));
    const auto* worker = static_cast<const Worker*>(party.object);
    return fmt::format("{} {}", worker->isProcess() ? "process" : "thread", viewOf(worker->name));
}

std::span<const trace::TaskId> Waits::holdersOf(const Future* future) const {
    const auto found = holders_.find(future->id);
    return found == holders_.end() ? std::span<const trace::TaskId>() : found->second;
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

std::string Waits::gatherText(const Future* future) const {
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
        names += isTask(each) ? taskName(static_cast<Task*>(each)) : "a future";
    }
    return fmt::format("gather of {}{}", future->waitValue, names);
}

std::string Waits::taskText(const Task* task) const {
    const Future* future = task->waiter.get();
    if (!future) return "nothing that could wake it";
    if (isTask(future)) return taskName(static_cast<const Task*>(future));
    const bool hasTask = future->waitBehind.valid();
    switch (future->waitKind) {
        case trace::WaitKind::Sleep: return "sleep " + seconds(future->waitValue);
        case trace::WaitKind::Gather: return gatherText(future);
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
        case trace::WaitKind::Worker:
            return threadText("a call in a thread|: {}", callBehind(future));
        default: return "a future that nobody resolves";
    }
}

std::string Waits::threadText(std::string_view what, Value thing) const {
    const std::size_t bar = what.find('|');
    if (bar == std::string_view::npos) return std::string(what);
    const std::vector<Party> first = behind(thing);
    const std::string always(what.substr(0, bar));
    if (first.empty()) return always;
    return always + fmt::format(fmt::runtime(what.substr(bar + 1)), called(first.front()));
}

std::string Waits::text(const Party& party) const {
    if (isTask(party.object)) return taskText(static_cast<const Task*>(party.object));
    const ThreadWait& wait = run_.workers.waitOf(static_cast<const Worker*>(party.object));
    return threadText(wait.what, wait.thing);
}

std::vector<Party> Waits::behind(Value thing) const {
    constexpr int kMostSteps = 4;
    for (int step = 0; step < kMostSteps && thing.isObject(); ++step) {
        Object* object = thing.object;
        if (object->type == run_.workerType || isTask(object)) return {{object}};
        if (object->type == run_.loopType) {
            const auto runner = run_.workers.runnerOf(static_cast<EventLoop*>(object));
            return runner ? std::vector<Party>{{*runner}} : std::vector<Party>();
        }
        // An object of the bundled modules: a lock, a call.
        Attributes* attributes = object->type->attributesOf(object);
        if (attributes == nullptr) return {};
        thing = instanceGet(*attributes, run_.vm.intern("_behind"));
        if (thing.isNone()) return {Party{}};
    }
    return {};
}

std::vector<Party> Waits::awaited(const Party& party) const {
    if (!isTask(party.object))
        return behind(run_.workers.waitOf(static_cast<const Worker*>(party.object)).thing);
    const auto* task = static_cast<const Task*>(party.object);
    if (task == run_.currentTask) return {Party{}};  // it stands in the main thread's wait
    std::vector<Party> found;
    const auto add = [&](const Task* each) {
        if (each && !each->done()) found.push_back({each});
    };
    const Future* future = task->waiter.get();
    if (!future) return found;
    if (isTask(future)) {
        add(static_cast<const Task*>(future));
        return found;
    }
    switch (future->waitKind) {
        case trace::WaitKind::Gather:
            for (const Ref& child : static_cast<const GatheringFuture*>(future)->children) {
                if (isTask(child.as<Future>())) add(child.as<Task>());
            }
            break;
        case trace::WaitKind::Lock:
        case trace::WaitKind::Semaphore:
            for (const trace::TaskId holder : holdersOf(future) | std::views::take(kMostFollowed)) {
                add(find(holder));
            }
            break;
        case trace::WaitKind::Wait:
        case trace::WaitKind::AsCompleted:
        case trace::WaitKind::TaskGroup:
            for (const Task* member : membersOf(future)) add(member);
            break;
        case trace::WaitKind::Worker: return behind(callBehind(future));
        default:
            if (future->waitBehind.valid()) add(find(future->waitBehind));
    }
    return found;
}

}  // namespace coroscope::loop
