#pragma once

/// The run as a Mermaid gantt chart, for Markdown pages.

#include <string_view>

#include "engine/trace/excerpt.h"
#include "engine/trace/text_sink.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// A section per task, a bar per stretch in which it ran or waited. Readiness, and runs that take
/// no time, have no bar. Mermaid knows no less than a millisecond: a run with shorter stretches is
/// drawn a thousand or a million times as long, and the title says so.
void writeMermaid(const Trace& trace, std::string_view title, TextSink& sink,
                  const Excerpt& excerpt = {});

}  // namespace coroscope::trace
