#include "engine/runtime/types/unicode.h"

#include <algorithm>
#include <span>
#include <utf8proc.h>

#include "engine/language/unicode_ranges.h"
#include "engine/runtime/types/unicode_tables.h"

namespace coroscope::runtime {

namespace {

bool inRanges(const CharacterRange* ranges, std::size_t count, char32_t c) {
    const CharacterRange* end = ranges + count;
    const CharacterRange* found = std::lower_bound(
        ranges, end, c, [](const CharacterRange& range, char32_t x) { return range.last < x; });
    return found != end && found->first <= c;
}

const char* several(const SeveralCharacters* rows, std::size_t count, char32_t c) {
    const SeveralCharacters* end = rows + count;
    const SeveralCharacters* found = std::lower_bound(
        rows, end, c, [](const SeveralCharacters& row, char32_t x) { return row.character < x; });
    return found != end && found->character == c ? found->mapped : nullptr;
}

bool isAssigned(char32_t c) { return c < 128 || !inRanges(kUnassigned, kUnassignedCount, c); }

utf8proc_category_t category(char32_t c) {
    if (!isAssigned(c)) return UTF8PROC_CATEGORY_CN;
    return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

/// A simple mapping; a character that this version of Unicode lacks stays as it is.
char32_t simple(utf8proc_int32_t (*map)(utf8proc_int32_t), char32_t c) {
    const auto mapped = static_cast<char32_t>(map(static_cast<utf8proc_int32_t>(c)));
    return isAssigned(c) && isAssigned(mapped) ? mapped : c;
}

}  // namespace

void appendUtf8(std::string& text, char32_t c) {
    const auto put = [&text](char32_t byte) {
        text += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::size_t countCharacters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += isContinuation(c) ? 0 : 1;
    return count;
}

bool unicodeIsAlpha(char32_t c) {
    if (c < 128) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const utf8proc_category_t found = category(c);
    return found >= UTF8PROC_CATEGORY_LU && found <= UTF8PROC_CATEGORY_LO;
}

bool unicodeIsSpace(char32_t c) {
    if (c < 128) return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x1f);
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool unicodeIsLower(char32_t c) {
    if (c < 128) return c >= 'a' && c <= 'z';
    return category(c) == UTF8PROC_CATEGORY_LL || inRanges(kOtherLower, kOtherLowerCount, c);
}

bool unicodeIsUpper(char32_t c) {
    if (c < 128) return c >= 'A' && c <= 'Z';
    return category(c) == UTF8PROC_CATEGORY_LU || inRanges(kOtherUpper, kOtherUpperCount, c);
}

bool unicodeIsTitle(char32_t c) { return c >= 128 && category(c) == UTF8PROC_CATEGORY_LT; }

int unicodeDecimal(char32_t c) {
    if (c < 128) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
    if (category(c) != UTF8PROC_CATEGORY_ND) return -1;
    // Decimal digits come in runs of ten, from zero to nine; several runs may touch, but
    // only the mathematical ones do, and those begin where a multiple of ten says.
    if (c >= 0x1D7CE && c <= 0x1D7FF) return static_cast<int>((c - 0x1D7CE) % 10);
    int value = 0;
    while (value < 9 && category(c - static_cast<char32_t>(value) - 1) == UTF8PROC_CATEGORY_ND)
        ++value;
    return value;
}

bool unicodeIsDigit(char32_t c) {
    return unicodeDecimal(c) >= 0 || (c >= 128 && inRanges(kDigits, kDigitsCount, c));
}

bool unicodeIsNumeric(char32_t c) {
    return unicodeIsDigit(c) || (c >= 128 && inRanges(kNumeric, kNumericCount, c));
}

bool unicodeIsPrintable(char32_t c) {
    if (c < 128) return c >= 32 && c < 127;
    if (c >= 0xD800 && c < 0xE000) return false;
    return language::isUnicodePrintable(c);
}

bool unicodeIsCased(char32_t c) {
    if (c < 128) return unicodeIsAlpha(c);
    return inRanges(kCased, kCasedCount, c);
}

bool unicodeIsCaseIgnorable(char32_t c) {
    if (c < 128) return c == '\'' || c == '.' || c == ':' || c == '^' || c == '`';
    return inRanges(kCaseIgnorable, kCaseIgnorableCount, c);
}

void appendUpper(std::string& out, char32_t c) {
    if (c < 128) {
        out += static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
    } else if (const char* mapped = several(kUpperSeveral, kUpperSeveralCount, c)) {
        out += mapped;
    } else {
        appendUtf8(out, simple(utf8proc_toupper, c));
    }
}

void appendLower(std::string& out, char32_t c) {
    if (c < 128) {
        out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    } else if (const char* mapped = several(kLowerSeveral, kLowerSeveralCount, c)) {
        out += mapped;
    } else {
        appendUtf8(out, simple(utf8proc_tolower, c));
    }
}

void appendTitle(std::string& out, char32_t c) {
    if (c < 128) {
        appendUpper(out, c);
    } else if (const char* mapped = several(kTitleSeveral, kTitleSeveralCount, c)) {
        out += mapped;
    } else {
        appendUtf8(out, simple(utf8proc_totitle, c));
    }
}

void appendFolded(std::string& out, char32_t c) {
    if (c < 128) {
        appendLower(out, c);
    } else if (const char* mapped = several(kFoldedSeveral, kFoldedSeveralCount, c)) {
        out += mapped;
    } else if (!isAssigned(c)) {
        appendUtf8(out, c);
    } else {
        utf8proc_int32_t buffer[4];
        int boundary = 0;
        const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), buffer, 4,
                                                   UTF8PROC_CASEFOLD, &boundary);
        if (count < 1 || count > 4) return appendUtf8(out, c);
        for (const utf8proc_int32_t each : std::span(buffer, static_cast<std::size_t>(count))) {
            appendUtf8(out, static_cast<char32_t>(each));
        }
    }
}

}  // namespace coroscope::runtime
