#include "engine/loop/waits.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <iterator>
#include <unordered_set>

#include <fmt/format.h>

#include "engine/loop/executors.h"
#include "engine/loop/own_loops.h"
#include "engine/trace/lane_name.h"

namespace coroscope::loop {

namespace {

std::string seconds(double value) { return fmt::format("{} s", value); }

/// Most names in one line.
constexpr std::size_t kMostNamed = 10;
/// Who has taken one lock or semaphore and did not give it back, in the order of taking. Giving
/// back takes the same time however many there are.
class Takers {
public:
    void took(trace::TaskId task) {
        places_[task].push_back(tasks_.size());
        tasks_.push_back(task);
    }
    /// False: it had not taken it.
    bool gaveBack(trace::TaskId task) {
        const auto found = places_.find(task);
        if (found == places_.end()) return false;
        tasks_[found->second.front()] = trace::TaskId();
        found->second.pop_front();
        if (found->second.empty()) places_.erase(found);  // an empty deque still takes half a KiB
        return true;
    }
    [[nodiscard]] std::vector<trace::TaskId> left() const {
        std::vector<trace::TaskId> found;
        std::ranges::copy_if(tasks_, std::back_inserter(found),
                             [](trace::TaskId task) { return task.valid(); });
        return found;
    }

private:
    std::vector<trace::TaskId> tasks_;  ///< invalid: gave it back
    std::unordered_map<trace::TaskId, std::deque<std::size_t>> places_;
};

}  // namespace

/// Who holds which lock and semaphore: whoever took it, as the trace has it, and did not give it
/// back. Nobody can be told to hold a semaphore that was released by who had not taken it: that
/// one is no lock for several, but counts what has happened.
Waits::Holders Waits::findHolders(const trace::Trace& trace) {
    std::unordered_map<trace::ObjectId, Takers> takers;
    std::unordered_set<trace::ObjectId> counters;
    for (const trace::Event& event : trace.events()) {
        const bool isLock = event.wait == trace::WaitKind::Lock;
        if (!isLock && event.wait != trace::WaitKind::Semaphore) continue;
        if (event.kind == trace::EventKind::Acquired) {
            takers[event.object()].took(event.task);
        } else if (event.kind == trace::EventKind::Released &&
                   !takers[event.object()].gaveBack(event.task)) {
            if (isLock) {
                takers.erase(event.object());
            } else {
                counters.insert(event.object());
            }
        }
    }
    Holders holders;
    for (const auto& [object, each] : takers) {
        if (!counters.contains(object)) holders[object] = each.left();
    }
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

std::string calledTask(const Task* task) {
    const std::string name = trace::shownName(taskName(task));
    return name.empty() ? "(no name)" : name;
}

std::string Waits::called(trace::TaskId id) const {
    const Task* task = find(id);
    return task ? calledTask(task) : "a task";
}

std::string Waits::called(const Party& party) const {
    if (party.object == nullptr) return "the main thread";
    if (isTask(party.object)) return calledTask(static_cast<const Task*>(party.object));
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
        names += calledTask(task);
    }
    return names;
}

std::string Waits::lockText(const Future* future) const {
    const auto holders = holdersOf(future);
    if (holders.empty()) return "a lock";
    const Task* task = find(holders.front());
    if (!task) return "a lock that was never released";
    return fmt::format("a lock that {} holds{}", calledTask(task),
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
        names += isTask(each) ? calledTask(static_cast<Task*>(each)) : "a future";
    }
    return fmt::format("gather of {}{}", future->waitValue, names);
}

std::string Waits::taskText(const Task* task) const {
    const Future* future = task->waiter.get();
    if (!future) return "nothing that could wake it";
    if (isTask(future)) return calledTask(static_cast<const Task*>(future));
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
        case trace::WaitKind::Process:
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
        if (isLoop(run_, Value(object))) {
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

trace::ObjectId Waits::sharedWait(const Party& party) const {
    if (!isTask(party.object)) return {};
    const Future* future = static_cast<const Task*>(party.object)->waiter.get();
    const bool isShared = future && !isTask(future) &&
                          (future->waitKind == trace::WaitKind::Lock ||
                           future->waitKind == trace::WaitKind::Semaphore);
    return isShared ? future->id : trace::ObjectId();
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
            for (const trace::TaskId holder : holdersOf(future)) add(find(holder));
            break;
        case trace::WaitKind::Wait:
        case trace::WaitKind::AsCompleted:
        case trace::WaitKind::TaskGroup:
            for (const Task* member : membersOf(future)) add(member);
            break;
        case trace::WaitKind::Worker:
        case trace::WaitKind::Process: return behind(callBehind(future));
        default:
            if (future->waitBehind.valid()) add(find(future->waitBehind));
    }
    return found;
}

}  // namespace coroscope::loop
