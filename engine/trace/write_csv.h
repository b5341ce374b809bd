#pragma once

/// The trace for spreadsheets: RFC 4180, a header line, commas, CRLF.

#include "engine/trace/text_sink.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// One row an event: `event,time,kind,task,line,text`. Text that a spreadsheet would take for a
/// formula is preceded by an apostrophe.
void writeCsv(const Trace& trace, TextSink& sink);

}  // namespace coroscope::trace
