#include "engine/runtime/types/number_format.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace coroscope::runtime {

namespace {

/// Decimal digits and the place of the point: 0.d1d2d3… * 10**point.
struct Decimal {
    std::string digits;
    int point = 0;
};

Decimal splitScientific(const std::string& text) {
    Decimal result;
    const std::size_t e = text.find('e');
    for (std::size_t i = 0; i < e; ++i) {
        if (text[i] != '.') result.digits += text[i];
    }
    result.point = std::atoi(text.c_str() + e + 1) + 1;
    return result;
}

/// std::to_chars with scientific digits; precision -1: the shortest.
Decimal scientific(double value, int precision) {
    std::string buffer(static_cast<std::size_t>(precision < 0 ? 40 : precision + 40), '\0');
    const auto end = precision < 0 ? std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                                   value, std::chars_format::scientific)
                                   : std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                                   value, std::chars_format::scientific, precision);
    buffer.resize(static_cast<std::size_t>(end.ptr - buffer.data()));
    return splitScientific(buffer);
}

std::string exponentText(int exponent, bool upper) {
    std::string text = upper ? "E" : "e";
    text += exponent < 0 ? '-' : '+';
    const int magnitude = std::abs(exponent);
    if (magnitude < 10) text += '0';
    return text + std::to_string(magnitude);
}

std::string withExponent(const Decimal& decimal, bool upper, bool keepPoint) {
    std::string text = decimal.digits.substr(0, 1);
    if (decimal.digits.size() > 1 || keepPoint) text += '.' + decimal.digits.substr(1);
    return text + exponentText(decimal.point - 1, upper);
}

std::string withoutExponent(const Decimal& decimal) {
    const auto count = static_cast<int>(decimal.digits.size());
    if (decimal.point <= 0) {
        return "0." + std::string(static_cast<std::size_t>(-decimal.point), '0') + decimal.digits;
    }
    if (decimal.point >= count) {
        return decimal.digits + std::string(static_cast<std::size_t>(decimal.point - count), '0');
    }
    const auto point = static_cast<std::size_t>(decimal.point);
    return decimal.digits.substr(0, point) + '.' + decimal.digits.substr(point);
}

std::string fixed(double value, int precision) {
    constexpr std::size_t kMostDigits = 330;  // of the largest double, before its point
    constexpr int kUsual = 40;
    if (precision <= kUsual) {
        char digits[kMostDigits + kUsual];
        const auto end =
            std::to_chars(digits, std::end(digits), value, std::chars_format::fixed, precision);
        return {digits, end.ptr};
    }
    std::string buffer(static_cast<std::size_t>(precision) + kMostDigits, '\0');
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed, precision);
    buffer.resize(static_cast<std::size_t>(end.ptr - buffer.data()));
    return buffer;
}

bool hasPoint(const std::string& text) { return text.find('.') != std::string::npos; }

std::string general(Decimal decimal, int lowest, int highest, bool upper, bool alternate,
                    bool addDotZero) {
    const int exponent = decimal.point - 1;
    if (exponent < lowest || exponent >= highest) return withExponent(decimal, upper, alternate);
    std::string text = withoutExponent(decimal);
    if (!hasPoint(text)) {
        if (addDotZero) {
            text += ".0";
        } else if (alternate) {
            text += '.';
        }
    }
    return text;
}

}  // namespace

std::string doubleToText(double value, char code, int precision, bool alternate, bool addDotZero) {
    const bool upper = code == 'E' || code == 'F' || code == 'G';
    if (std::isnan(value)) return upper ? "NAN" : "nan";
    const auto withSign = [value](std::string text) {
        if (std::signbit(value)) text.insert(0, 1, '-');
        return text;
    };
    if (std::isinf(value)) return withSign(upper ? "INF" : "inf");
    const double magnitude = std::fabs(value);
    switch (code) {
        case 'e':
        case 'E': return withSign(withExponent(scientific(magnitude, precision), upper, alternate));
        case 'f':
        case 'F': {
            std::string text = fixed(magnitude, precision);
            if (alternate && !hasPoint(text)) text += '.';
            return withSign(std::move(text));
        }
        case 'g':
        case 'G': {
            if (precision == 0) precision = 1;
            Decimal decimal = scientific(magnitude, precision - 1);
            if (!alternate) {
                while (decimal.digits.size() > 1 && decimal.digits.back() == '0')
                    decimal.digits.pop_back();
            }
            // With the empty type an exponent is used a place earlier, so that "1.0" keeps its
            // digit.
            const int highest = addDotZero ? precision - 1 : precision;
            return withSign(general(std::move(decimal), -4, std::max(highest, 0), upper, alternate,
                                    addDotZero));
        }
        default:
            return withSign(
                general(scientific(magnitude, -1), -4, 16, false, alternate, addDotZero));
    }
}

std::string reprOfDouble(double value) { return doubleToText(value, 'r', 0, false, true); }

}  // namespace coroscope::runtime
