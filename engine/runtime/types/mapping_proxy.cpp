// Objects/descrobject.c, mappingproxy: whatever is asked of it, its mapping answers. The dict of a
// class is never handed to anyone, for caches rely on what changes it: others get a copy.
#include "engine/runtime/types/mapping_proxy.h"

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/generic_alias.h"

namespace coroscope::runtime {

namespace {

constexpr std::string_view kTypeName = "MappingProxyType";

struct MappingProxy : Object {
    Ref mapping;
};

Type* proxyType(Vm& vm) { return dictGetStr(vm.privates.get(), vm.intern(kTypeName)).as<Type>(); }

const Ref& mappingOf(Value proxy) { return proxy.as<MappingProxy>()->mapping; }

/// Asks the mapping, which may be another proxy, and so on.
template <class Question>
auto ask(Vm& vm, Question question) -> decltype(question()) {
    const Nesting nesting(vm);
    if (nesting.isTooDeep()) return raiseTooDeep(vm);
    return question();
}

/// What may be given to code of the program.
Ref lent(Vm& vm, const Ref& mapping) {
    return mapping.is(vm.types.dict) ? dictCopy(vm, mapping.as<Dict>()).toRef() : mapping;
}

Ref constructProxy(Vm& vm, Type* type, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"mapping"};
    Value given[1];
    CORO_TRY(bindArguments(vm, "mappingproxy", a, kNames, 1, 1, given));
    const Slots& slots = vm.typeOf(given[0])->slots;
    if (slots.getItem == nullptr || hasFlag(given[0], kTypeIsList) ||
        hasFlag(given[0], kTypeIsTuple)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("mappingproxy() argument must be a mapping, not {}",
                                 vm.typeOf(given[0])->nameView()));
    }
    Ptr<MappingProxy> made = makeInstance<MappingProxy>(vm, type);
    made->mapping = given[0];
    return std::move(made).toRef();
}

Ref proxyCompare(Vm& vm, Value self, Value other, Comparison op) {
    return ask(vm, [&] { return compare(vm, lent(vm, mappingOf(self)), other, op); });
}

Ref proxyBinary(Vm& vm, Operator op, Value left, Value right) {
    if (op != Operator::Or) return Ref::notImplemented();
    const auto behind = [&](Value value) {
        return value.is(proxyType(vm)) ? lent(vm, mappingOf(value)) : Ref(value);
    };
    return ask(vm, [&] { return binary(vm, op, behind(left), behind(right)); });
}

Ref proxyInPlace(Vm& vm, Operator op, Value self, Value) {
    if (op != Operator::Or) return Ref::notImplemented();
    return raise(
        vm, vm.exc.TypeError,
        fmt::format("'|=' is not supported by {}; use '|' instead", vm.typeOf(self)->nameView()));
}

/// A method that the mapping has.
template <const char* name>
Ref forward(Vm& vm, const Arguments& a) {
    return ask(vm, [&]() -> Ref {
        Ref method = CORO_TRY(getAttribute(vm, mappingOf(a[0]), vm.intern(name)));
        return vm.call(method, a.withoutFirst());
    });
}

constexpr char kGet[] = "get", kKeys[] = "keys", kValues[] = "values", kItems[] = "items",
               kCopy[] = "copy", kReversed[] = "__reversed__";

}  // namespace

Ref makeMappingProxy(Vm& vm, Dict* dict) {
    Ptr<MappingProxy> made = vm.heap.make<MappingProxy>(proxyType(vm));
    made->mapping = Ref(Value(dict));
    return std::move(made).toRef();
}

void initMappingProxyType(Vm& vm) {
    TypeSpec spec;
    spec.name = "mappingproxy";
    spec.flags = kTypeIsFinal | kTypeIsMapping;
    spec.instanceBytes = sizeof(MappingProxy);
    spec.slots.destroy = destroyAs<MappingProxy>;
    spec.slots.traverse = traverseMembers<&MappingProxy::mapping>;
    spec.slots.construct = constructProxy;
    spec.slots.repr = [](Vm& v, Value self) -> Ref {
        const Nesting nesting(v);
        if (nesting.isTooDeep()) return raiseTooDeep(v);
        return newStr(v, fmt::format("mappingproxy({})", CORO_TRY(reprText(v, mappingOf(self)))));
    };
    spec.slots.str = [](Vm& v, Value self) {
        return ask(v, [&] { return str(v, mappingOf(self)); });
    };
    spec.slots.length = [](Vm& v, Value self) {
        return ask(v, [&] { return length(v, mappingOf(self)); });
    };
    spec.slots.iterate = [](Vm& v, Value self) {
        return ask(v, [&] { return iterate(v, mappingOf(self)); });
    };
    spec.slots.getItem = [](Vm& v, Value self, Value key) {
        return ask(v, [&] { return getItem(v, mappingOf(self), key); });
    };
    spec.slots.contains = [](Vm& v, Value self, Value key) {
        return ask(v, [&] { return contains(v, mappingOf(self), key); });
    };
    spec.slots.compare = proxyCompare;
    spec.slots.binary = proxyBinary;
    spec.slots.inPlace = proxyInPlace;
    Type* type = makeType(vm, spec);
    addMethod(vm, type, "get", forward<kGet>, 1, 3);
    addMethod(vm, type, "keys", forward<kKeys>, 1, 1);
    addMethod(vm, type, "values", forward<kValues>, 1, 1);
    addMethod(vm, type, "items", forward<kItems>, 1, 1);
    addMethod(vm, type, "copy", forward<kCopy>, 1, 1);
    addMethod(vm, type, "__reversed__", forward<kReversed>, 1, 1);
    addClassGetItem(vm, type);
    setValue(vm, vm.privates.get(), kTypeName, Value(type));
}

}  // namespace coroscope::runtime
