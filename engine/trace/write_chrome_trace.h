#pragma once

/// The trace in Chrome's Trace Event format, which Perfetto and VizTracer's viewer open.

#include <string_view>

#include "engine/trace/text_sink.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// `{"traceEvents": […]}`: a thread per task (and one for the loop, with its blocked stretches and
/// jumps of the clock), its states as complete events, who woke or created whom as flows, requests
/// to cancel and exceptions as instants, and the length of the ready queue as a counter. Times are
/// microseconds of virtual time. `title` names the process.
void writeChromeTrace(const Trace& trace, std::string_view title, TextSink& sink);

}  // namespace coroscope::trace
