#include "engine/runtime/dispatch_helpers.h"

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

Ref makeFunctionValue(Vm& vm, Frame* frame, const Instruction& instruction, Value*& top) {
    Ptr<Function> function = vm.heap.make<Function>(vm.types.function);
    Value code = frame->code->constants[static_cast<std::size_t>(instruction.a)];
    if (instruction.c & language::kHasClosure)
        function->closure = Ptr<Tuple>::steal((--top)->as<Tuple>());
    if (instruction.c & language::kHasAnnotations)
        function->annotations = Ptr<Dict>::steal((--top)->as<Dict>());
    if (instruction.c & language::kHasKwDefaults)
        function->kwDefaults = Ptr<Dict>::steal((--top)->as<Dict>());
    if (instruction.c & language::kHasDefaults)
        function->defaults = Ptr<Tuple>::steal((--top)->as<Tuple>());
    function->code = Ptr<Code>(code.as<Code>());
    function->globals = Ptr<Dict>(frame->globals);
    function->name = function->code->name.toRef();
    function->qualifiedName = function->code->qualifiedName.toRef();
    const auto& constants = function->code->constants;
    const bool hasDoc = !constants.empty() && isStr(constants[0]) &&
                        function->code->kind != CodeKind::Module &&
                        function->code->name->view() != "<lambda>";
    function->doc = hasDoc ? Ref(constants[0]) : Ref::none();
    const Value module = dictGetStr(frame->globals, vm.names.__name__);
    function->module = module.isUnbound() ? Ref::none() : Ref(module);
    return std::move(function).toRef();
}

Ref concatenateStrings(Vm& vm, std::span<const Value> parts) {
    std::size_t bytes = 0;
    for (Value part : parts) bytes += part.as<Str>()->byteLength;
    if (vm.heap.wouldExceed(bytes)) {
        vm.stop(StopReason::Memory);
        return Raised{};
    }
    Ptr<Str> text = makeUninitializedStr(vm, bytes);
    char* out = text->mutableData();
    for (Value part : parts) {
        const std::string_view view = viewOf(part);
        out = std::copy(view.begin(), view.end(), out);
    }
    finishStr(text.get());
    return std::move(text).toRef();
}

Ref formatForString(Vm& vm, Value value, std::uint8_t flags, Value spec) {
    Ref converted(value);
    switch (flags & language::kConversionMask) {
        case language::kConvertStr: converted = CORO_TRY(str(vm, value)); break;
        case language::kConvertRepr: converted = CORO_TRY(repr(vm, value)); break;
        case language::kConvertAscii:
            converted =
                CORO_TRY(vm.call(dictGetStr(vm.builtins.get(), vm.intern("ascii")), {value}));
            break;
        default: break;
    }
    if (spec.isUnbound()) {
        if (converted.is(vm.types.str)) return converted;
        if (converted.isSmallInt()) {
            const fmt::format_int digits(converted.get().integer);
            return makeStr(vm, {digits.data(), digits.size()}).toRef();
        }
    }
    return formatValue(vm, converted, spec.isUnbound() ? std::string_view() : viewOf(spec));
}

namespace {

Raised raiseTooFew(Vm& vm, int expected, std::size_t got, bool atLeast) {
    return raise(vm, vm.exc.ValueError,
                 fmt::format("not enough values to unpack (expected {}{}, got {})",
                             atLeast ? "at least " : "", expected, got));
}

Outcome<Ref> iterateToUnpack(Vm& vm, Value iterable) {
    Type* type = vm.typeOf(iterable);
    if (!type->slots.iterate && !type->slots.getItem) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("cannot unpack non-iterable {} object", type->nameView()));
    }
    return CORO_TRY(iterate(vm, iterable));
}

Status unpackSpan(Vm& vm, std::span<const Value> items, int count, Value* bottom) {
    if (items.size() < static_cast<std::size_t>(count))
        return raiseTooFew(vm, count, items.size(), false);
    if (items.size() > static_cast<std::size_t>(count)) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("too many values to unpack (expected {})", count));
    }
    for (int i = 0; i < count; ++i) {
        retain(items[static_cast<std::size_t>(i)]);
        bottom[count - 1 - i] = items[static_cast<std::size_t>(i)];
    }
    return kDone;
}

}  // namespace

Status unpackSequence(Vm& vm, Value iterable, int count, Value* bottom) {
    if (iterable.is(vm.types.tuple))
        return unpackSpan(vm, iterable.as<Tuple>()->span(), count, bottom);
    if (iterable.is(vm.types.list))
        return unpackSpan(vm, iterable.as<List>()->span(), count, bottom);
    Ref iterator = CORO_TRY(iterateToUnpack(vm, iterable));
    std::vector<Ref> items;
    for (int i = 0; i < count; ++i) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return raiseTooFew(vm, count, items.size(), false);
        items.push_back(std::move(item));
    }
    Ref extra = CORO_TRY(next(vm, iterator));
    if (!extra.isUnbound()) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("too many values to unpack (expected {})", count));
    }
    for (int i = 0; i < count; ++i)
        bottom[count - 1 - i] = items[static_cast<std::size_t>(i)].detach();
    return kDone;
}

Status unpackEx(Vm& vm, Value iterable, int before, int after, Value* bottom) {
    Ref iterator = CORO_TRY(iterateToUnpack(vm, iterable));
    std::vector<Ref> head;
    for (int i = 0; i < before; ++i) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return raiseTooFew(vm, before + after, head.size(), true);
        head.push_back(std::move(item));
    }
    Ref rest = CORO_TRY(listFromIterable(vm, iterator));
    auto* list = rest.as<List>();
    if (list->count < static_cast<std::uint32_t>(after)) {
        return raiseTooFew(vm, before + after, head.size() + list->count, true);
    }
    // From the bottom up: the last of `after` … its first, the list, the last of `before` … its
    // first.
    for (int i = 0; i < after; ++i)
        bottom[i] = list->items[list->count - 1 - static_cast<std::uint32_t>(i)];
    list->count -= static_cast<std::uint32_t>(after);
    bottom[after] = rest.detach();
    for (int i = 0; i < before; ++i)
        bottom[after + 1 + i] = head[static_cast<std::size_t>(before - 1 - i)].detach();
    return kDone;
}

namespace {

/// How a call's error names what is called: `f()`, `module.f()`, or the object's str.
std::string callableText(Vm& vm, Value callable) {
    Ref name = findAttribute(vm, callable, vm.names.__qualname__);
    if (isStr(name)) {
        Ref module = findAttribute(vm, callable, vm.names.__module__);
        const bool plain = !isStr(module) || viewOf(module) == "builtins";
        return plain ? fmt::format("{}()", viewOf(name))
                     : fmt::format("{}.{}()", viewOf(module), viewOf(name));
    }
    vm.pending.reset();
    auto text = strText(vm, callable);
    return text.isRaised() ? std::string("function") : *text;
}

}  // namespace

Status extendForCall(Vm& vm, List* list, Value iterable, Value callable) {
    Type* type = vm.typeOf(iterable);
    if (!type->slots.iterate && !type->slots.getItem) {
        if (callable.isUnbound()) {
            return raise(
                vm, vm.exc.TypeError,
                fmt::format("Value after * must be an iterable, not {}", type->nameView()));
        }
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{} argument after * must be an iterable, not {}",
                                 callableText(vm, callable), type->nameView()));
    }
    return listExtend(vm, list, iterable);
}

Status mergeForCall(Vm& vm, Dict* dict, Value mapping, Value callable) {
    Ref keys = CORO_TRY(findAttribute(vm, mapping, vm.names.keys));
    if (keys.isUnbound()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{} argument after ** must be a mapping, not {}",
                                 callableText(vm, callable), vm.typeOf(mapping)->nameView()));
    }
    Ref names = CORO_TRY(listFromIterable(vm, CORO_TRY(vm.call(keys))));
    for (Value name : names.as<List>()->span()) {
        if (!isStr(name)) return raise(vm, vm.exc.TypeError, "keywords must be strings");
        if (!dictGetStr(dict, vm.intern(name.as<Str>())).isUnbound()) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{} got multiple values for keyword argument '{}'",
                                     callableText(vm, callable), viewOf(name)));
        }
        Ref value = CORO_TRY(getItem(vm, mapping, name));
        CORO_TRY(dictSet(vm, dict, name, value));
    }
    return kDone;
}

Ref callSpread(Vm& vm, Value callable, Value positional, Value keywords, Frame*& called) {
    const auto items = positional.as<Tuple>()->span();
    std::vector<Value> values(items.begin(), items.end());
    std::vector<Value> names;
    if (keywords.isObject()) {
        std::uint32_t position = 0;
        Value key, value;
        while (dictNext(keywords.as<Dict>(), position, key, value)) {
            if (!isStr(key)) return raise(vm, vm.exc.TypeError, "keywords must be strings");
            names.emplace_back(Value(vm.intern(key.as<Str>())));
            values.push_back(value);
        }
    }
    const Arguments arguments{values.data(), static_cast<std::uint32_t>(items.size()),
                              static_cast<std::uint32_t>(names.size()), names.data()};
    if (!callable.is(vm.types.function)) return vm.call(callable, arguments);
    called = CORO_TRY(bindFrame(vm, callable.as<Function>(), arguments)).detach();
    return Ref::none();
}

Ref sendTo(Vm& vm, Value iterator, Value sent, bool& yielded) {
    StepOutcome outcome = sendTo(vm, iterator, sent);
    yielded = outcome.kind == StepOutcome::Kind::Yielded;
    if (outcome.kind == StepOutcome::Kind::Raised) return Raised{};
    return std::move(outcome.value);
}

Ref setOf(Vm& vm, std::span<const Value> items) {
    Ptr<Set> set = makeSet(vm);
    for (Value item : items) CORO_TRY(setAdd(vm, set.get(), item));
    return std::move(set).toRef();
}

Ref dictOf(Vm& vm, std::span<const Value> entries) {
    Ptr<Dict> dict = makeDict(vm);
    dictReserve(dict.get(), static_cast<std::uint32_t>(entries.size() / 2));
    for (std::size_t i = 0; i < entries.size(); i += 2)
        CORO_TRY(dictSet(vm, dict.get(), entries[i], entries[i + 1]));
    return std::move(dict).toRef();
}

Outcome<bool> exceptionMatches(Vm& vm, Exception* exception, Value type) {
    if (type.is(vm.types.tuple)) {
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

Raised raiseNotDefined(Vm& vm, Str* name) {
    Ptr<Exception> exception =
        makeException(vm, vm.exc.NameError, fmt::format("name '{}' is not defined", name->view()));
    exception->value = Ref(Value(name));
    return raiseException(vm, std::move(exception));
}

Raised raiseUnbound(Vm& vm, Frame* frame, std::uint32_t slot) {
    const Code* code = frame->code;
    if (slot < code->localCount) {
        const Str* name = code->localNames[slot];
        return raise(
            vm, vm.exc.UnboundLocalError,
            fmt::format("cannot access local variable '{}' where it is not associated with a value",
                        name->view()));
    }
    Str* name = code->freeNames[slot - code->localCount];
    Ptr<Exception> exception =
        makeException(vm, vm.exc.NameError,
                      fmt::format("cannot access free variable '{}' where it is not associated "
                                  "with a value in enclosing scope",
                                  name->view()));
    exception->value = Ref(Value(name));
    return raiseException(vm, std::move(exception));
}

Ref loadName(Vm& vm, Frame* frame, Str* name) {
    Value found;
    if (frame->names)
        found = dictGetStr(frame->names, name);  // that of a metaclass's own kind is a dict as well
    if (found.isUnbound()) found = dictGetStr(frame->globals, name);
    if (found.isUnbound()) found = dictGetStr(vm.builtins.get(), name);
    if (found.isUnbound()) return raiseNotDefined(vm, name);
    return found;
}

Status storeName(Vm& vm, Frame* frame, Str* name, Value value) {
    Dict* names = frame->names ? frame->names : frame->globals;
    if (names->type != vm.types.dict) return setItem(vm, Value(names), Value(name), value);
    if (!value.isUnbound()) {
        dictSetStr(vm, names, name, value);
    } else if (!dictDeleteStr(vm, names, name)) {
        return raiseNotDefined(vm, name);
    }
    return kDone;
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

AtOnce enterAtOnce(Vm& vm, Value manager, Value& exit, FirstStep& step) {
    const Value enter = lookupInType(vm, vm.typeOf(manager), vm.names.__aenter__);
    if (!enter.is(vm.types.methodDescriptor)) return AtOnce::No;
    auto* native = enter.as<NativeFunction>();
    const Value leave = lookupInType(vm, vm.typeOf(manager), vm.names.__aexit__);
    if (!native->awaited || !leave.is(vm.types.methodDescriptor)) return AtOnce::No;
    const AtOnce how = native->awaited(vm, Arguments{&manager, 1, 0, nullptr}, step);
    if (how != AtOnce::No)
        exit = leave.object->type->slots.descriptorGet(vm, leave, manager, vm.typeOf(manager))
                   .detach();
    return how;
}

Ref callExit(Vm& vm, Value exit, Value exception) {
    auto* object = exception.as<Exception>();
    return vm.call(exit, {Value(object->type), exception, object->traceback.valueOrNone()});
}

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

// --- inline caches ---------------------------------------------------------------------------

Ref loadGlobalMiss(Vm& vm, Frame* frame, Str* name, InlineCache* cache) {
    Dict* globals = frame->globals;
    std::int32_t at = dictFindStr(globals, name);
    if (at >= 0) {
        if (cache) {
            cache->kind = InlineCache::Kind::Global;
            cache->index = static_cast<std::uint32_t>(at);
            cache->version = globals->keysVersion;
        }
        return globals->entries[at].value;
    }
    Dict* builtins = vm.builtins.get();
    at = dictFindStr(builtins, name);
    if (at < 0) return raiseNotDefined(vm, name);
    if (cache) {
        cache->kind = InlineCache::Kind::Builtin;
        cache->index = static_cast<std::uint32_t>(at);
        cache->version = globals->keysVersion;
        cache->secondVersion = builtins->keysVersion;
    }
    return builtins->entries[at].value;
}

namespace {

/// Where does `object.name` come from, in the cases that an inline cache can hold?
enum class Source : std::uint8_t { Unknown, InstanceSlot, TypeValue };

Source locate(Vm& vm, Value object, Str* name, Value& typeValue, int& slot) {
    Type* type = object.object->type;
    if (type->slots.getAttribute) return Source::Unknown;
    typeValue = lookupInType(vm, type, name);
    if (typeValue.isObject() && typeValue.object->type->slots.descriptorSet) return Source::Unknown;
    Attributes* attributes = type->attributesOf(object.object);
    if (attributes) {
        if (attributes->dict) return Source::Unknown;
        if (attributes->shape) {
            slot = attributes->shape->find(name);
            if (slot >= 0) return Source::InstanceSlot;
        }
    }
    return typeValue.isUnbound() ? Source::Unknown : Source::TypeValue;
}

void rememberSlot(InlineCache* cache, Value object, int slot) {
    Type* type = object.object->type;
    cache->kind = InlineCache::Kind::InstanceSlot;
    cache->index = static_cast<std::uint32_t>(slot);
    cache->version = type->version;
    cache->shape = type->attributesOf(object.object)->shape;
}

void rememberTypeValue(InlineCache* cache, Value object, Value value) {
    Type* type = object.object->type;
    Attributes* attributes = type->attributesOf(object.object);
    cache->kind = attributes ? InlineCache::Kind::TypeValue : InlineCache::Kind::NativeMethod;
    cache->version = type->version;
    cache->shape = attributes ? attributes->shape : nullptr;
    cache->value = value.object;
}

}  // namespace

Ref loadAttributeMiss(Vm& vm, Value object, Str* name, InlineCache* cache) {
    if (cache && object.isObject()) {
        if (object.is(vm.types.module)) {
            Dict* dict = object.as<Module>()->dict.get();
            const std::int32_t at = dictFindStr(dict, name);
            if (at >= 0) {
                cache->kind = InlineCache::Kind::ModuleEntry;
                cache->index = static_cast<std::uint32_t>(at);
                cache->version = dict->keysVersion;
                return dict->entries[at].value;
            }
        }
        Value typeValue;
        int slot = -1;
        if (locate(vm, object, name, typeValue, slot) == Source::InstanceSlot) {
            rememberSlot(cache, object, slot);
            return object.object->type->attributesOf(object.object)->slots[slot];
        }
    }
    return getAttribute(vm, object, name);
}

Status storeAttributeMiss(Vm& vm, Value object, Str* name, Value value, InlineCache* cache) {
    if (cache && object.isObject() && !object.object->type->slots.setAttribute) {
        Type* type = object.object->type;
        Attributes* attributes = type->attributesOf(object.object);
        Value typeValue = lookupInType(vm, type, name);
        const bool intercepted =
            typeValue.isObject() && typeValue.object->type->slots.descriptorSet;
        const bool open = (type->typeFlags & kTypeWithoutDict) == 0;
        if (attributes && !attributes->dict && !intercepted && open) {
            Shape* before = attributes->shape;
            const int slot = before ? before->find(name) : -1;
            instanceSet(vm, object.object, *attributes, name, value);
            if (slot >= 0) {
                rememberSlot(cache, object, slot);
            } else if (attributes->shape && before) {
                cache->kind = InlineCache::Kind::AddSlot;
                cache->version = type->version;
                cache->shape = before;
                cache->newShape = attributes->shape;
                cache->index = before->count;
            }
            return kDone;
        }
    }
    return setAttribute(vm, object, name, value);
}

Status loadMethodMiss(Vm& vm, Value object, Str* name, InlineCache* cache, Value out[2]) {
    if (object.isObject()) {
        Value typeValue;
        int slot = -1;
        if (!object.is(vm.types.module) &&
            locate(vm, object, name, typeValue, slot) == Source::TypeValue &&
            (typeValue.is(vm.types.function) || typeValue.is(vm.types.methodDescriptor))) {
            if (cache) rememberTypeValue(cache, object, typeValue);
            retain(typeValue);
            retain(object);
            out[0] = typeValue;
            out[1] = object;
            return kDone;
        }
    }
    Ref found = CORO_TRY(loadAttributeMiss(vm, object, name, cache));
    out[0] = found.detach();
    out[1] = Value();
    return kDone;
}

}  // namespace coroscope::runtime
