// Queue, PriorityQueue and LifoQueue (Lib/asyncio/queues.py).
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// Makes RunContext::queueType and its like.
void initQueueTypes(RunContext& run);

}  // namespace coroscope::loop
