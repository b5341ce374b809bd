#include "engine/language/unicode_names.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <utility>

namespace coroscope::language {

namespace {

/// Aliases that Unicode's NameAliases.txt gives to characters without a name, and abbreviations.
using Alias = std::pair<std::string_view, char32_t>;
constexpr Alias kAliases[] = {
    {"NULL", 0x00},
    {"NUL", 0x00},
    {"ALERT", 0x07},
    {"BEL", 0x07},
    {"BACKSPACE", 0x08},
    {"BS", 0x08},
    {"CHARACTER TABULATION", 0x09},
    {"HORIZONTAL TABULATION", 0x09},
    {"HT", 0x09},
    {"TAB", 0x09},
    {"LINE FEED", 0x0A},
    {"NEW LINE", 0x0A},
    {"END OF LINE", 0x0A},
    {"LF", 0x0A},
    {"NL", 0x0A},
    {"EOL", 0x0A},
    {"LINE TABULATION", 0x0B},
    {"VERTICAL TABULATION", 0x0B},
    {"VT", 0x0B},
    {"FORM FEED", 0x0C},
    {"FF", 0x0C},
    {"CARRIAGE RETURN", 0x0D},
    {"CR", 0x0D},
    {"ESCAPE", 0x1B},
    {"ESC", 0x1B},
    {"SP", 0x20},
    {"DELETE", 0x7F},
    {"DEL", 0x7F},
    {"NEXT LINE", 0x85},
    {"NEL", 0x85},
    {"NBSP", 0xA0},
    {"SHY", 0xAD},
    {"ZWSP", 0x200B},
    {"ZWNJ", 0x200C},
    {"ZWJ", 0x200D},
    {"LRM", 0x200E},
    {"RLM", 0x200F},
    {"WJ", 0x2060},
    {"BOM", 0xFEFF},
    {"BYTE ORDER MARK", 0xFEFF},
    {"ZWNBSP", 0xFEFF},
};

/// Is it a character of Unicode 14?
bool isOldEnough(UChar32 character) {
    UVersionInfo version;
    u_charAge(character, version);
    return version[0] > 0 && version[0] <= 14;
}

}  // namespace

std::optional<char32_t> characterNamed(std::string_view name) {
    std::string upper(name);
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    const auto* alias = std::ranges::find(kAliases, upper, &Alias::first);
    if (alias != std::end(kAliases)) return alias->second;
    for (const UCharNameChoice choice : {U_UNICODE_CHAR_NAME, U_CHAR_NAME_ALIAS}) {
        UErrorCode error = U_ZERO_ERROR;
        const UChar32 found = u_charFromName(choice, upper.c_str(), &error);
        if (U_SUCCESS(error) && isOldEnough(found)) return static_cast<char32_t>(found);
    }
    return std::nullopt;
}

std::string nameOfCharacter(char32_t character) {
    const auto code = static_cast<UChar32>(character);
    std::array<char, 128> name{};
    UErrorCode error = U_ZERO_ERROR;
    const int32_t length = u_charName(code, U_UNICODE_CHAR_NAME, name.data(),
                                      static_cast<int32_t>(name.size()), &error);
    if (U_FAILURE(error) || !isOldEnough(code)) return {};
    return {name.data(), static_cast<std::size_t>(length)};
}

}  // namespace coroscope::language
