#pragma once

/// What the loop and its tasks are like right after any event of a trace.
///
/// A state is rebuilt by applying the rows in turn. So that a jump anywhere
/// takes the same short time however long the run is, a StateReader keeps
/// copies of the state at intervals (checkpoints) and goes on from the nearest.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/trace/event.h"
#include "engine/trace/ids.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

enum class TaskStatus : std::uint8_t {
    Created,    ///< its first step is in the ready queue
    Running,    ///< this is its step
    Suspended,  ///< waits for something
    Ready,      ///< woken, in the ready queue
    Returned,   ///< done
    Raised,     ///< done, by an exception
    Cancelled,  ///< done, by CancelledError
};
[[nodiscard]] constexpr bool isDone(TaskStatus status) { return status >= TaskStatus::Returned; }
/// In the ready queue, be it for its first step or another one.
[[nodiscard]] constexpr bool isReady(TaskStatus status) {
    return status == TaskStatus::Created || status == TaskStatus::Ready;
}

/// How a task has spent its time, in seconds of virtual time. All three together are its age.
struct TaskTimes {
    double running = 0;
    double ready = 0;    ///< in the ready queue, waiting for its turn
    double waiting = 0;  ///< suspended

    /// Nothing for a task that is done.
    void add(TaskStatus status, double seconds);
};

struct TaskState {
    TaskStatus status = TaskStatus::Created;
    /// cancel() was called and CancelledError has not yet been thrown into it.
    bool cancelRequested = false;
    /// The event by which it got this status.
    EventIndex since;
    /// The time of that event, and how the task had spent its time by then: see `timesOf`.
    double sinceTime = 0;
    TaskTimes timesBefore;
    /// The StepEnded at which it was suspended last: what it waits for, where.
    /// None before its first suspension.
    EventIndex suspendedAt;
    /// The last event that tells where its code stands (its line).
    EventIndex placedAt;
};

/// An entry of the ready queue: a step of a task, or a callback.
struct ReadyEntry {
    TaskId task;      ///< none for a callback
    ObjectId handle;  ///< of a callback
    /// The event that put it there.
    EventIndex since;
};

struct TimerEntry {
    double when = 0;
    ObjectId handle;
    /// Its TimerSet, which tells what it is for.
    EventIndex setAt;
};

struct WorkerState {
    enum class Status : std::uint8_t { Idle, Running, Sleeping };
    Status status = Status::Idle;
    TaskId submitter;
    /// Its WorkerStarted.
    EventIndex startedAt;
    double until = 0;  ///< while Sleeping
};

/// A lock or semaphore, and a task that has it.
struct Holding {
    ObjectId object;
    TaskId task;
    WaitKind kind = WaitKind::Lock;
};

/// The whole state. A plain value: copy it to keep it.
struct LoopState {
    /// The event after which this holds; none: before the first.
    EventIndex at;
    double time = 0;
    /// The task whose step it is, and the callback that is running, if any.
    TaskId running;
    ObjectId runningCallback;
    /// Inside a BlockingBegan … BlockingEnded.
    bool blocked = false;
    bool finished = false;
    /// Bytes of `Trace::written(…)` that have been printed.
    std::size_t stdoutSize = 0;
    std::size_t stderrSize = 0;
    /// Those created so far, by TaskId.
    std::vector<TaskState> tasks;
    std::vector<WorkerState> workers;
    /// In the order in which they were taken. What was given back stays, without an object, until
    /// most are such.
    std::vector<Holding> holdings;

    /// At most `most` entries of the ready queue, first to run first.
    [[nodiscard]] std::vector<ReadyEntry> ready(std::size_t most = SIZE_MAX) const;
    [[nodiscard]] std::size_t readyCount() const { return readyRows_.size() - readyGone_; }
    /// In no order; see `timersInOrder`.
    [[nodiscard]] std::span<const TimerEntry> timers() const { return timerRows_; }
    /// At most `most` timers, the next to be due first.
    [[nodiscard]] std::vector<TimerEntry> timersInOrder(std::size_t most = SIZE_MAX) const;
    /// How a task that has been created has spent its time so far.
    [[nodiscard]] TaskTimes timesOf(TaskId task) const;

private:
    friend class StateReader;

    /// Entries that were taken stay, without task and handle, until most are
    /// such: `readyGone_` of them, the first `readyHead_` among them.
    std::vector<ReadyEntry> readyRows_;
    std::size_t readyHead_ = 0;
    std::size_t readyGone_ = 0;
    std::vector<TimerEntry> timerRows_;
    std::size_t holdingsGone_ = 0;
};

/// Gives the state at any event of one trace. Not for use by two threads at
/// once; make a second one, or copy states.
class StateReader {
public:
    /// Walks over the whole trace once (some 10 ms a million events), so make it
    /// outside the thread that draws.
    explicit StateReader(std::shared_ptr<const Trace> trace);

    [[nodiscard]] const Trace& trace() const { return *trace_; }

    /// Right after `at`; before the first event for none. Good until the next
    /// call. Going on by an event takes nanoseconds, any jump milliseconds.
    [[nodiscard]] const LoopState& stateAt(EventIndex at);

private:
    void applyNext();
    void apply(const Event& event, EventIndex index);
    void applyStepEnded(const Event& event, EventIndex index);
    void applyWorker(const Event& event, EventIndex index);
    void pushReady(TaskId task, ObjectId handle, EventIndex since);
    void takeReady(TaskId task, ObjectId handle);
    void tidyReady();
    [[nodiscard]] std::uint32_t& readyPlace(const ReadyEntry& entry);
    void addTimer(const TimerEntry& timer);
    bool removeTimer(ObjectId handle);
    void take(const Event& event);
    void giveBack(const Event& event);
    void tidyHoldings();
    void setStatus(TaskId task, TaskStatus status, EventIndex since);
    void restore(const LoopState& checkpoint);
    /// How many events have been applied.
    [[nodiscard]] std::size_t applied() const {
        return state_.at.valid() ? state_.at.index() + 1 : 0;
    }

    std::shared_ptr<const Trace> trace_;
    LoopState state_;
    /// At the event to be applied next.
    PackedEvents::Cursor next_;
    /// By `at`, rising. Their distance grows with the size of the state, so that
    /// all of them together stay smaller than the trace.
    std::vector<LoopState> checkpoints_;
    /// Where in `timerRows_` the timer of a handle is, by ObjectId. Entries may
    /// be out of date: they are checked against the row.
    std::vector<std::uint32_t> timerPlace_;
    /// Likewise where in `readyRows_` a task or handle is.
    std::vector<std::uint32_t> taskPlace_;
    std::vector<std::uint32_t> handlePlace_;
    /// How many rows of `holdings` are those of an object, by ObjectId, and none before which.
    struct Held {
        std::uint32_t from = 0;
        std::uint32_t count = 0;
    };
    [[nodiscard]] Held& heldOf(ObjectId object);
    std::vector<Held> held_;
};

/// The tasks that a suspended task waits for: the one behind its await, or the
/// members of its gather, wait or task group that are not done. Empty when it
/// is not suspended or waits for something else.
[[nodiscard]] std::vector<TaskId> awaitedTasks(const Trace& trace, const LoopState& state,
                                               TaskId task);

}  // namespace coroscope::trace
