#pragma once

/// Refuses by name what is valid Python but does not run here yet.

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/language/ast.h"
#include "engine/scenario/diagnostic.h"
#include "engine/scenario/source_text.h"

namespace coroscope::language {

/// What the rest of the engine can import.
struct ImportableModules {
    /// Full dotted names ("asyncio", "collections.abc").
    std::set<std::string, std::less<>> names;
    /// Is `name` in `module`, which is in `names`? Asked for `from module import
    /// name` and `module.name`. Empty: everything is taken to be there, and every
    /// builtin to work.
    std::function<bool(std::string_view module, std::string_view name)> hasName;
    /// May `module`, which is not in `names`, be imported all the same (a file
    /// beside the scenario)? Empty: no.
    std::function<bool(std::string_view module, int level)> isSibling;
    /// Does CPython bring along `module`, which has no dot? Empty: it is taken to.
    std::function<bool(std::string_view module)> isStandard;
};

/// One Diagnostic for each construct that is refused, in source order, each
/// with what to use instead as its hint. Empty: the program can be compiled.
[[nodiscard]] std::vector<scenario::Diagnostic> checkSubset(const Ast& ast,
                                                            const scenario::SourceText& source,
                                                            const ImportableModules& modules);

}  // namespace coroscope::language
