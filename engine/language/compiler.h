#pragma once

/// From the syntax tree to bytecode (CPython: Python/compile.c).

#include <memory>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/language/ast.h"
#include "engine/language/code_object.h"
#include "engine/scenario/diagnostic.h"

namespace coroscope::language {

/// Compiles `module`; `fileName` is what tracebacks and diagnostics call it.
/// What comes out keeps nothing of the tree. An error is the first that CPython would report: of
/// its future imports, its names (Python/symtable.c), its code (Python/compile.c). What CPython
/// remarks with a SyntaxWarning is appended to `warnings`, if that is not null.
[[nodiscard]] std::variant<std::shared_ptr<const CodeObject>, scenario::Diagnostic> compile(
    const Module& module, std::string_view fileName,
    std::vector<scenario::Diagnostic>* warnings = nullptr);

}  // namespace coroscope::language
