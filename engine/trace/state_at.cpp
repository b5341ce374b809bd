#include "engine/trace/state_at.h"

#include <algorithm>
#include <utility>

namespace coroscope::trace {

namespace {

/// Applying this many events takes well under a millisecond.
constexpr std::size_t kFewestEventsBetweenCheckpoints = 1 << 16;
/// A task's state takes about as much as so many rows do.
constexpr std::size_t kEventsForAnEntry = 3;

std::size_t entriesOf(const LoopState& state) {
    return state.tasks.size() + state.readyCount() + state.timers().size() + state.holdings.size();
}

}  // namespace

void TaskTimes::add(TaskStatus status, double seconds) {
    switch (status) {
        case TaskStatus::Running: running += seconds; break;
        case TaskStatus::Created:
        case TaskStatus::Ready: ready += seconds; break;
        case TaskStatus::Suspended: waiting += seconds; break;
        case TaskStatus::Returned:
        case TaskStatus::Raised:
        case TaskStatus::Cancelled: break;
    }
}

std::vector<ReadyEntry> LoopState::ready(std::size_t most) const {
    std::vector<ReadyEntry> result;
    result.reserve(std::min(most, readyCount()));
    for (std::size_t place = readyHead_; place < readyRows_.size(); ++place) {
        if (result.size() >= most) break;
        const ReadyEntry& entry = readyRows_[place];
        if (entry.task.valid() || entry.handle.valid()) result.push_back(entry);
    }
    return result;
}

std::vector<TimerEntry> LoopState::timersInOrder(std::size_t most) const {
    // Equal times: first set, first due.
    const auto before = [](const TimerEntry& left, const TimerEntry& right) {
        return std::pair(left.when, left.setAt) < std::pair(right.when, right.setAt);
    };
    std::vector<TimerEntry> result = timerRows_;
    const std::size_t count = std::min(most, result.size());
    std::partial_sort(result.begin(), result.begin() + static_cast<std::ptrdiff_t>(count),
                      result.end(), before);
    result.resize(count);
    return result;
}

TaskTimes LoopState::timesOf(TaskId task) const {
    const TaskState& its = tasks[task.index()];
    TaskTimes times = its.timesBefore;
    times.add(its.status, time - its.sinceTime);
    return times;
}

StateReader::StateReader(std::shared_ptr<const Trace> trace)
    : trace_(std::move(trace)), next_(trace_->events().begin()) {
    std::size_t last = 0;
    const std::size_t size = trace_->size();
    while (applied() < size) {
        applyNext();
        const std::size_t distance =
            std::max(kFewestEventsBetweenCheckpoints, kEventsForAnEntry * entriesOf(state_));
        if (applied() - last >= distance) {
            checkpoints_.push_back(state_);
            last = applied();
        }
    }
}

const LoopState& StateReader::stateAt(EventIndex at) {
    const std::size_t wanted =
        at.valid() ? std::min(at.index() + 1, trace_->size()) : 0;  // events applied
    const auto after = std::upper_bound(
        checkpoints_.begin(), checkpoints_.end(), wanted,
        [](std::size_t count, const LoopState& state) { return count < state.at.index() + 1; });
    const std::size_t checkpointed =
        after == checkpoints_.begin() ? 0 : std::prev(after)->at.index() + 1;
    if (applied() > wanted || applied() < checkpointed) {
        if (checkpointed == 0) {
            state_ = LoopState();
            held_.clear();
            next_ = trace_->events().begin();
        } else {
            restore(*std::prev(after));
        }
    }
    while (applied() < wanted) {
        applyNext();
    }
    return state_;
}

void StateReader::restore(const LoopState& checkpoint) {
    state_ = checkpoint;
    next_ = trace_->events().after(state_.at);
    for (std::size_t place = 0; place < state_.timerRows_.size(); ++place) {
        timerPlace_[state_.timerRows_[place].handle.index()] = static_cast<std::uint32_t>(place);
    }
    tidyReady();
    held_.clear();
    tidyHoldings();
}

void StateReader::applyNext() {
    apply(*next_, next_.index());
    ++next_;
}

void StateReader::apply(const Event& event, EventIndex index) {
    state_.at = index;
    state_.time = event.time;
    TaskId placed = event.task;  // whose line the event's is
    switch (event.kind) {
        case EventKind::TaskCreated:
            state_.tasks.resize(std::max(state_.tasks.size(), event.task.index() + 1));
            setStatus(event.task, TaskStatus::Created, index);
            pushReady(event.task, {}, index);
            placed = event.taskA() == state_.running ? event.taskA() : TaskId();
            break;
        case EventKind::StepBegan:
            takeReady(event.task, {});
            state_.running = event.task;
            state_.runningCallback = {};
            setStatus(event.task, TaskStatus::Running, index);
            break;
        case EventKind::StepEnded: applyStepEnded(event, index); break;
        case EventKind::CallbackScheduled: pushReady({}, event.object(), index); break;
        case EventKind::CallbackRan:
            takeReady({}, event.object());
            state_.running = {};
            state_.runningCallback = event.object();
            break;
        case EventKind::TimerSet: addTimer({event.value, event.object(), index}); break;
        case EventKind::TimerFired:
            state_.runningCallback = {};
            removeTimer(event.object());
            pushReady({}, event.object(), index);
            break;
        case EventKind::TimerCancelled:
            if (!removeTimer(event.object())) takeReady({}, event.object());
            break;
        case EventKind::TaskWoken:
            setStatus(event.task, TaskStatus::Ready, index);
            pushReady(event.task, {}, index);
            return;
        case EventKind::CancelRequested:
            if (event.task.index() < state_.tasks.size()) {
                state_.tasks[event.task.index()].cancelRequested = true;
            }
            placed = event.taskA() == state_.running ? event.taskA() : TaskId();
            break;
        case EventKind::CancelDelivered:
            if (event.task.index() < state_.tasks.size()) {
                state_.tasks[event.task.index()].cancelRequested = false;
            }
            break;
        case EventKind::ClockJumped: state_.runningCallback = {}; break;
        case EventKind::BlockingBegan: state_.blocked = true; break;
        case EventKind::BlockingEnded: state_.blocked = false; break;
        case EventKind::WorkerStarted:
        case EventKind::WorkerSuspended:
        case EventKind::WorkerResumed:
        case EventKind::WorkerEnded: applyWorker(event, index); return;
        case EventKind::Acquired: take(event); break;
        case EventKind::Released: giveBack(event); break;
        case EventKind::Output: {
            std::size_t& size =
                event.stream() == Stream::Stdout ? state_.stdoutSize : state_.stderrSize;
            size = static_cast<std::size_t>(event.value) + event.a;
            break;
        }
        case EventKind::FutureResolved:
        case EventKind::QueuePut:
        case EventKind::QueueGot:
        case EventKind::Warning:
        case EventKind::ExceptionRaised: break;
        case EventKind::Finished:
            state_.running = {};
            state_.runningCallback = {};
            state_.finished = true;
            break;
    }
    if (event.line != 0 && placed.index() < state_.tasks.size()) {
        state_.tasks[placed.index()].placedAt = index;
    }
}

void StateReader::applyStepEnded(const Event& event, EventIndex index) {
    state_.running = {};
    switch (event.stepEnd()) {
        case StepEnd::Suspended: {
            const bool yields = event.wait == WaitKind::Yield;
            setStatus(event.task, yields ? TaskStatus::Ready : TaskStatus::Suspended, index);
            if (event.task.index() < state_.tasks.size()) {
                state_.tasks[event.task.index()].suspendedAt = index;
            }
            if (yields) pushReady(event.task, {}, index);
            break;
        }
        case StepEnd::Returned: setStatus(event.task, TaskStatus::Returned, index); break;
        case StepEnd::Raised: setStatus(event.task, TaskStatus::Raised, index); break;
        case StepEnd::Cancelled: setStatus(event.task, TaskStatus::Cancelled, index); break;
    }
}

void StateReader::applyWorker(const Event& event, EventIndex index) {
    if (!event.worker().valid()) return;
    auto& workers = state_.workers;
    workers.resize(std::max(workers.size(), event.worker().index() + 1));
    WorkerState& worker = workers[event.worker().index()];
    using Status = WorkerState::Status;
    switch (event.kind) {
        case EventKind::WorkerStarted: worker = {Status::Running, event.task, index, 0}; break;
        case EventKind::WorkerSuspended:
            worker.status = Status::Sleeping;
            worker.until = event.value;
            break;
        case EventKind::WorkerResumed: worker.status = Status::Running; break;
        default: worker.status = Status::Idle; break;
    }
}

void StateReader::setStatus(TaskId task, TaskStatus status, EventIndex since) {
    if (task.index() >= state_.tasks.size()) return;
    TaskState& its = state_.tasks[task.index()];
    if (its.since.valid()) its.timesBefore.add(its.status, state_.time - its.sinceTime);
    its.status = status;
    its.since = since;
    its.sinceTime = state_.time;
}

std::uint32_t& StateReader::readyPlace(const ReadyEntry& entry) {
    auto& places = entry.task.valid() ? taskPlace_ : handlePlace_;
    const std::size_t index = entry.task.valid() ? entry.task.index() : entry.handle.index();
    if (places.size() <= index) places.resize(std::max(index + 1, places.size() * 2));
    return places[index];
}

void StateReader::pushReady(TaskId task, ObjectId handle, EventIndex since) {
    if (!task.valid() && !handle.valid()) return;
    const ReadyEntry entry{task, handle, since};
    readyPlace(entry) = static_cast<std::uint32_t>(state_.readyRows_.size());
    state_.readyRows_.push_back(entry);
}

/// As a rule it is the front that is taken; a cancelled handle may be anywhere.
void StateReader::takeReady(TaskId task, ObjectId handle) {
    if (!task.valid() && !handle.valid()) return;
    auto& rows = state_.readyRows_;
    const std::size_t place = readyPlace({task, handle, {}});
    if (place >= rows.size() || rows[place].task != task || rows[place].handle != handle) return;
    rows[place] = {};
    ++state_.readyGone_;
    std::size_t& head = state_.readyHead_;
    while (head < rows.size() && !rows[head].task.valid() && !rows[head].handle.valid()) ++head;
    if (state_.readyGone_ > 64 && state_.readyGone_ > rows.size() / 2) tidyReady();
}

/// Throws out what was taken.
void StateReader::tidyReady() {
    state_.readyRows_ = state_.ready();
    state_.readyHead_ = state_.readyGone_ = 0;
    for (std::size_t place = 0; place < state_.readyRows_.size(); ++place) {
        readyPlace(state_.readyRows_[place]) = static_cast<std::uint32_t>(place);
    }
}

void StateReader::addTimer(const TimerEntry& timer) {
    if (!timer.handle.valid()) return;
    if (timerPlace_.size() <= timer.handle.index()) {
        timerPlace_.resize(std::max(timer.handle.index() + 1, timerPlace_.size() * 2));
    }
    timerPlace_[timer.handle.index()] = static_cast<std::uint32_t>(state_.timerRows_.size());
    state_.timerRows_.push_back(timer);
}

bool StateReader::removeTimer(ObjectId handle) {
    auto& rows = state_.timerRows_;
    if (handle.index() >= timerPlace_.size()) return false;
    const std::size_t place = timerPlace_[handle.index()];
    if (place >= rows.size() || rows[place].handle != handle) return false;
    rows[place] = rows.back();
    timerPlace_[rows[place].handle.index()] = static_cast<std::uint32_t>(place);
    rows.pop_back();
    return true;
}

StateReader::Held& StateReader::heldOf(ObjectId object) {
    if (held_.size() <= object.index()) {
        held_.resize(std::max(object.index() + 1, held_.size() * 2));
    }
    return held_[object.index()];
}

void StateReader::take(const Event& event) {
    if (!event.object().valid()) return;
    Held& held = heldOf(event.object());
    if (held.count++ == 0) held.from = static_cast<std::uint32_t>(state_.holdings.size());
    state_.holdings.push_back({event.object(), event.task, event.wait});
}

/// A semaphore may be released by another task than the one that took it: then it is the first
/// taken that is given back.
void StateReader::giveBack(const Event& event) {
    if (!event.object().valid()) return;
    Held& held = heldOf(event.object());
    if (held.count == 0) return;
    auto& rows = state_.holdings;
    std::size_t first = rows.size();
    std::size_t found = rows.size();
    std::size_t left = held.count;
    for (std::size_t place = held.from; left > 0 && found == rows.size(); ++place) {
        if (rows[place].object != event.object()) continue;
        --left;
        first = std::min(first, place);
        if (rows[place].task == event.task) found = place;
    }
    if (found == rows.size()) found = first;
    held.from = static_cast<std::uint32_t>(found == first ? first + 1 : first);
    --held.count;
    rows[found] = {};
    std::size_t& gone = ++state_.holdingsGone_;
    if (gone == rows.size() || (gone > 64 && gone > rows.size() / 2)) tidyHoldings();
}

/// Throws out what was given back.
void StateReader::tidyHoldings() {
    std::erase_if(state_.holdings, [](const Holding& row) { return !row.object.valid(); });
    state_.holdingsGone_ = 0;
    for (const Holding& row : state_.holdings) heldOf(row.object).count = 0;
    for (std::size_t place = 0; place < state_.holdings.size(); ++place) {
        Held& held = heldOf(state_.holdings[place].object);
        if (held.count++ == 0) held.from = static_cast<std::uint32_t>(place);
    }
}

std::vector<TaskId> awaitedTasks(const Trace& trace, const LoopState& state, TaskId task) {
    std::vector<TaskId> result;
    if (task.index() >= state.tasks.size()) return result;
    const TaskState& its = state.tasks[task.index()];
    if (its.status != TaskStatus::Suspended) return result;
    const Event& suspension = trace[its.suspendedAt];
    if (suspension.taskB().valid()) result.push_back(suspension.taskB());
    for (const TaskId member : trace.members(suspension.object())) {
        const bool waitedFor =
            member.index() < state.tasks.size() && !isDone(state.tasks[member.index()].status);
        if (waitedFor && member != suspension.taskB()) result.push_back(member);
    }
    return result;
}

}  // namespace coroscope::trace
