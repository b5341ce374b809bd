// dict_keys, dict_values, dict_items, and the iterators over a dict (Objects/dictobject.c).
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/types/repr_guard.h"

namespace coroscope::runtime {

namespace {

enum class What : std::uint8_t { Keys, Values, Items };

struct DictIterator : Object {
    Ptr<Dict> dict;              ///< let go at the end
    std::uint32_t position = 0;  ///< forwards: the next entry; backwards: one past it
    std::uint32_t count = 0;     ///< of the dict when it began
    std::uint32_t remaining = 0;
    What what = What::Keys;
    bool backwards = false;
};

Ref makeIterator(Vm& vm, Dict* dict, What what, bool backwards) {
    Type* const forwardTypes[] = {vm.types.dictKeyIterator, vm.types.dictValueIterator,
                                  vm.types.dictItemIterator};
    Type* const backwardTypes[] = {vm.types.dictReverseKeyIterator,
                                   vm.types.dictReverseValueIterator,
                                   vm.types.dictReverseItemIterator};
    const int which = static_cast<int>(what);
    Ptr<DictIterator> made =
        vm.heap.make<DictIterator>(backwards ? backwardTypes[which] : forwardTypes[which]);
    made->dict = Ptr<Dict>(dict);
    made->position = backwards ? dict->used : firstLiving(dict);
    made->count = made->remaining = dict->count;
    made->what = what;
    made->backwards = backwards;
    return std::move(made).toRef();
}

Ref iteratorNext(Vm& vm, Value value) {
    auto* iterator = value.as<DictIterator>();
    Dict* dict = iterator->dict.get();
    if (!dict) return {};
    if (dict->count != iterator->count) {
        iterator->count = UINT32_MAX;  // it stays so
        return raise(vm, vm.exc.RuntimeError, "dictionary changed size during iteration");
    }
    const DictEntry* found = nullptr;
    if (iterator->backwards) {
        std::uint32_t at = std::min(iterator->position, dict->used);
        while (at > 0 && !found) {
            if (!dict->entries[--at].key.isUnbound()) found = &dict->entries[at];
        }
        iterator->position = at;
    } else {
        while (iterator->position < dict->used && !found) {
            const DictEntry& entry = dict->entries[iterator->position++];
            if (!entry.key.isUnbound()) found = &entry;
        }
    }
    if (!found) {
        iterator->dict.reset();
        return {};
    }
    if (!iterator->backwards && iterator->remaining == 0) {
        iterator->dict.reset();
        return raise(vm, vm.exc.RuntimeError, "dictionary keys changed during iteration");
    }
    --iterator->remaining;
    switch (iterator->what) {
        case What::Keys: return found->key;
        case What::Values: return found->value;
        case What::Items: break;
    }
    return makeTuple(vm, std::initializer_list<Value>{found->key, found->value}).toRef();
}

Ref iterateSelf(Vm&, Value self) { return self; }

Ref iteratorLengthHint(Vm&, const Arguments& args) {
    auto* iterator = args[0].as<DictIterator>();
    const bool valid = iterator->dict && iterator->dict->count == iterator->count;
    return Ref::ofInt(valid ? iterator->remaining : 0);
}

What whatOf(Vm& vm, Value view) {
    if (view.is(vm.types.dictKeys)) return What::Keys;
    return view.is(vm.types.dictValues) ? What::Values : What::Items;
}

Dict* dictOf(Value view) { return view.as<DictView>()->dict.get(); }

Ref viewIterate(Vm& vm, Value view) {
    return makeIterator(vm, dictOf(view), whatOf(vm, view), false);
}
Ref viewReversed(Vm& vm, const Arguments& args) {
    return makeIterator(vm, dictOf(args[0]), whatOf(vm, args[0]), true);
}
Outcome<std::int64_t> viewLength(Vm&, Value view) { return dictOf(view)->count; }

Ref viewRepr(Vm& vm, Value view) {
    ReprGuard guard(view);
    if (guard.recursive) return newStr(vm, "...");
    Ref items = CORO_TRY(listFromIterable(vm, view));
    const std::string text = CORO_TRY(reprText(vm, items));
    return newStr(vm, fmt::format("{}({})", view.object->type->nameView(), text));
}

Outcome<bool> keysContains(Vm& vm, Value view, Value key) {
    Value found = dictGet(vm, dictOf(view), key);
    if (found.isRaised()) return Raised{};
    return !found.isUnbound();
}

Outcome<bool> itemsContains(Vm& vm, Value view, Value item) {
    if (!hasFlag(item, kTypeIsTuple) || item.as<Tuple>()->count != 2) return false;
    Value found = dictGet(vm, dictOf(view), item.as<Tuple>()->items()[0]);
    if (found.isRaised()) return Raised{};
    if (found.isUnbound()) return false;
    Ref keep(found);
    return equal(vm, keep, item.as<Tuple>()->items()[1]);
}

bool isSetLike(Vm& vm, Value value) {
    const Type* type = vm.typeOf(value);
    return hasFlag(value, kTypeIsSet) || type->isSubtypeOf(vm.types.dictKeys) ||
           type->isSubtypeOf(vm.types.dictItems);
}

/// Is every item of `a` in `b`?
Outcome<bool> allContained(Vm& vm, Value a, Value b) {
    Ref iterator = CORO_TRY(iterate(vm, a));
    for (;;) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return true;
        if (!CORO_TRY(contains(vm, b, item))) return false;
    }
}

Ref viewCompare(Vm& vm, Value a, Value b, Comparison op) {
    if (!isSetLike(vm, b)) return Ref::notImplemented();
    const std::int64_t left = CORO_TRY(length(vm, a));
    const std::int64_t right = CORO_TRY(length(vm, b));
    switch (op) {
        case Comparison::Equal:
            return Ref::boolean(left == right && CORO_TRY(allContained(vm, a, b)));
        case Comparison::NotEqual:
            return Ref::boolean(!(left == right && CORO_TRY(allContained(vm, a, b))));
        case Comparison::Less:
            return Ref::boolean(left < right && CORO_TRY(allContained(vm, a, b)));
        case Comparison::LessEqual:
            return Ref::boolean(left <= right && CORO_TRY(allContained(vm, a, b)));
        case Comparison::Greater:
            return Ref::boolean(left > right && CORO_TRY(allContained(vm, b, a)));
        case Comparison::GreaterEqual:
            return Ref::boolean(left >= right && CORO_TRY(allContained(vm, b, a)));
    }
    return Ref::notImplemented();
}

bool isSetLikeView(Vm& vm, Value value) {
    return value.is(vm.types.dictKeys) || value.is(vm.types.dictItems);
}

/// dictviews_to_set: keys are taken from the dict itself, whose size is known.
Outcome<Ptr<Set>> setOfView(Vm& vm, Value view) {
    Ptr<Set> made = makeSet(vm);
    const bool fromDict = view.is(vm.types.dictKeys) && Value(dictOf(view)).is(vm.types.dict);
    CORO_TRY(setUpdate(vm, made.get(), fromDict ? Value(dictOf(view)) : view));
    return made;
}

/// _PyDictView_Intersect: goes through the smaller side where it can tell.
Ref intersectView(Vm& vm, Value view, Value other) {
    if (!isSetLikeView(vm, view)) std::swap(view, other);
    const std::uint32_t size = dictOf(view)->count;
    if (other.is(vm.types.set) && size <= other.as<Set>()->count)
        return vm.callMethod(other, vm.intern("intersection"), {view});
    if (isSetLikeView(vm, other) && dictOf(other)->count > size) std::swap(view, other);
    Ptr<Set> made = makeSet(vm);
    Ref iterator = CORO_TRY(iterate(vm, other));
    for (;;) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return std::move(made).toRef();
        if (!burnFuel(vm, 1)) return Raised{};
        if (CORO_TRY(contains(vm, view, item))) CORO_TRY(setAdd(vm, made.get(), item));
    }
}

/// dictitems_xor: first what only the right dict has, or has otherwise, then the rest of the left.
Ref itemsXor(Vm& vm, Value left, Value right) {
    Ptr<Dict> rest = dictCopy(vm, dictOf(left));
    Ptr<Set> made = makeSet(vm);
    Ref iterator = CORO_TRY(iterate(vm, right));
    for (;;) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) break;
        if (!burnFuel(vm, 1)) return Raised{};
        const Value key = item.as<Tuple>()->items()[0];
        Ref other = dictGet(vm, rest.get(), key);
        if (other.isRaised()) return Raised{};
        if (!other.isUnbound() && CORO_TRY(equal(vm, other, item.as<Tuple>()->items()[1]))) {
            CORO_TRY(dictDelete(vm, rest.get(), key));
        } else {
            CORO_TRY(setAdd(vm, made.get(), item));
        }
    }
    Ref remaining = makeItemsView(vm, rest.get());
    CORO_TRY(setUpdate(vm, made.get(), remaining));
    return std::move(made).toRef();
}

Ref viewBinary(Vm& vm, Operator op, Value left, Value right) {
    std::string_view method;
    switch (op) {
        case Operator::Subtract: method = "difference_update"; break;
        case Operator::Or: method = "update"; break;
        case Operator::Xor:
            if (left.is(vm.types.dictItems) && right.is(vm.types.dictItems))
                return itemsXor(vm, left, right);
            method = "symmetric_difference_update";
            break;
        case Operator::And: return intersectView(vm, left, right);
        default: return Ref::notImplemented();
    }
    Ptr<Set> made = CORO_TRY(setOfView(vm, left));
    CORO_TRY(vm.callMethod(made.value(), vm.intern(method), {right}));
    return std::move(made).toRef();
}

Ref viewIsDisjoint(Vm& vm, const Arguments& args) {
    Ref iterator = CORO_TRY(iterate(vm, args[1]));
    for (;;) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return Ref::boolean(true);
        if (CORO_TRY(contains(vm, args[0], item))) return Ref::boolean(false);
        if (!burnFuel(vm, 1)) return Raised{};
    }
}

}  // namespace

Ref makeDictView(Vm& vm, Type* type, Dict* dict) {
    Ptr<DictView> view = vm.heap.make<DictView>(type);
    view->dict = Ptr<Dict>(dict);
    return std::move(view).toRef();
}
Ref makeKeysView(Vm& vm, Dict* dict) { return makeDictView(vm, vm.types.dictKeys, dict); }
Ref makeValuesView(Vm& vm, Dict* dict) { return makeDictView(vm, vm.types.dictValues, dict); }
Ref makeItemsView(Vm& vm, Dict* dict) { return makeDictView(vm, vm.types.dictItems, dict); }
Ref iterateDictKeys(Vm& vm, Value dict) {
    return makeIterator(vm, dict.as<Dict>(), What::Keys, false);
}
Ref reverseDictKeys(Vm& vm, Value dict) {
    return makeIterator(vm, dict.as<Dict>(), What::Keys, true);
}

void initDictViews(Vm& vm) {
    for (Type* type : {vm.types.dictKeys, vm.types.dictValues, vm.types.dictItems}) {
        Slots slots;
        slots.destroy = destroyAs<DictView>;
        slots.traverse = traverseMembers<&DictView::dict>;
        slots.repr = viewRepr;
        slots.iterate = viewIterate;
        slots.length = viewLength;
        if (type != vm.types.dictValues) {
            slots.contains = type == vm.types.dictKeys ? keysContains : itemsContains;
            slots.compare = viewCompare;
            slots.binary = viewBinary;
        }
        readyType(vm, type, nullptr, kTypeIsFinal | kTypeNoConstruct, sizeof(DictView), 0, slots);
        addMethod(vm, type, "__reversed__", viewReversed, 1, 1);
        if (type != vm.types.dictValues) addMethod(vm, type, "isdisjoint", viewIsDisjoint, 2, 2);
    }
    for (Type* type : {vm.types.dictKeyIterator, vm.types.dictValueIterator,
                       vm.types.dictItemIterator, vm.types.dictReverseKeyIterator,
                       vm.types.dictReverseValueIterator, vm.types.dictReverseItemIterator}) {
        Slots slots;
        slots.destroy = destroyAs<DictIterator>;
        slots.traverse = traverseMembers<&DictIterator::dict>;
        slots.iterate = iterateSelf;
        slots.next = iteratorNext;
        readyType(vm, type, nullptr, kTypeIsFinal | kTypeNoConstruct, sizeof(DictIterator), 0,
                  slots);
        addMethod(vm, type, "__length_hint__", iteratorLengthHint, 1, 1);
    }
}

}  // namespace coroscope::runtime
