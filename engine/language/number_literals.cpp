#include "engine/language/number_literals.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include <boost/multiprecision/cpp_int.hpp>
#include <fmt/format.h>

namespace coroscope::language {

namespace {

/// sys.int_info.default_max_str_digits
constexpr std::size_t kMaximumDigits = 4300;
/// Our own limit, for literals that CPython would take: turning digits of base
/// 2, 8 and 16 into decimal ones takes quadratic time.
constexpr std::size_t kMaximumBasedDigits = 20'000;

std::string withoutUnderscores(std::string_view text) {
    std::string result(text);
    std::erase(result, '_');
    return result;
}

void setInteger(std::string_view digits, Arena& arena, Constant& constant) {
    constant.type = ConstantType::Int;
    constant.text = arena.copyText(digits);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), constant.integer);
    constant.fitsInteger = error == std::errc() && end == digits.data() + digits.size();
    if (!constant.fitsInteger) constant.integer = 0;
}

std::string readBased(std::string_view digits, int base, Arena& arena, Constant& constant) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
    std::int64_t value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (error == std::errc() && end == digits.data() + digits.size()) {
        setInteger(std::to_string(value), arena, constant);
        return {};
    }
    if (digits.size() > kMaximumBasedDigits) {
        return fmt::format(
            "an integer literal of {} digits is not supported (the most is {}): compute it with ** "
            "or <<",
            digits.size(), kMaximumBasedDigits);
    }
    const unsigned bits = base == 16 ? 4 : base == 8 ? 3 : 1;
    boost::multiprecision::cpp_int big = 0;
    for (const char c : digits) {
        const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        big <<= bits;
        big += digit;
    }
    setInteger(big.str(), arena, constant);
    return {};
}

/// A decimal float. What is too large is infinite, what is too small is zero.
double readFloat(const std::string& text) {
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc::result_out_of_range) return value;
    // Beyond the range: the decimal exponent of the first digit that is not 0
    // tells on which side.
    const std::size_t mark = std::min(text.find_first_of("eE"), text.size());
    long exponent = 0;
    if (mark < text.size()) {
        const bool negative = text[mark + 1] == '-';
        const std::size_t digits = mark + (text[mark + 1] == '-' || text[mark + 1] == '+' ? 2 : 1);
        if (std::from_chars(text.data() + digits, text.data() + text.size(), exponent).ec !=
            std::errc()) {
            exponent = std::numeric_limits<int>::max();
        }
        if (negative) exponent = -exponent;
    }
    const std::size_t first = text.find_first_of("123456789");
    const std::size_t point = std::min(text.find('.'), mark);
    exponent += static_cast<long>(point) - static_cast<long>(first);
    return exponent > 0 ? std::numeric_limits<double>::infinity() : 0.0;
}

}  // namespace

std::string readNumber(std::string_view text, Arena& arena, Constant& constant) {
    const std::string plain = withoutUnderscores(text);
    if (plain.size() > 2 && plain[0] == '0') {
        const char kind = static_cast<char>(plain[1] | 0x20);
        const int base = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 0;
        if (base != 0) return readBased(std::string_view(plain).substr(2), base, arena, constant);
    }
    if (const char last = plain.back(); last == 'j' || last == 'J') {
        constant.type = ConstantType::Imaginary;
        constant.number = readFloat(plain.substr(0, plain.size() - 1));
        return {};
    }
    if (plain.find_first_of(".eE") != std::string::npos) {
        constant.type = ConstantType::Float;
        constant.number = readFloat(plain);
        return {};
    }
    if (plain.size() > kMaximumDigits) {
        return fmt::format(
            "Exceeds the limit ({} digits) for integer string conversion: value has {} digits; use "
            "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge "
            "integer literals "
            "to avoid decimal conversion limits.",
            kMaximumDigits, plain.size());
    }
    std::string_view digits = plain;
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
    setInteger(digits, arena, constant);
    return {};
}

}  // namespace coroscope::language
