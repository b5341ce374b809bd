#pragma once

/// The run as a Mermaid gantt chart, for Markdown pages.

#include <string_view>

#include "engine/trace/text_sink.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// A section per task, a bar per stretch in which it ran or waited, in milliseconds of virtual
/// time. Readiness, and runs that take no time, have no bar.
void writeMermaid(const Trace& trace, std::string_view title, TextSink& sink);

}  // namespace coroscope::trace
