// Text to bytes and back: utf-8, ascii, latin-1 (Objects/unicodeobject.c).
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/exception_kinds.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/str.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

enum class Codec { Utf8, Ascii, Latin1, Unknown };

Codec codecOf(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c == '-' || c == '_' || c == ' ') continue;
        plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    if (plain == "utf8" || plain == "u8" || plain == "utf" || plain == "cp65001")
        return Codec::Utf8;
    if (plain == "ascii" || plain == "usascii" || plain == "646" || plain == "us")
        return Codec::Ascii;
    if (plain == "latin1" || plain == "iso88591" || plain == "latin" || plain == "l1" ||
        plain == "8859" || plain == "cp819") {
        return Codec::Latin1;
    }
    return Codec::Unknown;
}

std::string_view codecName(Codec codec) {
    return codec == Codec::Utf8 ? "utf-8" : codec == Codec::Ascii ? "ascii" : "latin-1";
}

Raised unknownEncoding(Vm& vm, std::string_view name) {
    return raise(vm, vm.exc.LookupError, fmt::format("unknown encoding: {}", name));
}
Raised unknownHandler(Vm& vm, std::string_view name) {
    return raise(vm, vm.exc.LookupError, fmt::format("unknown error handler name '{}'", name));
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

}  // namespace

Ref decodeBytes(Vm& vm, std::string_view data, std::string_view encoding, std::string_view errors) {
    if (data.empty()) return newStr(vm, data);  // whatever the encoding is called
    const Codec codec = codecOf(encoding);
    if (codec == Codec::Unknown) return unknownEncoding(vm, encoding);
    CORO_TRY(reserveBytes(vm, data.size()));
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
        const Utf8Fault fault = codec == Codec::Ascii ? Utf8Fault{1, 1, "ordinal not in range(128)"}
                                                      : checkUtf8(data, at);
        if (fault.wrong == 0) {
            out += data.substr(at, fault.size);
            at += fault.size;
            continue;
        }
        if (errors == "strict") {
            const auto start = static_cast<std::int64_t>(at);
            Ref whole = newBytes(vm, std::string(data));
            return raiseUnicodeError(vm, vm.exc.UnicodeDecodeError, codecName(codec), whole, start,
                                     start + static_cast<std::int64_t>(fault.wrong), fault.reason);
        }
        if (errors == "replace") {
            out += "\xEF\xBF\xBD";
        } else if (errors == "backslashreplace") {
            for (std::size_t i = 0; i < fault.wrong; ++i)
                out += escaped(static_cast<unsigned char>(data[at + i]));
        } else if (errors == "surrogateescape") {
            for (std::size_t i = 0; i < fault.wrong; ++i)
                appendUtf8(out, 0xDC00U + static_cast<unsigned char>(data[at + i]));
        } else if (errors != "ignore") {
            return unknownHandler(vm, errors);
        }
        at += fault.wrong;
    }
    return newStr(vm, out);
}

Outcome<std::string> encodeText(Vm& vm, Value value, std::string_view encoding,
                                std::string_view errors) {
    const Codec codec = codecOf(encoding);
    if (codec == Codec::Unknown) return unknownEncoding(vm, encoding);
    const std::string_view text = viewOf(value);
    CORO_TRY(reserveBytes(vm, text.size()));
    if (value.as<Str>()->isAscii()) return std::string(text);
    const char32_t limit = codec == Codec::Ascii ? 128 : codec == Codec::Latin1 ? 256 : 0x110000;
    const auto fits = [codec, limit](char32_t c) {
        return c < limit && !(codec == Codec::Utf8 && c >= 0xD800 && c < 0xE000);
    };
    std::string out;
    std::size_t position = 0;
    for (std::size_t at = 0; at < text.size(); ++position) {
        const std::size_t begin = at;
        const char32_t c = decodeAt(text, at);
        if (fits(c)) {
            if (codec == Codec::Latin1) {
                out += static_cast<char>(static_cast<unsigned char>(c));
            } else {
                out += text.substr(begin, at - begin);
            }
        } else if (errors == "strict") {
            std::size_t last = position;
            for (std::size_t next = at; next < text.size(); ++last) {
                if (fits(decodeAt(text, next))) break;
            }
            const char* reason = codec == Codec::Utf8    ? "surrogates not allowed"
                                 : codec == Codec::Ascii ? "ordinal not in range(128)"
                                                         : "ordinal not in range(256)";
            return raiseUnicodeError(vm, vm.exc.UnicodeEncodeError, codecName(codec), value,
                                     static_cast<std::int64_t>(position),
                                     static_cast<std::int64_t>(last) + 1, reason);
        } else if (errors == "replace") {
            out += '?';
        } else if (errors == "backslashreplace") {
            out += escaped(c);
        } else if (errors == "xmlcharrefreplace") {
            out += fmt::format("&#{};", static_cast<std::uint32_t>(c));
        } else if (errors == "surrogateescape" && c >= 0xDC80 && c <= 0xDCFF) {
            out += static_cast<char>(static_cast<unsigned char>(c - 0xDC00));
        } else if (errors == "surrogatepass" && codec == Codec::Utf8) {
            out += text.substr(begin, at - begin);
        } else if (errors != "ignore") {
            return unknownHandler(vm, errors);
        }
    }
    return out;
}

}  // namespace coroscope::runtime
