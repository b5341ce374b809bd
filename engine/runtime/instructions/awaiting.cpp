// `await`, `yield from` and `async for`: what they drive, and how.
#include <fmt/format.h>

#include "engine/runtime/instructions/helpers.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

Ref getYieldFromIterator(Vm& vm, Frame* frame, Value value) {
    if (value.is(vm.types.coroutine)) {
        const bool allowed = frame->code->kind == CodeKind::Coroutine ||
                             (frame->generator && frame->generator->iterableCoroutine);
        if (!allowed) {
            return raise(vm, vm.exc.TypeError,
                         "cannot 'yield from' a coroutine object in a non-coroutine generator");
        }
        return value;
    }
    if (value.is(vm.types.generator)) return value;
    return iterate(vm, value);
}

Ref awaitableOf(Vm& vm, Value value, std::uint8_t where) {
    if (value.is(vm.types.coroutine)) {
        // A coroutine that another one awaits already must not be driven from two sides.
        auto* coroutine = value.as<Generator>();
        if (coroutine->state != Generator::State::Created &&
            !generatorAwaiting(coroutine).isUnbound()) {
            return raise(vm, vm.exc.RuntimeError, "coroutine is being awaited already");
        }
        return value;
    }
    if (where != 0 && !vm.typeOf(value)->slots.await && !value.is(vm.types.generator)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format(
                "'async with' received an object from {} that does not implement __await__: {}",
                where == 1 ? "__aenter__" : "__aexit__", vm.typeOf(value)->nameView()));
    }
    return getAwaitable(vm, value);
}

Ref asyncIterator(Vm& vm, Value value) {
    Type* type = vm.typeOf(value);
    if (!type->slots.asyncIterate) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'async for' requires an object with __aiter__ method, got {}",
                                 type->nameView()));
    }
    Ref iterator = CORO_TRY(type->slots.asyncIterate(vm, value));
    if (!vm.typeOf(iterator)->slots.asyncNext) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'async for' received an object from __aiter__ that does not "
                                 "implement __anext__: {}",
                                 vm.typeOf(iterator)->nameView()));
    }
    return iterator;
}

Ref asyncNextAwaitable(Vm& vm, Value iterator) {
    Type* type = vm.typeOf(iterator);
    if (!type->slots.asyncNext) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'async for' requires an iterator with __anext__ method, got {}",
                                 type->nameView()));
    }
    Ref made = CORO_TRY(type->slots.asyncNext(vm, iterator));
    Ref awaitable = getAwaitable(vm, made);
    if (awaitable.isRaised() && vm.pending) {
        Ptr<Exception> cause = takePending(vm);
        Ptr<Exception> exception =
            makeException(vm, vm.exc.TypeError,
                          fmt::format("'async for' received an invalid object from __anext__: {}",
                                      vm.typeOf(made)->nameView()));
        exception->cause = cause;
        exception->context = std::move(cause);
        exception->suppressContext = true;
        return raiseException(vm, std::move(exception));
    }
    return awaitable;
}

Ref sendTo(Vm& vm, Value iterator, Value sent, bool& yielded) {
    StepOutcome outcome = sendTo(vm, iterator, sent);
    yielded = outcome.kind == StepOutcome::Kind::Yielded;
    if (outcome.kind == StepOutcome::Kind::Raised) return Raised{};
    return std::move(outcome.value);
}

void convertStopIteration(Vm& vm, const Generator* generator) {
    if (!vm.pending) return;
    const bool stop = vm.pending->type->isSubtypeOf(vm.exc.StopIteration);
    const bool asyncStop = generator->kind == CodeKind::AsyncGenerator &&
                           vm.pending->type->isSubtypeOf(vm.exc.StopAsyncIteration);
    if (!stop && !asyncStop) return;
    Ptr<Exception> cause = takePending(vm);
    const std::string_view who = generator->kind == CodeKind::Coroutine        ? "coroutine"
                                 : generator->kind == CodeKind::AsyncGenerator ? "async generator"
                                                                               : "generator";
    Ptr<Exception> error = makeException(
        vm, vm.exc.RuntimeError,
        fmt::format("{} raised {}", who, stop ? "StopIteration" : "StopAsyncIteration"));
    error->cause = cause;
    error->suppressContext = true;
    raiseException(vm, error);
    error->context = std::move(cause);
}

}  // namespace coroscope::runtime
