// The operators of int (Objects/longobject.c).
#include <bit>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "engine/runtime/effort.h"
#include "engine/runtime/types/byte_counts.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/float.h"
#include "engine/runtime/types/int.h"

namespace coroscope::runtime {

namespace mp = boost::multiprecision;

namespace {

/// A 64-bit int or bool.
bool isSmall(Value value) { return value.isSmallInt() || value.isBool(); }

std::size_t limbs(const BigNumber& value) { return value.backend().size(); }

/// An int as a BigNumber without copying large ones.
class BigOperand {
public:
    explicit BigOperand(Value value) {
        if (isSmall(value)) {
            own_ = value.integer;
            used_ = &own_;
        } else {
            used_ = &value.as<BigInt>()->value;
        }
    }
    BigOperand(const BigOperand&) = delete;
    BigOperand& operator=(const BigOperand&) = delete;
    const BigNumber& operator*() const { return *used_; }

private:
    BigNumber own_;
    const BigNumber* used_;
};

/// What Boost needs for a moment beside its operands: so many limbs.
Status reserveLimbs(Vm& vm, std::size_t count) {
    return count < 64 ? kDone : reserveBytes(vm, count * sizeof(mp::limb_type));
}

/// Work on large numbers takes fuel in proportion, as loops of the scenario do.
Status payFor(Vm& vm, std::size_t work) {
    if (work > 16 && !spendEffort(vm, static_cast<std::int64_t>(work))) return Raised{};
    return kDone;
}
/// The product of numbers of so many limbs.
Status payForProduct(Vm& vm, std::size_t a, std::size_t b) { return payFor(vm, a * b / 16); }
/// Each limb of the quotient takes the divisor once. Both results, and what is left as it shrinks,
/// are there at the same time.
Status payForQuotient(Vm& vm, std::size_t a, std::size_t b) {
    CORO_TRY(reserveLimbs(vm, a * 4 + b));
    return payFor(vm, a < b ? a : (a - b + 1) * b);
}

/// Quotient rounded towards minus infinity, and the remainder that goes with it.
void floorDivide(const BigNumber& a, const BigNumber& b, BigNumber& quotient,
                 BigNumber& remainder) {
    mp::divide_qr(a, b, quotient, remainder);
    if (remainder != 0 && (remainder < 0) != (b < 0)) {
        --quotient;
        remainder += b;
    }
}

Ref smallPower(Vm& vm, std::int64_t base, std::int64_t exponent) {
    if (exponent < 0) {
        if (base == 0)
            return raise(vm, vm.exc.ZeroDivisionError, "0.0 cannot be raised to a negative power");
        return floatPower(vm, static_cast<double>(base), static_cast<double>(exponent));
    }
    std::int64_t result = 1, square = base;
    for (std::uint64_t left = static_cast<std::uint64_t>(exponent); left != 0;) {
        if ((left & 1) != 0 && __builtin_mul_overflow(result, square, &result)) return Ref();
        left >>= 1;
        if (left != 0 && __builtin_mul_overflow(square, square, &square)) return Ref();
    }
    return Ref::ofInt(result);
}

Ref bigPower(Vm& vm, const BigNumber& base, const BigNumber& exponent) {
    if (exponent < 0) {
        double b = 0, e = 0;
        if (!bigToDouble(base, b) || !bigToDouble(exponent, e)) {
            return raise(vm, vm.exc.OverflowError, "int too large to convert to float");
        }
        return floatPower(vm, b, e);
    }
    if (exponent == 0) return Ref::ofInt(1);
    if (base == 0 || base == 1) return intFromBig(vm, base);
    if (base == -1) return Ref::ofInt((exponent & 1) != 0 ? -1 : 1);
    // |base| >= 2: the result has about bits * exponent bits.
    const double bits =
        (static_cast<double>(mp::msb(mp::abs(base))) + 1) * static_cast<double>(exponent);
    if (bits > 1e11) return refuseBytes(vm, bytesOfBits(bits));
    CORO_TRY(reserveBytes(vm, bytesOfBits(bits) * 3));
    const auto size = static_cast<std::size_t>(bits / 64);
    CORO_TRY(payForProduct(vm, size, size));
    return intFromBig(vm, mp::pow(base, static_cast<unsigned>(exponent)));
}

Ref leftShift(Vm& vm, const BigNumber& a, const BigNumber& count) {
    if (count < 0) return raise(vm, vm.exc.ValueError, "negative shift count");
    if (a == 0) return Ref::ofInt(0);
    if (count > std::numeric_limits<std::int64_t>::max()) {
        return raise(vm, vm.exc.OverflowError, "too many digits in integer");
    }
    const auto places = static_cast<std::uint64_t>(count);
    CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(places / 8 + limbs(a) * 8 * 2)));
    if (!burnFuel(vm, static_cast<std::int64_t>(places / 4096))) return Raised{};
    return intFromBig(vm, BigNumber(a << places));
}

Ref rightShift(Vm& vm, const BigNumber& a, const BigNumber& count) {
    if (count < 0) return raise(vm, vm.exc.ValueError, "negative shift count");
    if (count > BigNumber(limbs(a)) * 64) return Ref::ofInt(a < 0 ? -1 : 0);
    const auto places = static_cast<std::uint64_t>(count);
    CORO_TRY(reserveLimbs(vm, limbs(a) * 2));
    if (a >= 0) return intFromBig(vm, BigNumber(a >> places));
    // Towards minus infinity; Boost's own shift of negative numbers is not to be trusted with that.
    const BigNumber inverted = -a - 1;
    return intFromBig(vm, BigNumber(-(inverted >> places) - 1));
}

Raised divisionByZero(Vm& vm, std::string_view text) {
    return raise(vm, vm.exc.ZeroDivisionError, text);
}

/// Unbound: the result does not fit, take the long way.
Ref smallBinary(Vm& vm, Operator op, std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    switch (op) {
        case Operator::Add:
            return __builtin_add_overflow(a, b, &result) ? Ref() : Ref::ofInt(result);
        case Operator::Subtract:
            return __builtin_sub_overflow(a, b, &result) ? Ref() : Ref::ofInt(result);
        case Operator::Multiply:
            return __builtin_mul_overflow(a, b, &result) ? Ref() : Ref::ofInt(result);
        case Operator::TrueDivide: return intTrueDivide(vm, Value::ofInt(a), Value::ofInt(b));
        case Operator::FloorDivide:
            if (b == 0) return divisionByZero(vm, "integer division or modulo by zero");
            if (b == -1)
                return __builtin_sub_overflow(std::int64_t{0}, a, &result) ? Ref()
                                                                           : Ref::ofInt(result);
            return Ref::ofInt(a / b - ((a % b != 0 && ((a < 0) != (b < 0))) ? 1 : 0));
        case Operator::Modulo:
            if (b == 0) return divisionByZero(vm, "integer modulo by zero");
            if (b == -1) return Ref::ofInt(0);
            result = a % b;
            return Ref::ofInt(result != 0 && ((result < 0) != (b < 0)) ? result + b : result);
        case Operator::Power: return smallPower(vm, a, b);
        case Operator::LeftShift:
            if (b >= 0 && b < 63 && a >= 0 && (a >> (62 - b)) == 0) return Ref::ofInt(a << b);
            return Ref();
        case Operator::RightShift:
            if (b < 0) return raise(vm, vm.exc.ValueError, "negative shift count");
            return Ref::ofInt(a >> (b > 63 ? 63 : b));
        case Operator::And: return Ref::ofInt(a & b);
        case Operator::Or: return Ref::ofInt(a | b);
        case Operator::Xor: return Ref::ofInt(a ^ b);
        case Operator::MatrixMultiply: return Ref::notImplemented();
    }
    return Ref::notImplemented();
}

Ref bigBinary(Vm& vm, Operator op, const BigNumber& a, const BigNumber& b) {
    // The sum, or copies of both in two's complement.
    CORO_TRY(reserveLimbs(vm, limbs(a) + limbs(b)));
    switch (op) {
        case Operator::Add: return intFromBig(vm, BigNumber(a + b));
        case Operator::Subtract: return intFromBig(vm, BigNumber(a - b));
        case Operator::Multiply:
            CORO_TRY(reserveLimbs(vm, (limbs(a) + limbs(b)) * 2));
            CORO_TRY(payForProduct(vm, limbs(a), limbs(b)));
            return intFromBig(vm, BigNumber(a * b));
        case Operator::FloorDivide:
        case Operator::Modulo: {
            const bool modulo = op == Operator::Modulo;
            if (b == 0) {
                return divisionByZero(
                    vm, modulo ? "integer modulo by zero" : "integer division or modulo by zero");
            }
            CORO_TRY(payForQuotient(vm, limbs(a), limbs(b)));
            BigNumber quotient, remainder;
            floorDivide(a, b, quotient, remainder);
            return intFromBig(vm, std::move(modulo ? remainder : quotient));
        }
        case Operator::Power: return bigPower(vm, a, b);
        case Operator::LeftShift: return leftShift(vm, a, b);
        case Operator::RightShift: return rightShift(vm, a, b);
        case Operator::And: return intFromBig(vm, BigNumber(a & b));
        case Operator::Or: return intFromBig(vm, BigNumber(a | b));
        case Operator::Xor: return intFromBig(vm, BigNumber(a ^ b));
        default: return Ref::notImplemented();
    }
}

}  // namespace

Ref intBinary(Vm& vm, Operator op, Value left, Value right) {
    if (isSmall(left) && isSmall(right)) {
        Ref result = smallBinary(vm, op, left.integer, right.integer);
        if (!result.isUnbound()) return result;
    } else if (!isInt(left) || !isInt(right)) {
        return Ref::notImplemented();
    }
    if (op == Operator::TrueDivide) return intTrueDivide(vm, left, right);
    const BigOperand a(left), b(right);
    return bigBinary(vm, op, *a, *b);
}

Ref intUnary(Vm& vm, UnaryOperator op, Value self) {
    const BigOperand operand(self);
    const BigNumber& a = *operand;
    CORO_TRY(reserveLimbs(vm, limbs(a) * 2));
    switch (op) {
        case UnaryOperator::Negative: return intFromBig(vm, BigNumber(-a));
        case UnaryOperator::Positive: return intFromBig(vm, a);
        case UnaryOperator::Invert: return intFromBig(vm, BigNumber(-a - 1));
        case UnaryOperator::Absolute: return intFromBig(vm, BigNumber(mp::abs(a)));
    }
    return Ref::notImplemented();
}

Ref intCompare(Vm&, Value self, Value other, Comparison op) {
    if (isSmall(self) && isSmall(other)) {
        const int sign = self.integer < other.integer ? -1 : self.integer > other.integer ? 1 : 0;
        return Ref::boolean(signFitsComparison(sign, op));
    }
    if (!isInt(self) || !isInt(other)) return Ref::notImplemented();
    const BigOperand a(self), b(other);
    return Ref::boolean(signFitsComparison((*a).compare(*b), op));
}

/// Objects/longobject.c long_true_divide: a quotient of 55 bits or more with a sticky bit,
/// rounded once. Shifts are chosen so that results below the normal range round once, too.
Ref intTrueDivide(Vm& vm, Value left, Value right) {
    constexpr std::int64_t kExact = std::int64_t{1} << 53;
    if (isSmall(left) && isSmall(right) && right.integer != 0 && left.integer >= -kExact &&
        left.integer <= kExact && right.integer >= -kExact && right.integer <= kExact) {
        return Ref::ofFloat(static_cast<double>(left.integer) / static_cast<double>(right.integer));
    }
    const BigOperand a(left), b(right);
    if (*b == 0) return divisionByZero(vm, "division by zero");
    if (*a == 0) return Ref::ofFloat(*b < 0 ? -0.0 : 0.0);
    const bool negative = (*a < 0) != (*b < 0);
    BigNumber numerator = mp::abs(*a), denominator = mp::abs(*b);
    const auto bitsA = static_cast<std::int64_t>(mp::msb(numerator));
    const auto bitsB = static_cast<std::int64_t>(mp::msb(denominator));
    const std::int64_t difference =
        bitsA - bitsB;  // 2**(difference-1) < quotient < 2**(difference+1)
    if (difference > 1025) {
        return raise(vm, vm.exc.OverflowError, "integer division result too large for a float");
    }
    if (difference < -1080) return Ref::ofFloat(negative ? -0.0 : 0.0);
    // Lowest bit of the result: 52 below its highest, but not below 2**-1074.
    const std::int64_t lowest = std::max<std::int64_t>(difference - 53, -1074);
    const std::int64_t shift = lowest - 2;  // two more bits for rounding
    CORO_TRY(payForQuotient(vm, limbs(numerator), limbs(denominator)));
    if (shift <= 0) {
        numerator <<= -shift;
    } else {
        denominator <<= shift;
    }
    BigNumber quotient, remainder;
    mp::divide_qr(numerator, denominator, quotient, remainder);
    auto mantissa = static_cast<std::uint64_t>(quotient);
    if (remainder != 0) mantissa |= 1;
    // `mantissa * 2**shift`, rounded to a multiple of 2**place, half to even.
    std::int64_t place = 2;
    const auto width = static_cast<std::int64_t>(std::bit_width(mantissa));
    if (width - place > 53) place = width - 53;
    const std::uint64_t unit = std::uint64_t{1} << place;
    const std::uint64_t rest = mantissa & (unit - 1);
    mantissa -= rest;
    if (rest > unit / 2 || (rest == unit / 2 && (mantissa & unit) != 0)) mantissa += unit;
    const double result = std::ldexp(static_cast<double>(mantissa), static_cast<int>(shift));
    if (std::isinf(result)) {
        return raise(vm, vm.exc.OverflowError, "integer division result too large for a float");
    }
    return Ref::ofFloat(negative ? -result : result);
}

Ref intDivmod(Vm& vm, Value left, Value right) {
    const BigOperand a(left), b(right);
    if (*b == 0) return divisionByZero(vm, "integer division or modulo by zero");
    CORO_TRY(payForQuotient(vm, limbs(*a), limbs(*b)));
    BigNumber quotient, remainder;
    floorDivide(*a, *b, quotient, remainder);
    Ref first = CORO_TRY(intFromBig(vm, std::move(quotient)));
    Ref second = CORO_TRY(intFromBig(vm, std::move(remainder)));
    const Value items[] = {first, second};
    return makeTuple(vm, items).toRef();
}

Ref intPowModulo(Vm& vm, Value base, Value exponent, Value modulus) {
    const BigOperand b(base), e(exponent), m(modulus);
    if (*m == 0) return raise(vm, vm.exc.ValueError, "pow() 3rd argument cannot be 0");
    CORO_TRY(reserveLimbs(vm, limbs(*b) * 3 + limbs(*m) * 10));
    const BigNumber size = mp::abs(*m);
    BigNumber number = *b % size, power = *e;
    if (number < 0) number += size;
    if (power < 0) {
        // The inverse by Euclid's extended algorithm: each bit takes a few steps over all limbs.
        CORO_TRY(payFor(vm, limbs(size) * limbs(size) * 64));
        BigNumber r0 = size, r1 = number, t0 = 0, t1 = 1;
        while (r1 != 0) {
            const BigNumber quotient = r0 / r1;
            BigNumber next = r0 - quotient * r1;
            r0 = std::move(r1);
            r1 = std::move(next);
            next = t0 - quotient * t1;
            t0 = std::move(t1);
            t1 = std::move(next);
        }
        if (r0 != 1) {
            return raise(vm, vm.exc.ValueError, "base is not invertible for the given modulus");
        }
        number = t0 < 0 ? BigNumber(t0 + size) : t0;
        power = -power;
    }
    BigNumber result = 1 % size;
    if (power != 0) {
        const std::size_t steps = mp::msb(power) + 1;
        // Of the largest numbers it is more than an integer holds.
        const double each =
            1 + 2.0 * static_cast<double>(limbs(size)) * static_cast<double>(limbs(size));
        CORO_TRY(payFor(
            vm, static_cast<std::size_t>(std::min(static_cast<double>(steps) * each, 1e18))));
        for (std::size_t i = steps; i-- > 0;) {
            result = result * result % size;
            if (mp::bit_test(power, static_cast<unsigned>(i))) result = result * number % size;
        }
    }
    if (*m < 0 && result != 0) result += *m;
    return intFromBig(vm, std::move(result));
}

}  // namespace coroscope::runtime
