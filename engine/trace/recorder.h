#pragma once

/// Writes a trace. The loop calls one function per thing that happens; event.h
/// has the table of what each kind of row means.
///
/// Everything here is on the loop's hottest path: a row is packed in place
/// (event_packer.h), of numbers that the caller has at hand; names are interned
/// once (keep the TextId beside the code object or the type), and sentences are
/// made only when somebody reads the trace.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/scenario/span.h"
#include "engine/trace/event.h"
#include "engine/trace/event_packer.h"
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
    /// Called when something is kept beside the events, which are bounded by their number: a name,
    /// a member of a group. It takes so many bytes, to the end of the run.
    void onKept(std::function<void(std::size_t bytes)> count) { onKept_ = std::move(count); }
    [[nodiscard]] bool full() const { return size_ >= limit_; }
    /// Events recorded so far.
    [[nodiscard]] std::size_t size() const { return size_; }

    // Names and numbers.

    /// The number of a text; the same for equal texts. Costs a hash lookup. Kept as valid UTF-8.
    TextId intern(std::string_view text);
    /// The number for a new future, handle, lock, queue …
    [[nodiscard]] ObjectId newObject() { return ObjectId(nextObject_++); }
    [[nodiscard]] WorkerId newWorker() { return WorkerId(nextWorker_++); }
    /// The program called set_name: so it is called from the next event on.
    void setName(TaskId task, std::string_view name);
    /// `group` (a gather, wait, task group …) waits for `member`, among others.
    void addMember(ObjectId group, TaskId member);

    /// `queue` takes at most so many items.
    void setRoom(ObjectId queue, std::size_t items);

    /// The row that is recorded next happened while the innermost frame stood in an imported file,
    /// or in none. The last word on it counts.
    void nextIsImported(TextId file, const Span& span);
    void nextIsOwn() {
        if (!trace_.imported_.empty()) [[unlikely]]
            dropImported();
    }

    /// `task` took a line of standard input, which the host had given; its end is not in `text`.
    void lineRead(double now, TaskId task, std::string_view text, const Span& where);

    // Tasks and their steps.

    /// Its first step is now in the ready queue. `number` is the N of its default
    /// name, `Task-N`; `name` is the one it was given instead (interned), if any.
    TaskId taskCreated(double now, TaskId creator, TextId coroutine, std::uint32_t number,
                       const Span& where, TextId name = {});
    /// `where` is where the task's code goes on; for its first step, where it is defined.
    void stepBegan(double now, TaskId task, const Span& where);
    void stepSuspended(double now, TaskId task, const Awaited& on, const Span& where);
    void stepReturned(double now, TaskId task, const Span& where);
    void stepRaised(double now, TaskId task, TextId exceptionType, const Span& where);
    void stepCancelled(double now, TaskId task, const Span& where);

    // Callbacks and timers. The caller is the task that is running, if any.

    /// call_soon and its like: the handle is now in the ready queue. Not for a
    /// task's own steps and wake-ups.
    void callbackScheduled(double now, TaskId caller, ObjectId handle, TextId callback,
                           const Span& where);
    /// The loop took the handle (scheduled, or of a fired timer) from the front
    /// of the ready queue and is about to call it.
    void callbackRan(double now, ObjectId handle, TextId callback);
    void timerSetForCallback(double now, TaskId caller, ObjectId handle, double when,
                             TextId callback, const Span& where);
    /// As asyncio.sleep does: when it is due, `future` gets its result.
    void timerSetForFuture(double now, TaskId caller, ObjectId handle, double when, ObjectId future,
                           const Span& where);
    /// As wait_for and timeout do: when it is due, `limited` has had its time.
    void timerSetForTimeout(double now, TaskId caller, ObjectId handle, double when, TaskId limited,
                            const Span& where);
    /// The timer is due: its handle went from the heap to the ready queue.
    void timerFired(double now, ObjectId handle);
    /// A handle was cancelled, be it in the heap or in the ready queue.
    void timerCancelled(double now, TaskId caller, ObjectId handle, const Span& where);

    // Futures, waking, cancelling.

    /// `kind` tells what sort of wait the future stood for.
    void futureResolved(double now, TaskId resolver, ObjectId future, Resolution how, WaitKind kind,
                        const Span& where);
    /// The suspended `task` is now in the ready queue, because `future` was
    /// resolved (none if what it awaited was a task) or it was cancelled. `by`
    /// is the task that did so; none: a timer or other callback.
    void taskWoken(double now, TaskId task, ObjectId future, TaskId by);
    /// Somebody called `target.cancel()`.
    void cancelRequested(double now, TaskId target, TaskId by, TextId message, const Span& where);
    /// CancelledError is being thrown into the task, at `where`.
    void cancelDelivered(double now, TaskId task, TextId message, const Span& where);

    // Time.

    /// Nothing was ready, so the clock went from `before` to `now`.
    void clockJumped(double before, double now);
    /// Code that blocks the loop's thread: time.sleep, or a step that computes
    /// for long. `task` is none outside tasks.
    void blockingBegan(double now, TaskId task, TextId what, double seconds, const Span& where);
    void blockingEnded(double now, TaskId task, TextId what, double seconds, const Span& where);

    // Worker threads and processes. The submitter is the task that asked for the call.

    /// `kind` tells a thread (Worker) from a process (Process).
    void workerStarted(double now, WorkerId worker, TaskId submitter, TextId function,
                       WaitKind kind = WaitKind::Worker);
    void workerSuspended(double now, WorkerId worker, TaskId submitter, double until);
    void workerResumed(double now, WorkerId worker, TaskId submitter);
    void workerEnded(double now, WorkerId worker, TaskId submitter, Resolution how);

    // Synchronisation. `kind` tells a lock from a semaphore or a condition.

    /// `left`: the permits that a semaphore has left after it; none of a lock.
    void acquired(double now, TaskId task, ObjectId object, WaitKind kind, const Span& where,
                  std::int64_t left = 0);
    void released(double now, TaskId task, ObjectId object, WaitKind kind, const Span& where,
                  std::int64_t left = 0);
    void queuePut(double now, TaskId task, ObjectId queue, std::size_t length, const Span& where);
    void queueGot(double now, TaskId task, ObjectId queue, std::size_t length, const Span& where);

    // What is said.

    /// Text written to stdout or stderr. Pieces of one line written by one task
    /// at one instant become one event.
    void output(double now, TaskId task, Stream stream, std::string_view text, const Span& where);
    /// RuntimeWarning and its like, debug-mode messages, "never retrieved".
    void warning(double now, TaskId task, std::string_view text, const Span& where);
    /// An exception was raised by the scenario's code (not: passed through it).
    void exceptionRaised(double now, TaskId task, TextId type, const Span& where);
    /// The last event of every trace.
    void finished(double now, Finish how, std::string_view why);

    /// The trace so far; good until the next event is recorded.
    [[nodiscard]] const Trace& trace() const { return trace_; }
    /// Gives the trace away; the recorder is of no use afterwards.
    [[nodiscard]] Trace take() { return std::move(trace_); }

private:
    /// Counts a row, and keeps it unless it is one too many or nothing is kept.
    template <class... Where>
    void append(const Event& row, const Where&... where);
    void limitReached();
    /// See onKept.
    void kept(std::size_t bytes);
    /// Takes back what was said of a row that is not recorded yet.
    void dropImported();

    /// The Output event that further pieces of the same line may join.
    struct OpenLine {
        EventPacker::Mark before;
        Event row;
        Span where;
        std::size_t sizeThen = 0;
        bool unfinished = false;
    };

    std::size_t size_ = 0;
    std::size_t limit_ = 0;
    bool countOnly_ = false;
    std::uint32_t nextObject_ = 0;
    std::uint32_t nextWorker_ = 0;
    OpenLine openLine_;
    std::function<void()> onFull_;
    std::function<void(std::size_t)> onKept_;
    Trace trace_;
    EventPacker packer_;
    /// The keys are the trace's own texts.
    std::unordered_map<std::string_view, TextId> interned_;
};

}  // namespace coroscope::trace
