// cp1252 (Windows for Western Europe): as latin-1, but for the bytes from 0x80 to 0x9F
// (Lib/encodings/cp1252.py).
#include <algorithm>
#include <iterator>

#include "engine/runtime/types/codecs_internal.h"

namespace coroscope::runtime {

namespace {

constexpr unsigned char kFirst = 0x80;

/// 0 where a byte stands for nothing.
constexpr char32_t kCharacters[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

}  // namespace

std::optional<char32_t> windowsCharacter(unsigned char byte) {
    if (byte < kFirst || byte >= kFirst + std::size(kCharacters)) return byte;
    const char32_t character = kCharacters[byte - kFirst];
    return character == 0 ? std::nullopt : std::optional(character);
}

std::optional<unsigned char> windowsByte(char32_t character) {
    const auto found = std::ranges::find(kCharacters, character);
    if (character != 0 && found != std::end(kCharacters))
        return static_cast<unsigned char>(kFirst + (found - std::begin(kCharacters)));
    const bool asLatin =
        character < kFirst || (character >= kFirst + std::size(kCharacters) && character < 0x100);
    return asLatin ? std::optional(static_cast<unsigned char>(character)) : std::nullopt;
}

}  // namespace coroscope::runtime
