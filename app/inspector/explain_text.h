// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Says in plain sentences what an event of a run is, and why it happened or what follows from it.
/// Plain strings of a trace and the state after the event: nothing here knows a widget.

#include <string>

#include "app/session/run_source.h"
#include "engine/trace/state_at.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

/// Who reads it.
enum class Audience {
    Newcomer,  ///< knows Python, meets asyncio for the first time
    Expert,    ///< wants to know what asyncio does inside: handles, futures, callbacks
};

struct Explanation {
    std::string what;  ///< one sentence
    std::string why;   ///< one sentence or two; empty where there is no more to say
};

/// `state` is the state right after `state.at`, the event explained; none has no explanation.
[[nodiscard]] Explanation explain(const trace::Trace& trace, const trace::LoopState& state,
                                  const RunSource& source, Audience audience);

}  // namespace coroscope::app
