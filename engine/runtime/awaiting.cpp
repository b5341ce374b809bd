// Anything that can be waited on: generators, coroutines, natives, and what the scenario makes up
// (Objects/genobject.c gen_send_ex, _gen_throw; Python/ceval.c GET_AWAITABLE).
#include <fmt/format.h>

#include "engine/runtime/generator.h"
#include "engine/runtime/native.h"
#include "engine/runtime/python_natives.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

bool isGenerator(const Vm& vm, Value value) {
    return value.is(vm.types.generator) || value.is(vm.types.coroutine);
}

/// What a call of `send`, `throw` or `__next__` gave: StopIteration is a return.
StepOutcome outcomeOf(Vm& vm, Ref result) {
    if (!result.isRaised()) return StepOutcome::yielded(std::move(result));
    if (vm.stopped()) return Raised{};
    Ref value = takeStopIterationValue(vm);
    if (value.isUnbound()) return Raised{};
    return StepOutcome::returned(std::move(value));
}

}  // namespace

StepOutcome sendTo(Vm& vm, Value iterator, Value sent) {
    if (isGenerator(vm, iterator)) return generatorSend(vm, iterator.as<Generator>(), sent);
    const Slots& slots = vm.typeOf(iterator)->slots;
    if (slots.send) return slots.send(vm, iterator, sent);
    if (sent.isNone() && slots.next) {
        // A native `next` says by Unbound that it ended; the scenario's own may carry a value.
        Ref method = CORO_TRY(lookupSpecial(vm, iterator, vm.names.__next__));
        if (method.is(vm.types.method)) return outcomeOf(vm, vm.call(method));
        Ref item = slots.next(vm, iterator);
        if (item.isRaised()) return outcomeOf(vm, std::move(item));
        if (item.isUnbound()) return StepOutcome::returned(Ref::none());
        return StepOutcome::yielded(std::move(item));
    }
    return outcomeOf(vm, vm.callMethod(iterator, vm.names.send, {sent}));
}

StepOutcome throwInto(Vm& vm, Value iterator, Ptr<Exception> exception) {
    if (isGenerator(vm, iterator))
        return generatorThrow(vm, iterator.as<Generator>(), std::move(exception));
    const Slots& slots = vm.typeOf(iterator)->slots;
    if (slots.throwIn) return slots.throwIn(vm, iterator, exception.get());
    Ref method = CORO_TRY(findAttribute(vm, iterator, vm.names.throw_));
    if (method.isUnbound()) return raiseException(vm, std::move(exception));
    return outcomeOf(vm, vm.call(method, {exception.value()}));
}

Status closeIterator(Vm& vm, Value iterator) {
    if (isGenerator(vm, iterator)) return generatorClose(vm, iterator.as<Generator>());
    const Slots& slots = vm.typeOf(iterator)->slots;
    if (slots.close) return slots.close(vm, iterator);
    Ref method = CORO_TRY(findAttribute(vm, iterator, vm.names.close));
    if (method.isUnbound()) return kDone;
    CORO_TRY(vm.call(method));
    return kDone;
}

Ref getAwaitable(Vm& vm, Value value) {
    if (value.is(vm.types.coroutine)) return value;
    if (value.is(vm.types.generator) && value.as<Generator>()->iterableCoroutine) return value;
    Type* type = vm.typeOf(value);
    if (!type->slots.await) {
        std::string_view name = type->nameView();
        if (value.is(vm.types.nativeFunction) && standsForPython(vm, value.as<NativeFunction>())) {
            name = value.as<NativeFunction>()->owner ? "method" : "function";
        }
        return raise(vm, vm.exc.TypeError,
                     fmt::format("object {} can't be used in 'await' expression", name));
    }
    Ref iterator = CORO_TRY(type->slots.await(vm, value));
    if (iterator.is(vm.types.coroutine))
        return raise(vm, vm.exc.TypeError, "__await__() returned a coroutine");
    Type* iteratorType = vm.typeOf(iterator);
    if (!iteratorType->slots.next && !iteratorType->slots.send) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("__await__() returned non-iterator of type '{}'",
                                 iteratorType->nameView()));
    }
    return iterator;
}

}  // namespace coroscope::runtime
