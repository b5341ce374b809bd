#include "engine/language/represent.h"

#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "engine/language/lex_names.h"
#include "engine/language/unicode_ranges.h"

namespace coroscope::language {

namespace {

/// repr() of a float, without the ".0" if `isImaginary`.
std::string representFloat(double value, bool isImaginary) {
    if (std::isinf(value)) return "inf";
    std::array<char, 32> buffer{};
    const auto scientific = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                          std::chars_format::scientific);
    const std::string_view text(buffer.data(),
                                static_cast<std::size_t>(scientific.ptr - buffer.data()));
    const std::size_t mark = text.find('e');
    int exponent = 0;
    const std::size_t digits = mark + (text[mark + 1] == '+' ? 2 : 1);
    std::from_chars(text.data() + digits, text.data() + text.size(), exponent);
    if (exponent < -4 || exponent >= 16) return std::string(text);
    const auto fixed = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                     std::chars_format::fixed);
    std::string result(buffer.data(), static_cast<std::size_t>(fixed.ptr - buffer.data()));
    if (!isImaginary && result.find('.') == std::string::npos) result += ".0";
    return result;
}

char quoteFor(std::string_view text) {
    const bool single = text.find('\'') != std::string_view::npos;
    return single && text.find('"') == std::string_view::npos ? '"' : '\'';
}

/// repr() of one character or byte below 128.
void representAscii(char c, char quote, std::string& into) {
    switch (c) {
        case '\n': into += "\\n"; return;
        case '\r': into += "\\r"; return;
        case '\t': into += "\\t"; return;
        case '\\': into += "\\\\"; return;
        default: break;
    }
    if (c == quote) {
        into += '\\';
        into += c;
    } else if (c < 32 || c == 127) {
        into += fmt::format("\\x{:02x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
        into += c;
    }
}

std::string representBytes(std::string_view bytes) {
    const char quote = quoteFor(bytes);
    std::string result = std::string("b") + quote;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 128) {
            representAscii(c, quote, result);
        } else {
            result += fmt::format("\\x{:02x}", static_cast<unsigned>(byte));
        }
    }
    return result + quote;
}

}  // namespace

std::string representText(std::string_view text) {
    const char quote = quoteFor(text);
    std::string result(1, quote);
    const char* at = text.data();
    const char* end = at + text.size();
    while (at < end) {
        const char* begin = at;
        const char32_t c = decodeUtf8(at);
        const auto code = static_cast<unsigned>(c);
        if (c < 128) {
            representAscii(static_cast<char>(c), quote, result);
        } else if ((code < 0xD800 || code > 0xDFFF) && isUnicodePrintable(c)) {
            result.append(begin, at);
        } else if (code < 0x100) {
            result += fmt::format("\\x{:02x}", code);
        } else if (code < 0x10000) {
            result += fmt::format("\\u{:04x}", code);
        } else {
            result += fmt::format("\\U{:08x}", code);
        }
    }
    return result + quote;
}

std::string representConstant(const Constant* constant) {
    switch (constant->type) {
        case ConstantType::None: return "None";
        case ConstantType::True: return "True";
        case ConstantType::False: return "False";
        case ConstantType::Ellipsis: return "Ellipsis";
        case ConstantType::Int: return std::string(constant->text);
        case ConstantType::Float: return representFloat(constant->number, false);
        case ConstantType::Imaginary: return representFloat(constant->number, true) + "j";
        case ConstantType::Str: return representText(constant->text);
        case ConstantType::Bytes: return representBytes(constant->text);
    }
    return {};
}

}  // namespace coroscope::language
