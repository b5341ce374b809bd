// asyncio.gather (Lib/asyncio/tasks.py).
#pragma once

#include <span>

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// The future that collects the results of all.
[[nodiscard]] Ref gather(RunContext& run, std::span<const Value> awaitables, bool returnExceptions);
[[nodiscard]] Ref gatherFunction(Vm& vm, const Arguments& arguments);

}  // namespace coroscope::loop
