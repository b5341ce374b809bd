// asyncio.timeout, timeout_at and their context manager (Lib/asyncio/timeouts.py).
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

[[nodiscard]] Ref timeoutFunction(Vm& vm, const Arguments& arguments);
[[nodiscard]] Ref timeoutAtFunction(Vm& vm, const Arguments& arguments);

/// Makes RunContext::timeoutType.
void initTimeoutType(RunContext& run);

/// Is it a Timeout that this task has entered?
[[nodiscard]] bool isLimitOf(const RunContext& run, const Object* object, const Task* task);

}  // namespace coroscope::loop
