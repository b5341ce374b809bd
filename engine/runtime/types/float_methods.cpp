#include "engine/runtime/types/float_methods.h"

#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "engine/runtime/types/common.h"
#include "engine/runtime/types/float.h"
#include "engine/runtime/types/format.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/number_parsing.h"

namespace coroscope::runtime {

namespace {

Ref floatRound(Vm& vm, const Arguments& args) {
    const double value = floatOf(args[0]);
    if (args.positional == 1 || args[1].isNone()) return intFromDouble(vm, std::nearbyint(value));
    Ref index = CORO_TRY(indexOf(vm, args[1]));
    std::int64_t digits = 0;
    if (auto fits = asInt64(index)) {
        digits = *fits;
    } else {
        BigNumber big;
        toBig(index, big);
        digits = big < 0 ? -1000 : 1000;
    }
    return roundDouble(vm, value, digits);
}

Ref floatTrunc(Vm& vm, const Arguments& args) { return intFromDouble(vm, floatOf(args[0])); }
Ref floatFloor(Vm& vm, const Arguments& args) {
    return intFromDouble(vm, std::floor(floatOf(args[0])));
}
Ref floatCeil(Vm& vm, const Arguments& args) {
    return intFromDouble(vm, std::ceil(floatOf(args[0])));
}
Ref floatSelf(Vm&, const Arguments& args) { return Ref::ofFloat(floatOf(args[0])); }

Ref floatIsInteger(Vm&, const Arguments& args) {
    const double value = floatOf(args[0]);
    return Ref::boolean(std::isfinite(value) && std::floor(value) == value);
}

Ref floatAsIntegerRatio(Vm& vm, const Arguments& args) {
    const double value = floatOf(args[0]);
    if (std::isinf(value)) {
        return raise(vm, vm.exc.OverflowError, "cannot convert Infinity to integer ratio");
    }
    if (std::isnan(value))
        return raise(vm, vm.exc.ValueError, "cannot convert NaN to integer ratio");
    int exponent = 0;
    double fraction = std::frexp(value, &exponent);
    for (int i = 0; i < 300 && fraction != std::floor(fraction); ++i) {
        fraction *= 2.0;
        --exponent;
    }
    BigNumber numerator = static_cast<std::int64_t>(fraction), denominator = 1;
    if (exponent > 0) {
        numerator <<= exponent;
    } else {
        denominator <<= -exponent;
    }
    Ref first = CORO_TRY(intFromBig(vm, std::move(numerator)));
    Ref second = CORO_TRY(intFromBig(vm, std::move(denominator)));
    const Value items[] = {first, second};
    return makeTuple(vm, items).toRef();
}

Ref floatHex(Vm& vm, const Arguments& args) {
    const double value = floatOf(args[0]);
    if (std::isnan(value)) return newStr(vm, "nan");
    const char* sign = std::signbit(value) ? "-" : "";
    if (std::isinf(value)) return newStr(vm, std::string(sign) + "inf");
    if (value == 0) return newStr(vm, std::string(sign) + "0x0.0p+0");
    int exponent = 0;
    double mantissa = std::frexp(std::fabs(value), &exponent);
    // 1.xxx * 2**exponent; below the normal range 0.xxx * 2**-1022.
    const int shift = 1 - std::max(-1021 - exponent, 0);
    mantissa = std::ldexp(mantissa, shift);
    exponent -= shift;
    std::string text = std::string(sign) + "0x";
    text += static_cast<char>('0' + static_cast<int>(mantissa));
    text += '.';
    mantissa -= std::floor(mantissa);
    for (int i = 0; i < 13; ++i) {
        mantissa *= 16;
        text += "0123456789abcdef"[static_cast<int>(mantissa)];
        mantissa -= std::floor(mantissa);
    }
    return newStr(vm, text + fmt::format("p{}{}", exponent < 0 ? '-' : '+', std::abs(exponent)));
}

/// [sign] ["0x"] hexdigits ["." hexdigits] ["p" exponent], or inf, infinity, nan.
Ref floatFromHex(Vm& vm, const Arguments& args) {
    if (!isStr(args[1])) {
        return raise(vm, vm.exc.TypeError, fmt::format("bad argument type for built-in operation"));
    }
    std::string text = asciiNumber(viewOf(args[1]));
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    std::size_t at = 0;
    bool negative = false;
    if (!text.empty() && (text[0] == '+' || text[0] == '-')) negative = text[at++] == '-';
    double value = 0;
    const std::string body = text.substr(at);
    if (body == "inf" || body == "infinity") {
        value = HUGE_VAL;
    } else if (body == "nan") {
        value = std::nan("");
    } else {
        const std::string digits = body.starts_with("0x") ? body.substr(2) : body;
        std::size_t i = 0, count = 0;
        const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
        while (i < digits.size() && isHex(digits[i])) ++i, ++count;
        if (i < digits.size() && digits[i] == '.') {
            ++i;
            while (i < digits.size() && isHex(digits[i])) ++i, ++count;
        }
        bool valid = count > 0;
        if (valid && i < digits.size() && digits[i] == 'p') {
            ++i;
            if (i < digits.size() && (digits[i] == '+' || digits[i] == '-')) ++i;
            valid = i < digits.size();
            while (i < digits.size() && digits[i] >= '0' && digits[i] <= '9') ++i;
        }
        if (!valid || i != digits.size()) {
            return raise(vm, vm.exc.ValueError, "invalid hexadecimal floating-point string");
        }
        value = std::strtod(("0x" + digits).c_str(), nullptr);
        if (std::isinf(value)) {
            return raise(vm, vm.exc.OverflowError,
                         "hexadecimal value too large to represent as a float");
        }
    }
    if (negative) value = -value;
    Type* type = args[0].as<Type>();
    if (type == vm.types.float_) return Ref::ofFloat(value);
    return vm.call(args[0], {Value::ofFloat(value)});
}

Ref floatFormat(Vm& vm, const Arguments& args) { return formatMethod(vm, args); }

Ref divmodReals(Vm& vm, Value left, Value right) {
    auto a = CORO_TRY(realOf(vm, left));
    auto b = CORO_TRY(realOf(vm, right));
    if (!a || !b) return Ref::notImplemented();
    return floatDivmod(vm, *a, *b);
}
Ref floatDivmodMethod(Vm& vm, const Arguments& args) { return divmodReals(vm, args[0], args[1]); }
Ref floatRdivmodMethod(Vm& vm, const Arguments& args) { return divmodReals(vm, args[1], args[0]); }

}  // namespace

void addFloatMethods(Vm& vm) {
    Type* type = vm.types.float_;
    addMethod(vm, type, "__round__", floatRound, 1, 2);
    addMethod(vm, type, "__trunc__", floatTrunc, 1, 1);
    addMethod(vm, type, "__int__", floatTrunc, 1, 1);
    addMethod(vm, type, "__floor__", floatFloor, 1, 1);
    addMethod(vm, type, "__ceil__", floatCeil, 1, 1);
    addMethod(vm, type, "__float__", floatSelf, 1, 1);
    addMethod(vm, type, "__format__", floatFormat, 2, 2);
    addMethod(vm, type, "__divmod__", floatDivmodMethod, 2, 2);
    addMethod(vm, type, "__rdivmod__", floatRdivmodMethod, 2, 2);
    addMethod(vm, type, "conjugate", floatSelf, 1, 1);
    addMethod(vm, type, "is_integer", floatIsInteger, 1, 1);
    addMethod(vm, type, "as_integer_ratio", floatAsIntegerRatio, 1, 1);
    addMethod(vm, type, "hex", floatHex, 1, 1);
    addClassMethod(vm, type, "fromhex", floatFromHex, 2, 2);
    addGetter(vm, type, "real", [](Vm&, Value self) -> Ref { return Ref::ofFloat(floatOf(self)); });
    addGetter(vm, type, "imag", [](Vm&, Value) -> Ref { return Ref::ofFloat(0.0); });
}

}  // namespace coroscope::runtime
