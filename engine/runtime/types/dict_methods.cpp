// dict: its methods and operators (Objects/dictobject.c).
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/types/growing_text.h"
#include "engine/runtime/types/repr_guard.h"

namespace coroscope::runtime {

Raised raiseKeyError(Vm& vm, Value key) { return raiseWith(vm, vm.exc.KeyError, key); }

namespace {

Dict* self(const Arguments& args) { return args[0].as<Dict>(); }

/// `d[key]` of a subclass asks __missing__ first.
Ref dictGetItem(Vm& vm, Value dict, Value key) {
    Value found = dictGet(vm, dict.as<Dict>(), key);
    if (found.isRaised()) return Raised{};
    if (!found.isUnbound()) return found;
    if (dict.object->type != vm.types.dict) {
        Ref missing = CORO_TRY(lookupSpecial(vm, dict, vm.names.__missing__));
        if (!missing.isUnbound()) return vm.call(missing, {key});
    }
    return raiseKeyError(vm, key);
}

Status dictSetItem(Vm& vm, Value dict, Value key, Value value) {
    if (!value.isUnbound()) return dictSet(vm, dict.as<Dict>(), key, value);
    if (!CORO_TRY(dictDelete(vm, dict.as<Dict>(), key))) return raiseKeyError(vm, key);
    return kDone;
}

Outcome<bool> dictContains(Vm& vm, Value dict, Value key) {
    Value found = dictGet(vm, dict.as<Dict>(), key);
    if (found.isRaised()) return Raised{};
    return !found.isUnbound();
}

Outcome<std::int64_t> dictLength(Vm&, Value dict) { return dict.as<Dict>()->count; }

Ref dictRepr(Vm& vm, Value value) {
    auto* dict = value.as<Dict>();
    if (dict->count == 0) return newStr(vm, "{}");
    ReprGuard guard(value);
    if (guard.recursive) return newStr(vm, "{...}");
    GrowingText text(vm, "{");
    for (std::uint32_t i = 0; i < dict->used; ++i) {
        if (dict->entries[i].key.isUnbound()) continue;
        Ref key(dict->entries[i].key);
        Ref item(dict->entries[i].value);
        if (text.size() > 1) CORO_TRY(text.append(", "));
        CORO_TRY(text.append(viewOf(CORO_TRY(repr(vm, key)))));
        CORO_TRY(text.append(": "));
        CORO_TRY(text.append(viewOf(CORO_TRY(repr(vm, item)))));
    }
    CORO_TRY(text.append("}"));
    return text.toStr();
}

/// Are they equal? (dict_equal)
Outcome<bool> sameDicts(Vm& vm, Dict* a, Dict* b) {
    if (a->count != b->count) return false;
    for (std::uint32_t i = 0; i < a->used; ++i) {
        if (a->entries[i].key.isUnbound()) continue;
        Ref key(a->entries[i].key);
        Ref left(a->entries[i].value);
        Value found = dictGetHashed(vm, b, key, a->entries[i].hash);
        if (found.isRaised()) return Raised{};
        if (found.isUnbound()) return false;
        Ref right(found);
        if (!CORO_TRY(equal(vm, left, right))) return false;
    }
    return true;
}

Ref dictCompare(Vm& vm, Value a, Value b, Comparison op) {
    if (!hasFlag(b, kTypeIsDict) || (op != Comparison::Equal && op != Comparison::NotEqual))
        return Ref::notImplemented();
    const bool same = CORO_TRY(sameDicts(vm, a.as<Dict>(), b.as<Dict>()));
    return Ref::boolean(same == (op == Comparison::Equal));
}

Ref dictBinary(Vm& vm, Operator op, Value left, Value right) {
    if (op != Operator::Or || !hasFlag(left, kTypeIsDict) || !hasFlag(right, kTypeIsDict))
        return Ref::notImplemented();
    Ptr<Dict> made = dictCopy(vm, left.as<Dict>());
    CORO_TRY(dictMerge(vm, made.get(), right.as<Dict>()));
    return std::move(made).toRef();
}

Ref dictInPlace(Vm& vm, Operator op, Value left, Value right) {
    if (op != Operator::Or) return Ref::notImplemented();
    CORO_TRY(dictUpdate(vm, left.as<Dict>(), right));
    return left;
}

Status updateFromPairs(Vm& vm, Dict* dict, Value pairs) {
    Ref iterator = CORO_TRY(iterate(vm, pairs));
    for (std::int64_t number = 0;; ++number) {
        Ref pair = CORO_TRY(next(vm, iterator));
        if (pair.isUnbound()) return kDone;
        if (!burnFuel(vm, 1)) return Raised{};
        Ref items = listFromIterable(vm, pair);
        if (items.isRaised()) {
            if (vm.pending && vm.pending->type == vm.exc.TypeError) {
                vm.pending.reset();
                return raise(
                    vm, vm.exc.TypeError,
                    fmt::format(
                        "cannot convert dictionary update sequence element #{} to a sequence",
                        number));
            }
            return Raised{};
        }
        auto* list = items.as<List>();
        if (list->count != 2) {
            return raise(
                vm, vm.exc.ValueError,
                fmt::format("dictionary update sequence element #{} has length {}; 2 is required",
                            number, list->count));
        }
        CORO_TRY(dictSet(vm, dict, list->items[0], list->items[1]));
    }
}

/// What dict(), update() share: at most one positional argument, then keywords
/// (dict_update_common).
Status updateFromArguments(Vm& vm, Dict* dict, const Arguments& args, std::string_view name) {
    if (args.positional > 1) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{} expected at most 1 argument, got {}", name, args.positional));
    }
    if (args.positional == 1) CORO_TRY(dictUpdate(vm, dict, args[0]));
    for (std::uint32_t i = 0; i < args.keywords; ++i) {
        CORO_TRY(dictSet(vm, dict, args.keywordNames[i], args.values[args.positional + i]));
    }
    return kDone;
}

Ref dictConstruct(Vm& vm, Type* type, const Arguments&) {
    Ptr<Dict> dict = makeInstance<Dict>(vm, type);
    dict->keysVersion = vm.nextVersion();
    return std::move(dict).toRef();
}

Status dictInit(Vm& vm, Value value, const Arguments& args) {
    return updateFromArguments(vm, value.as<Dict>(), args, "dict");
}

Ref methodGet(Vm& vm, const Arguments& args) {
    Value found = dictGet(vm, self(args), args[1]);
    if (found.isRaised()) return Raised{};
    if (!found.isUnbound()) return found;
    return args.positional > 2 ? args[2] : Value::none();
}

Ref methodSetDefault(Vm& vm, const Arguments& args) {
    const std::int64_t hash = CORO_TRY(hashOf(vm, args[1]));
    Value found = dictGetHashed(vm, self(args), args[1], hash);
    if (found.isRaised()) return Raised{};
    if (!found.isUnbound()) return found;
    const Value value = args.positional > 2 ? args[2] : Value::none();
    CORO_TRY(dictSetHashed(vm, self(args), args[1], hash, value));
    return value;
}

Ref methodPop(Vm& vm, const Arguments& args) {
    const std::int64_t hash = CORO_TRY(hashOf(vm, args[1]));
    const std::int32_t at = CORO_TRY(dictFind(vm, self(args), args[1], hash));
    if (at < 0) {
        if (args.positional > 2) return args[2];
        return raiseKeyError(vm, args[1]);
    }
    Ref value(self(args)->entries[at].value);
    dictRemoveAt(self(args), at);
    return value;
}

Ref methodPopItem(Vm& vm, const Arguments& args) {
    Dict* dict = self(args);
    if (dict->count == 0) {
        return raiseKeyError(vm, Value(vm.intern("popitem(): dictionary is empty")));
    }
    std::uint32_t at = dict->used;
    while (dict->entries[--at].key.isUnbound()) {
    }
    Ptr<Tuple> pair =
        makeTuple(vm, std::initializer_list<Value>{dict->entries[at].key, dict->entries[at].value});
    dictRemoveAt(dict, static_cast<std::int32_t>(at));
    dict->used = std::min(dict->used, at);  // its place is free again, unlike after `del`
    return std::move(pair).toRef();
}

Ref methodUpdate(Vm& vm, const Arguments& args) {
    CORO_TRY(updateFromArguments(vm, self(args), args.withoutFirst(), "update"));
    return Ref::none();
}

Ref methodCopy(Vm& vm, const Arguments& args) { return dictCopy(vm, self(args)).toRef(); }

Ref methodClear(Vm& vm, const Arguments& args) {
    dictClear(vm, self(args));
    return Ref::none();
}

Ref methodKeys(Vm& vm, const Arguments& args) { return makeKeysView(vm, self(args)); }
Ref methodValues(Vm& vm, const Arguments& args) { return makeValuesView(vm, self(args)); }
Ref methodItems(Vm& vm, const Arguments& args) { return makeItemsView(vm, self(args)); }
Ref methodReversed(Vm& vm, const Arguments& args) { return reverseDictKeys(vm, args[0]); }
Ref methodContains(Vm& vm, const Arguments& args) {
    return Ref::boolean(CORO_TRY(dictContains(vm, args[0], args[1])));
}

Ref methodFromKeys(Vm& vm, const Arguments& args) {
    Ref made = CORO_TRY(vm.call(args[0]));
    Ref iterator = CORO_TRY(iterate(vm, args[1]));
    const Value value = args.positional > 2 ? args[2] : Value::none();
    for (;;) {
        Ref key = CORO_TRY(next(vm, iterator));
        if (key.isUnbound()) return made;
        if (!burnFuel(vm, 1)) return Raised{};
        if (made.is(vm.types.dict)) {
            CORO_TRY(dictSet(vm, made.as<Dict>(), key, value));
        } else {
            CORO_TRY(setItem(vm, made, key, value));
        }
    }
}

}  // namespace

Status dictUpdate(Vm& vm, Dict* dict, Value other) {
    if (hasFlag(other, kTypeIsDict) &&
        other.object->type->slots.iterate == vm.types.dict->slots.iterate) {
        return dictMerge(vm, dict, other.as<Dict>());
    }
    Ref keys = CORO_TRY(findAttribute(vm, other, vm.names.keys));
    if (keys.isUnbound()) return updateFromPairs(vm, dict, other);
    // All keys before any value, which may change what it is asked of (Objects/dictobject.c
    // dict_merge, PyMapping_Keys).
    Ref names = CORO_TRY(listFromIterable(vm, CORO_TRY(vm.call(keys))));
    for (Value key : names.as<List>()->span()) {
        if (!burnFuel(vm, 1)) return Raised{};
        Ref value = CORO_TRY(getItem(vm, other, key));
        CORO_TRY(dictSet(vm, dict, key, value));
    }
    return kDone;
}

void initDictType(Vm& vm) {
    Slots slots;
    slots.destroy = destroyDict;
    slots.traverse = traverseDict;
    slots.repr = dictRepr;
    slots.compare = dictCompare;
    slots.iterate = iterateDictKeys;
    slots.length = dictLength;
    slots.getItem = dictGetItem;
    slots.setItem = dictSetItem;
    slots.contains = dictContains;
    slots.binary = dictBinary;
    slots.inPlace = dictInPlace;
    slots.construct = dictConstruct;
    slots.init = dictInit;
    Type* type = vm.types.dict;
    readyType(vm, type, nullptr, kTypeIsDict, sizeof(Dict), 0, slots);
    addMethod(vm, type, "get", methodGet, 2, 3);
    addMethod(vm, type, "setdefault", methodSetDefault, 2, 3);
    addMethod(vm, type, "pop", methodPop, 2, 3);
    addMethod(vm, type, "popitem", methodPopItem, 1, 1);
    addMethod(vm, type, "update", methodUpdate, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "copy", methodCopy, 1, 1);
    addMethod(vm, type, "clear", methodClear, 1, 1);
    addMethod(vm, type, "keys", methodKeys, 1, 1);
    addMethod(vm, type, "values", methodValues, 1, 1);
    addMethod(vm, type, "items", methodItems, 1, 1);
    addMethod(vm, type, "__reversed__", methodReversed, 1, 1);
    addMethod(vm, type, "__contains__", methodContains, 2, 2);
    addClassMethod(vm, type, "fromkeys", methodFromKeys, 2, 3);
    initDictViews(vm);
}

}  // namespace coroscope::runtime
