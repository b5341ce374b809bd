// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "app/bundle/bundled_scenarios.h"
#include "engine/scenario/header.h"
#include "engine/scenario/source_text.h"

namespace coroscope::app {

/// A scenario that can be read; whether it can be run is for the engine to say.
struct LoadedScenario {
    scenario::SourceText source;
    scenario::Header header;
    /// The file's absolute path; empty for standard input and bundled ones.
    std::string path;
};

/// Finds and reads what the user calls `name`: `-` is standard input; else a
/// file of that name; else the bundled scenario of that name. Says on standard
/// error what is wrong, and then gives nothing.
[[nodiscard]] std::optional<LoadedScenario> loadScenario(const std::string& name);

/// The title that a bundled scenario gives itself; its name if it has none.
[[nodiscard]] std::string titleOf(const BundledScenario& scenario);

}  // namespace coroscope::app
