#pragma once

/// Which modules a program names in its import statements.

#include <string>
#include <string_view>
#include <vector>

#include "engine/language/ast.h"

namespace coroscope::language {

/// The absolute dotted names of all modules that import statements anywhere in
/// the tree could load, in source order; `from a import b` names both `a` and
/// `a.b`. `package` is the one that the text belongs to, for relative imports
/// (empty: none, and they name nothing).
[[nodiscard]] std::vector<std::string> importedModules(const Ast& ast, std::string_view package);

}  // namespace coroscope::language
