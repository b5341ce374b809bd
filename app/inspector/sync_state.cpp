// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/sync_state.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace coroscope::app {

using trace::Event;
using trace::EventIndex;
using trace::EventKind;
using trace::ObjectId;
using trace::TaskId;
using trace::WaitKind;

namespace {

/// Of the two ends of a queue, one kind stands for both.
WaitKind family(WaitKind kind) {
    return kind == WaitKind::QueuePut || kind == WaitKind::QueueJoin ? WaitKind::QueueGet : kind;
}

const char* word(WaitKind kind) {
    switch (family(kind)) {
        case WaitKind::Lock: return "lock";
        case WaitKind::Semaphore: return "semaphore";
        case WaitKind::Event: return "event";
        case WaitKind::Condition: return "condition";
        case WaitKind::Barrier: return "barrier";
        case WaitKind::QueueGet: return "queue";
        default: return nullptr;
    }
}

/// One that has been touched: how it stands among all of them.
struct Touched {
    ObjectId object;
    WaitKind kind = WaitKind::Lock;
    bool waitedFor = false;
    std::size_t place = kLeftOut;  ///< among those that are shown

    static constexpr std::size_t kLeftOut = SIZE_MAX;
};

class SyncReader {
public:
    SyncReader(const trace::Trace& trace, const trace::LoopState& state, const ObjectNames& names)
        : trace_(trace), state_(state), names_(names) {}

    SyncState read(std::size_t most) {
        findWaiters();
        findTouched();
        choose(most);
        nameThem();
        addTasks();
        addWhatIsIn();
        return std::move(made_);
    }

private:
    struct Waiter {
        EventIndex since;
        TaskId task;
        ObjectId object;
        WaitKind kind;
    };

    /// In the order in which they came.
    void findWaiters() {
        for (std::size_t i = 0; i < state_.tasks.size(); ++i) {
            const trace::TaskState& task = state_.tasks[i];
            if (task.status != trace::TaskStatus::Suspended || !task.suspendedAt.valid()) continue;
            const Event event = trace_[task.suspendedAt];
            if (word(event.wait) == nullptr || !event.object().valid()) continue;
            waiters_.push_back(
                {task.suspendedAt, TaskId::fromIndex(i), event.object(), event.wait});
        }
        std::ranges::sort(waiters_, {}, &Waiter::since);
        // What lies free, and how full the queues are, is told by what happened to them last.
        const std::size_t end = state_.at.index() + 1;
        for (std::size_t i = end; i > end - std::min(end, kSyncEvents); --i) {
            const Event event = trace_[EventIndex::fromIndex(i - 1)];
            const bool ofQueue =
                event.kind == EventKind::QueuePut || event.kind == EventKind::QueueGot;
            const bool ofOther =
                event.kind == EventKind::Released || event.kind == EventKind::Acquired;
            if ((ofQueue || ofOther) && event.object().valid()) {
                lately_.push_back(event);
            }
        }
    }

    void findTouched() {
        for (const trace::Holding& holding : state_.holdings) {
            if (holding.object.valid()) touch(holding.object, holding.kind);
        }
        for (const Waiter& waiter : waiters_) touch(waiter.object, waiter.kind).waitedFor = true;
        for (const Event& event : lately_) {
            const bool ofQueue =
                event.kind == EventKind::QueuePut || event.kind == EventKind::QueueGot;
            touch(event.object(), ofQueue ? WaitKind::QueueGet : event.wait);
        }
        std::ranges::sort(touched_, {}, &Touched::object);
        for (std::size_t i = 0; i < touched_.size(); ++i) place_[touched_[i].object.index()] = i;
    }

    Touched& touch(ObjectId object, WaitKind kind) {
        if (object.index() >= place_.size()) place_.resize(object.index() + 1, Touched::kLeftOut);
        std::size_t& place = place_[object.index()];
        if (place == Touched::kLeftOut) {
            place = touched_.size();
            touched_.push_back({object, family(kind)});
        }
        return touched_[place];
    }

    /// Where there is no room for all, those that somebody waits for.
    void choose(std::size_t most) {
        std::size_t room = most;
        for (const bool waitedFor : {true, false}) {
            for (Touched& each : touched_) {
                if (each.waitedFor != waitedFor || room == 0) continue;
                each.place = 0;
                --room;
            }
        }
        for (Touched& each : touched_) {
            if (each.place == Touched::kLeftOut) continue;
            each.place = made_.objects.size();
            SyncObject object;
            object.object = each.object;
            object.kind = each.kind;
            object.room = trace_.roomOf(each.object);
            made_.objects.push_back(std::move(object));
        }
        made_.leftOut = touched_.size() - made_.objects.size();
    }

    /// By what the program calls them; several of the same name, and those without one, by numbers.
    void nameThem() {
        const auto nameOf = [this](const Touched& each) -> std::string_view {
            const auto known = names_.find(each.object);
            return known == names_.end() ? whatOf(each) : std::string_view(known->second);
        };
        std::unordered_map<std::string_view, int> total;
        for (const Touched& each : touched_) ++total[nameOf(each)];
        std::unordered_map<std::string_view, int> numbers;
        for (const Touched& each : touched_) {
            const std::string_view name = nameOf(each);
            const int number = total[name] < 2 ? 0 : ++numbers[name];
            SyncObject* shown = shownOf(each);
            if (shown == nullptr) continue;
            shown->what = whatOf(each);
            shown->name = number == 0 ? std::string(name) : fmt::format("{} {}", name, number);
        }
    }

    static const char* whatOf(const Touched& each) {
        const char* kind = word(each.kind);
        return kind ? kind : "object";
    }

    void addTasks() {
        for (const trace::Holding& holding : state_.holdings) {
            if (!holding.object.valid()) continue;
            if (SyncObject* shown = shownOf(holding.object)) shown->holders.push_back(holding.task);
        }
        for (const Waiter& waiter : waiters_) {
            if (SyncObject* shown = shownOf(waiter.object)) shown->waiters.push_back(waiter.task);
        }
    }

    void addWhatIsIn() {
        std::set<ObjectId> told;
        for (const Event& event : lately_) {
            SyncObject* shown = shownOf(event.object());
            if (shown == nullptr) continue;
            if (event.kind == EventKind::QueuePut || event.kind == EventKind::QueueGot) {
                if (shown->items < 0) shown->items = static_cast<int>(event.value);
                continue;
            }
            if (!told.insert(event.object()).second) continue;
            if (shown->kind == WaitKind::Semaphore) shown->free = static_cast<int>(event.value);
            if (shown->kind == WaitKind::Event) shown->isSet = event.value != 0;
        }
    }

    SyncObject* shownOf(ObjectId object) { return shownOf(touched_[place_[object.index()]]); }
    SyncObject* shownOf(const Touched& each) {
        return each.place == Touched::kLeftOut ? nullptr : &made_.objects[each.place];
    }

    const trace::Trace& trace_;
    const trace::LoopState& state_;
    const ObjectNames& names_;
    std::vector<Waiter> waiters_;
    std::vector<Event> lately_;       ///< what happened to them, the last first
    std::vector<Touched> touched_;    ///< in the order of their first use
    std::vector<std::size_t> place_;  ///< among these, by ObjectId
    SyncState made_;
};

}  // namespace

ObjectNames syncNames(const trace::Trace& trace, const RunSource& source) {
    ObjectNames names;
    std::size_t left = kNamedEvents;
    for (const Event& event : trace.events()) {
        if (left-- == 0) break;
        const bool touches =
            event.kind == EventKind::Acquired || event.kind == EventKind::Released ||
            event.kind == EventKind::QueuePut || event.kind == EventKind::QueueGot ||
            (event.kind == EventKind::StepEnded && event.stepEnd() == trace::StepEnd::Suspended &&
             word(event.wait) != nullptr);
        if (!touches || names.contains(event.object())) continue;
        if (const std::string_view name = source.subjectName(event); !name.empty()) {
            names.emplace(event.object(), name);
        }
    }
    return names;
}

SyncState syncState(const trace::Trace& trace, const trace::LoopState& state,
                    const ObjectNames& names, std::size_t most) {
    if (!state.at.valid()) return {};
    return SyncReader(trace, state, names).read(most);
}

}  // namespace coroscope::app
