// The module `_loops`: what the bundled policies (`_policies.py`) know of the run's loops.
#pragma once

#include "engine/runtime/value.h"

namespace coroscope::loop {

class RunContext;

[[nodiscard]] runtime::Ref makeLoopsModule(RunContext& run);

}  // namespace coroscope::loop
