// collections.deque (Modules/_collectionsmodule.c), as a ring in one array.
#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "engine/runtime/counted.h"
#include "engine/runtime/effort.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/modules/ordered_dict.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/types/generic_alias.h"
#include "engine/runtime/types/list_internal.h"
#include "engine/runtime/types/repr_guard.h"

namespace coroscope::runtime {

namespace {

struct Deque : Object {
    explicit Deque(Heap& heap) : items(Counted<Ref>(heap)) {}
    CountedDeque<Ref> items;
    std::int64_t maximum = -1;  ///< maxlen; -1: none
    std::uint64_t changes = 0;  ///< counts additions and removals, for iterators
};

struct DequeIterator : Object {
    Ptr<Deque> deque;
    std::size_t index = 0;
    std::uint64_t changes = 0;
    bool backwards = false;
};

Deque* self(const Arguments& args) { return args[0].as<Deque>(); }

Status append(Vm& vm, Deque* deque, Value item, bool left) {
    if (deque->maximum == 0) return kDone;
    Ref gone;
    if (left) {
        deque->items.emplace_front(item);
    } else {
        deque->items.emplace_back(item);
    }
    ++deque->changes;
    if (deque->maximum > 0 && static_cast<std::int64_t>(deque->items.size()) > deque->maximum) {
        if (left) {
            gone = std::move(deque->items.back());
            deque->items.pop_back();
        } else {
            gone = std::move(deque->items.front());
            deque->items.pop_front();
        }
        ++deque->changes;
    }
    return checkMemory(vm);
}

Status extend(Vm& vm, Deque* deque, Value iterable, bool left) {
    Ref source = iterable;
    if (iterable.isObject() && iterable.object == deque)
        source = CORO_TRY(listFromIterable(vm, iterable));
    Ref iterator = CORO_TRY(iterate(vm, source));
    for (;;) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return kDone;
        if (!burnFuel(vm, 1)) return Raised{};
        CORO_TRY(append(vm, deque, item, left));
    }
}

void clear(Deque* deque) {
    CountedDeque<Ref> old(deque->items.get_allocator());
    old.swap(deque->items);
    ++deque->changes;
}

Ref dequeConstruct(Vm& vm, Type* type, const Arguments&) {
    return makeInstance<Deque>(vm, type, vm.heap).toRef();
}

Status dequeInit(Vm& vm, Value value, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"iterable", "maxlen"};
    Value bound[2];
    CORO_TRY(bindArguments(vm, "deque", args, kNames, 0, 2, bound));
    auto* deque = value.as<Deque>();
    std::int64_t maximum = -1;
    if (!bound[1].isUnbound() && !bound[1].isNone()) {
        if (!isInt(bound[1])) return raise(vm, vm.exc.TypeError, "an integer is required");
        maximum = CORO_TRY(asIndex(vm, bound[1]));
        if (maximum < 0) return raise(vm, vm.exc.ValueError, "maxlen must be non-negative");
    }
    deque->maximum = maximum;
    clear(deque);
    if (!bound[0].isUnbound()) CORO_TRY(extend(vm, deque, bound[0], false));
    return kDone;
}

void destroyDeque(Object* object) { destroyAs<Deque>(object); }

Ref dequeRepr(Vm& vm, Value value) {
    auto* deque = value.as<Deque>();
    ReprGuard guard(value);
    if (guard.recursive) return newStr(vm, "[...]");
    Ref list = CORO_TRY(listFromIterable(vm, value));
    const std::string text = CORO_TRY(reprText(vm, list));
    if (deque->maximum < 0)
        return newStr(vm, fmt::format("{}({})", deque->type->name->view(), text));
    return newStr(
        vm, fmt::format("{}({}, maxlen={})", deque->type->name->view(), text, deque->maximum));
}

Ref dequeCompare(Vm& vm, Value a, Value b, Comparison op) {
    if (!b.isObject() || b.object->type->slots.repr != dequeRepr) return Ref::notImplemented();
    takeEffort(vm, 16);  // two lists are made
    Ref left = CORO_TRY(listFromIterable(vm, a));
    Ref right = CORO_TRY(listFromIterable(vm, b));
    return compare(vm, left, right, op);
}

Outcome<std::int64_t> dequeLength(Vm&, Value value) {
    return static_cast<std::int64_t>(value.as<Deque>()->items.size());
}
Outcome<bool> dequeTruth(Vm&, Value value) { return !value.as<Deque>()->items.empty(); }

Outcome<std::int64_t> place(Vm& vm, Deque* deque, Value key) {
    std::int64_t index = CORO_TRY(asSequenceIndex(vm, key));
    const auto size = static_cast<std::int64_t>(deque->items.size());
    if (index < 0) index += size;
    if (index < 0 || index >= size) return raise(vm, vm.exc.IndexError, "deque index out of range");
    return index;
}

Ref dequeGetItem(Vm& vm, Value value, Value key) {
    if (!isInt(key) && lookupInType(vm, vm.typeOf(key), vm.names.__index__).isUnbound()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("sequence index must be integer, not '{}'", typeName(vm, key)));
    }
    return value.as<Deque>()
        ->items[static_cast<std::size_t>(CORO_TRY(place(vm, value.as<Deque>(), key)))];
}

Status dequeSetItem(Vm& vm, Value value, Value key, Value item) {
    auto* deque = value.as<Deque>();
    const std::int64_t at = CORO_TRY(place(vm, deque, key));
    Ref old = std::move(deque->items[static_cast<std::size_t>(at)]);
    if (item.isUnbound()) {
        takeEffort(vm, std::min(at, static_cast<std::int64_t>(deque->items.size()) - at));
        deque->items.erase(deque->items.begin() + at);
        ++deque->changes;
    } else {
        deque->items[static_cast<std::size_t>(at)] = item;
    }
    return kDone;
}

Ref iteratorOf(Vm& vm, Value value, bool backwards);
Ref dequeIterate(Vm& vm, Value value) { return iteratorOf(vm, value, false); }

Ref iteratorNext(Vm& vm, Value value) {
    auto* iterator = value.as<DequeIterator>();
    if (!iterator->deque) return {};
    if (iterator->deque->changes != iterator->changes) {
        iterator->deque.reset();
        return raise(vm, vm.exc.RuntimeError, "deque mutated during iteration");
    }
    const auto& items = iterator->deque->items;
    if (iterator->index >= items.size()) {
        iterator->deque.reset();
        return {};
    }
    const std::size_t at = iterator->index++;
    return items[iterator->backwards ? items.size() - 1 - at : at];
}

Type* typeNamed(Vm& vm, std::string_view name) {
    return dictGetStr(vm.privates.get(), vm.intern(name)).as<Type>();
}

Ref iteratorOf(Vm& vm, Value value, bool backwards) {
    Ptr<DequeIterator> made = vm.heap.make<DequeIterator>(
        typeNamed(vm, backwards ? "_deque_reverse_iterator" : "_deque_iterator"));
    made->deque = Ptr<Deque>(value.as<Deque>());
    made->changes = made->deque->changes;
    made->backwards = backwards;
    return std::move(made).toRef();
}

Outcome<bool> dequeContains(Vm& vm, Value value, Value item) {
    Ref iterator = CORO_TRY(iteratorOf(vm, value, false));
    for (;;) {
        Ref each = CORO_TRY(iteratorNext(vm, iterator));
        if (each.isUnbound()) return false;
        if (CORO_TRY(equal(vm, each, item))) return true;
    }
}

Ptr<Deque> copyOf(Vm& vm, Deque* deque) {
    Ptr<Deque> made = makeInstance<Deque>(vm, typeNamed(vm, "deque"), vm.heap);
    made->maximum = deque->maximum;
    made->items = deque->items;
    return made;
}

Status repeat(Vm& vm, Deque* deque, Value times) {
    const std::int64_t by = CORO_TRY(repeatCount(vm, times));
    CORO_TRY(repeatedSize(vm, deque->items.size(), by));
    if (by == 0) {
        clear(deque);
        return kDone;
    }
    const CountedDeque<Ref> once = deque->items;
    for (std::int64_t i = 1; i < by; ++i) {
        for (const Ref& item : once) CORO_TRY(append(vm, deque, item, false));
        if (!burnFuel(vm, static_cast<std::int64_t>(once.size()))) return Raised{};
    }
    return kDone;
}

Ref dequeBinary(Vm& vm, Operator op, Value left, Value right) {
    const auto isDeque = [](Value v) {
        return v.isObject() && v.object->type->slots.repr == dequeRepr;
    };
    if (op == Operator::Add && isDeque(left)) {
        if (!isDeque(right)) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("can only concatenate deque (not \"{}\") to deque",
                                     typeName(vm, right)));
        }
        Ptr<Deque> made = copyOf(vm, left.as<Deque>());
        CORO_TRY(extend(vm, made.get(), right, false));
        return std::move(made).toRef();
    }
    if (op == Operator::Multiply) {
        if (!isDeque(left)) std::swap(left, right);
        if (!isInt(right)) return Ref::notImplemented();
        Ptr<Deque> made = copyOf(vm, left.as<Deque>());
        CORO_TRY(repeat(vm, made.get(), right));
        return std::move(made).toRef();
    }
    return Ref::notImplemented();
}

Ref dequeInPlace(Vm& vm, Operator op, Value left, Value right) {
    if (op == Operator::Add) {
        CORO_TRY(extend(vm, left.as<Deque>(), right, false));
        return left;
    }
    if (op == Operator::Multiply && isInt(right)) {
        CORO_TRY(repeat(vm, left.as<Deque>(), right));
        return left;
    }
    return Ref::notImplemented();
}

// --- methods -----------------------------------------------------------------------------------

Ref methodAppend(Vm& vm, const Arguments& args) {
    CORO_TRY(append(vm, self(args), args[1], false));
    return Ref::none();
}
Ref methodAppendLeft(Vm& vm, const Arguments& args) {
    CORO_TRY(append(vm, self(args), args[1], true));
    return Ref::none();
}
Ref methodExtend(Vm& vm, const Arguments& args) {
    CORO_TRY(extend(vm, self(args), args[1], false));
    return Ref::none();
}
Ref methodExtendLeft(Vm& vm, const Arguments& args) {
    CORO_TRY(extend(vm, self(args), args[1], true));
    return Ref::none();
}

Ref pop(Vm& vm, Deque* deque, bool left) {
    if (deque->items.empty()) return raise(vm, vm.exc.IndexError, "pop from an empty deque");
    Ref item = std::move(left ? deque->items.front() : deque->items.back());
    if (left) {
        deque->items.pop_front();
    } else {
        deque->items.pop_back();
    }
    ++deque->changes;
    return item;
}
Ref methodPop(Vm& vm, const Arguments& args) { return pop(vm, self(args), false); }
Ref methodPopLeft(Vm& vm, const Arguments& args) { return pop(vm, self(args), true); }

Ref methodClear(Vm&, const Arguments& args) {
    clear(self(args));
    return Ref::none();
}

Ref methodCopy(Vm& vm, const Arguments& args) { return copyOf(vm, self(args)).toRef(); }

Ref methodRotate(Vm& vm, const Arguments& args) {
    std::int64_t by = args.positional > 1 ? CORO_TRY(asIndex(vm, args[1])) : 1;
    auto& items = self(args)->items;
    const auto size = static_cast<std::int64_t>(items.size());
    if (size < 2) return Ref::none();
    // The shorter way round, item by item: a step costs the same however long the deque is.
    by %= size;
    if (by > size / 2) by -= size;
    if (by < -size / 2) by += size;
    if (!burnFuel(vm, std::abs(by) / 16)) return Raised{};
    for (; by > 0; --by) {
        items.push_front(std::move(items.back()));
        items.pop_back();
    }
    for (; by < 0; ++by) {
        items.push_back(std::move(items.front()));
        items.pop_front();
    }
    ++self(args)->changes;
    return Ref::none();
}

Ref methodReverse(Vm&, const Arguments& args) {
    std::reverse(self(args)->items.begin(), self(args)->items.end());
    return Ref::none();
}

/// The place of the first equal item from `start`, below `stop`; -1 if there is none.
Outcome<std::int64_t> find(Vm& vm, Deque* deque, Value item, std::int64_t start, std::int64_t stop,
                           std::string_view mutated) {
    const std::uint64_t changes = deque->changes;
    for (std::int64_t i = start; i < stop; ++i) {
        Ref each = deque->items[static_cast<std::size_t>(i)];
        const bool same = CORO_TRY(equal(vm, each, item));
        if (deque->changes != changes) return raise(vm, vm.exc.RuntimeError, mutated);
        if (same) return i;
    }
    return -1;
}

Ref methodCount(Vm& vm, const Arguments& args) {
    std::int64_t found = 0;
    const auto size = static_cast<std::int64_t>(self(args)->items.size());
    for (std::int64_t at = 0; at < size; ++at) {
        at = CORO_TRY(find(vm, self(args), args[1], at, size, "deque mutated during iteration"));
        if (at < 0) break;
        ++found;
    }
    return Ref::ofInt(found);
}

Ref methodIndex(Vm& vm, const Arguments& args) {
    Deque* deque = self(args);
    const auto before = static_cast<std::int64_t>(deque->items.size());
    auto [start, stop] = CORO_TRY(searchBounds(vm, args));
    if (args.positional < 4) stop = before;  // even if an __index__ made it longer (deque_index)
    clipRange(start, stop, static_cast<std::int64_t>(deque->items.size()));
    const std::int64_t at =
        CORO_TRY(find(vm, deque, args[1], start, stop, "deque mutated during iteration"));
    if (at >= 0) return Ref::ofInt(at);
    return raise(vm, vm.exc.ValueError,
                 fmt::format("{} is not in deque", CORO_TRY(reprText(vm, args[1]))));
}

Ref methodRemove(Vm& vm, const Arguments& args) {
    Deque* deque = self(args);
    const std::int64_t at =
        CORO_TRY(find(vm, deque, args[1], 0, static_cast<std::int64_t>(deque->items.size()),
                      "deque mutated during remove()."));
    if (at < 0)
        return raise(vm, vm.exc.ValueError,
                     fmt::format("{} is not in deque", CORO_TRY(reprText(vm, args[1]))));
    CORO_TRY(dequeSetItem(vm, args[0], Value::ofInt(at), Value()));
    return Ref::none();
}

Ref methodInsert(Vm& vm, const Arguments& args) {
    Deque* deque = self(args);
    std::int64_t at = CORO_TRY(asIndex(vm, args[1]));
    const auto size = static_cast<std::int64_t>(deque->items.size());
    if (deque->maximum == size)
        return raise(vm, vm.exc.IndexError, "deque already at its maximum size");
    if (at < 0) at = std::max<std::int64_t>(0, at + size);
    at = std::min(at, size);
    if (!spendEffort(vm, std::min(at, size - at))) return Raised{};
    deque->items.insert(deque->items.begin() + at, Ref(args[2]));
    ++deque->changes;
    CORO_TRY(checkMemory(vm));
    return Ref::none();
}

Ref methodReversed(Vm& vm, const Arguments& args) { return iteratorOf(vm, args[0], true); }

constexpr struct {
    std::string_view name;
    NativeCall function;
    int minimum, maximum;
} kMethods[] = {
    {"append", methodAppend, 2, 2},   {"appendleft", methodAppendLeft, 2, 2},
    {"extend", methodExtend, 2, 2},   {"extendleft", methodExtendLeft, 2, 2},
    {"pop", methodPop, 1, 1},         {"popleft", methodPopLeft, 1, 1},
    {"clear", methodClear, 1, 1},     {"copy", methodCopy, 1, 1},
    {"__copy__", methodCopy, 1, 1},   {"rotate", methodRotate, 1, 2},
    {"reverse", methodReverse, 1, 1}, {"count", methodCount, 2, 2},
    {"index", methodIndex, 2, 4},     {"remove", methodRemove, 2, 2},
    {"insert", methodInsert, 3, 3},   {"__reversed__", methodReversed, 1, 1},
};

}  // namespace

Ref makeCollectionsParts(Vm& vm) {
    Ptr<Module> module = makeModule(vm, "_collections");
    TypeSpec spec;
    spec.name = "collections.deque";
    spec.flags = kTypeIsSequence;
    spec.instanceBytes = sizeof(Deque);
    spec.slots.destroy = destroyDeque;
    spec.slots.traverse = traverseMembers<&Deque::items>;
    spec.slots.repr = dequeRepr;
    spec.slots.compare = dequeCompare;
    spec.slots.iterate = dequeIterate;
    spec.slots.length = dequeLength;
    spec.slots.truth = dequeTruth;
    spec.slots.getItem = dequeGetItem;
    spec.slots.setItem = dequeSetItem;
    spec.slots.contains = dequeContains;
    spec.slots.binary = dequeBinary;
    spec.slots.inPlace = dequeInPlace;
    spec.slots.construct = dequeConstruct;
    spec.slots.init = dequeInit;
    Type* type = makeType(vm, spec);
    for (const auto& row : kMethods)
        addMethod(vm, type, row.name, row.function, row.minimum, row.maximum);
    addGetter(vm, type, "maxlen", [](Vm&, Value value) {
        return value.as<Deque>()->maximum < 0 ? Ref::none()
                                              : Ref::ofInt(value.as<Deque>()->maximum);
    });
    addClassGetItem(vm, type);
    setValue(vm, module->dict.get(), "deque", Value(type));
    setValue(vm, vm.privates.get(), "deque", Value(type));
    for (std::string_view name : {"_deque_iterator", "_deque_reverse_iterator"}) {
        TypeSpec iterator;
        iterator.name = name;
        iterator.flags = kTypeIsFinal | kTypeNoConstruct;
        iterator.instanceBytes = sizeof(DequeIterator);
        iterator.slots.destroy = destroyAs<DequeIterator>;
        iterator.slots.traverse = traverseMembers<&DequeIterator::deque>;
        iterator.slots.iterate = [](Vm&, Value value) -> Ref { return value; };
        iterator.slots.next = iteratorNext;
        setValue(vm, vm.privates.get(), name, Value(makeType(vm, iterator)));
    }
    addOrderedDictParts(vm, module->dict.get());
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
