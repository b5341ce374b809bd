// asyncio.run and asyncio.Runner (Lib/asyncio/runners.py).
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

[[nodiscard]] Ref runFunction(Vm& vm, const Arguments& arguments);

/// The coroutines of BaseEventLoop.shutdown_asyncgens and shutdown_default_executor.
[[nodiscard]] Ref makeShutdownAsyncgens(RunContext& run, EventLoop* loop);
[[nodiscard]] Ref makeShutdownExecutor(Vm& vm, EventLoop* loop);

/// Makes RunContext::runnerType.
void initRunnerType(RunContext& run);

}  // namespace coroscope::loop
