#pragma once

/// What to use in the place of a module that is refused.

#include <string_view>

namespace coroscope::language {

/// The hint for a module, or for the one that it belongs to ("xml" for "xml.dom"); empty where
/// there is nothing to use instead.
[[nodiscard]] std::string_view insteadOf(std::string_view module);

}  // namespace coroscope::language
