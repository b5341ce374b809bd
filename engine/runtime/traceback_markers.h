// The `~~~^^^~~~` line under a source line of a traceback.
#pragma once

#include <string>
#include <string_view>

#include "engine/scenario/span.h"

namespace coroscope::runtime {

/// The markers for `span` within `line`, with the line's indentation taken off; empty where
/// CPython prints none (the whole line is meant, or nothing is known). For binary
/// operators and subscripts the operator or the brackets get `^`, the rest `~`.
[[nodiscard]] std::string tracebackMarkers(std::string_view line, const scenario::Span& span);

}  // namespace coroscope::runtime
