// The standard-library modules whose meaning is time or tasks.
#pragma once

#include <span>
#include <string_view>

#include "engine/loop/run_context.h"

namespace coroscope::loop {

/// Makes `asyncio`, `time` and their like; Unbound if the name is none of them.
[[nodiscard]] Ref importLoopModule(RunContext& run, std::string_view name);
/// Every name that importLoopModule knows.
[[nodiscard]] std::span<const std::string_view> loopModuleNames();

}  // namespace coroscope::loop
