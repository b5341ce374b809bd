// tuple (Objects/tupleobject.c).
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/effort.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/growing_text.h"
#include "engine/runtime/types/iterators.h"
#include "engine/runtime/types/list_internal.h"
#include "engine/runtime/types/paying.h"
#include "engine/runtime/types/repr_guard.h"

namespace coroscope::runtime {

namespace {

/// A tuple of `type`, tuple or a subclass of it, its items Unbound.
Ptr<Tuple> makeTupleOf(Vm& vm, Type* type, std::uint32_t count) {
    void* memory = vm.heap.allocateObject(type->instanceBytes + count * sizeof(Value));
    auto* tuple = new (memory) Tuple;
    tuple->type = type;
    tuple->count = count;
    tuple->itemsOffset = type->instanceBytes;
    if (type->attributesOffset != 0) new (type->attributesOf(tuple)) Attributes();
    if (type->has(kTypeIsClass)) retain(static_cast<Object*>(type));
    std::fill_n(tuple->items(), count, Value());
    return Ptr<Tuple>::steal(tuple);
}

void traverseTuple(Object* object, const Visitor& visit) {
    visitAll(visit, static_cast<Tuple*>(object)->span());
}

void destroyTuple(Object* object) {
    auto* tuple = static_cast<Tuple*>(object);
    Type* type = tuple->type;
    for (std::uint32_t i = tuple->count; i-- > 0;) release(tuple->items()[i]);
    if (type->attributesOffset != 0) destroyTrailingAttributes(object);
    const std::size_t bytes = tuple->itemsOffset + tuple->count * sizeof(Value);
    tuple->~Tuple();
    type->vm->heap.freeObject(object, bytes);
    if (type->has(kTypeIsClass)) releaseInstanceType(type);
}

Ref tupleRepr(Vm& vm, Value value) {
    auto* tuple = value.as<Tuple>();
    if (tuple->count == 0) return newStr(vm, "()");
    ReprGuard guard(value);
    if (guard.recursive) return newStr(vm, "(...)");
    GrowingText text(vm, "(");
    for (std::uint32_t i = 0; i < tuple->count; ++i) {
        if (i) CORO_TRY(text.append(", "));
        CORO_TRY(text.append(viewOf(CORO_TRY(repr(vm, tuple->items()[i])))));
    }
    CORO_TRY(text.append(tuple->count == 1 ? ",)" : ")"));
    return text.toStr();
}

/// tuplehash: a simplified xxHash.
Outcome<std::int64_t> tupleHash(Vm& vm, Value value) {
    constexpr std::uint64_t kPrime1 = 11400714785074694791ULL;
    constexpr std::uint64_t kPrime2 = 14029467366897019727ULL;
    constexpr std::uint64_t kPrime5 = 2870177450012600261ULL;
    auto* tuple = value.as<Tuple>();
    std::uint64_t sum = kPrime5;
    for (Value item : tuple->span()) {
        takeEffort(vm, 1);
        sum += static_cast<std::uint64_t>(CORO_TRY(hashOf(vm, item))) * kPrime2;
        sum = (sum << 31) | (sum >> 33);
        sum *= kPrime1;
    }
    sum += tuple->count ^ (kPrime5 ^ 3527539ULL);
    if (sum == UINT64_MAX) return 1546275796;
    return static_cast<std::int64_t>(sum);
}

Ref tupleCompare(Vm& vm, Value a, Value b, Comparison op) {
    if (!hasFlag(b, kTypeIsTuple)) return Ref::notImplemented();
    auto left = a.as<Tuple>()->span();
    auto right = b.as<Tuple>()->span();
    for (std::size_t i = 0; i < left.size() && i < right.size(); ++i) {
        if (CORO_TRY(equal(vm, left[i], right[i]))) continue;
        if (op == Comparison::Equal || op == Comparison::NotEqual)
            return Ref::boolean(op == Comparison::NotEqual);
        return compare(vm, left[i], right[i], op);
    }
    return Ref::boolean(compareSizes(left.size(), right.size(), op));
}

Ref tupleBinary(Vm& vm, Operator op, Value left, Value right) {
    if (op == Operator::Add) {
        if (!hasFlag(left, kTypeIsTuple) || !hasFlag(right, kTypeIsTuple))
            return Ref::notImplemented();
        auto a = left.as<Tuple>()->span();
        auto b = right.as<Tuple>()->span();
        CORO_TRY(reserveBytes(vm, (a.size() + b.size()) * sizeof(Value)));
        Ptr<Tuple> made = makeTuple(vm, static_cast<std::uint32_t>(a.size() + b.size()));
        std::copy(b.begin(), b.end(), std::copy(a.begin(), a.end(), made->items()));
        for (Value item : made->span()) retain(item);
        return std::move(made).toRef();
    }
    if (op != Operator::Multiply) return Ref::notImplemented();
    if (!hasFlag(left, kTypeIsTuple)) std::swap(left, right);
    if (!isInt(right) && lookupInType(vm, vm.typeOf(right), vm.names.__index__).isUnbound())
        return Ref::notImplemented();
    const std::int64_t times = CORO_TRY(repeatCount(vm, right));
    auto items = left.as<Tuple>()->span();
    if (times == 1 && left.is(vm.types.tuple)) return left;
    const std::size_t total = CORO_TRY(repeatedSize(vm, items.size(), times));
    Ptr<Tuple> made = makeTuple(vm, static_cast<std::uint32_t>(total));
    for (std::size_t i = 0; i < total; ++i) {
        made->items()[i] = items[i % items.size()];
        retain(made->items()[i]);
    }
    return std::move(made).toRef();
}

Outcome<std::int64_t> tupleLength(Vm&, Value self) { return self.as<Tuple>()->count; }

Outcome<bool> tupleContains(Vm& vm, Value self, Value item) {
    for (Value each : self.as<Tuple>()->span()) {
        if (CORO_TRY(equal(vm, each, item))) return true;
    }
    return false;
}

Ref tupleGetItem(Vm& vm, Value self, Value key) {
    auto* tuple = self.as<Tuple>();
    if (key.is(vm.types.slice)) {
        const SliceBounds bounds = CORO_TRY(resolveSlice(vm, key.as<Slice>(), tuple->count));
        if (bounds.count == tuple->count && bounds.step == 1 && self.is(vm.types.tuple))
            return self;
        Ptr<Tuple> made = makeTuple(vm, static_cast<std::uint32_t>(bounds.count));
        for (std::int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step) {
            retain(tuple->items()[at]);
            made->items()[i] = tuple->items()[at];
        }
        return std::move(made).toRef();
    }
    std::int64_t index =
        CORO_TRY(sequenceIndex(vm, key, "tuple indices must be integers or slices, not {}"));
    if (index < 0) index += tuple->count;
    if (index < 0 || index >= tuple->count)
        return raise(vm, vm.exc.IndexError, "tuple index out of range");
    return tuple->items()[index];
}

Ref tupleIterate(Vm& vm, Value self) {
    Ptr<TupleIterator> iterator = vm.heap.make<TupleIterator>(vm.types.tupleIterator);
    iterator->tuple = Ptr<Tuple>(self.as<Tuple>());
    return std::move(iterator).toRef();
}

Ref tupleConstruct(Vm& vm, Type* type, const Arguments& args) {
    if (args.keywords && type == vm.types.tuple) {
        return raise(vm, vm.exc.TypeError, "tuple() takes no keyword arguments");
    }
    if (args.positional > 1) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("tuple expected at most 1 argument, got {}", args.positional));
    }
    Ref plain = args.positional == 1 ? tupleFromIterable(vm, args[0]) : makeTuple(vm, 0U).toRef();
    if (plain.isRaised() || type == vm.types.tuple) return plain;
    auto items = plain.as<Tuple>()->span();
    Ptr<Tuple> made = makeTupleOf(vm, type, static_cast<std::uint32_t>(items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) {
        retain(items[i]);
        made->items()[i] = items[i];
    }
    return std::move(made).toRef();
}

Ref methodIndex(Vm& vm, const Arguments& args) {
    auto* tuple = args[0].as<Tuple>();
    auto [start, stop] = CORO_TRY(searchBounds(vm, args));
    clipRange(start, stop, tuple->count);
    for (std::int64_t i = start; i < stop; ++i) {
        if (CORO_TRY(equal(vm, tuple->items()[i], args[1]))) return Ref::ofInt(i);
    }
    return raise(vm, vm.exc.ValueError, "tuple.index(x): x not in tuple");
}

Ref methodCount(Vm& vm, const Arguments& args) {
    std::int64_t count = 0;
    for (Value item : args[0].as<Tuple>()->span()) {
        if (CORO_TRY(equal(vm, item, args[1]))) ++count;
    }
    return Ref::ofInt(count);
}

}  // namespace

Ptr<Tuple> makeTuple(Vm& vm, std::uint32_t count) {
    void* memory = vm.heap.allocateObject(sizeof(Tuple) + count * sizeof(Value));
    auto* tuple = new (memory) Tuple;
    tuple->type = vm.types.tuple;
    tuple->count = count;
    tuple->itemsOffset = sizeof(Tuple);
    std::fill_n(tuple->items(), count, Value());
    return Ptr<Tuple>::steal(tuple);
}

Ptr<Tuple> makeTuple(Vm& vm, std::span<const Value> items) {
    Ptr<Tuple> tuple = makeTuple(vm, static_cast<std::uint32_t>(items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) {
        retain(items[i]);
        tuple->items()[i] = items[i];
    }
    return tuple;
}

Ref tupleFromIterable(Vm& vm, Value iterable) {
    if (iterable.is(vm.types.tuple)) return iterable;
    if (iterable.is(vm.types.list)) return listToTuple(vm, iterable.as<List>());
    Ref list = CORO_TRY(listFromIterable(vm, iterable));
    return listToTuple(vm, list.as<List>());
}

void initTupleType(Vm& vm) {
    Slots slots;
    slots.destroy = destroyTuple;
    slots.traverse = traverseTuple;
    slots.repr = tupleRepr;
    slots.hash = tupleHash;
    slots.compare = tupleCompare;
    slots.iterate = tupleIterate;
    slots.length = tupleLength;
    slots.getItem = tupleGetItem;
    slots.contains = tupleContains;
    slots.binary = tupleBinary;
    slots.construct = tupleConstruct;
    readyType(vm, vm.types.tuple, nullptr, kTypeIsTuple, sizeof(Tuple), 0, slots);
    addMethod(vm, vm.types.tuple, "index", methodIndex, 2, 4);
    addMethod(vm, vm.types.tuple, "count", methodCount, 2, 2);
}

}  // namespace coroscope::runtime
