// float: an unboxed double; an instance of a scenario's subclass is a FloatObject.
#pragma once

#include <optional>

#include "engine/runtime/type.h"

namespace coroscope::runtime {

struct FloatObject : Object {
    double value = 0;
};

/// float or a subclass.
[[nodiscard]] bool isFloatValue(Value value);
/// The caller knows that it is one.
[[nodiscard]] double floatOf(Value value);
/// The value of a float, int or bool; nothing for others. OverflowError for an int that is too
/// large.
[[nodiscard]] Outcome<std::optional<double>> realOf(Vm& vm, Value value);

/// Objects/floatobject.c _Py_HashDouble; NaN hashes to 0.
[[nodiscard]] std::int64_t hashDouble(double value);
[[nodiscard]] Ref floatBinary(Vm& vm, Operator op, Value left, Value right);
[[nodiscard]] Ref floatPower(Vm& vm, double base, double exponent);
[[nodiscard]] Ref floatDivmod(Vm& vm, double left, double right);
/// round(value, digits), correctly rounded, half to even (float___round___impl).
[[nodiscard]] Ref roundDouble(Vm& vm, double value, std::int64_t digits);

void initFloatType(Vm& vm);

}  // namespace coroscope::runtime
