// `f(*arguments, **keywords)` (Python/ceval.c: DICT_MERGE, LIST_EXTEND, CALL_FUNCTION_EX).
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/counted.h"
#include "engine/runtime/instructions/helpers.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

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

namespace {

/// Names that are no str are told apart when the call is made.
Status checkNotGiven(Vm& vm, Dict* dict, Value name, Value callable) {
    if (!isStr(name) || dictGetStr(dict, vm.intern(name.as<Str>())).isUnbound()) return kDone;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{} got multiple values for keyword argument '{}'",
                             callableText(vm, callable), viewOf(name)));
}

}  // namespace

Status mergeForCall(Vm& vm, Dict* dict, Value mapping, Value callable) {
    // A dict that is walked as one: its methods are not asked (Objects/dictobject.c dict_merge).
    if (hasFlag(mapping, kTypeIsDict) &&
        mapping.object->type->slots.iterate == vm.types.dict->slots.iterate) {
        std::uint32_t position = 0;
        Value key, value;
        while (dictNext(mapping.as<Dict>(), position, key, value)) {
            CORO_TRY(checkNotGiven(vm, dict, key, callable));
            CORO_TRY(dictSet(vm, dict, key, value));
        }
        return kDone;
    }
    Ref keys = CORO_TRY(findAttribute(vm, mapping, vm.names.keys));
    if (keys.isUnbound()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{} argument after ** must be a mapping, not {}",
                                 callableText(vm, callable), vm.typeOf(mapping)->nameView()));
    }
    Ref names = CORO_TRY(listFromIterable(vm, CORO_TRY(vm.call(keys))));
    for (Value name : names.as<List>()->span()) {
        CORO_TRY(checkNotGiven(vm, dict, name, callable));
        Ref value = CORO_TRY(getItem(vm, mapping, name));
        CORO_TRY(dictSet(vm, dict, name, value));
    }
    return kDone;
}

Ref callSpread(Vm& vm, Value callable, Value positional, Value keywords, Frame*& called) {
    const auto items = positional.as<Tuple>()->span();
    // These, the same behind a `self`, and what the callee makes of them.
    CORO_TRY(reserveBytes(vm, items.size_bytes() * 3));
    std::vector<Value, Counted<Value>> values(items.begin(), items.end(), Counted<Value>(vm.heap));
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

}  // namespace coroscope::runtime
