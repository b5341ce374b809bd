#pragma once

/// The fixed vocabulary of the language: keywords, string prefixes,
/// punctuation; and the decoding of UTF-8.

#include <string_view>

#include "engine/language/token.h"

namespace coroscope::language {

/// The keyword that `text` is, or `Name`.
[[nodiscard]] TokenType keywordType(std::string_view text);

/// Are these letters before a quote a string prefix, in any case ("rb", "F")?
[[nodiscard]] bool isStringPrefix(std::string_view letters);

struct Punctuation {
    TokenType type;
    int length;
};

/// The longest punctuation at the front of three characters; `Unknown` with
/// length 1 for a character that is none.
[[nodiscard]] Punctuation findPunctuation(int first, int second, int third);

/// The character at `position`, which is moved behind it. The text must be
/// valid UTF-8.
[[nodiscard]] inline char32_t decodeUtf8(const char*& position) {
    const auto next = [&position] { return static_cast<unsigned char>(*position++); };
    const char32_t first = next();
    if (first < 0x80) return first;
    if (first < 0xE0) return (first & 0x1FU) << 6U | (next() & 0x3FU);
    char32_t rest = next() & 0x3FU;
    rest = rest << 6U | (next() & 0x3FU);
    if (first < 0xF0) return (first & 0x0FU) << 12U | rest;
    return (first & 0x07U) << 18U | rest << 6U | (next() & 0x3FU);
}

}  // namespace coroscope::language
