// What the instructions of `match` ask: Python/ceval.c match_keys, match_class, match_class_attr.
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/instructions/helpers.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

/// Py_TPFLAGS_MATCH_SELF: `case int(x)` gives x the subject itself.
bool matchesItself(const Vm& vm, const Type* type) {
    constexpr std::uint32_t kThose = kTypeIsInt | kTypeIsFloat | kTypeIsStr | kTypeIsBytes |
                                     kTypeIsList | kTypeIsTuple | kTypeIsDict | kTypeIsSet;
    return (type->typeFlags & kThose) != 0 || type->isSubtypeOf(vm.types.bytearray);
}

/// An attribute for a sub-pattern; Unbound if the subject has none.
Ref attributeFor(Vm& vm, Value subject, Type* type, Value given, std::vector<Str*>& seen) {
    Str* name = vm.intern(given.as<Str>());
    if (std::ranges::find(seen, name) != seen.end()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() got multiple sub-patterns for attribute {}",
                                 type->nameView(), reprOfText(name->view())));
    }
    seen.push_back(name);
    return findAttribute(vm, subject, name);
}

/// `__match_args__`, a tuple; an empty one where the class has none.
Outcome<Ptr<Tuple>> matchArguments(Vm& vm, Type* type, bool& itself) {
    Ref found = CORO_TRY(findAttribute(vm, Value(type), vm.intern("__match_args__")));
    if (found.isUnbound()) {
        itself = matchesItself(vm, type);
        return makeTuple(vm, std::span<const Value>());
    }
    if (!found.is(vm.types.tuple)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}.__match_args__ must be a tuple (got {})", type->nameView(),
                                 vm.typeOf(found)->nameView()));
    }
    return Ptr<Tuple>(found.as<Tuple>());
}

}  // namespace

bool matchesSequence(const Vm& vm, Value value) {
    constexpr std::uint32_t kThose = kTypeIsSequence | kTypeIsList | kTypeIsTuple;
    return value.isObject() &&
           ((value.object->type->typeFlags & kThose) != 0 || value.is(vm.types.range));
}

bool matchesMapping(const Vm&, Value value) {
    return value.isObject() &&
           (value.object->type->typeFlags & (kTypeIsMapping | kTypeIsDict)) != 0;
}

Ref valuesUnderKeys(Vm& vm, Value mapping, Tuple* keys) {
    Ptr<Tuple> values = makeTuple(vm, keys->count);
    if (keys->count == 0) return std::move(values).toRef();
    Ref get = CORO_TRY(getAttribute(vm, mapping, vm.intern("get")));
    const Ref missing = makeList(vm).toRef();  // equal to nothing else
    for (std::uint32_t i = 0; i < keys->count; ++i) {
        const Value key = keys->items()[i];
        for (std::uint32_t j = 0; j < i; ++j) {
            if (!CORO_TRY(equal(vm, keys->items()[j], key))) continue;
            return raise(vm, vm.exc.ValueError,
                         fmt::format("mapping pattern checks duplicate key ({})",
                                     CORO_TRY(reprText(vm, key))));
        }
        Ref value = CORO_TRY(vm.call(get, {key, missing}));
        if (value.get().identical(missing)) return Ref::none();
        values->items()[i] = value.detach();
    }
    return std::move(values).toRef();
}

Ref attributesOfClassPattern(Vm& vm, Value subject, Value given, Tuple* names, int positional) {
    if (!isType(given)) return raise(vm, vm.exc.TypeError, "called match pattern must be a type");
    auto* type = given.as<Type>();
    if (!CORO_TRY(isInstance(vm, subject, given))) return Ref::none();
    std::vector<Ref> attributes;
    std::vector<Str*> seen;
    if (positional > 0) {
        bool itself = false;
        Ptr<Tuple> arguments = CORO_TRY(matchArguments(vm, type, itself));
        const int allowed = itself ? 1 : static_cast<int>(arguments->count);
        if (allowed < positional) {
            return raise(
                vm, vm.exc.TypeError,
                fmt::format("{}() accepts {} positional sub-pattern{} ({} given)", type->nameView(),
                            allowed, allowed == 1 ? "" : "s", positional));
        }
        if (itself) attributes.emplace_back(subject);
        for (int i = 0; !itself && i < positional; ++i) {
            const Value name = arguments->items()[i];
            if (!name.is(vm.types.str)) {
                return raise(vm, vm.exc.TypeError,
                             fmt::format("__match_args__ elements must be strings (got {})",
                                         vm.typeOf(name)->nameView()));
            }
            Ref attribute = CORO_TRY(attributeFor(vm, subject, type, name, seen));
            if (attribute.isUnbound()) return Ref::none();
            attributes.push_back(std::move(attribute));
        }
    }
    for (Value name : names->span()) {
        Ref attribute = CORO_TRY(attributeFor(vm, subject, type, name, seen));
        if (attribute.isUnbound()) return Ref::none();
        attributes.push_back(std::move(attribute));
    }
    Ptr<Tuple> result = makeTuple(vm, static_cast<std::uint32_t>(attributes.size()));
    for (std::size_t i = 0; i < attributes.size(); ++i) result->items()[i] = attributes[i].detach();
    return std::move(result).toRef();
}

}  // namespace coroscope::runtime
