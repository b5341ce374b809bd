#pragma once

#include "engine/runtime/types/int.h"

namespace coroscope::runtime {

/// The greatest common divisor, never negative; 0 of zeros.
[[nodiscard]] BigNumber commonDivisor(BigNumber a, BigNumber b);

}  // namespace coroscope::runtime
