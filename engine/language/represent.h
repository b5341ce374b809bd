#pragma once

/// Constants of a program as repr() writes them.

#include <string>
#include <string_view>

#include "engine/language/ast.h"

namespace coroscope::language {

/// Objects/unicodeobject.c: unicode_repr. `text` is valid UTF-8.
[[nodiscard]] std::string representText(std::string_view text);

[[nodiscard]] std::string representConstant(const Constant* constant);

}  // namespace coroscope::language
