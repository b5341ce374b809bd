// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "engine/language/subset_check.h"

namespace coroscope {

/// The modules that the runtime and the loop bring along. An import of any
/// other is refused before the program starts.
[[nodiscard]] const language::ImportableModules& importableModules();

/// What an importable module offers by names without an underscore, other modules apart; found once
/// in the life of the process. Empty for any other module.
[[nodiscard]] const std::set<std::string>& offeredNames(std::string_view module);

/// The same of what asyncio's objects have: tasks, futures, the loop, locks, queues …
[[nodiscard]] const std::set<std::string>& offeredMethods();

}  // namespace coroscope
