#pragma once

/// The values of numeric literals.

#include <string>
#include <string_view>

#include "engine/language/arena.h"
#include "engine/language/ast.h"

namespace coroscope::language {

/// Reads the literal `text`, which the lexer has accepted, into `constant`.
/// The answer is empty, or why CPython refuses the number after all.
/// (Parser/pegen.c: parsenumber; Objects/longobject.c: the limit on digits)
[[nodiscard]] std::string readNumber(std::string_view text, Arena& arena, Constant& constant);

}  // namespace coroscope::language
