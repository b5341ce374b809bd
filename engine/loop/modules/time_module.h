// The module time, on the virtual clock.
#pragma once

#include <string_view>

#include "engine/runtime/value.h"

namespace coroscope::loop {

class RunContext;

[[nodiscard]] runtime::Ref makeTimeModule(RunContext& run);

}  // namespace coroscope::loop
