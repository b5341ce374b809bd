#include "engine/loop/future_iterator.h"

#include "engine/loop/run_context.h"
#include "engine/runtime/traverse.h"

namespace coroscope::loop {

StepOutcome sendFuture(Vm& vm, Value value, Value) {
    auto* future = value.as<Future>();
    if (future->done())
        return StepOutcome::returned(CORO_TRY(futureResult(RunContext::of(vm), future)));
    if (future->blocking) return raise(vm, vm.exc.RuntimeError, "await wasn't used with future");
    future->blocking = true;
    return StepOutcome::yielded(value);
}

StepOutcome throwIntoFuture(Vm& vm, Value, Exception* exception) {
    return raiseException(vm, Ptr<Exception>(exception));
}

namespace {

struct FutureIterator : Object {
    Ptr<Future> future;  ///< null once it has ended
};

FutureIterator* self(Value value) { return value.as<FutureIterator>(); }

StepOutcome send(Vm& vm, Value value, Value sent) {
    Ptr<Future> future = self(value)->future;
    if (!future) return StepOutcome::returned(Ref::none());
    if (future->done()) self(value)->future.reset();
    return sendFuture(vm, future.value(), sent);
}

StepOutcome throwIn(Vm& vm, Value value, Exception* exception) {
    self(value)->future.reset();
    return throwIntoFuture(vm, value, exception);
}

Status close(Vm&, Value value) {
    self(value)->future.reset();
    return kDone;
}

/// As Python sees a step: what was returned is in a StopIteration.
Ref shown(Vm& vm, StepOutcome outcome) {
    if (outcome.kind == StepOutcome::Kind::Raised) return Raised{};
    if (outcome.kind == StepOutcome::Kind::Yielded) return std::move(outcome.value);
    if (!outcome.value.isNone()) return raiseWith(vm, vm.exc.StopIteration, outcome.value);
    return raiseException(vm, makeException(vm, vm.exc.StopIteration, std::span<const Value>()));
}

Ref nextOf(Vm& vm, Value value) { return shown(vm, send(vm, value, Value::none())); }

Ref sendMethod(Vm& vm, const Arguments& a) { return shown(vm, send(vm, a[0], a[1])); }

Ref throwMethod(Vm& vm, const Arguments& a) {
    Ptr<Exception> exception;
    const bool isClass = isType(a[1]) && a[1].as<Type>()->has(kTypeIsException);
    if (isClass && a.positional > 2 && !a[2].isNone()) {
        Ref made = isException(a[2]) ? Ref(a[2]) : CORO_TRY(vm.call(a[1], {a[2]}));
        exception = CORO_TRY(exceptionFrom(vm, made));
    } else if (isClass || isException(a[1])) {
        exception = CORO_TRY(exceptionFrom(vm, a[1]));
    } else {
        return raise(vm, vm.exc.TypeError,
                     "exceptions must be classes deriving BaseException or instances of such a "
                     "class");
    }
    return shown(vm, throwIn(vm, a[0], exception.get()));
}

}  // namespace

Ref iterateFuture(Vm& vm, Value future) {
    Ptr<FutureIterator> iterator =
        vm.heap.make<FutureIterator>(RunContext::of(vm).futureIteratorType);
    iterator->future = Ptr<Future>(future.as<Future>());
    return std::move(iterator).toRef();
}

void initFutureIteratorType(RunContext& run) {
    TypeSpec spec;
    spec.name = "_asyncio.FutureIter";
    spec.flags = kTypeNoConstruct;
    spec.instanceBytes = sizeof(FutureIterator);
    spec.slots.destroy = destroyAs<FutureIterator>;
    spec.slots.traverse = traverseMembers<&FutureIterator::future>;
    spec.slots.iterate = [](Vm&, Value value) { return Ref(value); };
    spec.slots.send = send;
    spec.slots.throwIn = throwIn;
    spec.slots.close = close;
    spec.slots.next = nextOf;
    Type* type = run.futureIteratorType = makeType(run.vm, spec);
    addMethod(run.vm, type, "send", sendMethod, 2, 2);
    addMethod(run.vm, type, "throw", throwMethod, 2, 4);
    addMethod(
        run.vm, type, "close",
        [](Vm& vm, const Arguments& a) -> Ref {
            CORO_TRY(close(vm, a[0]));
            return Ref::none();
        },
        1, 1);
}

}  // namespace coroscope::loop
