// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coroscope::app {

/// Virtual seconds as the player shows them: `1.25 s`, `3.523 s`.
[[nodiscard]] QString secondsText(double seconds);
/// A speed: `0.25×`, `1×`, `100×`.
[[nodiscard]] QString speedText(double speed);

}  // namespace coroscope::app
