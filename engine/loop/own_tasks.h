// Tasks of classes of the scenario's own, which told asyncio of themselves by _register_task and
// _enter_task: the bundled module `_own_tasks` knows them.
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// The one that has entered this loop; None: there is none.
[[nodiscard]] Ref enteredTask(Vm& vm, EventLoop* loop);

/// Adds those of this loop that are not done.
[[nodiscard]] Status addRegisteredTasks(Vm& vm, EventLoop* loop, Set* tasks);

}  // namespace coroscope::loop
