// asyncio.wait (Lib/asyncio/tasks.py of 3.11).
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

[[nodiscard]] Ref waitFunction(Vm& vm, const Arguments& arguments);

/// What `return_when` can be.
inline constexpr std::string_view kFirstCompleted = "FIRST_COMPLETED";
inline constexpr std::string_view kFirstException = "FIRST_EXCEPTION";
inline constexpr std::string_view kAllCompleted = "ALL_COMPLETED";

void initWaitType(RunContext& run);

}  // namespace coroscope::loop
