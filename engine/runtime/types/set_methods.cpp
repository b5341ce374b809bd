// set and frozenset: construction, operators, methods (Objects/setobject.c). The loops go over the
// same operand, in the same order, as CPython's do: the order of the result hangs on it.
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/effort.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/growing_text.h"
#include "engine/runtime/types/list_internal.h"
#include "engine/runtime/types/repr_guard.h"
#include "engine/runtime/types/set_internal.h"

namespace coroscope::runtime {

namespace {

Set* self(const Arguments& args) { return args[0].as<Set>(); }

/// The type of a result: set or frozenset, never a subclass (make_new_set_basetype).
Type* baseType(Vm& vm, const Set* set) {
    return set->type->isSubtypeOf(vm.types.frozenset) ? vm.types.frozenset : vm.types.set;
}

Outcome<Ptr<Set>> copyOf(Vm& vm, Set* set) {
    Ptr<Set> made = makeSetOf(vm, baseType(vm, set));
    CORO_TRY(setUpdate(vm, made.get(), Value(set)));
    return made;
}

/// Calls `visit(item, hash)` for each item of a set, as long as it does not change.
template <class F>
Status forEach(Vm& vm, Set* set, F&& visit) {
    Ref keep{Value(set)};
    const std::uint64_t version = set->keysVersion;
    std::uint32_t position = 0;
    while (const DictEntry* entry = setNextEntry(set, position)) {
        Ref item(entry->key);
        takeEffort(vm, 1);
        CORO_TRY(visit(static_cast<Value>(item), entry->hash));
        if (set->keysVersion != version)
            return raise(vm, vm.exc.RuntimeError, "Set changed size during iteration");
    }
    return kDone;
}

/// The same for any iterable.
template <class F>
Status forEachOf(Vm& vm, Value iterable, F&& visit) {
    if (hasFlag(iterable, kTypeIsSet)) return forEach(vm, iterable.as<Set>(), visit);
    Ref iterator = CORO_TRY(iterate(vm, iterable));
    for (;;) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return kDone;
        if (!burnFuel(vm, 1)) return Raised{};
        const std::int64_t hash = CORO_TRY(hashOf(vm, item));
        CORO_TRY(visit(static_cast<Value>(item), hash));
    }
}

Outcome<Ptr<Set>> intersection(Vm& vm, Set* set, Value other) {
    if (other.object == set && other.isObject()) return copyOf(vm, set);
    Ptr<Set> made = makeSetOf(vm, baseType(vm, set));
    Set* lookedUp = set;
    Value walked = other;
    if (hasFlag(other, kTypeIsSet) && other.as<Set>()->count > set->count) {
        lookedUp = other.as<Set>();
        walked = Value(set);
    }
    CORO_TRY(forEachOf(vm, walked, [&](Value item, std::int64_t hash) -> Status {
        if (CORO_TRY(setContainsHashed(vm, lookedUp, item, hash)))
            CORO_TRY(setAddHashed(vm, made.get(), item, hash));
        return kDone;
    }));
    return made;
}

Status differenceUpdate(Vm& vm, Set* set, Value other) {
    if (other.isObject() && other.object == set) {
        setClear(vm, set);
        return kDone;
    }
    CORO_TRY(forEachOf(vm, other, [&](Value item, std::int64_t hash) -> Status {
        CORO_TRY(setDiscardHashed(vm, set, item, hash));
        return kDone;
    }));
    setSweep(set);
    return kDone;
}

Outcome<Ptr<Set>> difference(Vm& vm, Set* set, Value other) {
    const bool isSet = hasFlag(other, kTypeIsSet);
    const bool isDict = hasFlag(other, kTypeIsDict);
    const std::int64_t size = isSet ? other.as<Set>()->count : isDict ? other.as<Dict>()->count : 0;
    if ((!isSet && !isDict) || (set->count >> 2) > size) {
        Ptr<Set> made = CORO_TRY(copyOf(vm, set));
        CORO_TRY(differenceUpdate(vm, made.get(), other));
        return made;
    }
    Ptr<Set> made = makeSetOf(vm, baseType(vm, set));
    CORO_TRY(forEach(vm, set, [&](Value item, std::int64_t hash) -> Status {
        bool inside = false;
        if (isSet) {
            inside = CORO_TRY(setContainsHashed(vm, other.as<Set>(), item, hash));
        } else {
            inside = CORO_TRY(dictFind(vm, other.as<Dict>(), item, hash)) >= 0;
        }
        if (!inside) CORO_TRY(setAddHashed(vm, made.get(), item, hash));
        return kDone;
    }));
    return made;
}

Status symmetricUpdate(Vm& vm, Set* set, Value other) {
    if (other.isObject() && other.object == set) {
        setClear(vm, set);
        return kDone;
    }
    Ref items = other;
    if (!hasFlag(other, kTypeIsSet) && !hasFlag(other, kTypeIsDict)) {
        Ptr<Set> made = makeSetOf(vm, baseType(vm, set));
        CORO_TRY(setUpdate(vm, made.get(), other));
        items = std::move(made).toRef();
    }
    return forEachOf(vm, items, [&](Value item, std::int64_t hash) -> Status {
        if (!CORO_TRY(setDiscardHashed(vm, set, item, hash)))
            CORO_TRY(setAddHashed(vm, set, item, hash));
        return kDone;
    });
}

Outcome<Ptr<Set>> symmetricDifference(Vm& vm, Set* set, Value other) {
    Ptr<Set> made = makeSetOf(vm, baseType(vm, set));
    CORO_TRY(setUpdate(vm, made.get(), other));
    CORO_TRY(symmetricUpdate(vm, made.get(), Value(set)));
    return made;
}

Outcome<bool> isSubset(Vm& vm, Set* set, Set* of) {
    if (set->count > of->count) return false;
    bool all = true;
    CORO_TRY(forEach(vm, set, [&](Value item, std::int64_t hash) -> Status {
        if (all && !CORO_TRY(setContainsHashed(vm, of, item, hash))) all = false;
        return kDone;
    }));
    return all;
}

/// Any iterable as a set, to be compared with.
Outcome<Ptr<Set>> asSet(Vm& vm, Value value) {
    if (hasFlag(value, kTypeIsSet)) return Ptr<Set>(value.as<Set>());
    Ptr<Set> made = makeSet(vm);
    CORO_TRY(setUpdate(vm, made.get(), value));
    return made;
}

// --- slots -------------------------------------------------------------------------------------

Ref setRepr(Vm& vm, Value value) {
    auto* set = value.as<Set>();
    const std::string_view name = set->type->nameView();
    if (set->count == 0) return newStr(vm, fmt::format("{}()", name));
    ReprGuard guard(value);
    if (guard.recursive) return newStr(vm, fmt::format("{}(...)", name));
    const bool isPlain = set->type == vm.types.set;
    GrowingText text(vm, isPlain ? "{" : fmt::format("{}({{", name));
    const std::size_t opening = text.size();
    // Of a copy (set_repr), for an item's repr may change the set.
    const Ref items = CORO_TRY(listFromIterable(vm, value));
    for (const Value item : items.as<List>()->span()) {
        if (text.size() > opening) CORO_TRY(text.append(", "));
        CORO_TRY(text.append(viewOf(CORO_TRY(repr(vm, item)))));
    }
    CORO_TRY(text.append(isPlain ? "}" : "})"));
    return text.toStr();
}

Ref setCompare(Vm& vm, Value a, Value b, Comparison op) {
    if (!hasFlag(b, kTypeIsSet)) return Ref::notImplemented();
    auto* left = a.as<Set>();
    auto* right = b.as<Set>();
    switch (op) {
        case Comparison::Equal:
            return Ref::boolean(left->count == right->count && CORO_TRY(isSubset(vm, left, right)));
        case Comparison::NotEqual:
            return Ref::boolean(left->count != right->count ||
                                !CORO_TRY(isSubset(vm, left, right)));
        case Comparison::Less:
            return Ref::boolean(left->count < right->count && CORO_TRY(isSubset(vm, left, right)));
        case Comparison::LessEqual: return Ref::boolean(CORO_TRY(isSubset(vm, left, right)));
        case Comparison::Greater:
            return Ref::boolean(left->count > right->count && CORO_TRY(isSubset(vm, right, left)));
        case Comparison::GreaterEqual: return Ref::boolean(CORO_TRY(isSubset(vm, right, left)));
    }
    return Ref::notImplemented();
}

/// frozenset_hash: the order of the items does not matter.
Outcome<std::int64_t> frozenHash(Vm&, Value value) {
    auto* set = value.as<Set>();
    if (set->hash != -1) return set->hash;
    std::uint64_t hash = 0;
    for (std::uint32_t i = 0; i < set->used; ++i) {
        if (set->entries[i].key.isUnbound()) continue;
        const auto each = static_cast<std::uint64_t>(set->entries[i].hash);
        hash ^= ((each ^ 89869747ULL) ^ (each << 16)) * 3644798167ULL;
    }
    hash ^= (static_cast<std::uint64_t>(set->count) + 1) * 1927868237ULL;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069ULL + 907133923ULL;
    set->hash = static_cast<std::int64_t>(hash);
    if (set->hash == -1) set->hash = 590923713;
    return set->hash;
}

Outcome<std::int64_t> setLength(Vm&, Value value) { return value.as<Set>()->count; }

/// The hash of what is looked for; a set is looked for as a frozenset.
Outcome<std::int64_t> hashSought(Vm& vm, Value item) {
    if (hasFlag(item, kTypeIsSet) && !vm.typeOf(item)->slots.hash) return frozenHash(vm, item);
    return hashOf(vm, item);
}

Outcome<bool> setHas(Vm& vm, Value value, Value item) {
    return setContainsHashed(vm, value.as<Set>(), item, CORO_TRY(hashSought(vm, item)));
}

Ref toRef(Outcome<Ptr<Set>> made) { return made.isRaised() ? Ref(Raised{}) : made.take().toRef(); }

Outcome<Ptr<Set>> unionOf(Vm& vm, Set* set, Value other) {
    Ptr<Set> made = CORO_TRY(copyOf(vm, set));
    CORO_TRY(setUpdate(vm, made.get(), other));
    return made;
}

Ref setBinary(Vm& vm, Operator op, Value left, Value right) {
    if (!hasFlag(left, kTypeIsSet) || !hasFlag(right, kTypeIsSet)) return Ref::notImplemented();
    auto* set = left.as<Set>();
    switch (op) {
        case Operator::Or: return toRef(unionOf(vm, set, right));
        case Operator::And: return toRef(intersection(vm, set, right));
        case Operator::Subtract: return toRef(difference(vm, set, right));
        case Operator::Xor: return toRef(symmetricDifference(vm, set, right));
        default: return Ref::notImplemented();
    }
}

Status intersectionUpdate(Vm& vm, Set* set, Value other) {
    Ptr<Set> made = CORO_TRY(intersection(vm, set, other));
    setSwap(set, made.get());
    return kDone;
}

Ref setInPlace(Vm& vm, Operator op, Value left, Value right) {
    if (!hasFlag(right, kTypeIsSet)) return Ref::notImplemented();
    auto* set = left.as<Set>();
    switch (op) {
        case Operator::Or: CORO_TRY(setUpdate(vm, set, right)); return left;
        case Operator::And: CORO_TRY(intersectionUpdate(vm, set, right)); return left;
        case Operator::Subtract: CORO_TRY(differenceUpdate(vm, set, right)); return left;
        case Operator::Xor: CORO_TRY(symmetricUpdate(vm, set, right)); return left;
        default: return Ref::notImplemented();
    }
}

struct SetIterator : Object {
    Ptr<Set> set;  ///< let go at the end
    std::uint32_t position = 0;
    std::uint32_t count = 0;
};

Ref setIterate(Vm& vm, Value value) {
    Ptr<SetIterator> made = vm.heap.make<SetIterator>(vm.types.setIterator);
    made->set = Ptr<Set>(value.as<Set>());
    made->count = made->set->count;
    return std::move(made).toRef();
}

Ref iteratorNext(Vm& vm, Value value) {
    auto* iterator = value.as<SetIterator>();
    if (!iterator->set) return {};
    if (iterator->set->count != iterator->count) {
        iterator->count = UINT32_MAX;
        return raise(vm, vm.exc.RuntimeError, "Set changed size during iteration");
    }
    Value item;
    if (setNext(iterator->set.get(), iterator->position, item)) return item;
    iterator->set.reset();
    return {};
}

Ref setConstruct(Vm& vm, Type* type, const Arguments&) { return makeSetOf(vm, type).toRef(); }

Status setInit(Vm& vm, Value value, const Arguments& args) {
    auto* set = value.as<Set>();
    if (args.keywords && set->type == vm.types.set) {
        return raise(vm, vm.exc.TypeError, "set() takes no keyword arguments");
    }
    if (args.positional > 1) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("set expected at most 1 argument, got {}", args.positional));
    }
    if (set->fill) setClear(vm, set);
    set->finger = 0;
    if (args.positional == 1) CORO_TRY(setUpdate(vm, set, args[0]));
    return kDone;
}

Ref frozenConstruct(Vm& vm, Type* type, const Arguments& args) {
    if (args.keywords && type == vm.types.frozenset) {
        return raise(vm, vm.exc.TypeError, "frozenset() takes no keyword arguments");
    }
    if (args.positional > 1) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("frozenset expected at most 1 argument, got {}", args.positional));
    }
    if (args.positional == 1 && type == vm.types.frozenset && args[0].is(type)) return args[0];
    Ptr<Set> set = makeSetOf(vm, type);
    if (args.positional == 1) CORO_TRY(setUpdate(vm, set.get(), args[0]));
    return std::move(set).toRef();
}

// --- methods -----------------------------------------------------------------------------------

Ref methodUnion(Vm& vm, const Arguments& args) {
    Ptr<Set> made = CORO_TRY(copyOf(vm, self(args)));
    for (std::uint32_t i = 1; i < args.positional; ++i)
        CORO_TRY(setUpdate(vm, made.get(), args[i]));
    return std::move(made).toRef();
}

Ref methodIntersection(Vm& vm, const Arguments& args) {
    if (args.positional == 1) return toRef(copyOf(vm, self(args)));
    Ptr<Set> made(self(args));
    for (std::uint32_t i = 1; i < args.positional; ++i)
        made = CORO_TRY(intersection(vm, made.get(), args[i]));
    return std::move(made).toRef();
}

Ref methodDifference(Vm& vm, const Arguments& args) {
    if (args.positional == 1) return toRef(copyOf(vm, self(args)));
    Ptr<Set> made = CORO_TRY(difference(vm, self(args), args[1]));
    for (std::uint32_t i = 2; i < args.positional; ++i)
        CORO_TRY(differenceUpdate(vm, made.get(), args[i]));
    return std::move(made).toRef();
}

Ref methodSymmetricDifference(Vm& vm, const Arguments& args) {
    return toRef(symmetricDifference(vm, self(args), args[1]));
}

Ref methodCopy(Vm& vm, const Arguments& args) {
    if (args[0].is(vm.types.frozenset)) return args[0];
    return toRef(copyOf(vm, self(args)));
}

Ref methodIsSubset(Vm& vm, const Arguments& args) {
    Ptr<Set> other = CORO_TRY(asSet(vm, args[1]));
    return Ref::boolean(CORO_TRY(isSubset(vm, self(args), other.get())));
}

Ref methodIsSuperset(Vm& vm, const Arguments& args) {
    bool all = true;
    CORO_TRY(forEachOf(vm, args[1], [&](Value item, std::int64_t hash) -> Status {
        if (all && !CORO_TRY(setContainsHashed(vm, self(args), item, hash))) all = false;
        return kDone;
    }));
    return Ref::boolean(all);
}

Ref methodIsDisjoint(Vm& vm, const Arguments& args) {
    bool apart = true;
    CORO_TRY(forEachOf(vm, args[1], [&](Value item, std::int64_t hash) -> Status {
        if (apart && CORO_TRY(setContainsHashed(vm, self(args), item, hash))) apart = false;
        return kDone;
    }));
    return Ref::boolean(apart);
}

Ref methodContains(Vm& vm, const Arguments& args) {
    return Ref::boolean(CORO_TRY(setHas(vm, args[0], args[1])));
}

Ref methodAdd(Vm& vm, const Arguments& args) {
    CORO_TRY(setAdd(vm, self(args), args[1]));
    return Ref::none();
}

Outcome<bool> discard(Vm& vm, const Arguments& args) {
    return setDiscardHashed(vm, self(args), args[1], CORO_TRY(hashSought(vm, args[1])));
}

Ref methodRemove(Vm& vm, const Arguments& args) {
    if (!CORO_TRY(discard(vm, args))) return raiseKeyError(vm, args[1]);
    return Ref::none();
}

Ref methodDiscard(Vm& vm, const Arguments& args) {
    CORO_TRY(discard(vm, args));
    return Ref::none();
}

Ref methodPop(Vm& vm, const Arguments& args) {
    Ref item = setPop(self(args));
    if (item.isUnbound()) return raise(vm, vm.exc.KeyError, "pop from an empty set");
    return item;
}

Ref methodClear(Vm& vm, const Arguments& args) {
    setClear(vm, self(args));
    return Ref::none();
}

Ref methodUpdate(Vm& vm, const Arguments& args) {
    for (std::uint32_t i = 1; i < args.positional; ++i)
        CORO_TRY(setUpdate(vm, self(args), args[i]));
    return Ref::none();
}

Ref methodIntersectionUpdate(Vm& vm, const Arguments& args) {
    for (std::uint32_t i = 1; i < args.positional; ++i)
        CORO_TRY(intersectionUpdate(vm, self(args), args[i]));
    return Ref::none();
}

Ref methodDifferenceUpdate(Vm& vm, const Arguments& args) {
    for (std::uint32_t i = 1; i < args.positional; ++i)
        CORO_TRY(differenceUpdate(vm, self(args), args[i]));
    return Ref::none();
}

Ref methodSymmetricUpdate(Vm& vm, const Arguments& args) {
    CORO_TRY(symmetricUpdate(vm, self(args), args[1]));
    return Ref::none();
}

void addSharedMethods(Vm& vm, Type* type) {
    addMethod(vm, type, "union", methodUnion, 1, kAnyCount);
    addMethod(vm, type, "intersection", methodIntersection, 1, kAnyCount);
    addMethod(vm, type, "difference", methodDifference, 1, kAnyCount);
    addMethod(vm, type, "symmetric_difference", methodSymmetricDifference, 2, 2);
    addMethod(vm, type, "copy", methodCopy, 1, 1);
    addMethod(vm, type, "issubset", methodIsSubset, 2, 2);
    addMethod(vm, type, "issuperset", methodIsSuperset, 2, 2);
    addMethod(vm, type, "isdisjoint", methodIsDisjoint, 2, 2);
    addMethod(vm, type, "__contains__", methodContains, 2, 2);
}

}  // namespace

void initSetType(Vm& vm) {
    Slots slots;
    slots.destroy = destroySet;
    slots.traverse = traverseSet;
    slots.repr = setRepr;
    slots.compare = setCompare;
    slots.iterate = setIterate;
    slots.length = setLength;
    slots.contains = setHas;
    slots.binary = setBinary;
    Slots frozen = slots;
    slots.inPlace = setInPlace;
    slots.construct = setConstruct;
    slots.init = setInit;
    readyType(vm, vm.types.set, nullptr, kTypeIsSet, sizeof(Set), 0, slots);
    frozen.hash = frozenHash;
    frozen.construct = frozenConstruct;
    readyType(vm, vm.types.frozenset, nullptr, kTypeIsSet, sizeof(Set), 0, frozen);
    addSharedMethods(vm, vm.types.set);
    addSharedMethods(vm, vm.types.frozenset);
    Type* type = vm.types.set;
    addMethod(vm, type, "add", methodAdd, 2, 2);
    addMethod(vm, type, "remove", methodRemove, 2, 2);
    addMethod(vm, type, "discard", methodDiscard, 2, 2);
    addMethod(vm, type, "pop", methodPop, 1, 1);
    addMethod(vm, type, "clear", methodClear, 1, 1);
    addMethod(vm, type, "update", methodUpdate, 1, kAnyCount);
    addMethod(vm, type, "intersection_update", methodIntersectionUpdate, 1, kAnyCount);
    addMethod(vm, type, "difference_update", methodDifferenceUpdate, 1, kAnyCount);
    addMethod(vm, type, "symmetric_difference_update", methodSymmetricUpdate, 2, 2);

    Slots iterator;
    iterator.destroy = destroyAs<SetIterator>;
    iterator.traverse = traverseMembers<&SetIterator::set>;
    iterator.iterate = [](Vm&, Value value) -> Ref { return value; };
    iterator.next = iteratorNext;
    readyType(vm, vm.types.setIterator, nullptr, kTypeIsFinal | kTypeNoConstruct,
              sizeof(SetIterator), 0, iterator);
}

}  // namespace coroscope::runtime
