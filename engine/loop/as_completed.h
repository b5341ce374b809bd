// asyncio.as_completed (Lib/asyncio/tasks.py of 3.11).
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// An iterator that gives, for each awaitable, a coroutine that waits for the next one done.
[[nodiscard]] Ref asCompletedFunction(Vm& vm, const Arguments& arguments);

void initAsCompletedType(RunContext& run);

}  // namespace coroscope::loop
