// Exception objects and raising: Objects/exceptions.c, Python/errors.c.
#include "engine/runtime/exceptions.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/exception_group.h"
#include "engine/runtime/exception_kinds.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

/// _PyErr_SetObject: the handled exception becomes the context, with no cycle made.
void setContext(Vm& vm, Exception* exception) {
    ExceptionState* state = vm.exceptions;
    while (state && !state->handled) state = state->previous;
    if (!state || state->handled.get() == exception) return;
    Exception* handled = state->handled.get();
    // One that has just been made is nobody's context yet.
    const bool isNew = exception->refCount == 1;
    // The scenario may have tied the chain into a ring: `slow` goes half as fast, and is met there.
    const Exception* slow = handled;
    bool slowMoves = false;
    std::int64_t steps = 0;
    for (Exception* each = handled; !isNew && each->context; ++steps) {
        Exception* context = each->context.get();
        if (context == exception) {
            each->context.reset();
            break;
        }
        if (context == slow) break;
        if (slowMoves) slow = slow->context.get();
        slowMoves = !slowMoves;
        each = context;
    }
    // A program may make the chain longer with each exception: that it is gone through is its work.
    vm.fuel -= steps / 16;
    exception->context = Ptr<Exception>(handled);
}

}  // namespace

Raised raiseException(Vm& vm, Ptr<Exception> exception) {
    setContext(vm, exception.get());
    vm.pending = std::move(exception);
    return {};
}

Raised raise(Vm& vm, Type* type, std::string_view message) {
    return raiseException(vm, makeException(vm, type, message));
}

Raised raiseWith(Vm& vm, Type* type, Value argument) {
    return raiseException(vm, makeException(vm, type, std::span<const Value>(&argument, 1)));
}

namespace {

/// What some kinds take from their arguments as they are made.
void takeFields(Vm& vm, Exception* exception) {
    Type* type = exception->type;
    auto args = exception->args->span();
    if (type->isSubtypeOf(vm.exc.StopIteration)) {
        exception->value = args.empty() ? Ref::none() : Ref(args[0]);
    } else if (type->isSubtypeOf(vm.exc.SystemExit)) {
        exception->value = args.empty()       ? Ref::none()
                           : args.size() == 1 ? Ref(args[0])
                                              : exception->args.toRef();
    }
}

}  // namespace

Ptr<Exception> makeException(Vm& vm, Type* type, std::span<const Value> args) {
    Ptr<Exception> exception = makeInstance<Exception>(vm, type);
    exception->args = makeTuple(vm, args);
    takeFields(vm, exception.get());
    return exception;
}

Ptr<Exception> makeException(Vm& vm, Type* type, std::string_view message) {
    Ptr<Str> text = makeStr(vm, message);
    const Value value = text.value();
    return makeException(vm, type, std::span<const Value>(&value, 1));
}

Ptr<Exception> takePending(Vm& vm) { return std::move(vm.pending); }

bool swallow(Vm& vm, Type* type) {
    if (!vm.pending || vm.stopped() || !vm.pending->type->isSubtypeOf(type)) return false;
    vm.pending.reset();
    return true;
}

Ref takeStopIterationValue(Vm& vm) {
    if (!vm.pending || !vm.pending->type->isSubtypeOf(vm.exc.StopIteration)) return {};
    Ref value = vm.pending->value.isUnbound() ? Ref::none() : vm.pending->value;
    vm.pending.reset();
    return value;
}

Outcome<Ptr<Exception>> exceptionFrom(Vm& vm, Value value) {
    if (isException(value)) return Ptr<Exception>(value.as<Exception>());
    if (isType(value) && value.as<Type>()->has(kTypeIsException)) {
        Ref made = CORO_TRY(vm.call(value));
        if (!isException(made)) {
            return raise(
                vm, vm.exc.TypeError,
                fmt::format("calling {} should have returned an instance of BaseException, not {}",
                            CORO_TRY(reprText(vm, value)),
                            CORO_TRY(reprText(vm, Value(vm.typeOf(made))))));
        }
        return Ptr<Exception>(made.as<Exception>());
    }
    return raise(vm, vm.exc.TypeError, "exceptions must derive from BaseException");
}

std::string exceptionText(Vm& vm, Exception* exception) {
    Ptr<Exception> saved = std::move(vm.pending);
    auto text = strText(vm, Value(exception));
    std::string result = text.isRaised() ? "<exception str() failed>" : *text;
    if (!vm.stopped()) vm.pending = std::move(saved);
    return result;
}

// --- the types -------------------------------------------------------------------------------

namespace {

Ref baseConstruct(Vm& vm, Type* type, const Arguments& a) {
    Ptr<Exception> exception = makeInstance<Exception>(vm, type);
    exception->args = makeTuple(vm, std::span(a.values, a.positional));
    takeFields(vm, exception.get());
    return std::move(exception).toRef();
}

Status baseInit(Vm& vm, Value self, const Arguments& a) {
    if (a.keywords != 0) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() takes no keyword arguments", vm.typeOf(self)->nameView()));
    }
    auto* exception = self.as<Exception>();
    exception->args = makeTuple(vm, std::span(a.values, a.positional));
    takeFields(vm, exception);
    return kDone;
}

/// NameError(name=), AttributeError(name=, obj=), ImportError(name=, path=).
Status namedInit(Vm& vm, Value self, const Arguments& a) {
    auto* exception = self.as<Exception>();
    exception->args = makeTuple(vm, std::span(a.values, a.positional));
    for (std::uint32_t k = 0; k < a.keywords; ++k) {
        const std::string_view name = viewOf(a.keywordNames[k]);
        const Value value = a.values[a.positional + k];
        if (name == "name") {
            exception->value = value;
        } else if (name == "obj" || name == "path") {
            exception->object = value;
        } else {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("'{}' is an invalid keyword argument for {}()", name,
                                     vm.typeOf(self)->nameView()));
        }
    }
    return kDone;
}

Ref baseStr(Vm& vm, Value self) {
    auto args = self.as<Exception>()->args->span();
    if (args.empty()) return newStr(vm, "");
    if (args.size() == 1) return str(vm, args[0]);
    return repr(vm, self.as<Exception>()->args.value());
}

Ref keyErrorStr(Vm& vm, Value self) {
    auto args = self.as<Exception>()->args->span();
    return args.size() == 1 ? repr(vm, args[0]) : baseStr(vm, self);
}

Ref baseRepr(Vm& vm, Value self) {
    auto* exception = self.as<Exception>();
    auto args = exception->args->span();
    if (args.size() == 1) {
        return newStr(vm, fmt::format("{}({})", exception->type->name->view(),
                                      CORO_TRY(reprText(vm, args[0]))));
    }
    return newStr(vm, fmt::format("{}{}", exception->type->name->view(),
                                  CORO_TRY(reprText(vm, exception->args.value()))));
}

Status setLink(Vm& vm, Value self, Value value, Ptr<Exception> Exception::*field,
               std::string_view what) {
    if (value.isUnbound())
        return raise(vm, vm.exc.TypeError, fmt::format("{} may not be deleted", what));
    if (value.isNone()) {
        (self.as<Exception>()->*field).reset();
    } else if (isException(value)) {
        self.as<Exception>()->*field = Ptr<Exception>(value.as<Exception>());
    } else {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("exception {} must be None or derive from BaseException",
                                 what.substr(2, what.size() - 4)));
    }
    return kDone;
}

Ref withTraceback(Vm& vm, const Arguments& a) {
    if (!a[1].isNone() && !a[1].is(vm.types.traceback)) {
        return raise(vm, vm.exc.TypeError, "__traceback__ must be a traceback or None");
    }
    a[0].as<Exception>()->traceback =
        a[1].isNone() ? Ptr<Traceback>() : Ptr<Traceback>(a[1].as<Traceback>());
    return a[0];
}

Ref addNote(Vm& vm, const Arguments& a) {
    if (!isStr(a[1])) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("note must be a str, not '{}'", vm.typeOf(a[1])->nameView()));
    }
    Ref notes = CORO_TRY(findAttribute(vm, a[0], vm.names.__notes__));
    if (notes.isUnbound()) {
        notes = makeList(vm).toRef();
        CORO_TRY(setAttribute(vm, a[0], vm.names.__notes__, notes));
    }
    if (!notes.is(vm.types.list))
        return raise(vm, vm.exc.TypeError, "Cannot add note: __notes__ is not a list");
    CORO_TRY(listAppend(vm, notes.as<List>(), a[1]));
    return Ref::none();
}

Status destroyableAttribute(Vm& vm, Value self, Value value) {
    if (value.isUnbound()) return raise(vm, vm.exc.TypeError, "args may not be deleted");
    Ref tuple = CORO_TRY(tupleFromIterable(vm, value));
    self.as<Exception>()->args = Ptr<Tuple>(tuple.as<Tuple>());
    return kDone;
}

Type* makeExceptionType(Vm& vm, std::string_view name, Type* base, const Slots& slots) {
    TypeSpec spec;
    spec.name = name;
    spec.base = base;
    spec.flags = kTypeIsException | kTypeInstancesHaveAttributes;
    spec.instanceBytes = sizeof(Exception);
    spec.attributesOffset = offsetOfAttributes(&Exception::attributes);
    spec.slots = slots;
    Type* type = makeType(vm, spec);
    setValue(vm, vm.builtins.get(), name, Value(type));
    return type;
}

template <Ref Exception::*kField>
void addFieldGetter(Vm& vm, Type* type, std::string_view name) {
    addGetter(
        vm, type, name,
        [](Vm&, Value self) {
            const Ref& field = self.as<Exception>()->*kField;
            return field.isUnbound() ? Ref::none() : field;
        },
        [](Vm&, Value self, Value value) -> Status {
            self.as<Exception>()->*kField = value.isUnbound() ? Ref::none() : Ref(value);
            return kDone;
        });
}

void addBaseAttributes(Vm& vm, Type* base) {
    addMethod(vm, base, "with_traceback", withTraceback, 2, 2);
    addMethod(vm, base, "add_note", addNote, 2, 2);
    addGetter(
        vm, base, "args", [](Vm&, Value self) { return self.as<Exception>()->args.toRef(); },
        destroyableAttribute);
    addGetter(
        vm, base, "__cause__",
        [](Vm&, Value self) { return Ref(self.as<Exception>()->cause.valueOrNone()); },
        [](Vm& v, Value self, Value value) -> Status {
            CORO_TRY(setLink(v, self, value, &Exception::cause, "__cause__"));
            self.as<Exception>()->suppressContext = true;
            return kDone;
        });
    addGetter(
        vm, base, "__context__",
        [](Vm&, Value self) { return Ref(self.as<Exception>()->context.valueOrNone()); },
        [](Vm& v, Value self, Value value) {
            return setLink(v, self, value, &Exception::context, "__context__");
        });
    addGetter(
        vm, base, "__traceback__",
        [](Vm&, Value self) { return Ref(self.as<Exception>()->traceback.valueOrNone()); },
        [](Vm& v, Value self, Value value) -> Status {
            if (value.isNone()) {
                self.as<Exception>()->traceback.reset();
            } else if (value.is(v.types.traceback)) {
                self.as<Exception>()->traceback = Ptr<Traceback>(value.as<Traceback>());
            } else {
                return raise(v, v.exc.TypeError, "__traceback__ must be a traceback or None");
            }
            return kDone;
        });
    addGetter(
        vm, base, "__suppress_context__",
        [](Vm&, Value self) { return Ref::boolean(self.as<Exception>()->suppressContext); },
        [](Vm& v, Value self, Value value) -> Status {
            if (value.isUnbound())
                return raise(v, v.exc.TypeError, "can't delete numeric/char attribute");
            if (!value.isBool())
                return raise(v, v.exc.TypeError, "attribute value type must be bool");
            self.as<Exception>()->suppressContext = value.isTrue();
            return kDone;
        });
}

/// What an exception type does otherwise than its base.
Slots ownSlots(std::string_view name) {
    if (name == "OSError") return osErrorSlots();
    if (name == "UnicodeDecodeError" || name == "UnicodeEncodeError") return unicodeErrorSlots();
    Slots slots;
    if (name == "NameError" || name == "AttributeError" || name == "ImportError")
        slots.init = namedInit;
    if (name == "KeyError") slots.str = keyErrorStr;
    return slots;
}

/// CPython makes those of these bases in the order of their names, which `__subclasses__()` shows.
void sortSubclasses(Type* base) { std::ranges::sort(base->subclasses, {}, &Type::nameView); }

}  // namespace

void initExceptionTypes(Vm& vm) {
    Slots slots;
    slots.destroy = destroyAs<Exception>;
    slots.traverse = traverseMembers<&Exception::args, &Exception::cause, &Exception::context,
                                     &Exception::traceback, &Exception::value, &Exception::object,
                                     &Exception::holds>;
    slots.construct = baseConstruct;
    slots.init = baseInit;
    slots.str = baseStr;
    slots.repr = baseRepr;
    vm.exc.BaseException = makeExceptionType(vm, "BaseException", nullptr, slots);
    addBaseAttributes(vm, vm.exc.BaseException);
#define CORO_MAKE(name, base) \
    vm.exc.name = makeExceptionType(vm, #name, vm.exc.base, ownSlots(#name));
    CORO_EXCEPTIONS(CORO_MAKE)
#undef CORO_MAKE
    makeExceptionType(vm, "EncodingWarning", vm.exc.Warning, {});
    setValue(vm, vm.builtins.get(), "EnvironmentError", Value(vm.exc.OSError));
    setValue(vm, vm.builtins.get(), "IOError", Value(vm.exc.OSError));
    addFieldGetter<&Exception::value>(vm, vm.exc.StopIteration, "value");
    addFieldGetter<&Exception::value>(vm, vm.exc.SystemExit, "code");
    addFieldGetter<&Exception::value>(vm, vm.exc.NameError, "name");
    addFieldGetter<&Exception::value>(vm, vm.exc.AttributeError, "name");
    addFieldGetter<&Exception::object>(vm, vm.exc.AttributeError, "obj");
    addFieldGetter<&Exception::value>(vm, vm.exc.ImportError, "name");
    addFieldGetter<&Exception::object>(vm, vm.exc.ImportError, "path");
    addGetter(vm, vm.exc.ImportError, "msg", [](Vm&, Value self) {
        auto args = self.as<Exception>()->args->span();
        return args.size() == 1 ? Ref(args[0]) : Ref::none();
    });
    initSyntaxErrorType(vm);
    addOsErrorFields(vm);
    addUnicodeErrorFields(vm);
    sortSubclasses(vm.exc.Exception);
    sortSubclasses(vm.exc.Warning);
    initExceptionGroups(vm);
    sortSubclasses(vm.exc.BaseException);
}

}  // namespace coroscope::runtime
