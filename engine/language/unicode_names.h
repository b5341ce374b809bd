// The names of characters (unicodedata, and \N{…} in strings), as Unicode 14 has them, which is
// CPython 3.11's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace coroscope::language {

/// Capitals and small letters are the same. Besides the characters' own names those in use for
/// control characters, which have none.
[[nodiscard]] std::optional<char32_t> characterNamed(std::string_view name);
/// Empty for those without one.
[[nodiscard]] std::string nameOfCharacter(char32_t character);

}  // namespace coroscope::language
