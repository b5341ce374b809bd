// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "engine/scenario/span.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

/// What went wrong at a place of the source, to be read there once the run has come to it.
struct RunMark {
    trace::EventIndex since;
    std::string file;  ///< its name in the trace; empty: the scenario
    scenario::Span span;
    std::string text;
    bool foreseen = false;  ///< only the end of the run shows that it is so
};

/// Where the event happened in the program's text, and what is said of it there.
[[nodiscard]] RunMark markAt(const trace::Trace& trace, const trace::Event& event,
                             trace::EventIndex at, std::string text);

/// The warnings of the run, each place once, and the exception that ended it; the first ones, if
/// there are many.
[[nodiscard]] std::vector<RunMark> runMarks(const trace::Trace& trace);

}  // namespace coroscope::app
