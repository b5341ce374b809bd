#!/usr/bin/env python3
"""Writes unicode_ranges.cpp from the tables of the Python 3.11 that runs it.

Usage: /usr/bin/python3 unicode_ranges.py > unicode_ranges.cpp
"""
import sys
import unicodedata


def ranges(belongs):
    found, begin = [], None
    for code in range(128, 0x110001):
        inside = code < 0x110000 and not 0xD800 <= code < 0xE000 and belongs(chr(code))
        if inside and begin is None:
            begin = code
        elif not inside and begin is not None:
            found.append((begin, code - 1))
            begin = None
    return found


def table(name, belongs):
    print(f"constexpr Range {name}[] = {{")
    line = "   "
    for begin, end in ranges(belongs):
        item = f" {{0x{begin:X}, 0x{end:X}}},"
        if len(line) + len(item) > 100:
            print(line)
            line = "   "
        line += item
    print(line)
    print("};\n")


def continues(c):
    return ("a" + c).isidentifier()


print(f"""// Made by unicode_ranges.py from Unicode {unicodedata.unidata_version}. Do not edit.
#include "engine/language/unicode_ranges.h"

#include <algorithm>
#include <iterator>

namespace coroscope::language {{

namespace {{

struct Range {{
    char32_t begin;
    char32_t end;
}};

// clang-format off""")
table("kIdentifierStart", str.isidentifier)
table("kIdentifierContinue", continues)
table("kNotPrintable", lambda c: not c.isprintable())
table("kChangedByNfkc", lambda c: continues(c) and unicodedata.normalize("NFKC", c) != c)
print("""// clang-format on

template <std::size_t Size>
bool contains(const Range (&ranges)[Size], char32_t character) {
    const Range* found = std::upper_bound(std::begin(ranges), std::end(ranges), character,
                                          [](char32_t c, const Range& range) { return c < range.begin; });
    return found != std::begin(ranges) && character <= std::prev(found)->end;
}

}  // namespace

bool isUnicodeIdentifierStart(char32_t character) { return contains(kIdentifierStart, character); }
bool isUnicodeIdentifierContinue(char32_t character) { return contains(kIdentifierContinue, character); }
bool isUnicodePrintable(char32_t character) { return !contains(kNotPrintable, character); }
bool isChangedByNfkc(char32_t character) { return contains(kChangedByNfkc, character); }

}  // namespace coroscope::language""")
