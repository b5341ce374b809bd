// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/statement_lines.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

/// Where a line of the program is met in its run. The playhead stands on what the loop sees, and a
/// plain assignment is nothing of that: such a line is met where its function is seen next.
class LinePlaces {
public:
    /// By the file's name in the trace; the scenario's own is empty.
    using Statements = std::map<std::string, std::vector<StatementLines>>;

    LinePlaces() = default;
    /// Walks over the whole trace. A line of a file whose statements are not known is met at itself
    /// or nowhere.
    LinePlaces(const trace::Trace& trace, Statements statements);

    /// The line itself if anything happens at it; else that of its statement, or of the next one in
    /// the same function (at a loop's end: in the loop again) at which something does, or else of
    /// the last one before it; 0: nothing of its function is ever met in this run.
    [[nodiscard]] int meetingOf(int line, const std::string& file = {}) const;

private:
    /// By file, whether anything happens at the line with that number.
    std::map<std::string, std::vector<bool>> met_;
    Statements statements_;
};

/// The line of the file at which an event happened; 0: at none. An empty name is the scenario's.
[[nodiscard]] int lineOf(const trace::Trace& trace, const trace::Event& event, trace::EventIndex at,
                         const std::string& file);

}  // namespace coroscope::app
