// `list[int]` and `int | None`: what annotations are made of (Objects/genericaliasobject.c,
// Objects/unionobject.c).
#include "engine/runtime/types/generic_alias.h"

#include <utility>

#include <fmt/format.h>

#include "engine/runtime/effort.h"
#include "engine/runtime/native.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/common.h"

namespace coroscope::runtime {

namespace {

struct GenericAlias : Object {
    Ref origin;
    Ptr<Tuple> args;
};

struct Union : Object {
    Ptr<Tuple> args;
};

Outcome<std::string> partText(Vm& vm, Value part) {
    if (part.tag == Tag::Ellipsis) return std::string("...");
    if (isType(part)) {
        const Type* type = part.as<Type>();
        if (type == vm.types.none) return std::string("None");
        const Value module = dictGetStr(type->dict, vm.names.__module__);
        if (!isStr(module) || viewOf(module) == "builtins")
            return std::string(type->qualifiedName->view());
        return fmt::format("{}.{}", viewOf(module), type->qualifiedName->view());
    }
    return reprText(vm, part);
}

/// The parameters of collections.abc.Callable[[int, str], None].
Outcome<std::string> parametersText(Vm& vm, List* parameters) {
    std::string text = "[";
    for (Value each : parameters->span())
        text += (text.size() > 1 ? ", " : "") + CORO_TRY(partText(vm, each));
    return text + "]";
}

Ref aliasRepr(Vm& vm, Value self) {
    auto* alias = self.as<GenericAlias>();
    takeEffort(vm, 32);
    const bool isCallable =
        isType(alias->origin) && alias->origin.as<Type>()->nameView() == "Callable";
    std::string text;
    for (Value each : alias->args->span()) {
        if (!text.empty()) text += ", ";
        text += isCallable && hasFlag(each, kTypeIsList)
                    ? CORO_TRY(parametersText(vm, each.as<List>()))
                    : CORO_TRY(partText(vm, each));
    }
    if (alias->args->count == 0) text = "()";
    return newStr(vm, fmt::format("{}[{}]", CORO_TRY(partText(vm, alias->origin)), text));
}

/// The variables of a part of an alias: itself, or those of what it is made of
/// (_Py_make_parameters; a TypeVar is known by its `__typing_subst__`). None of a class.
Status addVariables(Vm& vm, List* into, Value part) {
    if (isType(part) || !part.isObject()) return kDone;
    const Nesting nesting(vm);
    if (nesting.isTooDeep()) return raiseTooDeep(vm);
    if (!spendEffort(vm, 16)) return Raised{};
    Ref substitutes = CORO_TRY(findAttribute(vm, part, vm.intern("__typing_subst__")));
    if (!substitutes.isUnbound()) {
        if (CORO_TRY(contains(vm, Value(into), part))) return kDone;
        return listAppend(vm, into, part);
    }
    Ref own = CORO_TRY(findAttribute(vm, part, vm.intern("__parameters__")));
    if (!own.is(vm.types.tuple)) return kDone;
    for (Value each : own.as<Tuple>()->span()) {
        if (!CORO_TRY(contains(vm, Value(into), each))) CORO_TRY(listAppend(vm, into, each));
    }
    return kDone;
}

Outcome<Ptr<List>> variablesOf(Vm& vm, Tuple* parts) {
    Ptr<List> found = makeList(vm);
    for (Value each : parts->span()) CORO_TRY(addVariables(vm, found.get(), each));
    return found;
}

/// Where a variable stands among all of them: itself, else one that equals it; else at the end, for
/// what calls itself a variable may be one each time that it is asked.
Outcome<std::size_t> placeOf(Vm& vm, Value variable, const List* variables) {
    const std::span<const Value> all(variables->items, variables->count);
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (all[at].identical(variable)) return at;
    }
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (CORO_TRY(equal(vm, all[at], variable))) return at;
    }
    return all.size();
}

/// `part` with `given` in the places of the `variables`.
Ref substituted(Vm& vm, Value part, const List* variables, Tuple* given) {
    Ptr<List> own = makeList(vm);
    CORO_TRY(addVariables(vm, own.get(), part));
    if (own->count == 0) return part;
    for (Value& each : std::span(own->items, own->count)) {
        const std::size_t at = CORO_TRY(placeOf(vm, each, variables));
        if (at == variables->count) continue;
        if (each.identical(part)) return given->items()[at];
        retain(given->items()[at]);
        release(std::exchange(each, given->items()[at]));
    }
    return getItem(vm, part, makeTuple(vm, own->span()).value());
}

/// `dict[str, T][int]` (_Py_subs_parameters).
Ref aliasGetItem(Vm& vm, Value self, Value key) {
    if (!spendEffort(vm, 32)) return Raised{};
    const Ptr<Tuple> parts = self.as<GenericAlias>()->args;
    const Ref origin = self.as<GenericAlias>()->origin;
    const Ptr<List> variables = CORO_TRY(variablesOf(vm, parts.get()));
    if (variables->count == 0)
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{} is not a generic class", CORO_TRY(reprText(vm, self))));
    const Ptr<Tuple> given = key.is(vm.types.tuple)
                                 ? Ptr<Tuple>(key.as<Tuple>())
                                 : makeTuple(vm, std::span<const Value>(&key, 1));
    if (given->count != variables->count) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("Too {} arguments for {}; actual {}, expected {}",
                                 given->count > variables->count ? "many" : "few",
                                 CORO_TRY(reprText(vm, self)), given->count, variables->count));
    }
    Ptr<List> made = makeList(vm);
    for (Value each : parts->span()) {
        Ref part = CORO_TRY(substituted(vm, each, variables.get(), given.get()));
        CORO_TRY(listAppend(vm, made.get(), part));
    }
    return makeGenericAlias(vm, origin, makeTuple(vm, made->span()).value());
}

Ref aliasCall(Vm& vm, Value self, const Arguments& args) {
    Ref keep(self);
    return vm.call(self.as<GenericAlias>()->origin, args);
}

/// Dunder names are the alias's own, all others the origin's.
Ref aliasGetAttribute(Vm& vm, Value self, Str* name) {
    const Nesting nesting(vm);
    if (nesting.isTooDeep()) return raiseTooDeep(vm);
    auto* alias = self.as<GenericAlias>();
    if (name->view() == "__origin__") return alias->origin;
    if (name->view() == "__args__") return alias->args.toRef();
    if (name->view() == "__parameters__")
        return makeTuple(vm, CORO_TRY(variablesOf(vm, alias->args.get()))->span()).toRef();
    if (name->view() == "__mro_entries__" || name == vm.names.__class__ ||
        name == vm.names.__repr__) {
        return genericGetAttribute(vm, self, name);
    }
    return findAttribute(vm, alias->origin, name);
}

Ref aliasCompare(Vm& vm, Value a, Value b, Comparison op) {
    if (!b.is(vm.types.genericAlias) || (op != Comparison::Equal && op != Comparison::NotEqual))
        return Ref::notImplemented();
    bool same = CORO_TRY(equal(vm, a.as<GenericAlias>()->origin, b.as<GenericAlias>()->origin));
    same = same && CORO_TRY(equal(vm, a.as<GenericAlias>()->args.value(),
                                  b.as<GenericAlias>()->args.value()));
    return Ref::boolean(same == (op == Comparison::Equal));
}

Outcome<std::int64_t> aliasHash(Vm& vm, Value self) {
    takeEffort(vm, 8);
    const std::int64_t origin = CORO_TRY(hashOf(vm, self.as<GenericAlias>()->origin));
    return origin ^ CORO_TRY(hashOf(vm, self.as<GenericAlias>()->args.value()));
}

Ref aliasMroEntries(Vm& vm, const Arguments& args) {
    const Value origin = args[0].as<GenericAlias>()->origin;
    return makeTuple(vm, std::span<const Value>(&origin, 1)).toRef();
}

/// Can it stand beside `|`?
bool isUnion(Vm& vm, Value value) {
    return value.isObject() &&
           Value(value.object->type)
               .identical(dictGetStr(vm.privates.get(), vm.intern("UnionType")));
}

bool isAlternative(Vm& vm, Value value) {
    if (value.isNone() || isType(value)) return true;
    return value.is(vm.types.genericAlias) || isUnion(vm, value);
}

Status addAlternatives(Vm& vm, List* into, Value value) {
    if (!burnFuel(vm, into->count)) return Raised{};
    if (isUnion(vm, value) && into->count == 0)  // no two of its own are equal
        return listExtend(vm, into, value.as<Union>()->args.value());
    if (isUnion(vm, value)) {
        for (Value each : value.as<Union>()->args->span())
            CORO_TRY(addAlternatives(vm, into, each));
        return kDone;
    }
    const Value entry = value.isNone() ? Value(vm.types.none) : value;
    if (CORO_TRY(contains(vm, Value(into), entry))) return kDone;
    return listAppend(vm, into, entry);
}

Ref unionConstruct(Vm& vm, Type* type, const Arguments& args) {
    if (args.positional != 2)
        return raise(vm, vm.exc.TypeError, "cannot create 'types.UnionType' instances");
    if (!isAlternative(vm, args[0]) || !isAlternative(vm, args[1])) return Ref::notImplemented();
    Ptr<List> all = makeList(vm);
    CORO_TRY(addAlternatives(vm, all.get(), args[0]));
    CORO_TRY(addAlternatives(vm, all.get(), args[1]));
    if (all->count == 1) return all->items[0];
    Ptr<Union> made = vm.heap.make<Union>(type);
    made->args = makeTuple(vm, all->span());
    return std::move(made).toRef();
}

Ref unionRepr(Vm& vm, Value self) {
    std::string text;
    for (Value each : self.as<Union>()->args->span())
        text += (text.empty() ? "" : " | ") + CORO_TRY(partText(vm, each));
    return newStr(vm, text);
}

Ref unionCompare(Vm& vm, Value a, Value b, Comparison op) {
    if (!isUnion(vm, b) || (op != Comparison::Equal && op != Comparison::NotEqual))
        return Ref::notImplemented();
    Ptr<Tuple> left = a.as<Union>()->args;
    Ptr<Tuple> right = b.as<Union>()->args;
    bool same = left->count == right->count;
    for (Value each : left->span()) same = same && CORO_TRY(contains(vm, right.value(), each));
    return Ref::boolean(same == (op == Comparison::Equal));
}

Outcome<std::int64_t> unionHash(Vm& vm, Value self) {
    std::int64_t hash = 0;
    for (Value each : self.as<Union>()->args->span()) hash ^= CORO_TRY(hashOf(vm, each));
    return hash;
}

Ref alternativesOr(Vm& vm, Operator op, Value left, Value right) {
    if (op != Operator::Or) return Ref::notImplemented();
    Value type = dictGetStr(vm.privates.get(), vm.intern("UnionType"));
    const Value both[] = {left, right};
    return unionConstruct(vm, type.as<Type>(), Arguments{both, 2, 0, nullptr});
}

/// isinstance() or issubclass() of one of the alternatives (union_instancecheck,
/// union_subclasscheck).
template <Outcome<bool> (*check)(Vm&, Value, Value)>
Ref unionCheck(Vm& vm, const Arguments& args) {
    const Ptr<Tuple> alternatives = args[0].as<Union>()->args;
    for (Value each : alternatives->span()) {
        if (CORO_TRY(check(vm, args[1], each))) return Ref::boolean(true);
    }
    return Ref::boolean(false);
}

template <bool ofInstances>
Ref aliasCheck(Vm& vm, const Arguments&) {
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{}() argument 2 cannot be a parameterized generic",
                             ofInstances ? "isinstance" : "issubclass"));
}

Ref classGetItem(Vm& vm, const Arguments& args) { return makeGenericAlias(vm, args[0], args[1]); }

}  // namespace

Ref makeGenericAlias(Vm& vm, Value origin, Value parameters) {
    Ptr<GenericAlias> made = vm.heap.make<GenericAlias>(vm.types.genericAlias);
    made->origin = origin;
    made->args = parameters.is(vm.types.tuple)
                     ? Ptr<Tuple>(parameters.as<Tuple>())
                     : makeTuple(vm, std::span<const Value>(&parameters, 1));
    return std::move(made).toRef();
}

void addClassGetItem(Vm& vm, Type* type) {
    addClassMethod(vm, type, "__class_getitem__", classGetItem, 2, 2);
}

void initGenericAliasTypes(Vm& vm) {
    Slots slots;
    slots.destroy = destroyAs<GenericAlias>;
    slots.traverse = traverseMembers<&GenericAlias::origin, &GenericAlias::args>;
    slots.repr = aliasRepr;
    slots.call = aliasCall;
    slots.getAttribute = aliasGetAttribute;
    slots.compare = aliasCompare;
    slots.hash = aliasHash;
    slots.binary = alternativesOr;
    slots.getItem = aliasGetItem;
    slots.construct = [](Vm& v, Type*, const Arguments& args) -> Ref {
        if (args.positional != 2)
            return raise(v, v.exc.TypeError,
                         fmt::format("GenericAlias expected 2 arguments, got {}", args.positional));
        return makeGenericAlias(v, args[0], args[1]);
    };
    readyType(vm, vm.types.genericAlias, nullptr, kTypeIsFinal, sizeof(GenericAlias), 0, slots);
    addMethod(vm, vm.types.genericAlias, "__mro_entries__", aliasMroEntries, 2, 2);
    addMethod(vm, vm.types.genericAlias, "__instancecheck__", aliasCheck<true>, 2, 2);
    addMethod(vm, vm.types.genericAlias, "__subclasscheck__", aliasCheck<false>, 2, 2);
    dictSetStr(vm, vm.types.genericAlias->dict, vm.names.__module__, Value(vm.intern("types")));

    TypeSpec spec;
    spec.name = "types.UnionType";
    spec.flags = kTypeIsFinal;
    spec.instanceBytes = sizeof(Union);
    spec.slots.destroy = destroyAs<Union>;
    spec.slots.traverse = traverseMembers<&Union::args>;
    spec.slots.repr = unionRepr;
    spec.slots.compare = unionCompare;
    spec.slots.hash = unionHash;
    spec.slots.binary = alternativesOr;
    spec.slots.construct = unionConstruct;
    Type* type = makeType(vm, spec);
    addGetter(vm, type, "__args__", [](Vm&, Value self) { return self.as<Union>()->args.toRef(); });
    addMethod(vm, type, "__instancecheck__", unionCheck<isInstance>, 2, 2);
    addMethod(vm, type, "__subclasscheck__", unionCheck<isSubclass>, 2, 2);
    setValue(vm, vm.privates.get(), "UnionType", Value(type));

    for (Type* generic : {vm.types.list, vm.types.tuple, vm.types.dict, vm.types.set,
                          vm.types.frozenset, vm.types.enumerate}) {
        addClassGetItem(vm, generic);
    }
}

}  // namespace coroscope::runtime
