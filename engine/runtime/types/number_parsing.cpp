#include "engine/runtime/types/number_parsing.h"

#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "engine/runtime/types/common.h"
#include "engine/runtime/types/int_digits.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

int digitValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 99;
}

bool isDecimal(char c) { return c >= '0' && c <= '9'; }

struct IntText {
    bool valid = false;
    bool negative = false;
    int base = 10;
    std::string digits;
};

/// PyLong_FromString's syntax: sign, prefix, digits with single underscores between them.
IntText splitInt(std::string_view text, int base) {
    IntText result;
    std::size_t at = 0;
    if (at < text.size() && (text[at] == '+' || text[at] == '-'))
        result.negative = text[at++] == '-';
    const auto prefixBase = [](char c) {
        return c == 'x' || c == 'X' ? 16 : c == 'o' || c == 'O' ? 8 : c == 'b' || c == 'B' ? 2 : 0;
    };
    bool onlyZeros = false;
    if (at + 1 < text.size() && text[at] == '0' && prefixBase(text[at + 1]) != 0 &&
        (base == 0 || base == prefixBase(text[at + 1]))) {
        base = prefixBase(text[at + 1]);
        at += 2;
        if (at < text.size() && text[at] == '_') ++at;
    } else if (base == 0) {
        base = 10;
        onlyZeros = at < text.size() && text[at] == '0';  // "010" is no literal, "00" is
    }
    result.base = base;
    bool lastWasDigit = false, nonZero = false;
    result.digits.reserve(text.size() - at);
    for (; at < text.size(); ++at) {
        if (text[at] == '_') {
            if (!lastWasDigit) return result;
            lastWasDigit = false;
            continue;
        }
        if (digitValue(text[at]) >= base) return result;
        nonZero = nonZero || text[at] != '0';
        result.digits += text[at];
        lastWasDigit = true;
    }
    result.valid = lastWasDigit && !(onlyZeros && nonZero);
    return result;
}

BigNumber bigFromDigits(std::string digits, int base) {
    if (base == 10) {
        const std::size_t first =
            digits.find_first_not_of('0');  // a leading 0 would mean octal to Boost
        return first == std::string::npos ? BigNumber(0) : BigNumber(digits.substr(first));
    }
    if ((base & (base - 1)) == 0) {
        unsigned bits = 1;
        while ((1 << bits) < base) ++bits;
        for (char& c : digits) c = static_cast<char>(digitValue(c));
        BigNumber value;
        boost::multiprecision::import_bits(value, digits.begin(), digits.end(), bits);
        return value;
    }
    BigNumber value = 0;
    for (const char c : digits) value = value * base + digitValue(c);
    return value;
}

}  // namespace

std::string asciiNumber(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const char32_t c = decodeAt(text, at);
        if (c < 128) {
            result += static_cast<char>(c);
        } else if (unicodeIsSpace(c)) {
            result += ' ';
        } else if (const int digit = unicodeDecimal(c); digit >= 0) {
            result += static_cast<char>('0' + digit);
        } else {
            result += '?';
        }
    }
    const auto isSpace = [](char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
    };
    std::size_t first = 0, last = result.size();
    while (first < last && isSpace(result[first])) ++first;
    while (last > first && isSpace(result[last - 1])) --last;
    return result.substr(first, last - first);
}

Ref intFromText(Vm& vm, std::string_view text, int base, Value shown) {
    CORO_TRY(reserveBytes(vm, text.size() * 2));
    IntText parts = splitInt(asciiNumber(text), base);
    if (!parts.valid) {
        const std::string repr = CORO_TRY(reprText(vm, shown));
        return raise(vm, vm.exc.ValueError,
                     fmt::format("invalid literal for int() with base {}: {}", base, repr));
    }
    const bool decimal = (parts.base & (parts.base - 1)) != 0;
    if (decimal && parts.digits.size() > kFewestDigitsLimit) {
        if (parts.digits.size() > decimalDigitsLimit(vm)) {
            return raise(vm, vm.exc.ValueError,
                         fmt::format("Exceeds the limit ({} digits) for integer string conversion: "
                                     "value has {} digits; use sys.set_int_max_str_digits() to "
                                     "increase the limit",
                                     decimalDigitsLimit(vm), parts.digits.size()));
        }
        if (!burnDigits(vm, parts.digits.size())) return Raised{};
    }
    std::int64_t small = 0;
    const char *begin = parts.digits.data(), *end = begin + parts.digits.size();
    const auto read = std::from_chars(begin, end, small, parts.base);
    if (read.ec == std::errc() && read.ptr == end)
        return Ref::ofInt(parts.negative ? -small : small);
    CORO_TRY(reserveBytes(vm, parts.digits.size()));
    BigNumber value = bigFromDigits(std::move(parts.digits), parts.base);
    if (parts.negative) value = -value;
    return intFromBig(vm, std::move(value));
}

std::optional<double> doubleFromText(std::string_view original) {
    const std::string stripped = asciiNumber(original);
    std::string text;
    for (std::size_t i = 0; i < stripped.size(); ++i) {
        if (stripped[i] == '_') {
            if (i == 0 || i + 1 == stripped.size() || !isDecimal(stripped[i - 1]) ||
                !isDecimal(stripped[i + 1])) {
                return std::nullopt;
            }
            continue;
        }
        text += stripped[i];
    }
    std::size_t at = 0;
    bool negative = false;
    if (!text.empty() && (text[0] == '+' || text[0] == '-')) negative = text[at++] == '-';
    std::string rest = text.substr(at);
    std::string lower = rest;
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    double value = 0;
    if (lower == "inf" || lower == "infinity") {
        value = std::numeric_limits<double>::infinity();
    } else if (lower == "nan") {
        value = std::numeric_limits<double>::quiet_NaN();
    } else {
        if (rest.empty() ||
            !(isDecimal(rest[0]) || (rest[0] == '.' && rest.size() > 1 && isDecimal(rest[1])))) {
            return std::nullopt;
        }
        const char* end = rest.data() + rest.size();
        const auto read = std::from_chars(rest.data(), end, value, std::chars_format::general);
        if (read.ptr != end) return std::nullopt;
        if (read.ec == std::errc::result_out_of_range)
            value = std::strtod(rest.c_str(), nullptr);  // 0 or infinity
    }
    return negative ? -value : value;
}

}  // namespace coroscope::runtime
