// asyncio.Barrier (Lib/asyncio/locks.py).
#pragma once

#include "engine/loop/condition.h"

namespace coroscope::loop {

/// Makes RunContext::barrierType; the condition's type is there already.
void initBarrierType(RunContext& run);

}  // namespace coroscope::loop
