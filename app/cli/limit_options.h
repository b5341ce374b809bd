// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The options `--limit-…`, the same for every command that runs something.

#include <string>

#include "engine/scenario/limits.h"
#include "engine/simulation.h"

namespace CLI {
class App;
}

namespace coroscope::app {

void addLimitOptions(CLI::App& command, scenario::Limits& limits);

/// What standard error says about a run's end: its message and, if a limit cut it off, how to raise
/// that limit.
[[nodiscard]] std::string endMessage(const RunResult& result);

}  // namespace coroscope::app
