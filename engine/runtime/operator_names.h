// The dunder methods that the operators are named after.
#pragma once

#include "engine/runtime/type.h"
#include "engine/runtime/types/str.h"

namespace coroscope::runtime {

/// `__lt__` and its like.
[[nodiscard]] Str* comparisonName(Vm& vm, Comparison op);

/// `__neg__` and its like.
[[nodiscard]] Str* unaryName(Vm& vm, UnaryOperator op);

/// `__add__`, `__radd__`, `__iadd__`.
struct OperatorNames {
    Str *plain, *reflected, *inPlace;
};
[[nodiscard]] OperatorNames operatorNames(Vm& vm, Operator op);

}  // namespace coroscope::runtime
