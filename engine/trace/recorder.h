#pragma once

/// Writes a trace. The loop calls one function per thing that happens; event.h
/// has the table of what each kind of row means.
///
/// Everything here is on the loop's hottest path: a row is written in place,
/// with numbers that the caller has at hand; names are interned once (keep the
/// TextId beside the code object or the type), and sentences are made only
/// when somebody reads the trace.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/scenario/span.h"
#include "engine/trace/event.h"
#include "engine/trace/ids.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// What a task waits for when its step ends at an await.
struct Awaited {
    WaitKind kind = WaitKind::Future;
    /// The future or other object whose FutureResolved will wake the task. A
    /// task that is awaited has no ObjectId: leave it out and set `behind`.
    ObjectId object;
    /// The task that the wait is about: the one awaited, shielded, waited for.
    TaskId behind;
    /// Seconds or a count: see WaitKind.
    double value = 0;
};

class Recorder {
public:
    using Span = scenario::Span;

    /// At most `limit` events are kept; see `onFull`.
    explicit Recorder(std::size_t limit);
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// A recorder that keeps nothing and only counts, for replaying a run up to
    /// its event number `stopAfter`: it is full once that event was recorded.
    struct CountOnly {
        EventIndex stopAfter;
    };
    explicit Recorder(CountOnly mode);

    /// Called once, from within the call that records the last event allowed.
    /// The VM must then stop as soon as it can, *before* running any more of the
    /// scenario's code. Whatever is recorded after that is dropped, save one
    /// `finished`, for which there is always room.
    void onFull(std::function<void()> stop) { onFull_ = std::move(stop); }
    [[nodiscard]] bool full() const { return full_; }
    /// Events recorded so far.
    [[nodiscard]] std::size_t size() const {
        return full_ ? sizeWhenFull_ : base_ + static_cast<std::size_t>(next_ - first_);
    }

    // Names and numbers.

    /// The number of a text; the same for equal texts. Costs a hash lookup.
    TextId intern(std::string_view text);
    /// The number for a new future, handle, lock, queue …
    [[nodiscard]] ObjectId newObject() { return ObjectId(nextObject_++); }
    [[nodiscard]] WorkerId newWorker() { return WorkerId(nextWorker_++); }
    /// The program called set_name: so it is called from the next event on.
    void setName(TaskId task, std::string_view name);
    /// `group` (a gather, wait, task group …) waits for `member`, among others.
    void addMember(ObjectId group, TaskId member);

    // Tasks and their steps.

    /// Its first step is now in the ready queue. `number` is the N of its default
    /// name, `Task-N`; `name` is the one it was given instead (interned), if any.
    TaskId taskCreated(double now, TaskId creator, TextId coroutine, std::uint32_t number,
                       const Span& where, TextId name = {}) {
        const TaskId task = addTask(creator, coroutine, number, name);
        Event& row = append(now, EventKind::TaskCreated, task);
        row.a = creator.value;
        row.b = coroutine.value;
        row.setSpan(where);
        return task;
    }
    /// `where` is where the task's code goes on; unknown for its first step.
    void stepBegan(double now, TaskId task, const Span& where) {
        append(now, EventKind::StepBegan, task).setSpan(where);
    }
    void stepSuspended(double now, TaskId task, const Awaited& on, const Span& where) {
        Event& row = append(now, EventKind::StepEnded, task);
        row.detail = static_cast<std::uint8_t>(StepEnd::Suspended);
        row.wait = on.kind;
        row.a = on.object.value;
        row.b = on.behind.value;
        row.value = on.value;
        row.setSpan(where);
    }
    void stepReturned(double now, TaskId task, const Span& where) {
        append(now, EventKind::StepEnded, task, static_cast<std::uint8_t>(StepEnd::Returned))
            .setSpan(where);
    }
    void stepRaised(double now, TaskId task, TextId exceptionType, const Span& where) {
        Event& row =
            append(now, EventKind::StepEnded, task, static_cast<std::uint8_t>(StepEnd::Raised));
        row.b = exceptionType.value;
        row.setSpan(where);
    }
    void stepCancelled(double now, TaskId task, const Span& where) {
        append(now, EventKind::StepEnded, task, static_cast<std::uint8_t>(StepEnd::Cancelled))
            .setSpan(where);
    }

    // Callbacks and timers. The caller is the task that is running, if any.

    /// call_soon and its like: the handle is now in the ready queue. Not for a
    /// task's own steps and wake-ups.
    void callbackScheduled(double now, TaskId caller, ObjectId handle, TextId callback,
                           const Span& where) {
        Event& row = append(now, EventKind::CallbackScheduled, caller);
        row.a = handle.value;
        row.b = callback.value;
        row.setSpan(where);
    }
    /// The loop took the handle (scheduled, or of a fired timer) from the front
    /// of the ready queue and is about to call it.
    void callbackRan(double now, ObjectId handle, TextId callback) {
        Event& row = append(now, EventKind::CallbackRan, TaskId());
        row.a = handle.value;
        row.b = callback.value;
    }
    void timerSetForCallback(double now, TaskId caller, ObjectId handle, double when,
                             TextId callback, const Span& where) {
        timerSet(now, caller, handle, when, TimerFor::Callback, callback.value, where);
    }
    /// As asyncio.sleep does: when it is due, `future` gets its result.
    void timerSetForFuture(double now, TaskId caller, ObjectId handle, double when, ObjectId future,
                           const Span& where) {
        timerSet(now, caller, handle, when, TimerFor::Future, future.value, where);
    }
    /// As wait_for and timeout do: when it is due, `limited` has had its time.
    void timerSetForTimeout(double now, TaskId caller, ObjectId handle, double when, TaskId limited,
                            const Span& where) {
        timerSet(now, caller, handle, when, TimerFor::Timeout, limited.value, where);
    }
    /// The timer is due: its handle went from the heap to the ready queue.
    void timerFired(double now, ObjectId handle) {
        append(now, EventKind::TimerFired, TaskId()).a = handle.value;
    }
    /// A handle was cancelled, be it in the heap or in the ready queue.
    void timerCancelled(double now, TaskId caller, ObjectId handle, const Span& where) {
        Event& row = append(now, EventKind::TimerCancelled, caller);
        row.a = handle.value;
        row.setSpan(where);
    }

    // Futures, waking, cancelling.

    /// `kind` tells what sort of wait the future stood for.
    void futureResolved(double now, TaskId resolver, ObjectId future, Resolution how, WaitKind kind,
                        const Span& where) {
        Event& row =
            append(now, EventKind::FutureResolved, resolver, static_cast<std::uint8_t>(how));
        row.a = future.value;
        row.wait = kind;
        row.setSpan(where);
    }
    /// The suspended `task` is now in the ready queue, because `future` was
    /// resolved (none if what it awaited was a task) or it was cancelled. `by`
    /// is the task that did so; none: a timer or other callback.
    void taskWoken(double now, TaskId task, ObjectId future, TaskId by) {
        Event& row = append(now, EventKind::TaskWoken, task);
        row.a = future.value;
        row.b = by.value;
    }
    /// Somebody called `target.cancel()`.
    void cancelRequested(double now, TaskId target, TaskId by, TextId message, const Span& where) {
        Event& row = append(now, EventKind::CancelRequested, target);
        row.a = by.value;
        row.b = message.value;
        row.setSpan(where);
    }
    /// CancelledError is being thrown into the task, at `where`.
    void cancelDelivered(double now, TaskId task, TextId message, const Span& where) {
        Event& row = append(now, EventKind::CancelDelivered, task);
        row.b = message.value;
        row.setSpan(where);
    }

    // Time.

    /// Nothing was ready, so the clock went from `before` to `now`.
    void clockJumped(double before, double now) {
        append(now, EventKind::ClockJumped, TaskId()).value = before;
    }
    /// Code that blocks the loop's thread: time.sleep, or a step that computes
    /// for long. `task` is none outside tasks.
    void blockingBegan(double now, TaskId task, TextId what, double seconds, const Span& where) {
        blocking(now, EventKind::BlockingBegan, task, what, seconds, where);
    }
    void blockingEnded(double now, TaskId task, TextId what, double seconds, const Span& where) {
        blocking(now, EventKind::BlockingEnded, task, what, seconds, where);
    }

    // Worker threads. The submitter is the task that asked for the call.

    void workerStarted(double now, WorkerId worker, TaskId submitter, TextId function) {
        workerRow(now, EventKind::WorkerStarted, worker, submitter).b = function.value;
    }
    void workerSuspended(double now, WorkerId worker, TaskId submitter, double until) {
        workerRow(now, EventKind::WorkerSuspended, worker, submitter).value = until;
    }
    void workerResumed(double now, WorkerId worker, TaskId submitter) {
        workerRow(now, EventKind::WorkerResumed, worker, submitter);
    }
    void workerEnded(double now, WorkerId worker, TaskId submitter, Resolution how) {
        workerRow(now, EventKind::WorkerEnded, worker, submitter).detail =
            static_cast<std::uint8_t>(how);
    }

    // Synchronisation. `kind` tells a lock from a semaphore or a condition.

    void acquired(double now, TaskId task, ObjectId object, WaitKind kind, const Span& where) {
        Event& row = append(now, EventKind::Acquired, task);
        row.a = object.value;
        row.wait = kind;
        row.setSpan(where);
    }
    void released(double now, TaskId task, ObjectId object, WaitKind kind, const Span& where) {
        Event& row = append(now, EventKind::Released, task);
        row.a = object.value;
        row.wait = kind;
        row.setSpan(where);
    }
    void queuePut(double now, TaskId task, ObjectId queue, std::size_t length, const Span& where) {
        queueRow(now, EventKind::QueuePut, task, queue, length, where);
    }
    void queueGot(double now, TaskId task, ObjectId queue, std::size_t length, const Span& where) {
        queueRow(now, EventKind::QueueGot, task, queue, length, where);
    }

    // What is said.

    /// Text written to stdout or stderr. Pieces of one line written by one task
    /// at one instant become one event.
    void output(double now, TaskId task, Stream stream, std::string_view text, const Span& where);
    /// RuntimeWarning and its like, debug-mode messages, "never retrieved".
    void warning(double now, TaskId task, std::string_view text, const Span& where);
    /// An exception was raised by the scenario's code (not: passed through it).
    void exceptionRaised(double now, TaskId task, TextId type, const Span& where) {
        Event& row = append(now, EventKind::ExceptionRaised, task);
        row.b = type.value;
        row.setSpan(where);
    }
    /// The last event of every trace.
    void finished(double now, Finish how, std::string_view why);

    /// The trace so far; good until the next event is recorded.
    [[nodiscard]] const Trace& trace();
    /// Gives the trace away; the recorder is of no use afterwards.
    [[nodiscard]] Trace take();

private:
    Event& append(double now, EventKind kind, TaskId task, std::uint8_t detail = 0) {
        if (next_ == end_) [[unlikely]] {
            makeRoom();
        }
        Event& row = *next_++;
        row = Event{};
        row.time = now;
        row.task = task;
        row.kind = kind;
        row.detail = detail;
        if (next_ == end_) [[unlikely]] {
            endReached();
        }
        return row;
    }
    void timerSet(double now, TaskId caller, ObjectId handle, double when, TimerFor what,
                  std::uint32_t b, const Span& where) {
        Event& row = append(now, EventKind::TimerSet, caller, static_cast<std::uint8_t>(what));
        row.a = handle.value;
        row.b = b;
        row.value = when;
        row.setSpan(where);
    }
    void blocking(double now, EventKind kind, TaskId task, TextId what, double seconds,
                  const Span& where) {
        Event& row = append(now, kind, task);
        row.b = what.value;
        row.value = seconds;
        row.setSpan(where);
    }
    Event& workerRow(double now, EventKind kind, WorkerId worker, TaskId submitter) {
        Event& row = append(now, kind, submitter);
        row.a = worker.value;
        return row;
    }
    void queueRow(double now, EventKind kind, TaskId task, ObjectId queue, std::size_t length,
                  const Span& where) {
        Event& row = append(now, kind, task);
        row.a = queue.value;
        row.value = static_cast<double>(length);
        row.setSpan(where);
    }

    /// The Output event that further pieces of the same line may join.
    struct OpenLine {
        Event* row = nullptr;
        std::size_t sizeThen = 0;
        double time = 0;
        TaskId task;
        Stream stream = Stream::Stdout;
        bool unfinished = false;
    };

    TaskId addTask(TaskId creator, TextId coroutine, std::uint32_t number, TextId name) {
        TaskInfo info;
        info.name = name;
        info.number = number;
        info.creator = creator;
        info.coroutine = coroutine;
        info.createdAt = EventIndex::fromIndex(size());
        trace_.tasks_.push_back(info);
        return TaskId::fromIndex(trace_.tasks_.size() - 1);
    }
    void makeRoom();
    void endReached();

    /// The stretch that is being written: `first_` is event number `base_`.
    Event* next_ = nullptr;
    Event* end_ = nullptr;
    Event* first_ = nullptr;
    std::size_t base_ = 0;
    std::size_t limit_ = 0;
    bool full_ = false;
    bool countOnly_ = false;
    std::size_t sizeWhenFull_ = 0;
    std::uint32_t nextObject_ = 0;
    std::uint32_t nextWorker_ = 0;
    OpenLine openLine_;
    std::function<void()> onFull_;
    Trace trace_;
    /// Rows that nobody will read: beyond the limit, and all of CountOnly.
    EventStorage scratch_;
    std::unordered_map<std::string, TextId> interned_;
};

}  // namespace coroscope::trace
