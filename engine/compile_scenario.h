// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// From a scenario's text to code that the VM can run.

#include <memory>
#include <string>
#include <vector>

#include "engine/language/code_object.h"
#include "engine/language/subset_check.h"
#include "engine/scenario/diagnostic.h"
#include "engine/scenario/source_text.h"

namespace coroscope {

struct CompiledScenario {
    /// Null if there are `errors`.
    std::shared_ptr<const language::CodeObject> code;
    /// Why it cannot be run: the one error that CPython would report, or else
    /// each construct that is not supported.
    std::vector<scenario::Diagnostic> errors;
    /// What CPython says with a SyntaxWarning.
    std::vector<scenario::Diagnostic> warnings;
};

/// `fileName` is what tracebacks call the file.
[[nodiscard]] CompiledScenario compileScenario(const scenario::SourceText& source,
                                               const std::string& fileName,
                                               const language::ImportableModules& modules);

}  // namespace coroscope
