// The module _workers: what the bundled threading, queue, concurrent.futures and multiprocessing
// are made of.
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

[[nodiscard]] Ref makeWorkersModule(RunContext& run);
/// Makes RunContext::workerType and waitersType.
void initWorkerTypes(RunContext& run);

}  // namespace coroscope::loop
