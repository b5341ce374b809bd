// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "app/bundle/bundled_scenarios.h"

namespace coroscope {
namespace {

TEST(BundledScenarios, AreOrderedByFolderThenByFileName) {
    const auto all = bundledScenarios();
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return std::pair(a.category, a.fileName) < std::pair(b.category, b.fileName);
    }));
}

TEST(BundledScenarios, HaveANameOfTheirOwn) {
    for (const BundledScenario& scenario : bundledScenarios()) {
        EXPECT_EQ(findBundledScenario(scenario.name), &scenario) << scenario.name;
    }
}

TEST(BundledScenarios, AreFoundWithFolderAndExtension) {
    for (const BundledScenario& scenario : bundledScenarios()) {
        const std::string path =
            std::string(scenario.category) + "/" + std::string(scenario.fileName);
        EXPECT_EQ(findBundledScenario(path), &scenario) << path;
        EXPECT_EQ(findBundledScenario("scenarios/" + path), &scenario) << path;
    }
}

TEST(BundledScenarios, HoldTheWholeFile) {
    for (const BundledScenario& scenario : bundledScenarios()) {
        EXPECT_FALSE(scenario.text.empty()) << scenario.name;
        EXPECT_TRUE(scenario.text.ends_with('\n')) << scenario.name;
    }
}

TEST(BundledScenarios, AnUnknownNameIsNotFound) {
    EXPECT_EQ(findBundledScenario("no_such_scenario"), nullptr);
    EXPECT_EQ(findBundledScenario(""), nullptr);
    EXPECT_EQ(findBundledScenario("/"), nullptr);
    EXPECT_EQ(findBundledScenario(".py"), nullptr);
}

TEST(BundledScenarios, AKnownNameInAnotherFolderIsNotFound) {
    for (const BundledScenario& scenario : bundledScenarios()) {
        EXPECT_EQ(findBundledScenario("elsewhere/" + std::string(scenario.name)), nullptr);
    }
}

}  // namespace
}  // namespace coroscope
