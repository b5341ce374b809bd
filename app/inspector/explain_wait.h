// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Half sentences about what a suspended task waits for.

#include <string>

#include "app/inspector/explain_text.h"

namespace coroscope::app {

struct WaitWords {
    /// After the task's name: `goes to sleep for 2 s`, `waits for Task-3 (sleeper)`.
    std::string verb;
    /// When it will go on, for a newcomer and for an expert; whole sentences.
    std::string newcomer;
    std::string expert;
};

/// `suspension` is a StepEnded that suspends; `state` is that after it.
[[nodiscard]] WaitWords waitWords(const trace::Trace& trace, const trace::LoopState& state,
                                  const RunSource& source, trace::EventIndex suspension);

}  // namespace coroscope::app
