// The module time, on the virtual clock.
#pragma once

#include <string_view>

#include "engine/runtime/value.h"

namespace coroscope::loop {

class RunContext;

[[nodiscard]] runtime::Ref makeTimeModule(RunContext& run);
/// Is there a name of that kind in it?
[[nodiscard]] bool timeModuleHas(std::string_view name);

}  // namespace coroscope::loop
