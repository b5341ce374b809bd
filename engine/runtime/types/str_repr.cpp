// repr() and ascii() of text.
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/str.h"
#include "engine/runtime/types/str_methods.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

void appendEscaped(std::string& out, char32_t c) {
    const int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    out += '\\';
    out += digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    for (int shift = 4 * digits - 4; shift >= 0; shift -= 4)
        out += "0123456789abcdef"[(c >> shift) & 15];
}

/// Gives the text between the quotes piece by piece.
template <class Sink>
void escapePieces(std::string_view text, char quote, const Sink& sink) {
    std::string escaped;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = decodeAt(text, at);
        if (c == static_cast<char32_t>(quote) || c == '\\') {
            sink("\\");
            sink(text.substr(begin, 1));
        } else if (c == '\n') {
            sink("\\n");
        } else if (c == '\r') {
            sink("\\r");
        } else if (c == '\t') {
            sink("\\t");
        } else if (unicodeIsPrintable(c)) {
            sink(text.substr(begin, at - begin));
        } else {
            escaped.clear();
            appendEscaped(escaped, c);
            sink(escaped);
        }
    }
}

char quoteFor(std::string_view text) {
    const bool hasSingle = text.find('\'') != std::string_view::npos;
    const bool hasDouble = text.find('"') != std::string_view::npos;
    return hasSingle && !hasDouble ? '"' : '\'';
}

}  // namespace

std::size_t sizeOfRepr(std::string_view text) {
    std::size_t size = 2;
    escapePieces(text, quoteFor(text), [&size](std::string_view piece) { size += piece.size(); });
    return size;
}

std::string reprOfText(std::string_view text) {
    // Of a short one it is no matter whether it has to grow.
    const std::size_t size = text.size() < 4096 ? text.size() + 2 : sizeOfRepr(text);
    const char quote = quoteFor(text);
    std::string out;
    out.reserve(size);
    out += quote;
    escapePieces(text, quote, [&out](std::string_view piece) { out += piece; });
    out += quote;
    return out;
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

Ref asciiOf(Vm& vm, Value value) {
    const std::string text = CORO_TRY(reprText(vm, value));
    CORO_TRY(reserveGrowing(vm, text.size() * 3));  // at most six characters for two bytes
    return newStr(vm, asciiRepr(text));
}

}  // namespace coroscope::runtime
