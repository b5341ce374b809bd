// Floats as text, digit for digit as CPython writes them (Python/pystrtod.c).
#pragma once

#include <string>

namespace coroscope::runtime {

/// `repr(float)`: the shortest text that reads back the same.
[[nodiscard]] std::string reprOfDouble(double value);

/// PyOS_double_to_string for format codes 'e', 'f', 'g' (and 'E', 'F', 'G', which write INF, NAN
/// and E), and 'r' for repr, without a sign for positive numbers. `alternate`: keep a point and,
/// for g, trailing zeros. `addDotZero`: write "1.0" where "1" would stand (format's empty type).
[[nodiscard]] std::string doubleToText(double value, char code, int precision, bool alternate,
                                       bool addDotZero);

}  // namespace coroscope::runtime
