// SPDX-License-Identifier: GPL-3.0-or-later

/// `coroscope list`: the bundled scenarios, by lesson.

#include <algorithm>
#include <cstdio>
#include <string_view>

#include <fmt/format.h>

#include "app/bundle/bundled_scenarios.h"
#include "app/cli/command_line.h"
#include "app/cli/exit_status.h"
#include "app/cli/load_scenario.h"

namespace coroscope::app {

int listScenarios() {
    std::size_t width = 0;
    for (const BundledScenario& scenario : bundledScenarios()) {
        width = std::max(width, scenario.name.size());
    }
    std::string_view category;
    for (const BundledScenario& scenario : bundledScenarios()) {
        if (scenario.category != category) {
            fmt::print("{}{}\n", category.empty() ? "" : "\n", scenario.category);
            category = scenario.category;
        }
        fmt::print("  {:<{}}  {}\n", scenario.name, width, titleOf(scenario));
    }
    return std::fflush(stdout) == 0 ? kSuccess : kFailure;
}

}  // namespace coroscope::app
