// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A sentence about what a suspended task waited for, once it goes on.

#include <string>

#include "app/session/run_source.h"
#include "engine/trace/state_at.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

/// `began` is the StepBegan by which it goes on, `state` is that after it: `Its sleep of 2 s is
/// over.`, `Task-2 (printer) has released the lock.`
[[nodiscard]] std::string wakeWords(const trace::Trace& trace, const trace::LoopState& state,
                                    const RunSource& source, const trace::Event& began);

}  // namespace coroscope::app
