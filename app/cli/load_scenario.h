// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/bundle/bundled_scenarios.h"
#include "app/lesson/lesson.h"
#include "engine/scenario/header.h"
#include "engine/scenario/source_text.h"

namespace coroscope::app {

/// A scenario that can be read; whether it can be run is for the engine to say.
struct LoadedScenario {
    scenario::SourceText source;
    scenario::Header header;
    /// The file's absolute path; empty for standard input and bundled ones. In a lesson it is a
    /// name alone, as if the lesson were a folder.
    std::string path;
    std::shared_ptr<const Lesson> lesson;  ///< in which it was; null: in none

    /// The files that it may import, where they are not on disk; null: they are.
    [[nodiscard]] std::shared_ptr<const scenario::PackedFiles> files() const {
        return lesson == nullptr
                   ? nullptr
                   : std::shared_ptr<const scenario::PackedFiles>(lesson, &lesson->files);
    }
};

/// Finds and reads what the user calls `name`: `-` is standard input; else a
/// file of that name, Python or a lesson; else the bundled scenario of that name. Says on standard
/// error what is wrong, and then gives nothing.
[[nodiscard]] std::optional<LoadedScenario> loadScenario(const std::string& name);

/// The title that a bundled scenario gives itself; its name if it has none.
[[nodiscard]] std::string titleOf(const BundledScenario& scenario);

}  // namespace coroscope::app
