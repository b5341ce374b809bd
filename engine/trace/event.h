#pragma once

/// One row of a trace: something that happened in the loop.
///
/// The rows alone suffice to rebuild, at any event, the state of every task,
/// the ready queue in its order, the timer heap, who awaits whom and what has
/// been printed (state_at.h does it). Rows hold numbers only; words are made
/// from them when somebody reads (describe.h), so that recording is cheap.
///
/// What is common to all kinds: `time` is the virtual time of the event;
/// `task` is the task in whose step it happened (none: outside any task) save
/// where the table says otherwise; the span is where the innermost frame of the
/// scenario's own file stood (not of a file that it imports: what is on show is
/// the scenario), unknown where no code of it was running.
///
// clang-format off
///     kind               task        detail      wait  a                 b                 value
///     -----------------  ----------  ----------  ----  ----------------  ----------------  ----------------
///     TaskCreated        the new                       TaskId creator    TextId coroutine
///     StepBegan          its
///     StepEnded          its         StepEnd
///     … Suspended                                yes   ObjectId awaited  TaskId behind it  see WaitKind
///     … Raised                                                           TextId exception
///     CallbackScheduled  caller                        ObjectId handle   TextId callback
///     CallbackRan        none                          ObjectId handle   TextId callback
///     TimerSet           caller      TimerFor          ObjectId handle   by TimerFor       when it is due
///     TimerFired         none                          ObjectId handle
///     TimerCancelled     caller                        ObjectId handle
///     FutureResolved     resolver    Resolution  yes   ObjectId future
///     TaskWoken          the woken                     ObjectId future   TaskId by
///     CancelRequested    the target                    TaskId by         TextId message
///     CancelDelivered    its                                             TextId message
///     ClockJumped        none                                                              time before
///     BlockingBegan      its                                             TextId what       seconds it takes
///     BlockingEnded      its                                             TextId what       seconds it took
///     WorkerStarted      submitter               yes   WorkerId          TextId function
///     WorkerSuspended    submitter                     WorkerId                            when it wakes
///     WorkerResumed      submitter                     WorkerId
///     WorkerEnded        submitter   Resolution        WorkerId
///     Acquired           its                     yes   ObjectId                            permits left
///     Released           its                     yes   ObjectId                            permits left; of an Event: 1 set, 0 cleared
///     QueuePut           its                           ObjectId queue                      its length then
///     QueueGot           its                           ObjectId queue                      its length then
///     Output             writer      Stream            its bytes                           offset, bytes
///     Warning            its                                             TextId warning
///     ExceptionRaised    its                                             TextId exception
///     Finished           none        Finish                              TextId why
// clang-format on
///
/// The ready queue follows from these rules, and from nothing else:
///  - pushed at its end by TaskCreated (the task's first step), StepEnded
///    suspended on WaitKind::Yield (its next), TaskWoken (its next),
///    CallbackScheduled (the handle) and TimerFired (the handle, which leaves
///    the timer heap);
///  - the front is taken by StepBegan and CallbackRan;
///  - TimerCancelled takes its handle out of the timer heap or, if it was in
///    the ready queue already, out of there (CPython leaves cancelled handles
///    in both until they come up; nothing else can tell the difference).
/// So neither a task's own steps nor its wake-up need a CallbackScheduled.
/// A callback lasts from its CallbackRan to the next StepBegan, CallbackRan,
/// TimerFired, ClockJumped or Finished.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "engine/scenario/span.h"
#include "engine/trace/ids.h"

namespace coroscope::trace {

enum class EventKind : std::uint8_t {
    TaskCreated,
    StepBegan,
    StepEnded,
    CallbackScheduled,
    CallbackRan,
    TimerSet,
    TimerFired,
    TimerCancelled,
    FutureResolved,
    TaskWoken,
    CancelRequested,
    CancelDelivered,
    ClockJumped,
    BlockingBegan,
    BlockingEnded,
    WorkerStarted,
    WorkerSuspended,
    WorkerResumed,
    WorkerEnded,
    Acquired,
    Released,
    QueuePut,
    QueueGot,
    Output,
    Warning,
    ExceptionRaised,
    Finished,
};
inline constexpr int kEventKindCount = static_cast<int>(EventKind::Finished) + 1;

/// How a step of a task ended.
enum class StepEnd : std::uint8_t { Suspended, Returned, Raised, Cancelled };

/// What a suspended task waits for. In brackets: the row's `value`.
enum class WaitKind : std::uint8_t {
    None,
    Yield,        ///< a bare yield, as `sleep(0)` does: ready again at once
    Sleep,        ///< asyncio.sleep [seconds]
    Future,       ///< a plain future
    Task,         ///< another task (b)
    Gather,       ///< asyncio.gather [how many it was given]
    Shield,       ///< asyncio.shield of the task b
    WaitFor,      ///< asyncio.wait_for of the task b [seconds; NaN: no time-out]
    Wait,         ///< asyncio.wait [how many it was given]
    AsCompleted,  ///< the next of asyncio.as_completed
    TaskGroup,    ///< the end of a task group [children still running]
    Lock,         ///< Lock.acquire
    Event,        ///< Event.wait
    Condition,    ///< Condition.wait
    Semaphore,    ///< Semaphore.acquire
    Barrier,      ///< Barrier.wait [how many have to come]
    QueueGet,     ///< Queue.get
    QueuePut,     ///< Queue.put of a full queue
    QueueJoin,    ///< Queue.join
    Worker,       ///< a call in a worker thread (to_thread, run_in_executor)
    Network,      ///< an answer from the simulated network
    Process,      ///< a call in a worker process
};

/// What a timer does when it is due, and so what `b` of a TimerSet is.
enum class TimerFor : std::uint8_t {
    Callback,  ///< calls a function: b is its TextId
    Future,    ///< resolves a future, as sleep's timer does: b is its ObjectId
    Timeout,   ///< ends a time-out of a task (wait_for, timeout): b is its TaskId
};

/// How a future or a worker's call came to its end.
enum class Resolution : std::uint8_t { Result, Exception, Cancelled };

enum class Stream : std::uint8_t { Stdout, Stderr };

/// How the whole run ended.
enum class Finish : std::uint8_t { Ok, Raised, Deadlock, Limit, Cancelled };

/// A stretch of the scenario's text, in 9 bytes.
struct Place {
    std::uint32_t line = 0;       ///< 0: unknown
    std::uint16_t column = 0;     ///< in bytes from 0, at most 65535
    std::uint16_t endColumn = 0;  ///< likewise
    std::uint8_t moreLines = 0;   ///< endLine - line, at most 255

    Place() = default;
    explicit Place(const scenario::Span& span)
        : line(static_cast<std::uint32_t>(span.line)),
          column(clampColumn(span.column)),
          endColumn(clampColumn(span.endColumn)),
          moreLines(static_cast<std::uint8_t>(std::clamp(span.endLine - span.line, 0, 255))) {}
    [[nodiscard]] scenario::Span span() const {
        if (line == 0) return {};
        const int first = static_cast<int>(line);
        return {first, column, first + moreLines, endColumn};
    }
    friend bool operator==(const Place&, const Place&) = default;

private:
    static std::uint16_t clampColumn(int value) {
        constexpr int kMost = std::numeric_limits<std::uint16_t>::max();
        return static_cast<std::uint16_t>(std::clamp(value, 0, kMost));
    }
};

/// Read `a`, `b` and `value` through the accessors: the table above says which
/// of them a kind has. This is the form in which rows are read; they are kept
/// packed (packed_events.h).
struct Event {
    double time = 0;
    double value = 0;
    TaskId task = {};
    std::uint32_t a = TaskId::kNone;
    std::uint32_t b = TaskId::kNone;
    std::uint32_t line = 0;  ///< this and the next three: its Place
    std::uint16_t column = 0;
    std::uint16_t endColumn = 0;
    std::uint8_t moreLines = 0;
    EventKind kind = EventKind::Finished;
    std::uint8_t detail = 0;
    WaitKind wait = WaitKind::None;

    [[nodiscard]] StepEnd stepEnd() const { return static_cast<StepEnd>(detail); }
    [[nodiscard]] TimerFor timerFor() const { return static_cast<TimerFor>(detail); }
    [[nodiscard]] Resolution resolution() const { return static_cast<Resolution>(detail); }
    [[nodiscard]] Stream stream() const { return static_cast<Stream>(detail); }
    [[nodiscard]] Finish finish() const { return static_cast<Finish>(detail); }

    [[nodiscard]] ObjectId object() const { return ObjectId(a); }
    [[nodiscard]] TaskId taskA() const { return TaskId(a); }
    [[nodiscard]] TaskId taskB() const { return TaskId(b); }
    [[nodiscard]] WorkerId worker() const { return WorkerId(a); }
    [[nodiscard]] TextId text() const { return TextId(b); }

    [[nodiscard]] bool suspends() const {
        return kind == EventKind::StepEnded && stepEnd() == StepEnd::Suspended;
    }
    [[nodiscard]] bool endsTask() const {
        return kind == EventKind::StepEnded && stepEnd() != StepEnd::Suspended;
    }

    [[nodiscard]] scenario::Span span() const {
        if (line == 0) {
            return {};
        }
        const int first = static_cast<int>(line);
        return {first, column, first + moreLines, endColumn};
    }
};

static_assert(std::is_trivially_copyable_v<Event>);

}  // namespace coroscope::trace
