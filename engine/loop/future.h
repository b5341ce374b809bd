// Future: Modules/_asynciomodule.c FutureObj, Lib/asyncio/futures.py.
#pragma once

#include <vector>

#include "engine/loop/handle.h"

namespace coroscope::loop {

struct Task;

/// What is to be done when a future is done. A task's wake-up is by far the commonest.
struct Callback {
    enum class Kind : std::uint8_t { None, Wake, Native, Python };
    Kind kind = Kind::None;
    Ref target;  ///< the Task, the native's object, or the callable
    NativeCallback native = nullptr;
};

/// A callable that is to run in a context: the target of a Python callback where there is one.
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
    trace::WaitKind waitKind =
        trace::WaitKind::Future;  ///< what a task that awaits it waits for, in the trace
    trace::ObjectId id;           ///< given when the trace first needs it
    trace::TaskId waitBehind;     ///< the task that such a wait is about, if it is about one
    double waitValue = 0;         ///< of waitKind: seconds or a count
    Ref result;
    Ptr<Exception> exception;
    Ptr<Traceback> exceptionTraceback;  ///< as it was when set: retrieving it puts it back, once
    Ptr<Exception>
        cancelledException;  ///< what a cancelled future raises, if it came from somewhere
    Ref cancelMessage = Ref::none();
    Callback first;
    std::vector<Callback> others;

    [[nodiscard]] bool done() const { return state != State::Pending; }
};

/// The future that asyncio.gather gives: cancelling it cancels its children.
struct GatheringFuture : Future {
    std::vector<Ref> children;  ///< one per argument, repeats included
    std::size_t finished = 0;
    std::size_t count = 0;  ///< different children
    bool returnExceptions = false;
    bool cancelRequested = false;
};

[[nodiscard]] Ptr<Future> makeFuture(RunContext& run, EventLoop* loop);
[[nodiscard]] inline bool isFutureLike(RunContext& run, Value value);

/// A number in the trace, given at the first need.
[[nodiscard]] trace::ObjectId idOf(RunContext& run, Future* future);

/// They give false where the future is done already (the callers word the error).
void setResult(RunContext& run, Future* future, Value result);
void setException(RunContext& run, Future* future, Ptr<Exception> exception);
/// Future.cancel: of a plain future, a task, or a gathering one.
bool cancelFuture(RunContext& run, Future* future, Value message);
/// Marks a future cancelled, whatever its kind, and schedules its callbacks.
void markCancelled(RunContext& run, Future* future, Value message);

void addWakeup(RunContext& run, Future* future, Task* task);
void addNativeCallback(RunContext& run, Future* future, NativeCallback callback, Object* target);
void addPythonCallback(RunContext& run, Future* future, Value callable, Ptr<Context> context);
/// How many were taken out.
int removeWakeup(Future* future, Task* task);
int removeNativeCallback(Future* future, NativeCallback callback, Object* target);

/// future.result(): the value, or its exception raised.
[[nodiscard]] Ref futureResult(RunContext& run, Future* future);
/// The exception that a done future gives to who awaits it; empty if it has a result.
[[nodiscard]] Ptr<Exception> futureError(RunContext& run, Future* future);
/// CancelledError as this future raises it (_make_cancelled_error).
[[nodiscard]] Ptr<Exception> makeCancelledError(RunContext& run, Future* future);

[[nodiscard]] std::string futureInfo(RunContext& run, Future* future);

void initFutureType(RunContext& run);
void destroyFutureFields(Future* future);

}  // namespace coroscope::loop
