// Numbers (Parser/tokenizer.c: tok_get's "Number" part).
#include <fmt/format.h>

#include "engine/language/lexer_state.h"

namespace coroscope::language {

using enum TokenType;

void Lexer::number(const char* start) {
    bool valid = false;
    if (at() == '0' && (at(1) == 'x' || at(1) == 'X')) {
        valid = basedNumber(16, "hexadecimal");
    } else if (at() == '0' && (at(1) == 'o' || at(1) == 'O')) {
        valid = basedNumber(8, "octal");
    } else if (at() == '0' && (at(1) == 'b' || at(1) == 'B')) {
        valid = basedNumber(2, "binary");
    } else {
        valid = decimalNumber(start);
    }
    if (valid) emit(Number, start);
}

bool Lexer::basedNumber(int base, const char* kind) {
    const auto isOfBase = [base](int c) {
        return base == 16 ? isHexDigit(c) : c >= '0' && c < '0' + base;
    };
    cursor_ += 2;
    do {
        if (at() == '_') ++cursor_;
        if (!isOfBase(at())) {
            if (isDigit(at())) return failDigit(kind);
            fail(fmt::format("invalid {} literal", kind));
            return false;
        }
        while (isOfBase(at())) ++cursor_;
    } while (at() == '_');
    if (isDigit(at())) return failDigit(kind);
    return checkNumberEnd(kind);
}

bool Lexer::failDigit(const char* kind) {
    const char digit = *cursor_++;
    fail(fmt::format("invalid digit '{}' in {} literal", digit, kind));
    return false;
}

/// Digits with single underscores between them, up to the first other
/// character.
bool Lexer::digits() {
    for (;;) {
        while (isDigit(at())) ++cursor_;
        if (at() != '_') return true;
        ++cursor_;
        if (!isDigit(at())) {
            fail("invalid decimal literal");
            return false;
        }
    }
}

bool Lexer::decimalNumber(const char* start) {
    bool leadingZero = false;
    const char* zerosEnd = start;
    if (at() == '0') {
        while (at() == '0' || at() == '_') {
            if (at() == '_' && !isDigit(at(1))) {
                ++cursor_;
                fail("invalid decimal literal");
                return false;
            }
            ++cursor_;
        }
        zerosEnd = cursor_ + 1;
        leadingZero = isDigit(at());
    }
    if (!digits()) return false;
    const int c = at();
    if (c == '.') {
        ++cursor_;
        if (isDigit(at()) && !digits()) return false;
        return exponent();
    }
    if (c == 'e' || c == 'E') return exponent();
    if (c == 'j' || c == 'J') return imaginary();
    if (leadingZero) {
        // The range is that of the zeros, counted in Python's way from 1.
        const int column = static_cast<int>(start - lineStart_);
        stop({"SyntaxError",
              "leading zeros in decimal integer literals are not permitted; use an 0o prefix "
              "for octal "
              "integers",
              line_, column, line_, static_cast<int>(zerosEnd - lineStart_) - 1, true});
        return false;
    }
    return checkNumberEnd("decimal");
}

bool Lexer::exponent() {
    if (at() == 'e' || at() == 'E') {
        const int sign = at(1) == '+' || at(1) == '-' ? 1 : 0;
        if (!isDigit(at(1 + sign))) {
            if (sign == 1) {
                cursor_ += 2;
                fail("invalid decimal literal");
                return false;
            }
            return checkNumberEnd("decimal");
        }
        cursor_ += 1 + sign;
        if (!digits()) return false;
    }
    if (at() == 'j' || at() == 'J') return imaginary();
    return checkNumberEnd("decimal");
}

bool Lexer::imaginary() {
    ++cursor_;
    return checkNumberEnd("imaginary");
}

/// A number may run into a keyword that can follow one ("1if x"), with a
/// warning, and into no other name (Parser/tokenizer.c:
/// verify_end_of_number).
bool Lexer::checkNumberEnd(const char* kind) {
    const auto follows = [this](std::string_view word) {
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (at(static_cast<std::ptrdiff_t>(i)) != word[i]) return false;
        }
        return !isNameCharacter(at(static_cast<std::ptrdiff_t>(word.size())));
    };
    const int c = at();
    const int next = at(1);
    const bool keyword = follows("and") || follows("else") || follows("for") || follows("or") ||
                         follows("not") ||
                         (c == 'i' && (next == 'f' || next == 'n' || next == 's'));
    if (keyword) {
        list_.warnings.emplace_back(line_, fmt::format("invalid {} literal", kind));
        return true;
    }
    if (!isNameCharacter(c)) return true;
    fail(fmt::format("invalid {} literal", kind));
    return false;
}

}  // namespace coroscope::language
