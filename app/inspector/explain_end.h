// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "engine/trace/state_at.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

/// Where the exception came from that ended the program, as a sentence.
[[nodiscard]] std::string uncaught(const trace::Trace& trace, const trace::LoopState& state);

}  // namespace coroscope::app
