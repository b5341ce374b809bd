#pragma once

#include <cstdint>

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

// What natives, the memory and the unwinding of frames take beyond the instructions that run. It
// counts for the limit on instructions, in their measure, but is no cost of code: fuel goes, and
// with it what was given of it, so that no more seems to have been used (RunContext::outOfFuel).

/// For work that is done or certain to end soon. The run ends at the next instruction, or in the
/// next burnFuel.
inline void takeEffort(Vm& vm, std::int64_t instructions) {
    vm.fuel -= instructions;
    vm.fuelGiven -= instructions;
}

/// Ask before work that may take long. False: the run is stopped, return Raised.
[[nodiscard]] inline bool spendEffort(Vm& vm, std::int64_t instructions) {
    takeEffort(vm, instructions);
    return burnFuel(vm, 0);
}

}  // namespace coroscope::runtime
