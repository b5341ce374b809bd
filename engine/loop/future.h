// Future: Modules/_asynciomodule.c FutureObj, Lib/asyncio/futures.py.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/loop/handle.h"
#include "engine/runtime/counted.h"

namespace coroscope::loop {

struct Task;

/// Stands in a Callback for the wake-up of a task.
inline constexpr NativeAction kWakeTask{nullptr, {}, {}};

/// What is to be done when a future is done. A task's wake-up is by far the commonest.
struct Callback {
    enum class Kind : std::uint8_t { None, Wake, Native, Python };
    Ptr<Object> target;  ///< the Task, the native's object (may be none), or the callable
    NativeCallback native = nullptr;  ///< kWakeTask; null for a callable
    [[nodiscard]] Kind kind() const {
        return native   ? native == &kWakeTask ? Kind::Wake : Kind::Native
               : target ? Kind::Python
                        : Kind::None;
    }
};

using Callbacks = std::vector<Callback, runtime::Counted<Callback>>;

/// A callable that is to run in a context: the target of a Python callback where there is one,
/// or where the "callable" is no object at all.
struct CallableInContext : Object {
    Ref callable;
    Ptr<Context> context;
};
/// The callable of a Python callback.
[[nodiscard]] Value callableOf(const RunContext& run, const Callback& callback);

struct Future : Object {
    enum class State : std::uint8_t { Pending, Finished, Cancelled };
    Attributes attributes;
    EventLoop* loop = nullptr;  ///< borrowed
    State state = State::Pending;
    bool blocking = false;      ///< `_asyncio_future_blocking`: set by await just before it yields
    bool logTraceback = false;  ///< an exception that nobody has retrieved yet
    bool logDestroyPending = true;  ///< of a task
    bool mustCancel = false;        ///< of a task: its next step throws CancelledError
    trace::WaitKind waitKind =
        trace::WaitKind::Future;  ///< what a task that awaits it waits for, in the trace
    trace::ObjectId id;           ///< given when the trace first needs it
    trace::TaskId waitBehind;     ///< the task that such a wait is about, if it is about one
    double waitValue = 0;         ///< of waitKind: seconds or a count
    Ref result;
    Callback first;  ///< of the callbacks

    /// What most futures do without.
    struct Rare {
        explicit Rare(Heap& heap) : others(runtime::Counted<Callback>(heap)) {
            heap.exchangeExternal(0, sizeof(Rare));
        }
        ~Rare() { others.get_allocator().heap().exchangeExternal(sizeof(Rare), 0); }
        Rare(const Rare&) = delete;
        Rare& operator=(const Rare&) = delete;

        Ptr<Exception> exception;
        /// Its traceback as it was when set: retrieving the exception puts it back, once.
        Ptr<Traceback> exceptionTraceback;
        /// What a cancelled future raises, if it came from somewhere.
        Ptr<Exception> cancelledException;
        Ref cancelMessage = Ref::none();
        Callbacks others;  ///< the callbacks after the first
    };
    std::unique_ptr<Rare> rare;  ///< made when there is a need

    [[nodiscard]] bool done() const { return state != State::Pending; }
    [[nodiscard]] Rare& more();
    [[nodiscard]] Exception* exception() const { return rare ? rare->exception.get() : nullptr; }
    [[nodiscard]] Value cancelMessage() const {
        return rare ? rare->cancelMessage.get() : Value::none();
    }
    void setCancelMessage(Value message) {
        if (rare || !message.isNone()) more().cancelMessage = message;
    }
    [[nodiscard]] std::span<const Callback> otherCallbacks() const {
        return rare ? std::span<const Callback>(rare->others) : std::span<const Callback>();
    }
};

/// The future that asyncio.gather gives: cancelling it cancels its children.
struct GatheringFuture : Future {
    explicit GatheringFuture(Heap& heap) : children(runtime::Counted<Ref>(heap)) {}

    std::vector<Ref, runtime::Counted<Ref>> children;  ///< one per argument, repeats included
    std::size_t finished = 0;
    std::size_t count = 0;  ///< different children
    bool returnExceptions = false;
    bool cancelRequested = false;
};

[[nodiscard]] Ptr<Future> makeFuture(RunContext& run, EventLoop* loop);
[[nodiscard]] inline bool isFutureLike(RunContext& run, Value value);

/// A number in the trace, given at the first need.
[[nodiscard]] trace::ObjectId idOf(RunContext& run, Future* future);

// What ends a future, or is added to one that has ended, schedules callbacks. All of these raise
// where the loop takes none: it is closed, or in debug mode run by another thread. The future has
// ended all the same.

/// The future must not be done (the callers word that error).
Status setResult(RunContext& run, Future* future, Value result);
Status setException(RunContext& run, Future* future, Ptr<Exception> exception);
/// future.set_exception(): TypeError for a StopIteration.
Status setGivenException(RunContext& run, Future* future, Ptr<Exception> exception);
/// Future.cancel: of a plain future, a task, or a gathering one, or what a class of the scenario's
/// own makes of it. RecursionError where one awaits the next too often.
Outcome<bool> cancelFuture(RunContext& run, Future* future, Value message);
/// The same, whatever its class makes of it.
Outcome<bool> cancelItself(RunContext& run, Future* future, Value message);
/// Marks a future cancelled, whatever its kind, and schedules its callbacks.
Status markCancelled(RunContext& run, Future* future, Value message);

/// As the type itself does it; a class of the scenario's own is asked first (own_methods.h).
Status addWakeup(RunContext& run, Future* future, Task* task);
Status addNativeCallback(RunContext& run, Future* future, NativeCallback callback, Object* target);
Status addPythonCallback(RunContext& run, Future* future, Value callable, Ptr<Context> context);
/// How many were taken out.
int removeNativeCallback(Future* future, NativeCallback callback, Object* target);

/// future.result(): the value, or its exception raised.
[[nodiscard]] Ref futureResult(RunContext& run, Future* future);
/// The exception that a done future gives to who awaits it; empty if it has a result.
[[nodiscard]] Ptr<Exception> futureError(RunContext& run, Future* future);
/// CancelledError as this future raises it (_make_cancelled_error).
[[nodiscard]] Ptr<Exception> makeCancelledError(RunContext& run, Future* future);

/// What its repr says of its state; the repr of an exception may raise.
[[nodiscard]] Outcome<std::string> futureInfo(RunContext& run, Future* future);

void initFutureType(RunContext& run);
/// Slots::traverse.
void traverseFuture(Object* future, const Visitor& visit);
void destroyFutureFields(Future* future);

}  // namespace coroscope::loop
