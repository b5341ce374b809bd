#pragma once

/// The trace for spreadsheets: RFC 4180, a header line, commas, CRLF.

#include "engine/trace/excerpt.h"
#include "engine/trace/text_sink.h"
#include "engine/trace/trace.h"
#include "engine/trace/traced_program.h"

namespace coroscope::trace {

/// One row an event: `event,time,kind,task,line,text,file`; the line is one of the file, which is
/// the innermost of the program's own. Text that a spreadsheet would take for a formula is preceded
/// by an apostrophe.
void writeCsv(const Trace& trace, const TracedProgram& program, TextSink& sink,
              const Excerpt& excerpt = {});

/// One row a task:
/// `task,coroutine,creator,created,ended,outcome,turnaround,running,ready,waiting,steps`, in
/// seconds of virtual time. Of an excerpt: its tasks, and what lies within its stretch of time.
void writeStatisticsCsv(const Trace& trace, TextSink& sink, const Excerpt& excerpt = {});

}  // namespace coroscope::trace
