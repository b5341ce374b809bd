// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/language/subset_check.h"

namespace coroscope {

/// The modules that the runtime and the loop bring along. An import of any
/// other is refused before the program starts.
[[nodiscard]] const language::ImportableModules& importableModules();

}  // namespace coroscope
