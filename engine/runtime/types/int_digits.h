// How many digits an int may have where it becomes decimal text or is read from it.
#pragma once

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// What sys.set_int_max_str_digits() sets at least, but for 0: no limit.
inline constexpr std::size_t kFewestDigitsLimit = 640;

/// The limit of this run; SIZE_MAX where there is none.
[[nodiscard]] std::size_t decimalDigitsLimit(Vm& vm);
void setDecimalDigitsLimit(Vm& vm, std::size_t digits);

/// Asks for the memory that an int's digits in base 2, 8 or 16 take, with a str of them.
Status reserveDigits(Vm& vm, Value value, int base);

/// Takes what converting so many digits costs, which grows with their square. False: the run is
/// stopped.
[[nodiscard]] bool burnDigits(Vm& vm, std::size_t digits);

}  // namespace coroscope::runtime
