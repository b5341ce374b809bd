// What utf8proc does not know; see unicode_tables.py.
#pragma once

#include <cstddef>
#include <cstdint>

namespace coroscope::runtime {

struct CharacterRange {
    char32_t first, last;
};
struct SeveralCharacters {
    char32_t character;
    const char* mapped;  ///< UTF-8
};

#define CORO_TABLE(type, name) \
    extern const type name[];  \
    extern const std::size_t name##Count;
CORO_TABLE(SeveralCharacters, kUpperSeveral)
CORO_TABLE(SeveralCharacters, kTitleSeveral)
CORO_TABLE(SeveralCharacters, kLowerSeveral)
CORO_TABLE(SeveralCharacters, kFoldedSeveral)
CORO_TABLE(CharacterRange, kDigits)
CORO_TABLE(CharacterRange, kNumeric)
CORO_TABLE(CharacterRange, kOtherLower)
CORO_TABLE(CharacterRange, kOtherUpper)
CORO_TABLE(CharacterRange, kCaseIgnorable)
CORO_TABLE(CharacterRange, kCased)
CORO_TABLE(CharacterRange, kUnassigned)
#undef CORO_TABLE

}  // namespace coroscope::runtime
