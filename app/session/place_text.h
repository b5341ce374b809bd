// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Where in the program an event happened, in words.

#include <string>

#include "engine/trace/ids.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

/// `line 7`, or `line 7 of helpers.py` where the innermost frame stood in a file that the scenario
/// imports; empty where no code of the program was running.
[[nodiscard]] inline std::string placeText(const trace::Trace& trace, trace::EventIndex at) {
    if (const trace::ImportedPlace* place = trace.importedPlace(at)) {
        const std::string_view path = trace.text(place->file);
        const std::size_t slash = path.find_last_of('/');
        const std::string_view file =
            slash == std::string_view::npos ? path : path.substr(slash + 1);
        return "line " + std::to_string(place->span.line) + " of " + std::string(file);
    }
    const trace::Event event = trace[at];
    return event.line > 0 ? "line " + std::to_string(event.line) : std::string();
}

}  // namespace coroscope::app
