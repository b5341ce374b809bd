// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/run_service.h"

namespace coroscope::app {

/// The runner of the real window: a Simulation under the usual limits.
[[nodiscard]] Runner engineRunner();

/// The files that a scenario imports, as far as can be told without running it. Quick enough for
/// the GUI thread.
[[nodiscard]] scenario::PackedFiles importsOf(const RunRequest& request);

}  // namespace coroscope::app
