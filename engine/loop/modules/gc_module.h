// The module `_gc`: what the bundled `gc` does with the collector of cycles.
#pragma once

#include "engine/runtime/value.h"

namespace coroscope::loop {

class RunContext;

[[nodiscard]] runtime::Ref makeGcModule(RunContext& run);

}  // namespace coroscope::loop
