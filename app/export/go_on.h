// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace coroscope::app {

/// Told how far long work has come, 0 to 1. False: no more.
using GoOn = std::function<bool(double share)>;

}  // namespace coroscope::app
