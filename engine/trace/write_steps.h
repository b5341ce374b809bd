#pragma once

/// The step listing: what conformance.md compares with CPython.

#include "engine/trace/excerpt.h"
#include "engine/trace/text_sink.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// One JSON object a line: `create`, `step`, `suspend`, `done` and `stdout`,
/// spelt as tests/conformance/README.md has it, so that the files of both
/// sides are equal byte for byte.
void writeSteps(const Trace& trace, TextSink& sink, const Excerpt& excerpt = {});

/// As Python's `repr` of a float: the shortest digits that read back as the
/// same number, with `.0` where there would be no sign of a float.
[[nodiscard]] std::string floatText(double number);

}  // namespace coroscope::trace
