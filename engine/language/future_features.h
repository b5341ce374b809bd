#pragma once

/// `from __future__ import …`: what a module asks for (CPython: Python/future.c).

#include <string_view>
#include <variant>

#include "engine/language/ast.h"
#include "engine/scenario/diagnostic.h"

namespace coroscope::language {

struct FutureFeatures {
    bool annotations = false;  ///< annotations are kept as text
    int lastLine = 0;          ///< line of the last future import that stands at its proper place
};

/// The future imports at the beginning of `module`, or what is wrong with them.
[[nodiscard]] std::variant<FutureFeatures, scenario::Diagnostic> futureFeatures(
    const Module& module, std::string_view fileName);

}  // namespace coroscope::language
