#pragma once

/// The trace in Chrome's Trace Event format, which Perfetto and VizTracer's viewer open.

#include <string_view>

#include "engine/trace/excerpt.h"
#include "engine/trace/text_sink.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// `{"traceEvents": […]}`: a thread per task (and one for the loop, with its blocked stretches and
/// jumps of the clock), its states as complete events, who woke or created whom as flows, requests
/// to cancel and exceptions as instants, and the length of the ready queue as a counter. Times are
/// microseconds of virtual time. `title` names the process. Of an
/// excerpt: what lies within its time, spans cut at its ends; the loop's own lane is always there.
void writeChromeTrace(const Trace& trace, std::string_view title, TextSink& sink,
                      const Excerpt& excerpt = {});

}  // namespace coroscope::trace
