// list: the array, its operators and slices (Objects/listobject.c). Methods are in
// list_methods.cpp.
#include <algorithm>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/byte_counts.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/types/growing_text.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/iterators.h"
#include "engine/runtime/types/list_internal.h"
#include "engine/runtime/types/paying.h"
#include "engine/runtime/types/repr_guard.h"

namespace coroscope::runtime {

namespace {

void setCapacity(List* list, std::size_t capacity) {
    list->type->vm->heap.exchangeExternal(list->capacity * sizeof(Value), capacity * sizeof(Value));
    if (capacity == 0) {
        std::free(list->items);
        list->items = nullptr;
    } else {
        list->items = static_cast<Value*>(
            std::realloc(static_cast<void*>(list->items), capacity * sizeof(Value)));
    }
    list->capacity = static_cast<std::uint32_t>(capacity);
}

Ref listRepr(Vm& vm, Value value) {
    auto* list = value.as<List>();
    if (list->count == 0) return newStr(vm, "[]");
    ReprGuard guard(value);
    if (guard.recursive) return newStr(vm, "[...]");
    GrowingText text(vm, "[");
    for (std::uint32_t i = 0; i < list->count; ++i) {
        if (i) CORO_TRY(text.append(", "));
        Ref item(list->items[i]);
        CORO_TRY(text.append(viewOf(CORO_TRY(repr(vm, item)))));
    }
    CORO_TRY(text.append("]"));
    return text.toStr();
}

Ref listCompare(Vm& vm, Value a, Value b, Comparison op) {
    if (!hasFlag(b, kTypeIsList)) return Ref::notImplemented();
    auto* left = a.as<List>();
    auto* right = b.as<List>();
    if (left->count != right->count && (op == Comparison::Equal || op == Comparison::NotEqual)) {
        return Ref::boolean(op == Comparison::NotEqual);
    }
    for (std::uint32_t i = 0; i < left->count && i < right->count; ++i) {
        Ref x(left->items[i]);
        Ref y(right->items[i]);
        if (CORO_TRY(equal(vm, x, y))) continue;
        if (op == Comparison::Equal || op == Comparison::NotEqual)
            return Ref::boolean(op == Comparison::NotEqual);
        return compare(vm, x, y, op);
    }
    return Ref::boolean(compareSizes(left->count, right->count, op));
}

Ref concatenate(Vm& vm, Value left, Value right) {
    if (!hasFlag(left, kTypeIsList) || !hasFlag(right, kTypeIsList)) return Ref::notImplemented();
    auto a = left.as<List>()->span();
    auto b = right.as<List>()->span();
    CORO_TRY(reserveBytes(vm, (a.size() + b.size()) * sizeof(Value)));
    Ptr<List> made = makeList(vm, static_cast<std::uint32_t>(a.size() + b.size()));
    std::copy(a.begin(), a.end(), made->items);
    std::copy(b.begin(), b.end(), made->items + a.size());
    made->count = static_cast<std::uint32_t>(a.size() + b.size());
    for (Value item : made->span()) retain(item);
    return std::move(made).toRef();
}

/// Is this a count that repeats a sequence? (An object without __index__ has its own operator
/// asked.)
bool isCount(Vm& vm, Value value) {
    return isInt(value) || !lookupInType(vm, vm.typeOf(value), vm.names.__index__).isUnbound();
}

Ref listBinary(Vm& vm, Operator op, Value left, Value right) {
    if (op == Operator::Add) return concatenate(vm, left, right);
    if (op != Operator::Multiply) return Ref::notImplemented();
    if (!hasFlag(left, kTypeIsList)) std::swap(left, right);
    if (!isCount(vm, right)) return Ref::notImplemented();
    const std::int64_t times = CORO_TRY(repeatCount(vm, right));
    auto items = left.as<List>()->span();
    const std::size_t total = CORO_TRY(repeatedSize(vm, items.size(), times));
    Ptr<List> made = makeList(vm, static_cast<std::uint32_t>(total));
    if (!burnFuel(vm, static_cast<std::int64_t>(total / 16))) return Raised{};
    for (std::size_t i = 0; i < total; i += items.size())
        std::copy(items.begin(), items.end(), made->items + i);
    made->count = static_cast<std::uint32_t>(total);
    for (Value item : made->span()) retain(item);
    return std::move(made).toRef();
}

Ref listInPlace(Vm& vm, Operator op, Value self, Value other) {
    auto* list = self.as<List>();
    if (op == Operator::Add) {
        CORO_TRY(listExtend(vm, list, other));
        return self;
    }
    if (op != Operator::Multiply || !isCount(vm, other)) return Ref::notImplemented();
    const std::int64_t times = CORO_TRY(repeatCount(vm, other));
    if (times == 0) {
        listClear(list);
        return self;
    }
    const std::size_t before = list->count;
    const std::size_t total = CORO_TRY(repeatedSize(vm, before, times));
    if (!burnFuel(vm, static_cast<std::int64_t>(total / 16))) return Raised{};
    CORO_TRY(listReserve(vm, list, total));
    for (std::size_t i = before; i < total; i += before)
        std::copy(list->items, list->items + before, list->items + i);
    list->count = static_cast<std::uint32_t>(total);
    for (std::size_t i = before; i < total; ++i) retain(list->items[i]);
    return self;
}

Outcome<std::int64_t> listLength(Vm&, Value self) { return self.as<List>()->count; }

Outcome<bool> listContains(Vm& vm, Value self, Value item) {
    auto* list = self.as<List>();
    for (std::uint32_t i = 0; i < list->count; ++i) {
        Ref each(list->items[i]);
        if (CORO_TRY(equal(vm, each, item))) return true;
    }
    return false;
}

Ref listGetItem(Vm& vm, Value self, Value key) {
    auto* list = self.as<List>();
    if (key.is(vm.types.slice)) {
        const SliceIndices indices = CORO_TRY(sliceIndices(vm, key.as<Slice>()));
        const SliceBounds bounds = sliceBounds(indices, list->count);
        CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(bounds.count) * sizeof(Value)));
        Ptr<List> made = makeList(vm, static_cast<std::uint32_t>(bounds.count));
        for (std::int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step) {
            retain(list->items[at]);
            made->items[i] = list->items[at];
        }
        made->count = static_cast<std::uint32_t>(bounds.count);
        return std::move(made).toRef();
    }
    std::int64_t index =
        CORO_TRY(sequenceIndex(vm, key, "list indices must be integers or slices, not {}"));
    if (index < 0) index += list->count;
    if (index < 0 || index >= list->count)
        return raise(vm, vm.exc.IndexError, "list index out of range");
    return list->items[index];
}

/// list[a:b] = items: the items between are replaced (list_ass_slice).
Status replaceRange(Vm& vm, List* list, std::int64_t start, std::int64_t stop,
                    std::span<const Value> with) {
    const std::size_t removed = static_cast<std::size_t>(stop - start);
    std::vector<Value> old(list->items + start, list->items + stop);
    const std::size_t size = list->count - removed + with.size();
    const std::size_t tail = list->count - static_cast<std::size_t>(stop);
    if (size > list->capacity) CORO_TRY(listReserve(vm, list, size));
    if (tail) {
        payForBytes(vm, tail * sizeof(Value));
        std::memmove(
            static_cast<void*>(list->items + static_cast<std::size_t>(start) + with.size()),
            list->items + stop, tail * sizeof(Value));
    }
    for (std::size_t i = 0; i < with.size(); ++i) {
        retain(with[i]);
        list->items[static_cast<std::size_t>(start) + i] = with[i];
    }
    list->count = static_cast<std::uint32_t>(size);
    if (size < list->capacity / 2) setCapacity(list, (size + (size >> 3) + 6) & ~std::size_t{3});
    // The last one goes first (list_ass_slice).
    for (std::size_t i = old.size(); i-- > 0;) release(old[i]);
    return kDone;
}

/// del list[start:stop:step] with a step other than 1.
void deleteStepped(List* list, SliceBounds bounds) {
    if (bounds.count == 0) return;
    if (bounds.step < 0) {
        bounds.start += bounds.step * (bounds.count - 1);
        bounds.step = -bounds.step;
    }
    std::vector<Value> old;
    std::int64_t to = bounds.start;
    std::int64_t nextGone = bounds.start;
    for (std::int64_t from = bounds.start; from < list->count; ++from) {
        if (from == nextGone && static_cast<std::int64_t>(old.size()) < bounds.count) {
            old.push_back(list->items[from]);
            nextGone += bounds.step;
        } else {
            list->items[to++] = list->items[from];
        }
    }
    list->count = static_cast<std::uint32_t>(to);
    for (Value item : old) release(item);
}

Status setSlice(Vm& vm, List* list, Slice* slice, Value value) {
    const SliceIndices indices = CORO_TRY(sliceIndices(vm, slice));
    SliceBounds bounds = sliceBounds(indices, list->count);
    Ref items;
    if (!value.isUnbound()) {
        if (hasFlag(value, kTypeIsList) && value.object != list) {
            items = value;
        } else {
            items = listFromIterable(vm, value);
            if (items.isRaised()) {
                if (vm.pending && vm.pending->type == vm.exc.TypeError &&
                    !vm.typeOf(value)->slots.iterate) {
                    vm.pending.reset();
                    return raise(vm, vm.exc.TypeError,
                                 bounds.step == 1 ? "can only assign an iterable"
                                                  : "must assign iterable to extended slice");
                }
                return Raised{};
            }
        }
    }
    // The list may have changed while the items were gathered.
    if (bounds.step == 1) {
        const auto count = static_cast<std::int64_t>(list->count);
        const std::int64_t start = std::min(bounds.start, count);
        const std::int64_t stop = std::clamp(bounds.stop, start, count);
        if (items.isUnbound()) return replaceRange(vm, list, start, stop, {});
        return replaceRange(vm, list, start, stop, items.as<List>()->span());
    }
    bounds = sliceBounds(indices, list->count);
    if (items.isUnbound()) {
        deleteStepped(list, bounds);
        return kDone;
    }
    auto span = items.as<List>()->span();
    if (static_cast<std::int64_t>(span.size()) != bounds.count) {
        return raise(
            vm, vm.exc.ValueError,
            fmt::format("attempt to assign sequence of size {} to extended slice of size {}",
                        span.size(), bounds.count));
    }
    std::vector<Value> old;
    for (std::int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step) {
        old.push_back(list->items[at]);
        retain(span[static_cast<std::size_t>(i)]);
        list->items[at] = span[static_cast<std::size_t>(i)];
    }
    for (Value item : old) release(item);
    return kDone;
}

Status listSetItem(Vm& vm, Value self, Value key, Value value) {
    auto* list = self.as<List>();
    if (key.is(vm.types.slice)) return setSlice(vm, list, key.as<Slice>(), value);
    std::int64_t index =
        CORO_TRY(sequenceIndex(vm, key, "list indices must be integers or slices, not {}"));
    if (index < 0) index += list->count;
    if (index < 0 || index >= list->count) {
        return raise(vm, vm.exc.IndexError, "list assignment index out of range");
    }
    if (value.isUnbound()) {
        Ref gone = listTake(list, static_cast<std::uint32_t>(index));
        return kDone;
    }
    const Value old = list->items[index];
    retain(value);
    list->items[index] = value;
    release(old);
    return kDone;
}

Ref listIterate(Vm& vm, Value self) {
    Ptr<ListIterator> iterator = vm.heap.make<ListIterator>(vm.types.listIterator);
    iterator->list = Ptr<List>(self.as<List>());
    return std::move(iterator).toRef();
}

void traverseList(Object* object, const Visitor& visit) {
    visitAll(visit, static_cast<List*>(object)->span());
}

void destroyList(Object* object) {
    auto* list = static_cast<List*>(object);
    // The items die last first, as in CPython.
    for (std::uint32_t i = list->count; i-- > 0;) release(list->items[i]);
    list->count = 0;
    setCapacity(list, 0);
    destroyAs<List>(object);
}

Ref listConstruct(Vm& vm, Type* type, const Arguments&) {
    return makeInstance<List>(vm, type).toRef();
}

/// list_preallocate_exact: of an empty list that is filled at once, rounded up to an even number.
Status reserveExactly(Vm& vm, List* list, std::size_t count) {
    if (count == 0) return kDone;
    if (count >= UINT32_MAX - 1) return refuseBytes(vm, count * sizeof(Value));
    setCapacity(list, (count + 1) & ~std::size_t{1});
    return checkMemory(vm);
}

/// list___init___impl: room for as many items as a builtin iterable says that it has.
Status reserveForAll(Vm& vm, List* list, Value iterable) {
    const Type* type = vm.typeOf(iterable);
    if (!type->slots.length || type->has(kTypeIsClass)) return kDone;
    const auto count = static_cast<std::size_t>(CORO_TRY(length(vm, iterable)));
    return vm.heap.wouldExceed(count * sizeof(Value)) ? kDone : reserveExactly(vm, list, count);
}

Status listInit(Vm& vm, Value self, const Arguments& args) {
    auto* list = self.as<List>();
    if (args.keywords && list->type == vm.types.list) {
        return raise(vm, vm.exc.TypeError, "list() takes no keyword arguments");
    }
    if (args.positional > 1) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("list expected at most 1 argument, got {}", args.positional));
    }
    listClear(list);
    if (args.positional == 1) {
        CORO_TRY(reserveForAll(vm, list, args[0]));
        CORO_TRY(listExtend(vm, list, args[0]));
    }
    return kDone;
}

}  // namespace

bool compareSizes(std::size_t a, std::size_t b, Comparison op) {
    switch (op) {
        case Comparison::Less: return a < b;
        case Comparison::LessEqual: return a <= b;
        case Comparison::Equal: return a == b;
        case Comparison::NotEqual: return a != b;
        case Comparison::Greater: return a > b;
        case Comparison::GreaterEqual: return a >= b;
    }
    return false;
}

Outcome<std::int64_t> sequenceIndex(Vm& vm, Value key, std::string_view message) {
    if (key.isSmallInt() || key.isBool()) return key.integer;
    if (!isInt(key) && lookupInType(vm, vm.typeOf(key), vm.names.__index__).isUnbound()) {
        return raise(vm, vm.exc.TypeError, fmt::format(fmt::runtime(message), typeName(vm, key)));
    }
    return asSequenceIndex(vm, key);
}

Outcome<std::int64_t> asSequenceIndex(Vm& vm, Value value) {
    Ref integer = CORO_TRY(indexOf(vm, value));
    if (auto fits = asInt64(integer)) return *fits;
    return raise(vm, vm.exc.IndexError, "cannot fit 'int' into an index-sized integer");
}

Outcome<std::size_t> repeatedSize(Vm& vm, std::size_t count, std::int64_t times) {
    if (count == 0 || times <= 0) return std::size_t{0};
    const std::size_t bytes = bytesOf(times, count * sizeof(Value));
    if (times > static_cast<std::int64_t>(UINT32_MAX / count)) return refuseBytes(vm, bytes);
    CORO_TRY(reserveBytes(vm, bytes));
    return count * static_cast<std::size_t>(times);
}

Status listReserve(Vm& vm, List* list, std::size_t count) {
    if (count <= list->capacity) return kDone;
    // list_resize: about an eighth more, in steps of four.
    const std::size_t capacity = (count + (count >> 3) + 6) & ~std::size_t{3};
    if (capacity >= UINT32_MAX) return refuseBytes(vm, capacity * sizeof(Value));
    setCapacity(list, capacity);
    return checkMemory(vm);
}

void listClear(List* list) {
    Value* items = list->items;
    const std::uint32_t count = list->count;
    list->type->vm->heap.exchangeExternal(list->capacity * sizeof(Value), 0);
    list->items = nullptr;
    list->count = list->capacity = 0;
    for (std::uint32_t i = count; i-- > 0;) release(items[i]);
    std::free(items);
}

Ref listTake(List* list, std::uint32_t index) {
    Ref item = Ref::steal(list->items[index]);
    --list->count;
    if (index < list->count) {
        payForBytes(*list->type->vm, (list->count - index) * sizeof(Value));
        std::memmove(static_cast<void*>(list->items + index), list->items + index + 1,
                     (list->count - index) * sizeof(Value));
    }
    if (list->count < list->capacity / 2) {
        const std::size_t count = list->count;
        setCapacity(list, count == 0 ? 0 : (count + (count >> 3) + 6) & ~std::size_t{3});
    }
    return item;
}

Status listInsert(Vm& vm, List* list, std::uint32_t index, Value item) {
    CORO_TRY(listReserve(vm, list, list->count + std::size_t{1}));
    if (index < list->count) {
        payForBytes(vm, (list->count - index) * sizeof(Value));
        std::memmove(static_cast<void*>(list->items + index + 1), list->items + index,
                     (list->count - index) * sizeof(Value));
    }
    retain(item);
    list->items[index] = item;
    ++list->count;
    return kDone;
}

Ptr<List> makeList(Vm& vm, std::uint32_t reserve) {
    Ptr<List> list = vm.heap.make<List>(vm.types.list);
    if (reserve) setCapacity(list.get(), reserve);
    return list;
}

Ptr<List> makeList(Vm& vm, std::span<const Value> items) {
    Ptr<List> list = makeList(vm, static_cast<std::uint32_t>(items.size()));
    for (Value item : items) {
        retain(item);
        list->items[list->count++] = item;
    }
    return list;
}

Status listAppend(Vm& vm, List* list, Value item) {
    if (list->count == list->capacity) [[unlikely]]
        CORO_TRY(listReserve(vm, list, list->count + std::size_t{1}));
    retain(item);
    list->items[list->count++] = item;
    return kDone;
}

namespace {

/// PyObject_LengthHint.
Outcome<std::int64_t> lengthHint(Vm& vm, Value iterable) {
    constexpr std::int64_t kUnknown = 0;
    Type* type = vm.typeOf(iterable);
    if (type->slots.length) {
        const Outcome<std::int64_t> length = type->slots.length(vm, iterable);
        if (!length.isRaised()) return length;
        if (vm.stopped() || !swallow(vm, vm.exc.TypeError)) return Raised{};
    }
    Str* name = vm.names.__length_hint__;
    if (lookupInType(vm, type, name).isUnbound()) return kUnknown;
    Ref hint = vm.call(CORO_TRY(lookupSpecial(vm, iterable, name)), std::initializer_list<Value>{});
    if (hint.isRaised()) {
        if (vm.stopped() || !swallow(vm, vm.exc.TypeError)) return Raised{};
        return kUnknown;
    }
    if (hint.isNotImplemented()) return kUnknown;
    if (!isInt(hint)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("__length_hint__ must be an integer, not {}", vm.typeOf(hint)->nameView()));
    }
    const std::int64_t items = CORO_TRY(asIndex(vm, hint));
    if (items < 0) return raise(vm, vm.exc.ValueError, "__length_hint__() should return >= 0");
    return items;
}

/// What CPython asks for each item of a list.
constexpr std::size_t kBytesOfReference = 8;

}  // namespace

Status askLength(Vm& vm, Value iterable, std::size_t bytesEach) {
    const auto items = static_cast<std::size_t>(CORO_TRY(lengthHint(vm, iterable)));
    return refuseHuge(vm, items, bytesEach);
}

Status listExtend(Vm& vm, List* list, Value iterable) {
    Ref keep{Value(list)};
    if (iterable.is(vm.types.list) || iterable.is(vm.types.tuple)) {
        const bool isList = iterable.is(vm.types.list);
        const std::size_t more = isList ? iterable.as<List>()->count : iterable.as<Tuple>()->count;
        CORO_TRY(list->capacity == 0 ? reserveExactly(vm, list, more)
                                     : listReserve(vm, list, list->count + more));
        Value* from = isList ? iterable.as<List>()->items : iterable.as<Tuple>()->items();
        for (std::size_t i = 0; i < more; ++i) {
            retain(from[i]);
            list->items[list->count++] = from[i];
        }
        return kDone;
    }
    Ref iterator = CORO_TRY(iterate(vm, iterable));
    CORO_TRY(askLength(vm, iterable, kBytesOfReference));
    auto* slot = vm.typeOf(iterator)->slots.next;
    for (;;) {
        Ref item = CORO_TRY(slot(vm, iterator));
        if (item.isUnbound()) return kDone;
        if (!burnFuel(vm, 1)) return Raised{};
        if (list->count == list->capacity)
            CORO_TRY(listReserve(vm, list, list->count + std::size_t{1}));
        list->items[list->count++] = item.detach();
    }
}

Ref listToTuple(Vm& vm, List* list) {
    CORO_TRY(reserveBytes(vm, list->count * sizeof(Value)));
    return makeTuple(vm, list->span()).toRef();
}

Ref listFromIterable(Vm& vm, Value iterable) {
    Ptr<List> list = makeList(vm);
    CORO_TRY(listExtend(vm, list.get(), iterable));
    return std::move(list).toRef();
}

void initListType(Vm& vm) {
    Slots slots;
    slots.destroy = destroyList;
    slots.traverse = traverseList;
    slots.repr = listRepr;
    slots.compare = listCompare;
    slots.iterate = listIterate;
    slots.length = listLength;
    slots.getItem = listGetItem;
    slots.setItem = listSetItem;
    slots.contains = listContains;
    slots.binary = listBinary;
    slots.inPlace = listInPlace;
    slots.construct = listConstruct;
    slots.init = listInit;
    readyType(vm, vm.types.list, nullptr, kTypeIsList, sizeof(List), 0, slots);
    addListMethods(vm);
    initIteratorTypes(vm);
}

}  // namespace coroscope::runtime
