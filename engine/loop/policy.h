// Which loop is the current one: Lib/asyncio/events.py and its default policy, which is kept here
// until the scenario sets one of its own or asks for it as an object (`_policies.py`).
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// get_event_loop: the running loop, else the policy's, made at the first need.
[[nodiscard]] Outcome<Ptr<EventLoop>> getEventLoop(RunContext& run);
/// set_event_loop; null: none from now on.
[[nodiscard]] Status setEventLoop(RunContext& run, EventLoop* loop);
/// new_event_loop.
[[nodiscard]] Outcome<Ptr<EventLoop>> newEventLoop(RunContext& run);
/// The default policy's set_event_loop.
void setCurrentLoop(RunContext& run, EventLoop* loop);
/// get_running_loop: RuntimeError "no running event loop".
[[nodiscard]] Outcome<EventLoop*> getRunningLoop(RunContext& run);
/// The loop of a future that is made by hand: the one that is given as `loop=`, else
/// get_event_loop.
[[nodiscard]] Outcome<EventLoop*> loopForFuture(RunContext& run, Value given);

/// coroutines.iscoroutine.
[[nodiscard]] bool isCoroutine(Vm& vm, Value value);
/// What a method, or a partial, calls in the end.
[[nodiscard]] Ref functionBehind(Vm& vm, Value callable);
/// inspect.iscoroutinefunction: of a function, a method or a partial of one.
[[nodiscard]] Outcome<bool> isCoroutineFunction(Vm& vm, Value value);

}  // namespace coroscope::loop
