// Text to bytes and back: utf-8, ascii, latin-1 (Objects/unicodeobject.c), and cp1252, whose
// characters codecs_windows.cpp has; codecs_wide.cpp has the others.
#include <algorithm>

#include <fmt/format.h>

#include "engine/language/unicode_names.h"
#include "engine/runtime/exception_kinds.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/codecs_internal.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/str.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

enum class Codec { Utf8, Ascii, Latin1, Windows, Unknown };

/// In small letters, without what CPython takes for the same (encodings.normalize_encoding).
std::string plainName(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c == '-' || c == '_' || c == ' ') continue;
        plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return plain;
}

/// utf-8 with a byte order mark before it.
constexpr std::string_view kSignedUtf8 = "utf8sig";
constexpr const char* kUndefined = "character maps to <undefined>";
constexpr std::string_view kMark = "\xEF\xBB\xBF";

Codec codecOf(std::string_view plain) {
    if (plain == "utf8" || plain == "u8" || plain == "utf" || plain == "cp65001")
        return Codec::Utf8;
    if (plain == "ascii" || plain == "usascii" || plain == "646" || plain == "us")
        return Codec::Ascii;
    if (plain == "latin1" || plain == "iso88591" || plain == "latin" || plain == "l1" ||
        plain == "8859" || plain == "cp819") {
        return Codec::Latin1;
    }
    if (plain == "cp1252" || plain == "windows1252" || plain == "1252") return Codec::Windows;
    return Codec::Unknown;
}

/// As errors name it.
std::string_view codecName(Codec codec) {
    switch (codec) {
        case Codec::Utf8: return "utf-8";
        case Codec::Ascii: return "ascii";
        case Codec::Windows: return "charmap";
        default: return "latin-1";
    }
}

const char* encodingFault(Codec codec) {
    switch (codec) {
        case Codec::Utf8: return "surrogates not allowed";
        case Codec::Ascii: return "ordinal not in range(128)";
        case Codec::Windows: return kUndefined;
        default: return "ordinal not in range(256)";
    }
}

/// A character as a codec of one byte each, or as UTF-8, has it; false: it has none.
bool appendEncoded(std::string& out, Codec codec, char32_t c, std::string_view utf8) {
    if (codec == Codec::Windows) {
        const auto byte = windowsByte(c);
        if (byte) out += static_cast<char>(*byte);
        return byte.has_value();
    }
    const char32_t limit = codec == Codec::Ascii ? 128 : codec == Codec::Latin1 ? 256 : 0x110000;
    if (c >= limit || (codec == Codec::Utf8 && c >= 0xD800 && c < 0xE000)) return false;
    if (codec == Codec::Latin1) {
        out += static_cast<char>(static_cast<unsigned char>(c));
    } else {
        out += utf8;
    }
    return true;
}

Raised unknownEncoding(Vm& vm, std::string_view name) {
    return raise(vm, vm.exc.LookupError, fmt::format("unknown encoding: {}", name));
}
std::string escaped(char32_t c) {
    if (c < 0x100) return fmt::format("\\x{:02x}", static_cast<std::uint32_t>(c));
    if (c < 0x10000) return fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
    return fmt::format("\\U{:08x}", static_cast<std::uint32_t>(c));
}

/// How many bytes at `at` are wrong, and why; 0: a whole character of `size` bytes stands there.
struct Utf8Fault {
    std::size_t wrong = 0;
    std::size_t size = 1;
    const char* reason = nullptr;
};

Utf8Fault checkUtf8(std::string_view data, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(data[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) return {};
    if (first < 0xC2 || first > 0xF4) return {1, 1, "invalid start byte"};
    const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    for (std::size_t i = 1; i < size; ++i) {
        if (at + i >= data.size()) return {i, size, "unexpected end of data"};
        const unsigned char next = byte(at + i);
        bool good = (next & 0xC0) == 0x80;
        if (i == 1) {
            if (first == 0xE0 && next < 0xA0) good = false;
            if (first == 0xED && next >= 0xA0) good = false;  // surrogates
            if (first == 0xF0 && next < 0x90) good = false;
            if (first == 0xF4 && next >= 0x90) good = false;
        }
        if (!good) return {i, size, "invalid continuation byte"};
    }
    return {0, size, nullptr};
}

Utf8Fault faultAt(Codec codec, std::string_view data, std::size_t at) {
    switch (codec) {
        case Codec::Windows: return {1, 1, kUndefined};
        case Codec::Ascii: return {1, 1, "ordinal not in range(128)"};
        default: return checkUtf8(data, at);
    }
}

/// Three bytes that would be a surrogate, which UTF-8 must not have.
bool isSurrogateAt(std::string_view data, std::size_t at) {
    return at + 2 < data.size() && data[at] == '\xED' && isContinuation(data[at + 1]) &&
           static_cast<unsigned char>(data[at + 1]) >= 0xA0 && isContinuation(data[at + 2]);
}

}  // namespace

Raised unknownHandler(Vm& vm, std::string_view name) {
    return raise(vm, vm.exc.LookupError, fmt::format("unknown error handler name '{}'", name));
}

Outcome<std::optional<std::string>> encodedInstead(Vm& vm, char32_t c, std::string_view errors) {
    using Text = std::optional<std::string>;
    if (errors == "strict" || errors == "surrogateescape" || errors == "surrogatepass")
        return Text();
    if (errors == "ignore") return Text(std::string());
    if (errors == "replace") return Text("?");
    if (errors == "backslashreplace") return Text(escaped(c));
    if (errors == "xmlcharrefreplace")
        return Text(fmt::format("&#{};", static_cast<std::uint32_t>(c)));
    if (errors == "namereplace") {
        const std::string name = language::nameOfCharacter(c);
        return Text(name.empty() ? escaped(c) : fmt::format("\\N{{{}}}", name));
    }
    return unknownHandler(vm, errors);
}

Outcome<std::optional<std::string>> decodedInstead(Vm& vm, std::string_view bytes,
                                                   std::string_view errors) {
    using Text = std::optional<std::string>;
    if (errors == "strict" || errors == "surrogatepass") return Text();
    if (errors == "ignore") return Text(std::string());
    if (errors == "replace") return Text("\xEF\xBF\xBD");
    std::string out;
    if (errors == "backslashreplace") {
        for (const char c : bytes) out += escaped(static_cast<unsigned char>(c));
        return Text(out);
    }
    if (errors == "xmlcharrefreplace" || errors == "namereplace") {
        return raise(vm, vm.exc.TypeError,
                     "don't know how to handle UnicodeDecodeError in error callback");
    }
    if (errors != "surrogateescape") return unknownHandler(vm, errors);
    for (const char c : bytes) {
        if (static_cast<unsigned char>(c) < 0x80) return Text();  // only others may be hidden so
        appendUtf8(out, 0xDC00U + static_cast<unsigned char>(c));
    }
    return Text(out);
}

Ref decodeBytes(Vm& vm, std::string_view data, std::string_view encoding, std::string_view errors) {
    if (data.empty()) return newStr(vm, data);  // whatever the encoding is called
    const std::string plain = plainName(encoding);
    if (plain == kSignedUtf8)
        return decodeBytes(vm, data.substr(data.starts_with(kMark) ? kMark.size() : 0), "utf-8",
                           errors);
    if (const auto wide = wideCodecOf(plain)) return decodeWide(vm, data, *wide, errors);
    const Codec codec = codecOf(plain);
    if (codec == Codec::Unknown) return unknownEncoding(vm, encoding);
    // Handlers make up to four characters of a byte, and the text grows.
    CORO_TRY(reserveBytes(vm, data.size() * (errors == "strict" ? 2 : 12)));
    std::string out;
    out.reserve(data.size());
    for (std::size_t at = 0; at < data.size();) {
        const auto first = static_cast<unsigned char>(data[at]);
        if (first < 0x80) {
            out += static_cast<char>(first);
            ++at;
            continue;
        }
        if (codec == Codec::Latin1) {
            appendUtf8(out, first);
            ++at;
            continue;
        }
        const auto mapped =
            codec == Codec::Windows ? windowsCharacter(first) : std::optional<char32_t>();
        if (mapped) {
            appendUtf8(out, *mapped);
            ++at;
            continue;
        }
        const Utf8Fault fault = faultAt(codec, data, at);
        if (fault.wrong == 0) {
            out += data.substr(at, fault.size);
            at += fault.size;
            continue;
        }
        if (errors == "surrogatepass" && codec == Codec::Utf8 && isSurrogateAt(data, at)) {
            out += data.substr(at, 3);
            at += 3;
            continue;
        }
        auto instead = CORO_TRY(decodedInstead(vm, data.substr(at, fault.wrong), errors));
        if (!instead) {
            const auto start = static_cast<std::int64_t>(at);
            Ref whole = CORO_TRY(newBytes(vm, std::string(data)));
            return raiseUnicodeError(vm, vm.exc.UnicodeDecodeError, codecName(codec), whole, start,
                                     start + static_cast<std::int64_t>(fault.wrong), fault.reason);
        }
        out += *instead;
        at += fault.wrong;
    }
    return newStr(vm, out);
}

Outcome<std::string> encodeText(Vm& vm, Value value, std::string_view encoding,
                                std::string_view errors) {
    const std::string plain = plainName(encoding);
    if (const auto wide = wideCodecOf(plain)) return encodeWide(vm, value, *wide, errors);
    if (plain == kSignedUtf8)
        return std::string(kMark) + CORO_TRY(encodeText(vm, value, "utf-8", errors));
    const Codec codec = codecOf(plain);
    if (codec == Codec::Unknown) return unknownEncoding(vm, encoding);
    const std::string_view text = viewOf(value);
    CORO_TRY(reserveBytes(vm, text.size() * (errors == "strict" ? 2 : 12)));
    if (value.as<Str>()->isAscii()) return std::string(text);
    std::string out;
    out.reserve(text.size());
    std::size_t position = 0;
    for (std::size_t at = 0; at < text.size(); ++position) {
        const std::size_t begin = at;
        const char32_t c = decodeAt(text, at);
        if (appendEncoded(out, codec, c, text.substr(begin, at - begin))) continue;
        if (errors == "surrogateescape" && c >= 0xDC80 && c <= 0xDCFF) {
            out += static_cast<char>(static_cast<unsigned char>(c - 0xDC00));
        } else if (errors == "surrogatepass" && codec == Codec::Utf8) {
            out += text.substr(begin, at - begin);
        } else if (auto instead = CORO_TRY(encodedInstead(vm, c, errors))) {
            out += *instead;
        } else {
            std::size_t last = position;
            std::string fitting;
            for (std::size_t next = at; next < text.size(); ++last) {
                const std::size_t from = next;
                const char32_t other = decodeAt(text, next);
                if (appendEncoded(fitting, codec, other, text.substr(from, next - from))) break;
            }
            return raiseUnicodeError(vm, vm.exc.UnicodeEncodeError, codecName(codec), value,
                                     static_cast<std::int64_t>(position),
                                     static_cast<std::int64_t>(last) + 1, encodingFault(codec));
        }
    }
    return out;
}

}  // namespace coroscope::runtime
