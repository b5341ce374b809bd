// `raise`, `except`, and which handler is next.
#include <fmt/format.h>

#include "engine/runtime/effort.h"
#include "engine/runtime/instructions/helpers.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

Outcome<bool> exceptionMatches(Vm& vm, Exception* exception, Value type) {
    if (type.is(vm.types.tuple)) {
        takeEffort(vm, 2 * std::int64_t{type.as<Tuple>()->count});
        // All are looked at first: a wrong one is an error even behind one that matches.
        for (Value each : type.as<Tuple>()->span()) {
            if (!isType(each) || !each.as<Type>()->has(kTypeIsException)) {
                return raise(
                    vm, vm.exc.TypeError,
                    "catching classes that do not inherit from BaseException is not allowed");
            }
        }
        for (Value each : type.as<Tuple>()->span()) {
            if (exception->type->isSubtypeOf(each.as<Type>())) return true;
        }
        return false;
    }
    if (!isType(type) || !type.as<Type>()->has(kTypeIsException)) {
        return raise(vm, vm.exc.TypeError,
                     "catching classes that do not inherit from BaseException is not allowed");
    }
    return exception->type->isSubtypeOf(type.as<Type>());
}

Status raiseStatement(Vm& vm, Value value, Value cause) {
    Ptr<Exception> exception = CORO_TRY(exceptionFrom(vm, value));
    if (!cause.isUnbound()) {
        if (cause.isNone()) {
            exception->cause.reset();
        } else {
            if (!isException(cause) &&
                !(isType(cause) && cause.as<Type>()->has(kTypeIsException))) {
                return raise(vm, vm.exc.TypeError,
                             "exception causes must derive from BaseException");
            }
            exception->cause = CORO_TRY(exceptionFrom(vm, cause));
        }
        exception->suppressContext = true;
    }
    return raiseException(vm, std::move(exception));
}

Status raiseAgain(Vm& vm) {
    const ExceptionState* state = vm.exceptions;
    while (state && !state->handled) state = state->previous;
    if (!state) return raise(vm, vm.exc.RuntimeError, "No active exception to reraise");
    vm.pending = state->handled;
    return kDone;
}

}  // namespace coroscope::runtime
