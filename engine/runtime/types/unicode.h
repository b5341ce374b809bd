// Code points: reading and writing UTF-8, and what Unicode says about a character.
//
// Case mapping and categories come from utf8proc. What it lacks (mappings to several
// characters, digits, numeric values) is in unicode_tables.cpp, which unicode_tables.py
// makes; that also keeps characters younger than Unicode 14 (CPython 3.11's) unassigned.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace coroscope::runtime {

/// The code point at byte `at` of valid UTF-8 (or WTF-8); moves `at` behind it.
inline char32_t decodeAt(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
    };
    const char32_t first = byte(at);
    if (first < 0x80) {
        ++at;
        return first;
    }
    if (first < 0xE0) {
        at += 2;
        return ((first & 0x1F) << 6) | (byte(at - 1) & 0x3F);
    }
    if (first < 0xF0) {
        at += 3;
        return ((first & 0x0F) << 12) | ((byte(at - 2) & 0x3F) << 6) | (byte(at - 1) & 0x3F);
    }
    at += 4;
    return ((first & 0x07) << 18) | ((byte(at - 3) & 0x3F) << 12) | ((byte(at - 2) & 0x3F) << 6) |
           (byte(at - 1) & 0x3F);
}
void appendUtf8(std::string& text, char32_t codePoint);
/// Is this byte the second or a later one of a character?
inline bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
/// Code points in valid UTF-8.
[[nodiscard]] std::size_t countCharacters(std::string_view text);

[[nodiscard]] bool unicodeIsAlpha(char32_t c);
[[nodiscard]] bool unicodeIsSpace(char32_t c);
[[nodiscard]] bool unicodeIsLower(char32_t c);
[[nodiscard]] bool unicodeIsUpper(char32_t c);
[[nodiscard]] bool unicodeIsTitle(char32_t c);
[[nodiscard]] bool unicodeIsDigit(char32_t c);
[[nodiscard]] bool unicodeIsNumeric(char32_t c);
[[nodiscard]] bool unicodeIsPrintable(char32_t c);
[[nodiscard]] bool unicodeIsCased(char32_t c);
[[nodiscard]] bool unicodeIsCaseIgnorable(char32_t c);
/// The value of a decimal digit; -1 for others.
[[nodiscard]] int unicodeDecimal(char32_t c);

/// Full mappings: they may append several characters.
void appendUpper(std::string& out, char32_t c);
void appendLower(std::string& out, char32_t c);
void appendTitle(std::string& out, char32_t c);
void appendFolded(std::string& out, char32_t c);

}  // namespace coroscope::runtime
