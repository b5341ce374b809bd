// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace coroscope::app {

/// Takes over what may be the last hold on something large, and ends it in another thread: to give
/// back millions of rows takes longer than a frame.
void letGo(std::shared_ptr<const void> thing);

}  // namespace coroscope::app
