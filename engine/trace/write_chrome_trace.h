#pragma once

/// The trace in Chrome's Trace Event format, which Perfetto and VizTracer's viewer open.

#include "engine/trace/excerpt.h"
#include "engine/trace/text_sink.h"
#include "engine/trace/trace.h"
#include "engine/trace/traced_program.h"

namespace coroscope::trace {

/// `{"traceEvents": […]}`: a thread per task (and one for the loop, with its blocked stretches and
/// jumps of the clock), its states as complete events, who woke or created whom as flows, requests
/// to cancel and exceptions as instants, and the length of the ready queue as a counter. Times are
/// microseconds of virtual time. The program's title names the process. Where a task runs, it has
/// the name of its coroutine and the line at which it goes on, `main (hello.py:12)`, by which
/// VizTracer's viewer finds its place in the source, which goes along. Of an excerpt: what lies
/// within its time, spans cut at its ends; the loop's own lane is always there.
void writeChromeTrace(const Trace& trace, const TracedProgram& program, TextSink& sink,
                      const Excerpt& excerpt = {});

}  // namespace coroscope::trace
