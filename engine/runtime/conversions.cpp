// Conversions that all of the runtime asks for: indices, and format(value, spec).
#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/types/format.h"
#include "engine/runtime/types/int.h"

namespace coroscope::runtime {

Outcome<std::int64_t> asIndex(Vm& vm, Value value) {
    if (value.isSmallInt() || value.isBool()) return value.integer;
    Ref index = hasFlag(value, kTypeIsInt) ? Ref(value) : CORO_TRY(indexOf(vm, value));
    if (const auto small = asInt64(index)) return *small;
    return raise(vm, vm.exc.OverflowError, "Python int too large to convert to C ssize_t");
}

Ref formatValue(Vm& vm, Value value, std::string_view spec) {
    const Type* type = vm.typeOf(value);
    if (spec.empty() && value.is(vm.types.str)) return value;
    if (type == vm.types.int_ || type == vm.types.str || type == vm.types.float_ ||
        type == vm.types.bool_) {
        return formatWithSpec(vm, value, spec);
    }
    Ref method = CORO_TRY(lookupSpecial(vm, value, vm.names.__format__));
    Ref result = CORO_TRY(vm.call(method, {newStr(vm, spec).get()}));
    if (!isStr(result)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("__format__ must return a str, not {}", vm.typeOf(result)->nameView()));
    }
    return result;
}

}  // namespace coroscope::runtime
