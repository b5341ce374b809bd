// The module asyncio: its names, and those of its submodules.
#pragma once

#include <span>
#include <string_view>

#include "engine/runtime/value.h"

namespace coroscope::loop {

class RunContext;

/// `asyncio` or one of its submodules (`asyncio.tasks` …); Unbound if there is none of that name.
[[nodiscard]] runtime::Ref makeAsyncioModule(RunContext& run, std::string_view name);
/// Without the "asyncio." in front.
[[nodiscard]] std::span<const std::string_view> asyncioSubmodules();

}  // namespace coroscope::loop
