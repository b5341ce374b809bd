// Loops of classes of the scenario's own, and loops some of whose methods it has replaced: what
// asyncio does by its loop's methods is asked of them by name.
#pragma once

#include <span>
#include <string_view>

#include "engine/loop/event_loop.h"
#include "engine/loop/future.h"
#include "engine/loop/run_context.h"

namespace coroscope::loop {

/// Is it a loop: of asyncio's own class, or of one made of that?
[[nodiscard]] inline bool isLoop(const RunContext& run, Value value) {
    return value.isObject() && value.object->type->isSubtypeOf(run.loopType);
}

/// What the loop has in place of this method of ours, bound; Unbound where there is none.
[[nodiscard]] Ref replacedMethod(RunContext& run, EventLoop* loop, std::string_view name);
[[nodiscard]] inline Ref ownMethod(RunContext& run, EventLoop* loop, std::string_view name) {
    if (!loop->isOwn) [[likely]]
        return {};
    return replacedMethod(run, loop, name);
}

/// NotImplementedError where a class of loops, or a loop, has something of its own in place of what
/// only asyncio's loop itself uses: `_run_once` and its like.
[[nodiscard]] Status checkOwnLoopClass(RunContext& run, Type* type);
[[nodiscard]] bool isReplaceable(std::string_view method);
/// The same as a loop begins to run, of what was set since by ways that tell nobody: on its class,
/// by `object.__setattr__`, in its `__dict__`. It is a loop with methods of its own from then on.
[[nodiscard]] Status noticeReplacements(RunContext& run, EventLoop* loop);

/// loop.time(), as asyncio itself asks it.
[[nodiscard]] Outcome<double> timeOf(RunContext& run, EventLoop* loop);

/// loop.create_future().
[[nodiscard]] Outcome<Ptr<Future>> createFutureOfOwn(RunContext& run, EventLoop* loop);
[[nodiscard]] inline Outcome<Ptr<Future>> createFuture(RunContext& run, EventLoop* loop) {
    if (!loop->isOwn) [[likely]]
        return makeFuture(run, loop);
    return createFutureOfOwn(run, loop);
}

/// A timer of asyncio's own.
struct OwnTimer {
    NativeCallback native;
    Object* target;
    trace::TimerFor what;
    std::uint32_t traceOperand;
    std::span<const Value> shownArguments = {};  ///< that the callback has in CPython
};
/// loop.call_later(delay, …), which is `when`.
[[nodiscard]] Outcome<Ptr<Handle>> callLater(RunContext& run, EventLoop* loop, Value delay,
                                             double when, const OwnTimer& timer);
/// loop.call_at(when, …).
[[nodiscard]] Outcome<Ptr<Handle>> callAtTime(RunContext& run, EventLoop* loop, Value given,
                                              double when, const OwnTimer& timer);
/// loop.call_soon(…) and loop.call_soon_threadsafe(…), with the arguments that CPython's has.
[[nodiscard]] Outcome<Ptr<Handle>> callOwnSoon(RunContext& run, EventLoop* loop,
                                               std::string_view method, NativeCallback native,
                                               Object* target,
                                               std::span<const Value> shownArguments = {});

/// A task's step, or its first one, by the loop's own call_soon; with what it throws, if it does.
[[nodiscard]] Status stepByOwn(RunContext& run, Value callSoon, Task* task, Ptr<Exception> error);
/// A callback of a future that is done, likewise.
[[nodiscard]] Status callbackByOwn(RunContext& run, Value callSoon, Future* future,
                                   const Callback& callback);
/// call_soon got this callback: if it is the first step of a task, the task begins to exist.
void noteFirstStep(RunContext& run, Value callback);

void initOwnLoops(RunContext& run);

}  // namespace coroscope::loop
