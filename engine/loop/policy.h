// Which loop is the current one: Lib/asyncio/events.py, the default policy.
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// get_event_loop: the running loop, else the policy's, made at the first need.
[[nodiscard]] Outcome<Ptr<EventLoop>> getEventLoop(RunContext& run);
/// set_event_loop; null: none from now on.
void setEventLoop(RunContext& run, EventLoop* loop);
/// get_running_loop: RuntimeError "no running event loop".
[[nodiscard]] Outcome<EventLoop*> getRunningLoop(RunContext& run);

/// coroutines.iscoroutine.
[[nodiscard]] bool isCoroutine(Vm& vm, Value value);
/// inspect.iscoroutinefunction: of a function, a method or a partial of one.
[[nodiscard]] Outcome<bool> isCoroutineFunction(Vm& vm, Value value);

}  // namespace coroscope::loop
