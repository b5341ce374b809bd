// `with` and `async with`: entering, and leaving with an exception.
#include <fmt/format.h>

#include "engine/runtime/instructions/helpers.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

Status beforeWith(Vm& vm, Value manager, bool asynchronous, Value out[2]) {
    Str* enterName = asynchronous ? vm.names.__aenter__ : vm.names.__enter__;
    Str* exitName = asynchronous ? vm.names.__aexit__ : vm.names.__exit__;
    const std::string_view protocol =
        asynchronous ? "asynchronous context manager" : "context manager";
    // A native needs not be bound in order to be called once.
    const Value native = lookupInType(vm, vm.typeOf(manager), enterName);
    const bool isNative = native.is(vm.types.methodDescriptor);
    Ref enter = isNative ? Ref(native) : CORO_TRY(lookupSpecial(vm, manager, enterName));
    if (enter.isUnbound()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'{}' object does not support the {} protocol",
                                 vm.typeOf(manager)->nameView(), protocol));
    }
    Ref exit = CORO_TRY(lookupSpecial(vm, manager, exitName));
    if (exit.isUnbound()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'{}' object does not support the {} protocol (missed {} method)",
                                 vm.typeOf(manager)->nameView(), protocol, exitName->view()));
    }
    Ref entered = CORO_TRY(
        isNative ? callNative(vm, native.as<NativeFunction>(), Arguments{&manager, 1, 0, nullptr})
                 : vm.call(enter));
    out[0] = exit.detach();
    out[1] = entered.detach();
    return kDone;
}

AtOnce enterAtOnce(Vm& vm, Value manager, Value out[3]) {
    const Value enter = lookupInType(vm, vm.typeOf(manager), vm.names.__aenter__);
    if (!enter.is(vm.types.methodDescriptor)) return AtOnce::No;
    auto* native = enter.as<NativeFunction>();
    const Value leave = lookupInType(vm, vm.typeOf(manager), vm.names.__aexit__);
    if (!native->awaited || !leave.is(vm.types.methodDescriptor)) return AtOnce::No;
    FirstStep step;
    const AtOnce how = native->awaited(vm, Arguments{&manager, 1, 0, nullptr}, step);
    if (how == AtOnce::No) return how;
    out[0] =
        leave.object->type->slots.descriptorGet(vm, leave, manager, vm.typeOf(manager)).detach();
    out[1] = (how == AtOnce::Returned ? step.value : step.waiting).detach();
    out[2] = step.value.detach();
    return how;
}

Ref callExit(Vm& vm, Value exit, Value exception) {
    auto* object = exception.as<Exception>();
    return vm.call(exit, {Value(object->type), exception, object->traceback.valueOrNone()});
}

}  // namespace coroscope::runtime
