// The exceptions of asyncio (Lib/asyncio/exceptions.py, queues.py).
#pragma once

namespace coroscope::loop {

class RunContext;

/// Makes RunContext::cancelledError and its like.
void initAsyncioExceptions(RunContext& run);

}  // namespace coroscope::loop
