// Numbers read from text, for int() and float().
#pragma once

#include <optional>
#include <string_view>

#include "engine/runtime/types/int.h"

namespace coroscope::runtime {

/// Removes Unicode white space at both ends and turns Unicode decimal digits into ASCII ones
/// (_PyUnicode_TransformDecimalAndSpaceToASCII).
[[nodiscard]] std::string asciiNumber(std::string_view text);

/// int(text, base); `base` is 0 or 2 to 36. `shown` is the repr for the message.
[[nodiscard]] Ref intFromText(Vm& vm, std::string_view text, int base, Value shown);
/// float(text): nothing if it is no number.
[[nodiscard]] std::optional<double> doubleFromText(std::string_view text);

}  // namespace coroscope::runtime
