// asyncio.wait_for (Lib/asyncio/tasks.py of 3.11).
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

[[nodiscard]] Ref waitForFunction(Vm& vm, const Arguments& arguments);

/// _release_waiter: as a timer's action its target is the waiter, as a done-callback too.
extern const NativeAction kReleaseWaiter;

}  // namespace coroscope::loop
