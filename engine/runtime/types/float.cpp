#include "engine/runtime/types/float.h"

#include <cerrno>
#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/float_methods.h"
#include "engine/runtime/types/format.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/number_format.h"
#include "engine/runtime/types/number_parsing.h"

namespace coroscope::runtime {

bool isFloatValue(Value value) { return value.isFloat() || hasFlag(value, kTypeIsFloat); }

double floatOf(Value value) {
    return value.isFloat() ? value.real : value.as<FloatObject>()->value;
}

Outcome<std::optional<double>> realOf(Vm& vm, Value value) {
    if (isFloatValue(value)) return std::optional<double>(floatOf(value));
    if (isInt(value)) return std::optional<double>(CORO_TRY(intToDouble(vm, value)));
    return std::optional<double>();
}

std::int64_t hashDouble(double value) {
    constexpr int kBits = 61;
    constexpr std::uint64_t kModulus = (std::uint64_t{1} << kBits) - 1;
    if (std::isinf(value)) return value > 0 ? 314159 : -314159;
    if (std::isnan(value)) return 0;
    int exponent = 0;
    double mantissa = std::frexp(value, &exponent);
    const bool negative = mantissa < 0;
    if (negative) mantissa = -mantissa;
    std::uint64_t hash = 0;
    while (mantissa != 0) {
        hash = ((hash << 28) & kModulus) | hash >> (kBits - 28);
        mantissa *= 268435456.0;  // 2**28
        exponent -= 28;
        const auto chunk = static_cast<std::uint64_t>(mantissa);
        mantissa -= static_cast<double>(chunk);
        hash += chunk;
        if (hash >= kModulus) hash -= kModulus;
    }
    exponent = exponent >= 0 ? exponent % kBits : kBits - 1 - ((-1 - exponent) % kBits);
    hash = ((hash << exponent) & kModulus) | hash >> (kBits - exponent);
    const auto result =
        negative ? -static_cast<std::int64_t>(hash) : static_cast<std::int64_t>(hash);
    return result == -1 ? -2 : result;
}

namespace {

/// Objects/floatobject.c _float_div_mod.
void divideFloor(double left, double right, double& quotient, double& remainder) {
    remainder = std::fmod(left, right);
    double division = (left - remainder) / right;
    if (remainder != 0) {
        if ((right < 0) != (remainder < 0)) {
            remainder += right;
            division -= 1.0;
        }
    } else {
        remainder = std::copysign(0.0, right);
    }
    if (division != 0) {
        quotient = std::floor(division);
        if (division - quotient > 0.5) quotient += 1.0;
    } else {
        quotient = std::copysign(0.0, left / right);
    }
}

double modulo(double left, double right) {
    double quotient = 0, remainder = 0;
    divideFloor(left, right, quotient, remainder);
    return remainder;
}

}  // namespace

Ref floatPower(Vm& vm, double base, double exponent) {
    if (exponent == 0 || base == 1.0) return Ref::ofFloat(1.0);
    if (std::isfinite(base) && std::isfinite(exponent)) {
        if (base == 0 && exponent < 0) {
            return raise(vm, vm.exc.ZeroDivisionError, "0.0 cannot be raised to a negative power");
        }
        if (base < 0 && exponent != std::floor(exponent)) {
            return raise(vm, vm.exc.NotImplementedError,
                         "a negative number to a fractional power is complex, and Coroscope has no "
                         "complex numbers");
        }
    }
    const double result = std::pow(base, exponent);
    if (std::isinf(result) && std::isfinite(base) && std::isfinite(exponent)) {
        Ref text = CORO_TRY(newStr(vm, "Numerical result out of range"));
        const Value args[] = {Value::ofInt(ERANGE), text};
        return raiseException(vm, makeException(vm, vm.exc.OverflowError, args));
    }
    return Ref::ofFloat(result);
}

Ref floatDivmod(Vm& vm, double left, double right) {
    if (right == 0) return raise(vm, vm.exc.ZeroDivisionError, "float divmod()");
    double quotient = 0, remainder = 0;
    divideFloor(left, right, quotient, remainder);
    const Value items[] = {Value::ofFloat(quotient), Value::ofFloat(remainder)};
    return makeTuple(vm, items).toRef();
}

Ref floatBinary(Vm& vm, Operator op, Value left, Value right) {
    if (!(isFloatValue(left) || isInt(left)) || !(isFloatValue(right) || isInt(right)))
        return Ref::notImplemented();
    if (op >= Operator::LeftShift) return Ref::notImplemented();
    const double a = *CORO_TRY(realOf(vm, left));
    const double b = *CORO_TRY(realOf(vm, right));
    switch (op) {
        case Operator::Add: return Ref::ofFloat(a + b);
        case Operator::Subtract: return Ref::ofFloat(a - b);
        case Operator::Multiply: return Ref::ofFloat(a * b);
        case Operator::TrueDivide:
            if (b == 0) return raise(vm, vm.exc.ZeroDivisionError, "float division by zero");
            return Ref::ofFloat(a / b);
        case Operator::FloorDivide: {
            if (b == 0) return raise(vm, vm.exc.ZeroDivisionError, "float floor division by zero");
            double quotient = 0, remainder = 0;
            divideFloor(a, b, quotient, remainder);
            return Ref::ofFloat(quotient);
        }
        case Operator::Modulo:
            if (b == 0) return raise(vm, vm.exc.ZeroDivisionError, "float modulo");
            return Ref::ofFloat(modulo(a, b));
        case Operator::Power: return floatPower(vm, a, b);
        default: return Ref::notImplemented();
    }
}

Ref roundDouble(Vm& vm, double value, std::int64_t digits) {
    if (!std::isfinite(value) || value == 0) return Ref::ofFloat(value);
    // Beyond these no digit of a double is touched, or none is left.
    if (digits > 323) return Ref::ofFloat(value);
    if (digits < -308) return Ref::ofFloat(0.0 * value);
    double result = 0;
    if (digits >= 0) {
        const std::string text = doubleToText(value, 'f', static_cast<int>(digits), false, false);
        std::from_chars(text.data(), text.data() + text.size(), result);
    } else {
        // Exact: the integer part is a multiple of a power of ten plus a rest, and what lies
        // behind the point only breaks ties.
        const double whole = std::trunc(std::fabs(value));
        const bool exact = whole == std::fabs(value);
        BigNumber integer(whole);
        const BigNumber unit =
            boost::multiprecision::pow(BigNumber(10), static_cast<unsigned>(-digits));
        BigNumber rest = integer % unit;
        integer -= rest;
        rest *= 2;
        const bool odd = ((integer / unit) & 1) != 0;
        if (rest > unit || (rest == unit && (!exact || odd))) integer += unit;
        if (!bigToDouble(integer, result)) {
            return raise(vm, vm.exc.OverflowError, "rounded value too large to represent");
        }
        if (value < 0) result = -result;
    }
    if (!std::isfinite(result))
        return raise(vm, vm.exc.OverflowError, "rounded value too large to represent");
    return Ref::ofFloat(result);
}

namespace {

Ref floatRepr(Vm& vm, Value self) { return newStr(vm, reprOfDouble(floatOf(self))); }

Outcome<std::int64_t> floatHash(Vm&, Value self) { return hashDouble(floatOf(self)); }

Outcome<bool> floatTruth(Vm&, Value self) { return floatOf(self) != 0; }

Ref floatCompare(Vm&, Value self, Value other, Comparison op) {
    const double a = floatOf(self);
    if (isFloatValue(other)) {
        const double b = floatOf(other);
        switch (op) {
            case Comparison::Less: return Ref::boolean(a < b);
            case Comparison::LessEqual: return Ref::boolean(a <= b);
            case Comparison::Equal: return Ref::boolean(a == b);
            case Comparison::NotEqual: return Ref::boolean(a != b);
            case Comparison::Greater: return Ref::boolean(a > b);
            case Comparison::GreaterEqual: return Ref::boolean(a >= b);
        }
    }
    BigNumber integer;
    if (!toBig(other, integer)) return Ref::notImplemented();
    if (std::isnan(a)) return Ref::boolean(op == Comparison::NotEqual);
    return Ref::boolean(signFitsComparison(-compareIntToDouble(integer, a), op));
}

Ref floatUnary(Vm&, UnaryOperator op, Value self) {
    const double value = floatOf(self);
    switch (op) {
        case UnaryOperator::Negative: return Ref::ofFloat(-value);
        case UnaryOperator::Positive: return Ref::ofFloat(value);
        case UnaryOperator::Absolute: return Ref::ofFloat(std::fabs(value));
        case UnaryOperator::Invert: return Ref::notImplemented();
    }
    return Ref::notImplemented();
}

/// float(x): PyNumber_Float.
Outcome<double> doubleFromValue(Vm& vm, Value value) {
    if (isFloatValue(value) && value.isFloat()) return value.real;
    if (isStr(value) || hasFlag(value, kTypeIsBytes)) {
        const std::string_view text = isStr(value) ? viewOf(value) : bytesView(value);
        CORO_TRY(reserveBytes(vm, text.size() * 5));
        if (auto number = doubleFromText(text)) return *number;
        const std::string repr = CORO_TRY(reprText(vm, value));
        return raise(vm, vm.exc.ValueError,
                     fmt::format("could not convert string to float: {}", repr));
    }
    if (isFloatValue(value) && !vm.typeOf(value)->has(kTypeIsClass)) return floatOf(value);
    if (value.isSmallInt() || value.isBool()) return static_cast<double>(value.integer);
    Ref method = CORO_TRY(lookupSpecial(vm, value, vm.names.__float__));
    if (!method.isUnbound()) {
        Ref made = CORO_TRY(vm.call(method));
        if (isFloatValue(made)) return floatOf(made);
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}.__float__ returned non-float (type {})", typeName(vm, value),
                                 typeName(vm, made)));
    }
    if (isInt(value)) return intToDouble(vm, value);
    Ref index = CORO_TRY(lookupSpecial(vm, value, vm.names.__index__));
    if (index.isUnbound()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("float() argument must be a string or a real number, not '{}'",
                                 typeName(vm, value)));
    }
    Ref integer = CORO_TRY(indexOf(vm, value));
    return intToDouble(vm, integer);
}

Ref floatConstruct(Vm& vm, Type* type, const Arguments& args) {
    if (args.keywords != 0 && type == vm.types.float_) {
        return raise(vm, vm.exc.TypeError, "float() takes no keyword arguments");
    }
    if (args.positional > 1) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("float expected at most 1 argument, got {}", args.positional));
    }
    const double value = args.positional == 0 ? 0.0 : CORO_TRY(doubleFromValue(vm, args[0]));
    if (type == vm.types.float_) return Ref::ofFloat(value);
    Ptr<FloatObject> made = makeInstance<FloatObject>(vm, type);
    made->value = value;
    return std::move(made).toRef();
}

}  // namespace

void initFloatType(Vm& vm) {
    Slots slots;
    slots.destroy = destroyAs<FloatObject>;
    slots.repr = floatRepr;
    slots.hash = floatHash;
    slots.compare = floatCompare;
    slots.truth = floatTruth;
    slots.binary = floatBinary;
    slots.unary = floatUnary;
    slots.construct = floatConstruct;
    readyType(vm, vm.types.float_, vm.types.object, kTypeIsFloat, sizeof(FloatObject), 0, slots);
    addFloatMethods(vm);
}

}  // namespace coroscope::runtime
