// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace coroscope {

/// A scenario of `scenarios/`, compiled into the program so that it is found wherever the program
/// is installed. All views last as long as the program.
struct BundledScenario {
    std::string_view name;  ///< `three_sleepers`: what `coroscope run` accepts in place of a path
    std::string_view category;  ///< its folder, `02-together`; the number gives the gallery's order
    std::string_view fileName;  ///< `three_sleepers.py`
    std::string_view text;      ///< the file's bytes, UTF-8
};

/// All of them, by folder, then by file name.
[[nodiscard]] std::span<const BundledScenario> bundledScenarios();

/// The one called `name`, or null. `three_sleepers`, `three_sleepers.py`,
/// `02-together/three_sleepers.py` and the last below `scenarios/` are all the same one.
[[nodiscard]] const BundledScenario* findBundledScenario(std::string_view name);

}  // namespace coroscope
