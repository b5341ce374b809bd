// The `~~~^^^~~~` line under a source line of a traceback.
#pragma once

#include <string>
#include <string_view>

#include "engine/scenario/span.h"

namespace coroscope::runtime {

/// Who prints a traceback. The interpreter (Python/traceback.c) shows the blanks that a line ends
/// with. Lib/traceback.py takes them off, and puts the markers by as many too far left.
enum class PrintedBy { Interpreter, Library };

/// The markers for `span` within `line`, with the line's indentation taken off; empty where
/// CPython prints none (the whole line is meant, or nothing is known). For binary
/// operators and subscripts the operator or the brackets get `^`, the rest `~`.
[[nodiscard]] std::string tracebackMarkers(std::string_view line, const scenario::Span& span,
                                           PrintedBy by);

}  // namespace coroscope::runtime
