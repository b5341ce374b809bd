// repr() and ascii() of text.
#include <fmt/format.h>

#include "engine/runtime/types/str.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

void appendEscaped(std::string& out, char32_t c) {
    if (c < 0x100) {
        out += fmt::format("\\x{:02x}", static_cast<std::uint32_t>(c));
    } else if (c < 0x10000) {
        out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
    } else {
        out += fmt::format("\\U{:08x}", static_cast<std::uint32_t>(c));
    }
}

}  // namespace

std::string reprOfText(std::string_view text) {
    const bool hasSingle = text.find('\'') != std::string_view::npos;
    const bool hasDouble = text.find('"') != std::string_view::npos;
    const char quote = hasSingle && !hasDouble ? '"' : '\'';
    std::string out(1, quote);
    out.reserve(text.size() + 2);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = decodeAt(text, at);
        if (c == static_cast<char32_t>(quote) || c == '\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (unicodeIsPrintable(c)) {
            out += text.substr(begin, at - begin);
        } else {
            appendEscaped(out, c);
        }
    }
    return out + quote;
}

std::string asciiRepr(std::string_view repr) {
    std::string out;
    for (std::size_t at = 0; at < repr.size();) {
        const char32_t c = decodeAt(repr, at);
        if (c < 128) {
            out += static_cast<char>(c);
        } else {
            appendEscaped(out, c);
        }
    }
    return out;
}

}  // namespace coroscope::runtime
