// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/sync_state.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <unordered_map>
#include <utility>

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

/// How many places of a semaphore are free (Semaphore._value in Lib/asyncio/locks.py): whoever
/// gives one back counts it as free and then, where somebody stands in line, as taken for whom it
/// wakes; one that is cancelled before its turn gives it back again.
class FreePlaces {
public:
    void read(const Event& event) {
        const ObjectId given = std::exchange(given_, ObjectId());
        switch (event.kind) {
            case EventKind::Acquired:
            case EventKind::Released:
                if (event.wait != WaitKind::Semaphore) return;
                free_[event.object()] = static_cast<int>(event.value);
                if (event.kind == EventKind::Acquired) keptFor_.erase(event.task);
                return;
            case EventKind::FutureResolved:
                if (event.wait != WaitKind::Semaphore) return;
                if (event.resolution() != trace::Resolution::Result) return;
                given_ = event.object();
                --free_[given_];
                return;
            case EventKind::TaskWoken:
                if (given.valid() && event.object() == given) keptFor_[event.task] = given;
                return;
            case EventKind::CancelDelivered:
                if (const auto kept = keptFor_.find(event.task); kept != keptFor_.end()) {
                    ++free_[kept->second];
                    keptFor_.erase(kept);
                }
                return;
            default: return;
        }
    }
    [[nodiscard]] int of(ObjectId semaphore) const {
        const auto known = free_.find(semaphore);
        return known == free_.end() ? -1 : known->second;
    }
    /// Of which the last event gave a place to the first in line, which is woken next.
    [[nodiscard]] ObjectId given() const { return given_; }
    /// Whether one is kept for a task that has been woken.
    [[nodiscard]] bool keeps(TaskId task) const { return keptFor_.contains(task); }

private:
    std::unordered_map<ObjectId, int> free_;
    std::unordered_map<TaskId, ObjectId> keptFor_;
    ObjectId given_;
};

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
    SyncReader(const trace::Trace& trace, const trace::LoopState& state, const RunSource& source)
        : trace_(trace), state_(state), source_(source) {}

    SyncState read(std::size_t most) {
        findWhatHappened();
        findWaiters();
        findTouched();
        choose(most);
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
            const TaskId task = TaskId::fromIndex(i);
            const bool suspended = state_.tasks[i].status == trace::TaskStatus::Suspended;
            if (!state_.tasks[i].suspendedAt.valid() || (!suspended && !isWoken(task))) continue;
            const EventIndex since = state_.tasks[i].suspendedAt;
            const Event event = trace_[since];
            if (objectKind(event.wait) == nullptr || !event.object().valid()) continue;
            (suspended ? waiters_ : woken_).push_back({since, task, event.object(), event.wait});
        }
        std::ranges::sort(waiters_, {}, &Waiter::since);
        const auto next =
            std::ranges::find_if(waiters_, [given = places_.given()](const Waiter& each) {
                return given.valid() && each.object == given;
            });
        if (next != waiters_.end()) {
            woken_.push_back(*next);
            waiters_.erase(next);
        }
        std::ranges::sort(woken_, {}, &Waiter::since);
    }

    /// Whether what it waited for has come, so that it is ready or just has its turn; not so if it
    /// was cancelled, unless it has a place of a semaphore to give back first.
    [[nodiscard]] bool isWoken(TaskId task) const {
        if (places_.keeps(task)) return true;
        const trace::TaskState& now = state_.tasks[task.index()];
        const bool begins = now.status == trace::TaskStatus::Running && now.since == state_.at;
        if ((now.status != trace::TaskStatus::Ready && !begins) || now.cancelRequested)
            return false;
        return trace_[now.suspendedAt].wait != WaitKind::Semaphore;
    }

    /// What lies free, and how full the queues are, is told by what happened to them last.
    void findWhatHappened() {
        const std::size_t end = state_.at.index() + 1;
        const std::size_t first = end - std::min(end, kSyncEvents);
        auto row = first == 0 ? trace_.events().begin()
                              : trace_.events().after(EventIndex::fromIndex(first - 1));
        for (; !row.atEnd() && row.index() <= state_.at; ++row) {
            places_.read(*row);
            if (row->kind != EventKind::StepEnded && touchesObject(*row)) lately_.push_back(*row);
        }
        std::ranges::reverse(lately_);
    }

    void findTouched() {
        for (const trace::Holding& holding : state_.holdings) {
            if (holding.object.valid()) touch(holding.object, holding.kind);
        }
        for (const Waiter& waiter : waiters_) touch(waiter.object, waiter.kind).waitedFor = true;
        for (const Waiter& waiter : woken_) touch(waiter.object, waiter.kind).waitedFor = true;
        for (const Event& event : lately_) touch(event.object(), objectWait(event));
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
            object.called = source_.objects().of(each.object, each.kind);
            made_.objects.push_back(std::move(object));
        }
        made_.leftOut = touched_.size() - made_.objects.size();
    }

    void addTasks() {
        for (const trace::Holding& holding : state_.holdings) {
            if (!holding.object.valid()) continue;
            if (SyncObject* shown = shownOf(holding.object)) shown->holders.push_back(holding.task);
        }
        for (const Waiter& waiter : waiters_) {
            if (SyncObject* shown = shownOf(waiter.object)) shown->waiters.push_back(waiter.task);
        }
        for (const Waiter& waiter : woken_) {
            if (SyncObject* shown = shownOf(waiter.object)) shown->woken.push_back(waiter.task);
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
            if (shown->kind == WaitKind::Semaphore) shown->free = places_.of(event.object());
            if (shown->kind == WaitKind::Event) shown->isSet = event.value != 0;
        }
    }

    SyncObject* shownOf(ObjectId object) { return shownOf(touched_[place_[object.index()]]); }
    SyncObject* shownOf(const Touched& each) {
        return each.place == Touched::kLeftOut ? nullptr : &made_.objects[each.place];
    }

    const trace::Trace& trace_;
    const trace::LoopState& state_;
    const RunSource& source_;
    std::vector<Waiter> waiters_;
    std::vector<Waiter> woken_;
    FreePlaces places_;
    std::vector<Event> lately_;       ///< what happened to them, the last first
    std::vector<Touched> touched_;    ///< in the order of their first use
    std::vector<std::size_t> place_;  ///< among these, by ObjectId
    SyncState made_;
};

}  // namespace

SyncState syncState(const trace::Trace& trace, const trace::LoopState& state,
                    const RunSource& source, std::size_t most) {
    if (!state.at.valid()) return {};
    return SyncReader(trace, state, source).read(most);
}

}  // namespace coroscope::app
