// Asynchronous generators: Objects/genobject.c, from async_gen_init_hooks on.
//
// The generator itself is a frame like any other's. What is awaited are the objects that
// `__anext__()`, `asend()`, `athrow()` and `aclose()` give: each drives the frame up to its next
// `yield`, which ends that wait; what an `await` inside of it yields goes through to the loop.
// Generator::yielding tells the two apart (CPython wraps the value instead).
#include <array>

#include <fmt/format.h>

#include "engine/runtime/generator.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

/// What `asend()` and `__anext__()` give (type `sent`), or `athrow()` and `aclose()`.
struct Step : Object {
    enum class State : std::uint8_t { Created, Running, Closed };
    State state = State::Created;
    Ptr<Generator> generator;
    Ref sent;         ///< asend: the value, or None
    Ptr<Tuple> args;  ///< athrow: of throw(); aclose: empty
};

/// async_gen_init_hooks
Ptr<Generator> beginIteration(Vm& vm, Value self) {
    auto* generator = self.as<Generator>();
    if (!generator->begun) {
        generator->begun = true;
        vm.host.asyncGeneratorBegun(generator);
    }
    return Ptr<Generator>(generator);
}

Ref makeSend(Vm& vm, Value self, Value sent) {
    Ptr<Step> step = vm.heap.make<Step>(vm.types.asyncGeneratorSend);
    step->generator = beginIteration(vm, self);
    step->sent = Ref(sent);
    return std::move(step).toRef();
}

Ref makeThrow(Vm& vm, Value self, Ptr<Tuple> args) {
    Ptr<Step> step = vm.heap.make<Step>(vm.types.asyncGeneratorThrow);
    step->generator = beginIteration(vm, self);
    step->args = std::move(args);
    return std::move(step).toRef();
}

/// Is what is pending an end of the generator that nothing is wrong with?
bool pendingIsEnd(const Vm& vm) {
    return vm.pending && (vm.pending->type->isSubtypeOf(vm.exc.StopAsyncIteration) ||
                          vm.pending->type->isSubtypeOf(vm.exc.GeneratorExit));
}

/// async_gen_unwrap_value: a `yield` is the result of the wait, the generator's end is
/// StopAsyncIteration.
StepOutcome unwrap(Vm& vm, Generator* generator, StepOutcome outcome) {
    using Kind = StepOutcome::Kind;
    if (outcome.kind == Kind::Yielded) {
        if (!generator->yielding) return outcome;
        generator->asyncRunning = false;
        return StepOutcome::returned(std::move(outcome.value));
    }
    if (outcome.kind == Kind::Returned) {
        raiseException(vm, makeException(vm, vm.exc.StopAsyncIteration, std::span<const Value>()));
    }
    if (pendingIsEnd(vm)) generator->asyncClosed = true;
    generator->asyncRunning = false;
    return Raised{};
}

Raised raiseReused(Vm& vm, const Step* step) {
    return raise(vm, vm.exc.RuntimeError,
                 step->args ? "cannot reuse already awaited aclose()/athrow()"
                            : "cannot reuse already awaited __anext__()/asend()");
}

StepOutcome finishStep(Step* step, StepOutcome outcome) {
    if (outcome.kind != StepOutcome::Kind::Yielded) step->state = Step::State::Closed;
    return outcome;
}

/// async_gen_asend_send
StepOutcome sendStep(Vm& vm, Value self, Value sent) {
    auto* step = self.as<Step>();
    Ptr<Step> keep(step);
    Generator* generator = step->generator.get();
    if (step->state == Step::State::Closed) return raiseReused(vm, step);
    Ref first;
    if (step->state == Step::State::Created) {
        if (generator->asyncRunning) {
            return raise(vm, vm.exc.RuntimeError,
                         "anext(): asynchronous generator is already running");
        }
        if (sent.isNone()) {
            first = step->sent;
            sent = first;
        }
        step->state = Step::State::Running;
    }
    generator->asyncRunning = true;
    return finishStep(step, unwrap(vm, generator, generatorSend(vm, generator, sent)));
}

StepOutcome throwStep(Vm& vm, Value self, Exception* exception) {
    auto* step = self.as<Step>();
    Ptr<Step> keep(step);
    if (step->state == Step::State::Closed) return raiseReused(vm, step);
    Generator* generator = step->generator.get();
    return finishStep(
        step, unwrap(vm, generator, generatorThrow(vm, generator, Ptr<Exception>(exception))));
}

/// What aclose() makes of where the generator stopped: nothing is wrong with its end, but a
/// `yield` is one too many.
StepOutcome closingOutcome(Vm& vm, Step* step, StepOutcome outcome, bool ends = true) {
    Generator* generator = step->generator.get();
    if (outcome.kind == StepOutcome::Kind::Yielded && !generator->yielding) return outcome;
    if (ends) {
        generator->asyncRunning = false;
        step->state = Step::State::Closed;
    }
    if (outcome.kind == StepOutcome::Kind::Yielded) {
        return raise(vm, vm.exc.RuntimeError, "async generator ignored GeneratorExit");
    }
    if (outcome.kind == StepOutcome::Kind::Raised) {
        if (vm.stopped() || !pendingIsEnd(vm)) return Raised{};
        vm.pending.reset();
    }
    return StepOutcome::returned(Ref::none());
}

/// async_gen_athrow_send
StepOutcome sendThrowStep(Vm& vm, Value self, Value sent) {
    auto* step = self.as<Step>();
    Ptr<Step> keep(step);
    Generator* generator = step->generator.get();
    if (step->state == Step::State::Closed) return raiseReused(vm, step);
    const bool isClose = step->args->count == 0;
    if (generator->state == Generator::State::Closed) {
        step->state = Step::State::Closed;
        return StepOutcome::returned(Ref::none());
    }
    if (step->state == Step::State::Running) {
        StepOutcome outcome = generatorSend(vm, generator, sent);
        if (isClose) return closingOutcome(vm, step, std::move(outcome));
        return finishStep(step, unwrap(vm, generator, std::move(outcome)));
    }
    if (generator->asyncRunning) {
        step->state = Step::State::Closed;
        return raise(vm, vm.exc.RuntimeError,
                     fmt::format("{}(): asynchronous generator is already running",
                                 isClose ? "aclose" : "athrow"));
    }
    if (generator->asyncClosed) {
        step->state = Step::State::Closed;
        return raiseException(
            vm, makeException(vm, vm.exc.StopAsyncIteration, std::span<const Value>()));
    }
    if (!sent.isNone()) {
        return raise(vm, vm.exc.RuntimeError,
                     "can't send non-None value to a just-started coroutine");
    }
    step->state = Step::State::Running;
    generator->asyncRunning = true;
    if (isClose) {
        generator->asyncClosed = true;
        Ptr<Exception> exit = makeException(vm, vm.exc.GeneratorExit, std::span<const Value>());
        return closingOutcome(vm, step, generatorThrow(vm, generator, std::move(exit), false));
    }
    std::array<Value, 4> values{Value(generator)};
    for (std::uint32_t i = 0; i < step->args->count && i < 3; ++i)
        values[i + 1] = step->args->items()[i];
    auto exception =
        exceptionToThrow(vm, Arguments{values.data(), step->args->count + 1, 0, nullptr});
    if (exception.isRaised()) {
        generator->asyncRunning = false;
        step->state = Step::State::Closed;
        return Raised{};
    }
    return finishStep(
        step, unwrap(vm, generator, generatorThrow(vm, generator, exception.take(), false)));
}

/// async_gen_athrow_throw
StepOutcome throwThrowStep(Vm& vm, Value self, Exception* exception) {
    auto* step = self.as<Step>();
    Ptr<Step> keep(step);
    if (step->state == Step::State::Closed) return raiseReused(vm, step);
    Generator* generator = step->generator.get();
    StepOutcome outcome = generatorThrow(vm, generator, Ptr<Exception>(exception));
    // What ends an aclose() by an exception leaves the generator "running" for ever, in 3.11.
    const bool yielded = outcome.kind == StepOutcome::Kind::Yielded;
    if (step->args->count == 0) return closingOutcome(vm, step, std::move(outcome), yielded);
    return finishStep(step, unwrap(vm, generator, std::move(outcome)));
}

Status closeStep(Vm&, Value self) {
    self.as<Step>()->state = Step::State::Closed;
    return kDone;
}

// --- methods -----------------------------------------------------------------------------------

Ref sendMethod(Vm& vm, const Arguments& a) {
    return pythonResult(vm, a[0].object->type->slots.send(vm, a[0], a[1]));
}

Ref nextMethod(Vm& vm, const Arguments& a) {
    return pythonResult(vm, a[0].object->type->slots.send(vm, a[0], Value::none()));
}

Ref throwMethod(Vm& vm, const Arguments& a) {
    Ptr<Exception> exception = CORO_TRY(exceptionToThrow(vm, a));
    return pythonResult(vm, a[0].object->type->slots.throwIn(vm, a[0], exception.get()));
}

Ref closeMethod(Vm& vm, const Arguments& a) {
    CORO_TRY(closeStep(vm, a[0]));
    return Ref::none();
}

Ref selfMethod(Vm&, const Arguments& a) { return a[0]; }

void readyStepType(Vm& vm, Type* type, StepOutcome (*send)(Vm&, Value, Value),
                   StepOutcome (*throwIn)(Vm&, Value, Exception*)) {
    Slots slots;
    slots.destroy = destroyAs<Step>;
    slots.traverse = traverseMembers<&Step::generator, &Step::sent, &Step::args>;
    slots.iterate = [](Vm&, Value self) { return Ref(self); };
    slots.await = [](Vm&, Value self) { return Ref(self); };
    slots.send = send;
    slots.throwIn = throwIn;
    slots.close = closeStep;
    readyType(vm, type, nullptr, kTypeIsFinal | kTypeNoConstruct, sizeof(Step), 0, slots);
    addMethod(vm, type, "__next__", nextMethod, 1, 1);
    addMethod(vm, type, "__await__", selfMethod, 1, 1);
    addMethod(vm, type, "send", sendMethod, 2, 2);
    addMethod(vm, type, "throw", throwMethod, 2, 4);
    addMethod(vm, type, "close", closeMethod, 1, 1);
}

}  // namespace

Generator* generatorBehind(const Vm& vm, Value awaitable) {
    if (awaitable.is(vm.types.coroutine) || awaitable.is(vm.types.generator))
        return awaitable.as<Generator>();
    if (awaitable.is(vm.types.asyncGeneratorSend) || awaitable.is(vm.types.asyncGeneratorThrow)) {
        return awaitable.as<Step>()->generator.get();
    }
    return nullptr;
}

Ref closeAsyncGenerator(Vm& vm, Generator* generator) {
    return makeThrow(vm, Value(generator), makeTuple(vm, std::span<const Value>()));
}

void initAsyncGeneratorTypes(Vm& vm) {
    readyStepType(vm, vm.types.asyncGeneratorSend, sendStep, throwStep);
    readyStepType(vm, vm.types.asyncGeneratorThrow, sendThrowStep, throwThrowStep);
    Type* type = vm.types.asyncGenerator;
    type->slots.asyncNext = [](Vm& v, Value self) { return makeSend(v, self, Value::none()); };
    addMethod(vm, type, "__aiter__", selfMethod, 1, 1);
    addMethod(
        vm, type, "__anext__",
        [](Vm& v, const Arguments& a) { return makeSend(v, a[0], Value::none()); }, 1, 1);
    addMethod(
        vm, type, "asend", [](Vm& v, const Arguments& a) { return makeSend(v, a[0], a[1]); }, 2, 2);
    addMethod(
        vm, type, "athrow",
        [](Vm& v, const Arguments& a) {
            return makeThrow(v, a[0], makeTuple(v, std::span(a.values + 1, a.positional - 1)));
        },
        2, 4);
    addMethod(
        vm, type, "aclose",
        [](Vm& v, const Arguments& a) { return closeAsyncGenerator(v, a[0].as<Generator>()); }, 1,
        1);
    addGetter(vm, type, "ag_running",
              [](Vm&, Value self) { return Ref::boolean(self.as<Generator>()->asyncRunning); });
}

}  // namespace coroscope::runtime
