// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/run_service.h"

namespace coroscope::app {

/// The runner of the real window: a Simulation under the usual limits.
[[nodiscard]] Runner engineRunner();

}  // namespace coroscope::app
