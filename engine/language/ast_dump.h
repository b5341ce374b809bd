#pragma once

/// Syntax trees as text, for tests and for curious people.

#include <string>

#include "engine/language/ast.h"

namespace coroscope::language {

/// The text that Python 3.11's `ast.dump(tree)` gives for the same program;
/// with positions, `ast.dump(tree, include_attributes=True)`.
[[nodiscard]] std::string dumpAst(const Node* node, bool withPositions = false);

}  // namespace coroscope::language
