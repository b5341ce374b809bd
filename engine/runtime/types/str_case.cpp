// Methods of str that ask what its characters are, or change their case.
#include <array>

#include <fmt/format.h>

#include "engine/language/unicode_ranges.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/paying.h"
#include "engine/runtime/types/str_methods.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

/// A sigma at the end of a word is written differently (handle_capital_sigma).
bool isFinalSigma(std::string_view text, std::size_t begin, std::size_t behind) {
    bool casedBefore = false;
    for (std::size_t at = begin; at > 0;) {
        do --at;
        while (isContinuation(text[at]));
        std::size_t end = at;
        const char32_t c = decodeAt(text, end);
        if (unicodeIsCaseIgnorable(c)) continue;
        casedBefore = unicodeIsCased(c);
        break;
    }
    if (!casedBefore) return false;
    while (behind < text.size()) {
        const char32_t c = decodeAt(text, behind);
        if (unicodeIsCaseIgnorable(c)) continue;
        return !unicodeIsCased(c);
    }
    return true;
}

void appendLowerAt(std::string& out, std::string_view text, std::size_t begin, std::size_t behind,
                   char32_t c) {
    if (c == 0x3A3) {
        appendUtf8(out, isFinalSigma(text, begin, behind) ? 0x3C2 : 0x3C3);
    } else {
        appendLower(out, c);
    }
}

enum class Change { Upper, Lower, Fold, Swap, Title, Capitalize };

/// What becomes of each ASCII character: a look into a table takes no jump that the processor would
/// have to guess.
using AsciiTable = std::array<char, 128>;
constexpr AsciiTable asciiTable(bool lowerChanges, bool upperChanges) {
    AsciiTable table{};
    for (int c = 0; c < 128; ++c) {
        const bool changes =
            (lowerChanges && c >= 'a' && c <= 'z') || (upperChanges && c >= 'A' && c <= 'Z');
        table[static_cast<std::size_t>(c)] = static_cast<char>(changes ? c ^ 0x20 : c);
    }
    return table;
}
constexpr AsciiTable kAsciiUpper = asciiTable(true, false), kAsciiLower = asciiTable(false, true),
                     kAsciiSwapped = asciiTable(true, true);

/// changeCase for text that is all ASCII, which is most: byte for byte, into the new str.
template <Change change>
Ref changeAsciiCase(Vm& vm, const Str* text) {
    Ptr<Str> made = makeUninitializedStr(vm, text->byteLength);
    char* out = made->mutableData();
    constexpr const AsciiTable& kOthers = change == Change::Upper  ? kAsciiUpper
                                          : change == Change::Swap ? kAsciiSwapped
                                                                   : kAsciiLower;
    bool atStart = true;
    for (const char c : text->view()) {
        const auto index = static_cast<unsigned char>(c);
        if constexpr (change == Change::Title || change == Change::Capitalize) {
            *out++ = (atStart ? kAsciiUpper : kOthers)[index];
            atStart = change == Change::Title && kAsciiSwapped[index] == c;  // is no letter
        } else {
            *out++ = kOthers[index];
        }
    }
    finishAsciiStr(made.get());
    return std::move(made).toRef();
}

template <Change change>
Ref changeCase(Vm& vm, const Arguments& args) {
    const std::string_view text = viewOf(args[0]);
    CORO_TRY(reserveBytes(vm, text.size()));
    if (args[0].as<Str>()->isAscii()) return changeAsciiCase<change>(vm, args[0].as<Str>());
    std::string out;
    out.reserve(text.size());
    bool afterCased = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = decodeAt(text, at);
        switch (change) {
            case Change::Upper: appendUpper(out, c); break;
            case Change::Lower: appendLowerAt(out, text, begin, at, c); break;
            case Change::Fold: appendFolded(out, c); break;
            case Change::Swap:
                if (unicodeIsUpper(c)) {
                    appendLowerAt(out, text, begin, at, c);
                } else if (unicodeIsLower(c)) {
                    appendUpper(out, c);
                } else {
                    appendUtf8(out, c);
                }
                break;
            case Change::Title:
                if (afterCased) {
                    appendLowerAt(out, text, begin, at, c);
                } else {
                    appendTitle(out, c);
                }
                afterCased = unicodeIsCased(c);
                break;
            case Change::Capitalize:
                if (begin == 0) {
                    appendTitle(out, c);
                } else {
                    appendLowerAt(out, text, begin, at, c);
                }
                break;
        }
    }
    return newStr(vm, out);
}

/// Do all characters pass, and is there at least one?
template <bool (*question)(char32_t)>
Ref allAre(Vm&, const Arguments& args) {
    const std::string_view text = viewOf(args[0]);
    for (std::size_t at = 0; at < text.size();) {
        if (!question(decodeAt(text, at))) return Ref::boolean(false);
    }
    return Ref::boolean(!text.empty());
}

bool isAlnum(char32_t c) { return unicodeIsAlpha(c) || unicodeIsNumeric(c); }
bool isDecimal(char32_t c) { return unicodeDecimal(c) >= 0; }

Ref isAscii(Vm&, const Arguments& args) { return Ref::boolean(args[0].as<Str>()->isAscii()); }

Ref isPrintable(Vm&, const Arguments& args) {
    const std::string_view text = viewOf(args[0]);
    for (std::size_t at = 0; at < text.size();) {
        if (!unicodeIsPrintable(decodeAt(text, at))) return Ref::boolean(false);
    }
    return Ref::boolean(true);
}

Ref isIdentifier(Vm&, const Arguments& args) {
    const std::string_view text = viewOf(args[0]);
    for (std::size_t at = 0; at < text.size();) {
        const bool first = at == 0;
        const char32_t c = decodeAt(text, at);
        const bool letter =
            c < 128 ? unicodeIsAlpha(c) || c == '_' : language::isUnicodeIdentifierStart(c);
        if (letter) continue;
        const bool goesOn =
            c < 128 ? c >= '0' && c <= '9' : language::isUnicodeIdentifierContinue(c);
        if (first || !goesOn) return Ref::boolean(false);
    }
    return Ref::boolean(!text.empty());
}

Ref isLower(Vm&, const Arguments& args) {
    const std::string_view text = viewOf(args[0]);
    bool found = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decodeAt(text, at);
        if (unicodeIsUpper(c) || unicodeIsTitle(c)) return Ref::boolean(false);
        found = found || unicodeIsLower(c);
    }
    return Ref::boolean(found);
}

Ref isUpper(Vm&, const Arguments& args) {
    const std::string_view text = viewOf(args[0]);
    bool found = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decodeAt(text, at);
        if (unicodeIsLower(c) || unicodeIsTitle(c)) return Ref::boolean(false);
        found = found || unicodeIsUpper(c);
    }
    return Ref::boolean(found);
}

Ref isTitle(Vm&, const Arguments& args) {
    const std::string_view text = viewOf(args[0]);
    bool found = false, afterCased = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decodeAt(text, at);
        if (unicodeIsUpper(c) || unicodeIsTitle(c)) {
            if (afterCased) return Ref::boolean(false);
            afterCased = found = true;
        } else if (unicodeIsLower(c)) {
            if (!afterCased) return Ref::boolean(false);
            found = true;
        } else {
            afterCased = false;
        }
    }
    return Ref::boolean(found);
}

}  // namespace

void addStrCaseMethods(Vm& vm) {
    Type* type = vm.types.str;
    addMethod(vm, type, "upper", readingAll<changeCase<Change::Upper>>, 1, 1);
    addMethod(vm, type, "lower", readingAll<changeCase<Change::Lower>>, 1, 1);
    addMethod(vm, type, "casefold", readingAll<changeCase<Change::Fold>>, 1, 1);
    addMethod(vm, type, "swapcase", readingAll<changeCase<Change::Swap>>, 1, 1);
    addMethod(vm, type, "title", readingAll<changeCase<Change::Title>>, 1, 1);
    addMethod(vm, type, "capitalize", readingAll<changeCase<Change::Capitalize>>, 1, 1);
    addMethod(vm, type, "isalpha", readingAll<allAre<unicodeIsAlpha>>, 1, 1);
    addMethod(vm, type, "isalnum", readingAll<allAre<isAlnum>>, 1, 1);
    addMethod(vm, type, "isdecimal", readingAll<allAre<isDecimal>>, 1, 1);
    addMethod(vm, type, "isdigit", readingAll<allAre<unicodeIsDigit>>, 1, 1);
    addMethod(vm, type, "isnumeric", readingAll<allAre<unicodeIsNumeric>>, 1, 1);
    addMethod(vm, type, "isspace", readingAll<allAre<unicodeIsSpace>>, 1, 1);
    addMethod(vm, type, "isascii", readingAll<isAscii>, 1, 1);
    addMethod(vm, type, "isprintable", readingAll<isPrintable>, 1, 1);
    addMethod(vm, type, "isidentifier", readingAll<isIdentifier>, 1, 1);
    addMethod(vm, type, "islower", readingAll<isLower>, 1, 1);
    addMethod(vm, type, "isupper", readingAll<isUpper>, 1, 1);
    addMethod(vm, type, "istitle", readingAll<isTitle>, 1, 1);
}

}  // namespace coroscope::runtime
