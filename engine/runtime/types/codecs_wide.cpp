// utf-16 and utf-32 (Objects/unicodeobject.c: PyUnicode_DecodeUTF16Stateful, _PyUnicode_EncodeUTF16
// and their like).
#include <algorithm>

#include "engine/runtime/exception_kinds.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/codecs_internal.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/str.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

bool isSurrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }

std::uint32_t readUnit(std::string_view bytes, bool isBig) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        value =
            value << 8 | static_cast<unsigned char>(isBig ? bytes[i] : bytes[bytes.size() - 1 - i]);
    return value;
}

void appendUnit(std::string& out, std::uint32_t value, const WideCodec& codec) {
    for (std::size_t i = 0; i < codec.unit; ++i) {
        const std::size_t shift = 8 * (codec.isBig ? codec.unit - 1 - i : i);
        out += static_cast<char>(static_cast<unsigned char>(value >> shift));
    }
}

void appendCharacter(std::string& out, char32_t c, const WideCodec& codec) {
    if (codec.unit == 4 || c < 0x10000) return appendUnit(out, c, codec);
    appendUnit(out, 0xD800U + ((c - 0x10000U) >> 10), codec);
    appendUnit(out, 0xDC00U + (c & 0x3FFU), codec);
}

/// What stands at the beginning of the bytes: a character of so many, or an error in them.
struct Piece {
    std::size_t size;
    char32_t character = 0;
    const char* reason = nullptr;
};

Piece readUtf16(std::string_view data, bool isBig) {
    if (data.size() < 2) return {data.size(), 0, "truncated data"};
    const char32_t first = readUnit(data.substr(0, 2), isBig);
    if (!isSurrogate(first)) return {2, first};
    if (first >= 0xDC00) return {2, first, "illegal encoding"};
    if (data.size() < 4) return {data.size(), first, "unexpected end of data"};
    const char32_t second = readUnit(data.substr(2, 2), isBig);
    if (second < 0xDC00 || second >= 0xE000) return {2, first, "illegal UTF-16 surrogate"};
    return {4, 0x10000U + ((first - 0xD800U) << 10) + (second - 0xDC00U)};
}

Piece readUtf32(std::string_view data, bool isBig) {
    if (data.size() < 4) return {data.size(), 0, "truncated data"};
    const char32_t c = readUnit(data.substr(0, 4), isBig);
    if (c > 0x10FFFF) return {4, 0, "code point not in range(0x110000)"};
    if (isSurrogate(c)) return {4, c, "code point in surrogate code point range(0xd800, 0xe000)"};
    return {4, c};
}

}  // namespace

std::optional<WideCodec> wideCodecOf(std::string_view plainName) {
    struct Known {
        std::string_view plain;
        WideCodec codec;
    };
    static constexpr Known kKnown[] = {
        {"utf16", {2, true, false, "utf-16"}},       {"u16", {2, true, false, "utf-16"}},
        {"utf16le", {2, false, false, "utf-16-le"}}, {"utf16be", {2, false, true, "utf-16-be"}},
        {"utf32", {4, true, false, "utf-32"}},       {"u32", {4, true, false, "utf-32"}},
        {"utf32le", {4, false, false, "utf-32-le"}}, {"utf32be", {4, false, true, "utf-32-be"}},
    };
    const auto* found = std::ranges::find(kKnown, plainName, &Known::plain);
    if (found == std::end(kKnown)) return std::nullopt;
    return found->codec;
}

Ref decodeWide(Vm& vm, std::string_view data, const WideCodec& codec, std::string_view errors) {
    CORO_TRY(reserveBytes(vm, data.size() * (errors == "strict" ? 4 : 8)));
    bool isBig = codec.isBig;
    std::size_t at = 0;
    if (codec.hasMark && data.size() >= codec.unit) {
        const std::uint32_t big = readUnit(data.substr(0, codec.unit), true);
        const std::uint32_t swapped = codec.unit == 2 ? 0xFFFEU : 0xFFFE0000U;
        isBig = big == 0xFEFF;
        if (isBig || big == swapped) at = codec.unit;
    }
    std::string out;
    while (at < data.size()) {
        const Piece piece =
            codec.unit == 2 ? readUtf16(data.substr(at), isBig) : readUtf32(data.substr(at), isBig);
        if (!piece.reason || (errors == "surrogatepass" && isSurrogate(piece.character) &&
                              piece.size == codec.unit)) {
            appendUtf8(out, piece.character);
        } else {
            auto instead = CORO_TRY(decodedInstead(vm, data.substr(at, piece.size), errors));
            if (!instead) {
                const std::string_view name = codec.unit == 2 ? isBig ? "utf-16-be" : "utf-16-le"
                                              : isBig         ? "utf-32-be"
                                                              : "utf-32-le";
                Ref whole = CORO_TRY(newBytes(vm, std::string(data)));
                const auto start = static_cast<std::int64_t>(at);
                return raiseUnicodeError(vm, vm.exc.UnicodeDecodeError, name, whole, start,
                                         start + static_cast<std::int64_t>(piece.size),
                                         piece.reason);
            }
            out += *instead;
        }
        at += piece.size;
    }
    return newStr(vm, out);
}

Outcome<std::string> encodeWide(Vm& vm, Value value, const WideCodec& codec,
                                std::string_view errors) {
    const std::string_view text = viewOf(value);
    CORO_TRY(reserveBytes(vm, text.size() * codec.unit * 2));
    std::string out;
    out.reserve(value.as<Str>()->charLength * codec.unit);
    if (codec.hasMark) appendUnit(out, 0xFEFF, codec);
    std::int64_t position = 0;
    for (std::size_t at = 0; at < text.size(); ++position) {
        const char32_t c = decodeAt(text, at);
        if (!isSurrogate(c) || errors == "surrogatepass") {
            appendCharacter(out, c, codec);
            continue;
        }
        auto instead = CORO_TRY(encodedInstead(vm, c, errors));
        if (!instead) {
            return raiseUnicodeError(vm, vm.exc.UnicodeEncodeError, codec.name, value, position,
                                     position + 1, "surrogates not allowed");
        }
        for (const char each : *instead) appendUnit(out, static_cast<unsigned char>(each), codec);
    }
    return out;
}

}  // namespace coroscope::runtime
