#pragma once

/// The properties of characters beyond ASCII that the lexer needs (Unicode 14,
/// as in CPython 3.11). The tables are made by unicode_ranges.py.

#include <cstddef>

namespace coroscope::language {

/// May an identifier begin with it (PEP 3131)? Beyond ASCII only.
[[nodiscard]] bool isUnicodeIdentifierStart(char32_t character);
/// May an identifier go on with it? Beyond ASCII only.
[[nodiscard]] bool isUnicodeIdentifierContinue(char32_t character);
/// `str.isprintable`. Beyond ASCII only.
[[nodiscard]] bool isUnicodePrintable(char32_t character);
/// Does Python write it otherwise in an identifier (NFKC)? Beyond ASCII only.
[[nodiscard]] bool isChangedByNfkc(char32_t character);

}  // namespace coroscope::language
