// How asyncio makes a task wherever it is asked to: through the loop's task factory.
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// asyncio.create_task and its like: loop.create_task, then the name, so that a default number
/// is used up all the same. `name` and `context` may be Unbound or None. `creator` is where in
/// asyncio that is done, for debug mode: "tasks.py:374".
[[nodiscard]] Ref spawnTask(RunContext& run, EventLoop* loop, Value coroutine, Value name,
                            Value context, std::string_view creator);

/// The loop's task factory, called as BaseEventLoop.create_task does.
[[nodiscard]] Ref callFactory(RunContext& run, EventLoop* loop, Value coroutine, Value context);

/// Status of what spawnTask gave: is it a Future? See ensureOwnFuture.
[[nodiscard]] Status checkSpawned(RunContext& run, Value task, std::string_view attribute);

/// The pending error leads by its traceback to the arguments of the function of asyncio that raised
/// it: coroutines among them live as long as it does.
void keepByError(Vm& vm, std::span<const Value> arguments);

/// tasks._set_task_name: DeprecationWarning where the task that a factory gave cannot be named.
/// `name` may be Unbound or None.
[[nodiscard]] Status nameTask(RunContext& run, Value task, Value name);

}  // namespace coroscope::loop
