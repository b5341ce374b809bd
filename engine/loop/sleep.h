// asyncio.sleep (Lib/asyncio/tasks.py).
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// The coroutine that `asyncio.sleep(delay, result)` gives.
[[nodiscard]] Ref makeSleep(RunContext& run, Value delay, Value result);
/// The function itself.
[[nodiscard]] Ref sleepFunction(Vm& vm, const Arguments& arguments);

}  // namespace coroscope::loop
