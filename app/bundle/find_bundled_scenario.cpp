// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bundle/bundled_scenarios.h"

namespace coroscope {

const BundledScenario* findBundledScenario(std::string_view name) {
    std::string_view category;
    if (const auto slash = name.rfind('/'); slash != std::string_view::npos) {
        category = name.substr(0, slash);
        name.remove_prefix(slash + 1);
        if (category.starts_with("scenarios/")) category.remove_prefix(10);
    }
    if (name.ends_with(".py")) name.remove_suffix(3);
    for (const BundledScenario& scenario : bundledScenarios()) {
        if (scenario.name == name && (category.empty() || category == scenario.category)) {
            return &scenario;
        }
    }
    return nullptr;
}

}  // namespace coroscope
