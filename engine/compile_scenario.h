// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// From a scenario's text to code that the VM can run.

#include <memory>
#include <string>
#include <vector>

#include "engine/language/code_object.h"
#include "engine/language/subset_check.h"
#include "engine/scenario/diagnostic.h"
#include "engine/scenario/module_files.h"
#include "engine/scenario/source_text.h"

namespace coroscope {

struct CompiledScenario {
    /// Null if there are `errors`.
    std::shared_ptr<const language::CodeObject> code;
    /// Why it cannot be run: the one error that CPython would report, or else
    /// each construct that is not supported, here or in a file that is imported.
    std::vector<scenario::Diagnostic> errors;
    /// What the import of a file will raise: its syntax error. No reason not to
    /// run, for CPython too finds it when it gets there.
    std::vector<scenario::Diagnostic> importErrors;
    /// What CPython says with a SyntaxWarning.
    std::vector<scenario::Diagnostic> warnings;
};

/// `fileName` is what tracebacks call the file; `files` are those that it may
/// import. The ones it names, and those that they name, are checked too.
[[nodiscard]] CompiledScenario compileScenario(const scenario::SourceText& source,
                                               const std::string& fileName,
                                               const language::ImportableModules& modules,
                                               scenario::ModuleFiles& files);

}  // namespace coroscope
