// asyncio.TaskGroup (Lib/asyncio/taskgroups.py).
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// Makes RunContext::taskGroupType.
void initTaskGroupType(RunContext& run);

}  // namespace coroscope::loop
