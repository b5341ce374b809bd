// Generators and coroutines: Objects/genobject.c.
#include "engine/runtime/generator.h"

#include <vector>

#include <fmt/format.h>

#include "engine/runtime/modules/standard_streams.h"
#include "engine/runtime/native.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/traceback.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

std::string_view kindName(const Generator* generator) {
    switch (generator->kind) {
        case CodeKind::Coroutine: return "coroutine";
        case CodeKind::AsyncGenerator: return "async generator";
        default: return "generator";
    }
}

/// Makes the generator's frame the running one, and undoes that where it stopped by itself.
[[gnu::always_inline]] inline StepOutcome resumeFrame(Vm& vm, Generator* generator, bool raising) {
    Ptr<Generator> keep(generator);
    generator->exceptions.previous = vm.exceptions;
    vm.exceptions = &generator->exceptions;
    generator->state = Generator::State::Running;
    generator->awaited = true;
    // What it is handling becomes the context of what is thrown in (_PyErr_ChainStackItem).
    if (raising && generator->exceptions.handled) raiseException(vm, takePending(vm));
    return vm.run(generator->frame.get(), raising);
}

/// Leaves the instruction at which the generator is suspended, with `value` as its result.
[[gnu::always_inline]] inline StepOutcome continueWith(Vm& vm, Generator* generator, Value value) {
    if (generator->state != Generator::State::Created) {
        Frame* frame = generator->frame.get();
        retain(value);
        *frame->stackTop++ = value;
        if (frame->ip->op != Opcode::YieldFrom) ++frame->ip;
    }
    return resumeFrame(vm, generator, false);
}

void setNames(Vm& vm, Generator* generator, Value name, Value qualifiedName) {
    const Value names[] = {name, qualifiedName};
    generator->names = Ptr<Object>(makeTuple(vm, names).get());
}

/// `__name__`.
Ref nameOf(Vm& vm, Value self) {
    auto* generator = self.as<Generator>();
    if (!generator->names) return generator->code->name.toRef();
    if (generator->names->type == vm.types.tuple)
        return Ref(generator->names.value().as<Tuple>()->items()[0]);
    const std::string_view qualified = viewOf(generator->names.value());
    return newStr(vm, qualified.substr(qualified.rfind('.') + 1));
}

void dropBody(Generator* generator) {
    if (!generator->hasBody) return;
    generator->body()->~NativeBody();
    generator->hasBody = false;
}

StepOutcome resumeNative(Vm& vm, Generator* generator, Value sent, Exception* exception) {
    Ptr<Generator> keep(generator);
    const bool begins = generator->state == Generator::State::Created;
    generator->state = Generator::State::Running;
    generator->awaited = true;
    StepOutcome outcome = generator->body()->resume(vm, sent, exception);
    if (outcome.kind == StepOutcome::Kind::Yielded) {
        generator->state = Generator::State::Suspended;
        return outcome;
    }
    generator->state = Generator::State::Closed;
    const bool refuses =
        begins && outcome.kind == StepOutcome::Kind::Raised && vm.pending && !vm.pending->traceback;
    if (refuses) {
        vm.pending->holds = Ptr<Object>(generator);  // arguments that it would not take
    } else {
        dropBody(generator);
    }
    if (outcome.kind == StepOutcome::Kind::Raised) convertStopIteration(vm, generator);
    return outcome;
}

Raised raiseReused(Vm& vm) {
    return raise(vm, vm.exc.RuntimeError, "cannot reuse already awaited coroutine");
}

/// Raises the pending exception inside the generator, at the place where it is suspended.
StepOutcome raiseInside(Vm& vm, Generator* generator) {
    if (generator->hasBody) {
        Ptr<Exception> exception = takePending(vm);
        return resumeNative(vm, generator, Value(), exception.get());
    }
    return resumeFrame(vm, generator, true);
}

// A chain of awaits is as deep as the scenario likes; hasRoomToRun sees how deep this goes.

Status closeNested(Vm& vm, Value iterator) {
    const Nesting nesting(vm);
    return closeIterator(vm, iterator);
}

StepOutcome throwNested(Vm& vm, Value iterator, Ptr<Exception> exception) {
    const Nesting nesting(vm);
    return throwInto(vm, iterator, std::move(exception));
}

}  // namespace

Str* Generator::qualifiedName() const {
    if (!names) return code->qualifiedName.get();
    return names->type->has(kTypeIsTuple) ? names.value().as<Tuple>()->items()[1].as<Str>()
                                          : names.value().as<Str>();
}

int shownLine(const Frame* frame) {
    const Generator* generator = frame->generator;
    const bool hasBegun = !generator || generator->state != Generator::State::Created;
    return hasBegun ? frame->line() : frame->code->source->firstLine;
}

Ptr<Generator> makeGenerator(Vm& vm, Ptr<Frame> frame) {
    const CodeKind kind = frame->code->kind;
    Type* type = kind == CodeKind::Coroutine        ? vm.types.coroutine
                 : kind == CodeKind::AsyncGenerator ? vm.types.asyncGenerator
                                                    : vm.types.generator;
    Ptr<Generator> generator = vm.heap.make<Generator>(type);
    generator->kind = kind;
    generator->flags = vm.nextBirth();
    const Function* function = frame->function;
    generator->code = Ptr<Code>(frame->code);
    if (function && isStr(function->name) && isStr(function->qualifiedName) &&
        (function->name.as<Str>() != frame->code->name.get() ||
         function->qualifiedName.as<Str>() != frame->code->qualifiedName.get())) {
        setNames(vm, generator.get(), function->name, function->qualifiedName);
    }
    frame->generator = generator.get();
    frame->flags |= kFrameIsSpecial;
    generator->frame = std::move(frame);
    if (vm.origins.depth > 0 && kind == CodeKind::Coroutine) [[unlikely]]
        rememberOrigin(vm, generator.get());
    return generator;
}

Ptr<Generator> makeBodilessCoroutine(Vm& vm, Literal name, std::size_t bodyBytes) {
    auto* generator = new (vm.heap.allocateObject(sizeof(Generator) + bodyBytes)) Generator;
    generator->type = vm.types.coroutine;
    generator->kind = CodeKind::Coroutine;
    generator->bodyBytes = static_cast<std::uint16_t>(bodyBytes);
    generator->flags = vm.nextBirth();
    CoroutineNames::Entry& names = vm.coroutineNames.at(name.view().data());
    if (names.literal != name.view().data()) names = {name.view().data(), vm.intern(name.view())};
    generator->names = Ptr<Object>(names.qualifiedName);
    if (vm.origins.depth > 0) [[unlikely]]
        rememberOrigin(vm, generator);
    return Ptr<Generator>::steal(generator);
}

Value generatorAwaiting(Generator* generator) {
    if (generator->state == Generator::State::Closed ||
        generator->state == Generator::State::Created)
        return {};
    if (generator->hasBody) return generator->body()->awaiting();
    Frame* frame = generator->frame.get();
    if (!frame || frame->ip->op != Opcode::YieldFrom) return {};
    // Running: its stack still has what it sends above the iterator only between two instructions.
    return frame->stackTop > frame->stackBase() ? frame->stackTop[-1] : Value();
}

StepOutcome generatorSend(Vm& vm, Generator* generator, Value sent) {
    if (generator->state == Generator::State::Running) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("{} already executing", kindName(generator)));
    }
    if (generator->state == Generator::State::Closed) {
        if (generator->kind == CodeKind::Coroutine) return raiseReused(vm);
        return StepOutcome::returned(Ref::none());
    }
    generator->yielding = false;
    if (generator->state == Generator::State::Created && !sent.isNone()) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("can't send non-None value to a just-started {}", kindName(generator)));
    }
    // Asked before anything is touched: a generator that has no room stays resumable.
    if (!hasRoomToRun(vm)) return raiseTooDeep(vm);
    if (generator->hasBody) return resumeNative(vm, generator, sent, nullptr);
    return continueWith(vm, generator, sent);
}

StepOutcome generatorThrow(Vm& vm, Generator* generator, Ptr<Exception> exception, bool closing) {
    if (generator->state == Generator::State::Running) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("{} already executing", kindName(generator)));
    }
    if (generator->state == Generator::State::Closed) {
        if (generator->kind == CodeKind::Coroutine) return raiseReused(vm);
        return raiseException(vm, std::move(exception));
    }
    if (generator->state == Generator::State::Created) {
        // Never started: it ends here, as if it had raised on its first line.
        if (generator->hasBody) {
            generator->state = Generator::State::Closed;
            generator->awaited = true;
            exception->holds = Ptr<Object>(generator);
            return raiseException(vm, std::move(exception));
        }
        // None of its handlers is entered yet, not even one that begins with its first instruction.
        generator->state = Generator::State::Closed;
        generator->awaited = true;
        Ptr<Frame> frame = std::move(generator->frame);
        frame->generator = nullptr;
        raiseException(vm, std::move(exception));
        addTraceback(vm, frame.get(), frame->code->instructions - 1);
        convertStopIteration(vm, generator);
        return Raised{};
    }
    if (!hasRoomToRun(vm)) return raiseTooDeep(vm);
    generator->yielding = false;
    // _gen_throw: what it waits for gets the exception first.
    Ref waiting(generator->hasBody ? Value() : generatorAwaiting(generator));
    if (!waiting.isUnbound()) {
        Frame* frame = generator->frame.get();
        generator->state = Generator::State::Running;
        if (closing && exception->type->isSubtypeOf(vm.exc.GeneratorExit)) {
            const bool failed = closeNested(vm, waiting).isRaised();
            generator->state = Generator::State::Suspended;
            if (!failed) raiseException(vm, std::move(exception));
            return raiseInside(vm, generator);
        }
        Frame* outer = vm.frame;
        frame->back = outer;
        vm.frame = frame;
        const Ptr<Exception> thrown = exception;
        const Ptr<Traceback> before = exception->traceback;
        StepOutcome outcome = throwNested(vm, waiting, std::move(exception));
        vm.frame = outer;
        frame->back = nullptr;
        generator->state = Generator::State::Suspended;
        if (outcome.kind == StepOutcome::Kind::Yielded) return outcome;
        if (outcome.kind == StepOutcome::Kind::Raised) {
            // What is being handled here becomes the context.
            if (generator->exceptions.handled && !vm.stopped()) {
                loseFramesOfThrow(vm.pending.get(),
                                  vm.pending.get() == thrown.get() ? before.get() : nullptr);
            }
            return raiseInside(vm, generator);
        }
        // It returned: the `await` is over, with that result.
        release(*--frame->stackTop);
        *frame->stackTop++ = outcome.value.detach();
        ++frame->ip;
        return resumeFrame(vm, generator, false);
    }
    if (generator->hasBody) return resumeNative(vm, generator, Value(), exception.get());
    raiseException(vm, std::move(exception));
    return raiseInside(vm, generator);
}

Status generatorClose(Vm& vm, Generator* generator) {
    if (generator->state == Generator::State::Closed) return kDone;
    if (generator->state == Generator::State::Running) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("{} already executing", kindName(generator)));
    }
    if (generator->state == Generator::State::Created) {
        generator->state = Generator::State::Closed;
        generator->awaited = true;
        generator->frame.reset();
        dropBody(generator);
        return kDone;
    }
    StepOutcome outcome = generatorThrow(
        vm, generator, makeException(vm, vm.exc.GeneratorExit, std::span<const Value>()));
    if (outcome.kind == StepOutcome::Kind::Yielded) {
        return raise(vm, vm.exc.RuntimeError,
                     fmt::format("{} ignored GeneratorExit", kindName(generator)));
    }
    if (outcome.kind == StepOutcome::Kind::Returned) return kDone;
    if (vm.stopped()) return Raised{};
    if (swallow(vm, vm.exc.GeneratorExit) || swallow(vm, vm.exc.StopIteration)) return kDone;
    return Raised{};
}

// --- the types -----------------------------------------------------------------------------------

Ref pythonResult(Vm& vm, StepOutcome outcome) {
    if (outcome.kind == StepOutcome::Kind::Yielded) return std::move(outcome.value);
    if (outcome.kind == StepOutcome::Kind::Raised) return Raised{};
    if (outcome.value.isNone())
        return raiseException(vm,
                              makeException(vm, vm.exc.StopIteration, std::span<const Value>()));
    return raiseWith(vm, vm.exc.StopIteration, outcome.value);
}

/// Objects/genobject.c _gen_throw.
Outcome<Ptr<Exception>> exceptionToThrow(Vm& vm, const Arguments& a) {
    if (a.positional > 3 && !a[3].isNone() && !a[3].is(vm.types.traceback))
        return raise(vm, vm.exc.TypeError, "throw() third argument must be a traceback object");
    Ptr<Exception> exception;
    if (isType(a[1]) && a[1].as<Type>()->has(kTypeIsException)) {
        if (a.positional > 2 && isException(a[2]) &&
            vm.typeOf(a[2])->isSubtypeOf(a[1].as<Type>())) {
            exception = Ptr<Exception>(a[2].as<Exception>());
        } else {
            // _PyErr_CreateException: a tuple is all of the arguments.
            const bool isTuple = a.positional > 2 && vm.typeOf(a[2])->has(kTypeIsTuple);
            Ref made =
                isTuple
                    ? vm.call(a[1], Arguments{a[2].as<Tuple>()->items(), a[2].as<Tuple>()->count})
                : a.positional > 2 && !a[2].isNone() ? vm.call(a[1], {a[2]})
                                                     : vm.call(a[1]);
            made = CORO_TRY(std::move(made));
            if (!isException(made)) {
                const Ref type = CORO_TRY(repr(vm, a[1]));
                return raise(
                    vm, vm.exc.TypeError,
                    fmt::format(
                        "calling {} should have returned an instance of BaseException, not {}",
                        viewOf(type), vm.typeOf(made)->nameView()));
            }
            exception = Ptr<Exception>(made.as<Exception>());
        }
    } else if (isException(a[1])) {
        if (a.positional > 2 && !a[2].isNone()) {
            return raise(vm, vm.exc.TypeError, "instance exception may not have a separate value");
        }
        exception = Ptr<Exception>(a[1].as<Exception>());
    } else {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format(
                "exceptions must be classes or instances deriving from BaseException, not {}",
                vm.typeOf(a[1])->nameView()));
    }
    if (a.positional > 3 && a[3].is(vm.types.traceback))
        exception->traceback = Ptr<Traceback>(a[3].as<Traceback>());
    return exception;
}

namespace {

Ref generatorSendMethod(Vm& vm, const Arguments& a) {
    return pythonResult(vm, generatorSend(vm, a[0].as<Generator>(), a[1]));
}

Ref generatorThrowMethod(Vm& vm, const Arguments& a) {
    return pythonResult(
        vm, generatorThrow(vm, a[0].as<Generator>(), CORO_TRY(exceptionToThrow(vm, a))));
}

Ref generatorCloseMethod(Vm& vm, const Arguments& a) {
    CORO_TRY(generatorClose(vm, a[0].as<Generator>()));
    return Ref::none();
}

/// What a loop asks for: nobody there sees what the generator returned.
Ref generatorNext(Vm& vm, Value self) {
    StepOutcome outcome = generatorSend(vm, self.as<Generator>(), Value::none());
    if (outcome.kind == StepOutcome::Kind::Returned) return {};
    if (outcome.kind == StepOutcome::Kind::Raised) return Raised{};
    return std::move(outcome.value);
}

/// `__next__` itself shows it, in its StopIteration.
Ref generatorNextMethod(Vm& vm, const Arguments& a) {
    return pythonResult(vm, generatorSend(vm, a[0].as<Generator>(), Value::none()));
}

Ref generatorRepr(Vm& vm, Value self) {
    auto* generator = self.as<Generator>();
    const std::string_view kind = generator->type == vm.types.coroutine   ? "coroutine"
                                  : generator->type == vm.types.generator ? "generator"
                                                                          : "async_generator";
    return newStr(vm, fmt::format("<{} object {} at {:#x}>", kind,
                                  generator->qualifiedName()->view(), vm.idOf(self)));
}

/// A coroutine nobody awaited is reported; a suspended generator runs its `finally` blocks.
void finalizeGenerator(Vm& vm, Object* object) {
    auto* generator = static_cast<Generator*>(object);
    if (!generator->begun && (vm.stopped() || generator->state == Generator::State::Closed)) return;
    if (generator->flags & kObjectFinalized) return;  // and came back to life
    generator->flags |= kObjectFinalized;
    Ptr<Exception> saved = std::move(vm.pending);
    const bool isTaken = generator->begun && vm.host.asyncGeneratorDying(generator);
    if (isTaken || vm.stopped() || generator->state == Generator::State::Closed) {
        vm.pending = std::move(saved);
        return;
    }
    if (generator->state == Generator::State::Created) {
        if (generator->kind == CodeKind::Coroutine && !generator->awaited)
            vm.host.neverAwaited(generator);
    } else if (generator->state == Generator::State::Suspended) {
        if (generatorClose(vm, generator).isRaised() && vm.pending)
            reportIgnored(vm, Value(generator), "<generator>");
    }
    vm.pending = std::move(saved);
}

void traverseGenerator(Object* object, const Visitor& visit) {
    auto* generator = static_cast<Generator*>(object);
    visit(generator->frame);
    visit(generator->exceptions.handled);
    if (generator->hasBody) generator->body()->traverse(visit);
}

void destroyGenerator(Object* object) {
    auto* generator = static_cast<Generator*>(object);
    if (generator->frame) generator->frame->generator = nullptr;
    dropBody(generator);
    Vm& vm = *generator->type->vm;
    if (!vm.origins.known.empty()) [[unlikely]]
        forgetOrigin(vm, generator);
    Heap& heap = generator->type->vm->heap;
    const std::size_t bytes = sizeof(Generator) + generator->bodyBytes;
    generator->~Generator();
    heap.freeObject(generator, bytes);
}

/// `cr_origin`: (file, line, function) of each frame, or None.
Ref originOf(Vm& vm, Value self) {
    const auto found = vm.origins.known.find(self.as<Generator>());
    if (found == vm.origins.known.end()) return Ref::none();
    std::vector<Ref> rows;
    for (const CoroutineOrigin& each : found->second) {
        const Ref parts[] = {newStr(vm, each.file), Ref::ofInt(each.line),
                             newStr(vm, each.function)};
        const Value values[] = {parts[0], parts[1], parts[2]};
        rows.push_back(makeTuple(vm, values).toRef());
    }
    const std::vector<Value> values(rows.begin(), rows.end());
    return makeTuple(vm, values).toRef();
}

void addState(Vm& vm, Type* type, std::string_view frame, std::string_view running,
              std::string_view code, std::string_view awaiting, std::string_view suspended) {
    addGetter(vm, type, "__name__", nameOf, [](Vm& v, Value self, Value value) -> Status {
        if (!isStr(value))
            return raise(v, v.exc.TypeError, "__name__ must be set to a string object");
        setNames(v, self.as<Generator>(), value, Value(self.as<Generator>()->qualifiedName()));
        return kDone;
    });
    addGetter(
        vm, type, "__qualname__",
        [](Vm&, Value self) { return Ref(Value(self.as<Generator>()->qualifiedName())); },
        [](Vm& v, Value self, Value value) -> Status {
            if (!isStr(value))
                return raise(v, v.exc.TypeError, "__qualname__ must be set to a string object");
            const Ref name = nameOf(v, self);
            setNames(v, self.as<Generator>(), name, value);
            return kDone;
        });
    addGetter(vm, type, frame,
              [](Vm&, Value self) { return Ref(self.as<Generator>()->frame.valueOrNone()); });
    addGetter(vm, type, running, [](Vm&, Value self) {
        return Ref::boolean(self.as<Generator>()->state == Generator::State::Running);
    });
    addGetter(vm, type, code, [](Vm&, Value self) {
        auto* generator = self.as<Generator>();
        return Ref(generator->code.valueOrNone());
    });
    addGetter(vm, type, awaiting, [](Vm&, Value self) {
        const Value value = generatorAwaiting(self.as<Generator>());
        return value.isUnbound() ? Ref::none() : Ref(value);
    });
    addGetter(vm, type, suspended, [](Vm&, Value self) {
        return Ref::boolean(self.as<Generator>()->state == Generator::State::Suspended);
    });
}

/// `coroutine.__await__()`: a wrapper that iterates the coroutine.
struct CoroutineWrapper : Object {
    Ptr<Generator> coroutine;
};

/// What `coroutine.__await__()` gives has the coroutine's own methods.
template <Ref (*method)(Vm&, const Arguments&)>
Ref ofWrapper(Vm& vm, const Arguments& a) {
    std::vector<Value> values(a.values, a.values + a.positional);
    values[0] = Value(a[0].as<CoroutineWrapper>()->coroutine.get());
    return method(vm, Arguments{values.data(), a.positional, 0, nullptr});
}

Ref coroutineAwaitMethod(Vm& vm, const Arguments& a) {
    Ptr<CoroutineWrapper> wrapper = vm.heap.make<CoroutineWrapper>(vm.types.coroutineWrapper);
    wrapper->coroutine = Ptr<Generator>(a[0].as<Generator>());
    return std::move(wrapper).toRef();
}

}  // namespace

void initGeneratorTypes(Vm& vm) {
    Slots shared;
    shared.destroy = destroyGenerator;
    shared.traverse = traverseGenerator;
    shared.repr = generatorRepr;
    shared.finalize = finalizeGenerator;
    Slots generator = shared;
    generator.iterate = [](Vm&, Value self) { return Ref(self); };
    generator.next = generatorNext;
    generator.send = [](Vm& v, Value self, Value sent) {
        return generatorSend(v, self.as<Generator>(), sent);
    };
    readyType(vm, vm.types.generator, nullptr, kTypeIsFinal | kTypeNoConstruct, sizeof(Generator),
              0, generator);
    readyType(vm, vm.types.coroutine, nullptr, kTypeIsFinal | kTypeNoConstruct, sizeof(Generator),
              0, shared);
    Slots asynchronous = shared;
    asynchronous.asyncIterate = [](Vm&, Value self) { return Ref(self); };
    readyType(vm, vm.types.asyncGenerator, nullptr, kTypeIsFinal | kTypeNoConstruct,
              sizeof(Generator), 0, asynchronous);
    addMethod(vm, vm.types.generator, "__next__", generatorNextMethod, 1, 1);
    for (Type* type : {vm.types.generator, vm.types.coroutine}) {
        addMethod(vm, type, "send", generatorSendMethod, 2, 2);
        addMethod(vm, type, "throw", generatorThrowMethod, 2, 4);
        addMethod(vm, type, "close", generatorCloseMethod, 1, 1);
    }
    addMethod(vm, vm.types.generator, "__next__", generatorNextMethod, 1, 1);
    addMethod(vm, vm.types.coroutine, "__await__", coroutineAwaitMethod, 1, 1);
    addState(vm, vm.types.generator, "gi_frame", "gi_running", "gi_code", "gi_yieldfrom",
             "gi_suspended");
    addState(vm, vm.types.coroutine, "cr_frame", "cr_running", "cr_code", "cr_await",
             "cr_suspended");
    addGetter(vm, vm.types.coroutine, "cr_origin", originOf);
    addState(vm, vm.types.asyncGenerator, "ag_frame", "ag_running", "ag_code", "ag_await",
             "ag_suspended");
    initAsyncGeneratorTypes(vm);

    Slots wrapper;
    wrapper.destroy = destroyAs<CoroutineWrapper>;
    wrapper.traverse = traverseMembers<&CoroutineWrapper::coroutine>;
    wrapper.iterate = [](Vm&, Value self) { return Ref(self); };
    wrapper.next = [](Vm& v, Value self) {
        return pythonResult(
            v, generatorSend(v, self.as<CoroutineWrapper>()->coroutine.get(), Value::none()));
    };
    wrapper.send = [](Vm& v, Value self, Value sent) {
        return generatorSend(v, self.as<CoroutineWrapper>()->coroutine.get(), sent);
    };
    wrapper.throwIn = [](Vm& v, Value self, Exception* exception) {
        return generatorThrow(v, self.as<CoroutineWrapper>()->coroutine.get(),
                              Ptr<Exception>(exception));
    };
    wrapper.close = [](Vm& v, Value self) {
        return generatorClose(v, self.as<CoroutineWrapper>()->coroutine.get());
    };
    readyType(vm, vm.types.coroutineWrapper, nullptr, kTypeIsFinal | kTypeNoConstruct,
              sizeof(CoroutineWrapper), 0, wrapper);
    addMethod(vm, vm.types.coroutineWrapper, "send", ofWrapper<generatorSendMethod>, 2, 2);
    addMethod(vm, vm.types.coroutineWrapper, "throw", ofWrapper<generatorThrowMethod>, 2, 4);
    addMethod(vm, vm.types.coroutineWrapper, "close", ofWrapper<generatorCloseMethod>, 1, 1);
}

}  // namespace coroscope::runtime
