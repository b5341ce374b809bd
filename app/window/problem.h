// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "engine/simulation.h"

namespace coroscope::app {

/// What the banner says about a run.
struct Problem {
    QString title;
    QString text;
    int line = 0;           ///< from 1; 0: nowhere
    std::string file;       ///< the imported file that the line is of, as the run calls it
    bool raisable = false;  ///< a limit cut the run off that can be raised
    /// It is part of the story that the run tells: not to be told before the playhead is here.
    trace::EventIndex at;
};

/// What is wrong with the present text, or with how its run ended; nothing
/// when all is well. `stale`: an older run is still shown.
[[nodiscard]] std::optional<Problem> problemOf(const std::vector<scenario::Diagnostic>& diagnostics,
                                               const RunResult& result, const trace::Trace& trace,
                                               bool stale);

}  // namespace coroscope::app
