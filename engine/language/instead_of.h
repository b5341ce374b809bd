#pragma once

/// What to use in the place of what is refused.

#include <string_view>

namespace coroscope::language {

/// The hint for a module, or for the one that it belongs to ("xml" for "xml.dom"); empty where
/// there is nothing to use instead.
[[nodiscard]] std::string_view insteadOf(std::string_view module);
/// The hint for `module.name`; empty where there is nothing to use instead.
[[nodiscard]] std::string_view insteadOfName(std::string_view module, std::string_view name);
/// The hint for a builtin function that is refused when it is called; empty: it is not refused.
[[nodiscard]] std::string_view insteadOfBuiltin(std::string_view name);

}  // namespace coroscope::language
