// int: 64-bit values live in the Value itself, larger ones in a BigInt.
//
// Invariant: an exact `int` that fits 64 bits is always Tag::Int. An instance of a
// subclass made by the scenario is a BigInt whatever its size.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/multiprecision/cpp_int.hpp>

#include "engine/runtime/type.h"

namespace coroscope::runtime {

using BigNumber = boost::multiprecision::cpp_int;

struct BigInt : Object {
    BigNumber value;
    std::size_t external = 0;  ///< bytes told to the heap
};

/// CPython's limit on digits in conversions between int and decimal text (sys.int_info).
inline constexpr std::size_t kMaxDecimalDigits = 4300;

/// The value of an int, bool or an instance of a subclass; false for anything else.
bool toBig(Value value, BigNumber& out);
/// The same where it fits 64 bits; nullopt for larger ones and for what is no int.
[[nodiscard]] std::optional<std::int64_t> asInt64(Value value);
/// A normalised int. Past the limit of the heap as reserveBytes.
[[nodiscard]] Ref intFromBig(Vm& vm, BigNumber value);
/// The int of a constant's decimal digits (CodeConstant::BigInt); no limit on their count.
[[nodiscard]] Ref intFromDigits(Vm& vm, std::string_view digits);
/// Truncates towards zero; OverflowError and ValueError for infinities and NaN.
[[nodiscard]] Ref intFromDouble(Vm& vm, double value);
/// Correctly rounded; OverflowError "int too large to convert to float". `value` is an int.
[[nodiscard]] Outcome<double> intToDouble(Vm& vm, Value value);
/// Correctly rounded; false if too large.
bool bigToDouble(const BigNumber& value, double& out);
/// The sign of `integer - real`, exact; `real` is no NaN (Objects/floatobject.c float_richcompare).
[[nodiscard]] int compareIntToDouble(const BigNumber& integer, double real);
[[nodiscard]] bool signFitsComparison(int sign, Comparison op);

[[nodiscard]] std::int64_t hashInt(std::int64_t value);
[[nodiscard]] std::int64_t hashBig(const BigNumber& value);
/// Of an int, bool or subclass.
[[nodiscard]] std::int64_t hashOfInt(Value value);

/// Digits in base 2, 8, 10 or 16 (lower case), with a minus sign if negative; no prefix, no limit.
[[nodiscard]] std::string bigDigits(const BigNumber& value, int base);
/// `str(int)`: ValueError past kMaxDecimalDigits.
[[nodiscard]] Outcome<std::string> intText(Vm& vm, Value value);
/// hex(), oct(), bin(): digits with "0x", "0o" or "0b" (before the sign's place). `value` is an
/// int.
[[nodiscard]] std::string prefixedDigits(Value value, int base);

/// The binary slot of int and bool.
[[nodiscard]] Ref intBinary(Vm& vm, Operator op, Value left, Value right);
[[nodiscard]] Ref intUnary(Vm& vm, UnaryOperator op, Value self);
[[nodiscard]] Ref intCompare(Vm& vm, Value self, Value other, Comparison op);
/// divmod of two ints, as a tuple.
[[nodiscard]] Ref intDivmod(Vm& vm, Value left, Value right);
/// pow(base, exponent, modulus) of three ints.
[[nodiscard]] Ref intPowModulo(Vm& vm, Value base, Value exponent, Value modulus);
/// a / b, correctly rounded. Both are ints.
[[nodiscard]] Ref intTrueDivide(Vm& vm, Value left, Value right);
/// pow() of anything; `modulus` None or left out: as `**`.
[[nodiscard]] Ref powerOf(Vm& vm, Value base, Value exponent, Value modulus);
/// divmod() of anything.
[[nodiscard]] Ref divmodOf(Vm& vm, Value left, Value right);

/// `int(value)` for anything but a base (CPython's PyNumber_Long).
[[nodiscard]] Ref intFromValue(Vm& vm, Value value);
/// An int from any object with `__index__` (PyNumber_Index).
[[nodiscard]] Ref indexOf(Vm& vm, Value value);

void addIntMethods(Vm& vm);
/// int, float, bool, NoneType, ellipsis, NotImplementedType.
void initNumberTypes(Vm& vm);

}  // namespace coroscope::runtime
