#pragma once

/// Helpers for tests: a few lines of Python in, text out.

#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "engine/language/code_object.h"
#include "engine/scenario/diagnostic.h"

namespace coroscope::language {

/// Parses and compiles `program`; fails the test where the code is not sound (code_verifier.h).
std::variant<std::shared_ptr<const CodeObject>, scenario::Diagnostic> compileText(
    std::string_view program);

/// The code of `program`, which must compile.
std::shared_ptr<const CodeObject> codeOf(std::string_view program);

/// The code called `qualifiedName` inside `code`, which must be there.
const CodeObject& inner(const CodeObject& code, std::string_view qualifiedName);

/// The instructions of the function `f` in `program`, each on a line, without their indices;
/// then the rows of its exception table.
std::string bodyOf(std::string_view program, std::string_view qualifiedName = "f");

/// `LINE:COLUMN-ENDLINE:ENDCOLUMN MESSAGE` (columns in bytes from 0), or "ok".
std::string errorOf(std::string_view program);

}  // namespace coroscope::language
