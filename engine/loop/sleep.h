// asyncio.sleep (Lib/asyncio/tasks.py).
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// The coroutine that `asyncio.sleep(delay, result)` gives.
[[nodiscard]] Ref makeSleep(RunContext& run, Value delay, Value result);
/// The function itself.
[[nodiscard]] Ref sleepFunction(Vm& vm, const Arguments& arguments);
/// `await sleep(0)` needs no coroutine: it yields, and all that wait so are alike.
[[nodiscard]] AtOnce sleepAtOnce(Vm& vm, const Arguments& arguments, FirstStep& step);
/// Makes RunContext::bareYield.
void initSleep(RunContext& run);

}  // namespace coroscope::loop
