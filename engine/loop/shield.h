// asyncio.shield (Lib/asyncio/tasks.py).
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

[[nodiscard]] Ref shieldFunction(Vm& vm, const Arguments& arguments);

}  // namespace coroscope::loop
