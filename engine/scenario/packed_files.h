#pragma once

#include <functional>
#include <map>
#include <string>

namespace coroscope::scenario {

/// Files that are not on disk but came with the scenario: their bytes by their paths below its
/// folder, with slashes (`tools/delay.py`).
using PackedFiles = std::map<std::string, std::string, std::less<>>;

}  // namespace coroscope::scenario
