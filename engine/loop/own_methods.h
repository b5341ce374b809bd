// What a class of the scenario's own, made of Future or Task, does in its way.
#pragma once

#include <string_view>

#include "engine/loop/future.h"

namespace coroscope::loop {

/// The method that it has in place of ours; Unbound where there is none.
[[nodiscard]] Ref ownMethod(RunContext& run, Future* future, std::string_view name);

/// Whether the future's class has an `add_done_callback` of its own: it was called then, with what
/// wakes the task (task_step_handle_result_impl).
[[nodiscard]] Outcome<bool> askToWake(RunContext& run, Future* future, Task* task);
/// What a task can wait for in place of an object that is like a future, but is none of asyncio's;
/// what is not even like one is given back as it is.
[[nodiscard]] Ref standIn(RunContext& run, Value yielded);
/// What wakes a task, as a callable.
[[nodiscard]] Ptr<NativeFunction> makeWakeup(RunContext& run, Task* task);
/// The task that a callable wakes, if makeWakeup made it; null for any other.
[[nodiscard]] Task* taskOfWakeup(const RunContext& run, Value callable);

}  // namespace coroscope::loop
