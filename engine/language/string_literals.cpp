#include "engine/language/string_literals.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "engine/language/unicode_names.h"

namespace coroscope::language {

namespace {

int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool isOctal(char c) { return c >= '0' && c <= '7'; }

/// UTF-8, surrogates too.
void appendCharacter(std::uint32_t c, std::string& into) {
    const auto put = [&into](std::uint32_t byte) { into.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6U);
        put(0x80 | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12U);
        put(0x80 | (c >> 6U & 0x3FU));
        put(0x80 | (c & 0x3FU));
    } else {
        put(0xF0 | c >> 18U);
        put(0x80 | (c >> 12U & 0x3FU));
        put(0x80 | (c >> 6U & 0x3FU));
        put(0x80 | (c & 0x3FU));
    }
}

/// One of the escapes of a single character, or 0.
char simpleEscape(char c) {
    switch (c) {
        case '\\':
        case '\'':
        case '"': return c;
        case 'b': return '\b';
        case 'f': return '\f';
        case 't': return '\t';
        case 'n': return '\n';
        case 'r': return '\r';
        case 'v': return '\v';
        case 'a': return '\a';
        default: return 0;
    }
}

/// Up to three octal digits at `at`, which is moved behind them.
std::uint32_t readOctal(std::string_view body, std::size_t& at) {
    std::uint32_t value = 0;
    for (int i = 0; i < 3 && at < body.size() && isOctal(body[at]); ++i) {
        value = value * 8 + static_cast<std::uint32_t>(body[at++] - '0');
    }
    return value;
}

/// Where in the text that CPython decodes a byte of `body` is: characters
/// beyond ASCII are ten bytes long there (Parser/string_parser.c:
/// decode_unicode_with_escapes), and a backslash before one is six.
std::size_t decodedPosition(std::string_view body, std::size_t end) {
    std::size_t position = 0;
    for (std::size_t i = 0; i < end; ++i) {
        const auto c = static_cast<unsigned char>(body[i]);
        if (c < 0x80) {
            ++position;
            if (c == '\\' && i + 1 < body.size()) {
                if (static_cast<unsigned char>(body[i + 1]) >= 0x80) {
                    position += 5;
                } else if (i + 1 < end) {
                    ++position;
                    ++i;
                }
            }
        } else if ((c & 0xC0U) != 0x80) {
            position += 10;
        }
    }
    return position;
}

std::string unicodeError(std::string_view body, std::size_t begin, std::size_t end,
                         std::string_view why) {
    const std::size_t first = decodedPosition(body, begin);
    const std::size_t last = decodedPosition(body, begin) + (end - begin) - 1;
    if (first == last) {
        return fmt::format(
            "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position {}: {}",
            first, why);
    }
    return fmt::format(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position {}-{}: {}", first,
        last, why);
}

}  // namespace

StringParts takeApart(std::string_view token) {
    StringParts parts;
    std::size_t at = 0;
    for (; token[at] != '"' && token[at] != '\''; ++at) {
        switch (token[at] | 0x20) {
            case 'b': parts.isBytes = true; break;
            case 'r': parts.isRaw = true; break;
            case 'f': parts.isFormat = true; break;
            default: break;
        }
    }
    const std::string_view quoted = token.substr(at);
    const bool triple = quoted.size() >= 6 && quoted[1] == quoted[0] && quoted[2] == quoted[0];
    const std::size_t quotes = triple ? 3 : 1;
    parts.body = quoted.substr(quotes, quoted.size() - 2 * quotes);
    return parts;
}

std::string appendCharacters(std::string_view body, bool isRaw, std::string& into) {
    if (isRaw || body.find('\\') == std::string_view::npos) {
        into += body;
        return {};
    }
    std::size_t at = 0;
    while (at < body.size()) {
        const std::size_t begin = at;
        if (body[at] != '\\') {
            at = std::min(body.find('\\', at), body.size());
            into += body.substr(begin, at - begin);
            continue;
        }
        if (++at == body.size()) {
            into.push_back('\\');
            break;
        }
        const char c = body[at];
        if (const char simple = simpleEscape(c)) {
            into.push_back(simple);
            ++at;
        } else if (c == '\n') {
            ++at;
        } else if (isOctal(c)) {
            appendCharacter(readOctal(body, at), into);
        } else if (c == 'x' || c == 'u' || c == 'U') {
            const int wanted = c == 'x' ? 2 : c == 'u' ? 4 : 8;
            std::uint32_t value = 0;
            int found = 0;
            for (++at; found < wanted && at < body.size() && hexValue(body[at]) >= 0;
                 ++at, ++found) {
                value = value * 16 + static_cast<std::uint32_t>(hexValue(body[at]));
            }
            if (found < wanted) {
                return unicodeError(body, begin, at,
                                    c == 'x'   ? "truncated \\xXX escape"
                                    : c == 'u' ? "truncated \\uXXXX escape"
                                               : "truncated \\UXXXXXXXX escape");
            }
            if (value > 0x10FFFF) return unicodeError(body, begin, at, "illegal Unicode character");
            appendCharacter(value, into);
        } else if (c == 'N') {
            ++at;
            const std::size_t close =
                at < body.size() && body[at] == '{' ? body.find('}', at) : std::string_view::npos;
            if (close == std::string_view::npos || close == at + 1) {
                std::size_t end = at;
                if (at < body.size() && body[at] == '{')
                    end = close == at + 1 ? at + 2 : body.size();
                return unicodeError(body, begin, end, "malformed \\N character escape");
            }
            const auto named = characterNamed(body.substr(at + 1, close - at - 1));
            at = close + 1;
            if (!named) return unicodeError(body, begin, at, "unknown Unicode character name");
            appendCharacter(*named, into);
        } else {
            into.push_back(
                '\\');  // an unknown escape stays, with a DeprecationWarning that is not shown
        }
    }
    return {};
}

std::string appendBytes(std::string_view body, bool isRaw, std::string& into) {
    for (const char c : body) {
        if (static_cast<unsigned char>(c) >= 0x80)
            return "bytes can only contain ASCII literal characters";
    }
    if (isRaw) {
        into += body;
        return {};
    }
    std::size_t at = 0;
    while (at < body.size()) {
        const std::size_t begin = at;
        const char c = body[at++];
        if (c != '\\' || at == body.size()) {
            into.push_back(c);
            continue;
        }
        const char escaped = body[at];
        if (const char simple = simpleEscape(escaped)) {
            into.push_back(simple);
            ++at;
        } else if (escaped == '\n') {
            ++at;
        } else if (isOctal(escaped)) {
            into.push_back(static_cast<char>(readOctal(body, at) & 0xFFU));
        } else if (escaped == 'x') {
            if (at + 2 >= body.size() || hexValue(body[at + 1]) < 0 || hexValue(body[at + 2]) < 0) {
                return fmt::format("(value error) invalid \\x escape at position {}", begin);
            }
            into.push_back(static_cast<char>(hexValue(body[at + 1]) * 16 + hexValue(body[at + 2])));
            at += 3;
        } else {
            into.push_back('\\');
        }
    }
    return {};
}

}  // namespace coroscope::language
