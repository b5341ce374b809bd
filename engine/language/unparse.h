#pragma once

/// Expressions back to text, as `from __future__ import annotations` keeps them
/// (CPython: Python/ast_unparse.c).

#include <string>

#include "engine/language/ast.h"

namespace coroscope::language {

/// The text of `node` in CPython's normal form.
[[nodiscard]] std::string unparse(const Expression* node);

}  // namespace coroscope::language
