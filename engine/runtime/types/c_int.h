// Arguments that CPython has as C's int.
#pragma once

#include "engine/runtime/types/int.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// PyLong_AsInt: OverflowError past 32 bits.
[[nodiscard]] inline Outcome<std::int64_t> asCInt(Vm& vm, Value value) {
    Ref integer = CORO_TRY(indexOf(vm, value));
    const auto number = asInt64(integer);
    if (!number || *number > INT32_MAX || *number < INT32_MIN)
        return raise(vm, vm.exc.OverflowError, "Python int too large to convert to C int");
    return *number;
}

}  // namespace coroscope::runtime
