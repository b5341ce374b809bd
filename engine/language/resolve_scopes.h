#pragma once

/// The second pass of name resolution (CPython: symtable_analyze).

#include <optional>
#include <string_view>

#include "engine/language/symbols.h"
#include "engine/scenario/diagnostic.h"

namespace coroscope::language {

/// Decides for every name in `module` and the scopes below it where it is kept, from what the
/// first pass collected. Returns what is wrong, if something is.
[[nodiscard]] std::optional<scenario::Diagnostic> resolveScopes(Scope& module,
                                                                std::string_view fileName);

}  // namespace coroscope::language
