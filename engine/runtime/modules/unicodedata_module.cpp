// unicodedata (Modules/unicodedata.c), by utf8proc; ICU knows names and numbers.
#include <cstdlib>
#include <memory>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <utf8proc.h>

#include <fmt/format.h>

#include "engine/language/unicode_names.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/paying.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

/// The code point of an argument that is one character.
Outcome<utf8proc_int32_t> characterFrom(Vm& vm, const Arguments& a, std::string_view function) {
    if (!isStr(a[0]) || a[0].as<Str>()->charLength != 1) {
        // Those that can be told what to return instead count their arguments.
        const bool isFirst = function == "name" || function == "decimal" || function == "digit" ||
                             function == "numeric";
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() argument{} must be a unicode character, not {}", function,
                                 isFirst ? " 1" : "", typeName(vm, a[0])));
    }
    const std::string_view text = viewOf(a[0]);
    utf8proc_int32_t code = 0xFFFD;
    utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &code);
    return code < 0 ? 0xD800 : code;  // it reads no lone surrogate
}

/// The second argument, or ValueError without one.
Ref defaultOr(Vm& vm, const Arguments& a, std::string_view complaint) {
    if (a.positional > 1) return a[1];
    return raise(vm, vm.exc.ValueError, complaint);
}

Ref name(Vm& vm, const Arguments& a) {
    const auto code = static_cast<char32_t>(CORO_TRY(characterFrom(vm, a, "name")));
    const std::string found = language::nameOfCharacter(code);
    return found.empty() ? defaultOr(vm, a, "no such name") : newStr(vm, found);
}

Ref lookup(Vm& vm, const Arguments& a) {
    if (!isStr(a[0])) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("lookup() argument must be str, not {}", typeName(vm, a[0])));
    }
    if (const auto found = language::characterNamed(viewOf(a[0])))
        return strOfCodePoint(vm, *found);
    return raise(vm, vm.exc.KeyError, fmt::format("undefined character name '{}'", viewOf(a[0])));
}

Ref decimal(Vm& vm, const Arguments& a) {
    const int value =
        unicodeDecimal(static_cast<char32_t>(CORO_TRY(characterFrom(vm, a, "decimal"))));
    return value < 0 ? defaultOr(vm, a, "not a decimal") : Ref::ofInt(value);
}

Ref digit(Vm& vm, const Arguments& a) {
    const utf8proc_int32_t code = CORO_TRY(characterFrom(vm, a, "digit"));
    if (!unicodeIsDigit(static_cast<char32_t>(code))) return defaultOr(vm, a, "not a digit");
    return Ref::ofInt(static_cast<std::int64_t>(u_getNumericValue(code)));
}

Ref numeric(Vm& vm, const Arguments& a) {
    const utf8proc_int32_t code = CORO_TRY(characterFrom(vm, a, "numeric"));
    if (!unicodeIsNumeric(static_cast<char32_t>(code)))
        return defaultOr(vm, a, "not a numeric character");
    return Ref::ofFloat(u_getNumericValue(code));
}

Ref eastAsianWidth(Vm& vm, const Arguments& a) {
    static constexpr const char* kWidths[] = {"N", "A", "H", "F", "Na", "W"};  // of UEastAsianWidth
    const utf8proc_int32_t code = CORO_TRY(characterFrom(vm, a, "east_asian_width"));
    // What has no character is full width, for that stands first in CPython's table.
    if (utf8proc_category(code) == UTF8PROC_CATEGORY_CN) return newStr(vm, "F");
    return newStr(vm, kWidths[u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH)]);
}

Ref category(Vm& vm, const Arguments& a) {
    return newStr(vm, utf8proc_category_string(CORO_TRY(characterFrom(vm, a, "category"))));
}

/// One step of decomposition, as UnicodeData.txt has it: `<compat> 0066 0069`.
Ref decomposition(Vm& vm, const Arguments& a) {
    static constexpr const char* kTags[] = {"",          "<font> ",  "<noBreak> ",  "<initial> ",
                                            "<medial> ", "<final> ", "<isolated> ", "<circle> ",
                                            "<super> ",  "<sub> ",   "<vertical> ", "<wide> ",
                                            "<narrow> ", "<small> ", "<square> ",   "<fraction> ",
                                            "<compat> "};
    const utf8proc_int32_t code = CORO_TRY(characterFrom(vm, a, "decomposition"));
    const auto kind = utf8proc_get_property(code)->decomp_type;
    constexpr utf8proc_int32_t kFirstHangul = 0xAC00, kLastHangul = 0xD7A3;
    if (code >= kFirstHangul && code <= kLastHangul) return newStr(vm, "");
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* normalizer =
        kind == 0 ? unorm2_getNFCInstance(&error) : unorm2_getNFKCInstance(&error);
    UChar units[64];
    const std::int32_t count =
        unorm2_getRawDecomposition(normalizer, code, units, std::size(units), &error);
    if (U_FAILURE(error) || count < 0) return newStr(vm, "");
    std::string text = kTags[kind];
    for (std::int32_t i = 0; i < count;) {
        UChar32 part = 0;
        U16_NEXT(units, i, count, part);
        text += fmt::format("{:04X}{}", static_cast<std::uint32_t>(part), i < count ? " " : "");
    }
    return newStr(vm, text);
}

Ref combining(Vm& vm, const Arguments& a) {
    const utf8proc_int32_t code = CORO_TRY(characterFrom(vm, a, "combining"));
    return Ref::ofInt(utf8proc_get_property(code)->combining_class);
}

Ref bidirectional(Vm& vm, const Arguments& a) {
    static constexpr const char* kClasses[] = {
        "",   "L",  "LRE", "LRO", "R", "AL", "RLE", "RLO", "PDF", "EN",  "ES",  "ET",
        "AN", "CS", "NSM", "BN",  "B", "S",  "WS",  "ON",  "LRI", "RLI", "FSI", "PDI"};
    const utf8proc_int32_t code = CORO_TRY(characterFrom(vm, a, "bidirectional"));
    return newStr(vm, kClasses[utf8proc_get_property(code)->bidi_class]);
}

Ref mirrored(Vm& vm, const Arguments& a) {
    const utf8proc_int32_t code = CORO_TRY(characterFrom(vm, a, "mirrored"));
    return Ref::ofInt(utf8proc_get_property(code)->bidi_mirrored ? 1 : 0);
}

Outcome<std::string> normalized(Vm& vm, const Arguments& a, std::string_view function) {
    for (std::uint32_t i = 0; i < 2; ++i) {
        if (isStr(a[i])) continue;
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() argument {} must be str, not {}", function, i + 1,
                                 typeName(vm, a[i])));
    }
    const std::string_view form = viewOf(a[0]);
    int options = UTF8PROC_STABLE;
    if (form == "NFC" || form == "NFKC") {
        options |= UTF8PROC_COMPOSE;
    } else if (form == "NFD" || form == "NFKD") {
        options |= UTF8PROC_DECOMPOSE;
    } else {
        return raise(vm, vm.exc.ValueError, "invalid normalization form");
    }
    if (form == "NFKC" || form == "NFKD") options |= UTF8PROC_COMPAT;
    const std::string_view text = viewOf(a[1]);
    CORO_TRY(reserveBytes(vm, text.size() * sizeof(utf8proc_int32_t) * 2));
    constexpr std::size_t kTimesAsLongAsCopying = 48;
    payForBytes(vm, text.size() * kTimesAsLongAsCopying);
    utf8proc_uint8_t* result = nullptr;
    const utf8proc_ssize_t length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &result,
                     static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(result, std::free);
    // Text with lone surrogates is no UTF-8; it stays as it is.
    if (length < 0) return std::string(text);
    return std::string(reinterpret_cast<const char*>(result), static_cast<std::size_t>(length));
}

Ref normalize(Vm& vm, const Arguments& a) {
    return newStr(vm, CORO_TRY(normalized(vm, a, "normalize")));
}
Ref isNormalized(Vm& vm, const Arguments& a) {
    return Ref::boolean(CORO_TRY(normalized(vm, a, "is_normalized")) == viewOf(a[1]));
}

}  // namespace

Ref makeUnicodedataModule(Vm& vm) {
    Ptr<Module> module = makeModule(vm, "unicodedata");
    Dict* dict = module->dict.get();
    addFunction(vm, dict, "name", name, 1, 2);
    addFunction(vm, dict, "lookup", lookup, 1, 1);
    addFunction(vm, dict, "decimal", decimal, 1, 2);
    addFunction(vm, dict, "digit", digit, 1, 2);
    addFunction(vm, dict, "numeric", numeric, 1, 2);
    addFunction(vm, dict, "east_asian_width", eastAsianWidth, 1, 1);
    addFunction(vm, dict, "category", category, 1, 1);
    addFunction(vm, dict, "combining", combining, 1, 1);
    addFunction(vm, dict, "decomposition", decomposition, 1, 1);
    addFunction(vm, dict, "bidirectional", bidirectional, 1, 1);
    addFunction(vm, dict, "mirrored", mirrored, 1, 1);
    addFunction(vm, dict, "normalize", normalize, 2, 2);
    addFunction(vm, dict, "is_normalized", isNormalized, 2, 2);
    setValue(vm, dict, "unidata_version", Value(vm.intern("14.0.0")));
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
