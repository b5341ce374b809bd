#!/usr/bin/env python3
"""Writes unicode_tables.cpp: what utf8proc does not know, from the Python 3.11 that runs it.

Usage: /usr/bin/python3 unicode_tables.py > unicode_tables.cpp
"""
import sys
import unicodedata

CODES = [c for c in range(128, 0x110000) if not 0xD800 <= c < 0xE000]


def utf8(text):
    return '"' + "".join(f"\\x{b:02x}" for b in text.encode()) + '"'


def rows(name, type_, items, note):
    print(f"// {note}\nconst {type_} {name}[] = {{")
    line = "   "
    for item in items:
        if len(line) + len(item) > 98:
            print(line)
            line = "   "
        line += f" {item},"
    print(line + "\n};")
    print(f"const std::size_t {name}Count = {len(items)};\n")


def ranges(belongs):
    found = []
    for code in CODES:
        if belongs(chr(code)):
            if found and found[-1][1] == code - 1:
                found[-1][1] = code
            else:
                found.append([code, code])
    return [f"{{0x{a:X}, 0x{b:X}}}" for a, b in found]


def several(mapping):
    return [f"{{0x{c:X}, {utf8(mapping(chr(c)))}}}" for c in CODES if len(mapping(chr(c))) > 1]


def ignorable(c):
    # 'A' + c + sigma + 'A'-free end: a sigma after c is final only if what precedes is cased, so c is
    # skipped (ignorable) exactly if the sigma still sees the 'A' before it.
    return ("A" + c + "\u03a3").lower()[-1] == "\u03c2" and not (c + "\u03a3").lower()[-1] == "\u03c2"


def cased(c):
    return (c + "\u03a3").lower()[-1] == "\u03c2"


print("// Made by unicode_tables.py; do not edit.")
print(f"// Unicode {unicodedata.unidata_version}.")
print('#include "engine/runtime/types/unicode_tables.h"\n')
print("namespace coroscope::runtime {\n")
rows("kUpperSeveral", "SeveralCharacters", several(str.upper), "Upper case of several characters")
rows("kTitleSeveral", "SeveralCharacters", several(str.title), "Title case of several characters")
rows("kLowerSeveral", "SeveralCharacters", several(str.lower), "Lower case of several characters")
rows("kFoldedSeveral", "SeveralCharacters", several(str.casefold), "Case folding to several characters")
rows("kDigits", "CharacterRange", ranges(lambda c: c.isdigit() and not c.isdecimal()),
     "Digits that are no decimal digits")
rows("kNumeric", "CharacterRange", ranges(lambda c: c.isnumeric() and not c.isdigit()),
     "Numeric characters that are no digits")
rows("kOtherLower", "CharacterRange",
     ranges(lambda c: c.islower() and unicodedata.category(c) != "Ll"), "Lower case by property, not by category")
rows("kOtherUpper", "CharacterRange",
     ranges(lambda c: c.isupper() and unicodedata.category(c) != "Lu"), "Upper case by property, not by category")
rows("kCaseIgnorable", "CharacterRange", ranges(ignorable), "Skipped when looking for a final sigma")
rows("kCased", "CharacterRange", ranges(cased), "Cased, for a final sigma")
rows("kUnassigned", "CharacterRange",
     ranges(lambda c: unicodedata.category(c) == "Cn"), "Unassigned in this version")
print("}  // namespace coroscope::runtime")
