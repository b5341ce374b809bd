// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compile_scenario.h"

#include <utility>
#include <variant>

#include "engine/language/compiler.h"
#include "engine/language/parser.h"

namespace coroscope {

CompiledScenario compileScenario(const scenario::SourceText& source, const std::string& fileName,
                                 const language::ImportableModules& modules) {
    CompiledScenario result;
    language::ParseResult parsed = language::parse(source);
    result.warnings = std::move(parsed.warnings);
    if (!parsed) {
        result.errors.push_back(std::move(parsed.error));
        return result;
    }
    // What is refused never reaches the compiler.
    result.errors = language::checkSubset(*parsed.ast, source, modules);
    if (!result.errors.empty()) return result;
    auto compiled = language::compile(*parsed.ast->module, fileName, &result.warnings);
    if (auto* error = std::get_if<scenario::Diagnostic>(&compiled)) {
        error->file = source.name();
        result.errors.push_back(std::move(*error));
    } else {
        result.code = std::get<std::shared_ptr<const language::CodeObject>>(std::move(compiled));
    }
    return result;
}

}  // namespace coroscope
