// range (Objects/rangeobject.c), of integers of 64 bits.
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/list_internal.h"

namespace coroscope::runtime {

std::int64_t Range::length() const {
    // The differences are taken unsigned: they can be larger than any int64.
    const auto from = static_cast<std::uint64_t>(start);
    const auto to = static_cast<std::uint64_t>(stop);
    std::uint64_t count = 0;
    if (step > 0 && start < stop) count = (to - from - 1) / static_cast<std::uint64_t>(step) + 1;
    if (step < 0 && start > stop)
        count = (from - to - 1) / (0 - static_cast<std::uint64_t>(step)) + 1;
    return static_cast<std::int64_t>(std::min<std::uint64_t>(count, INT64_MAX));
}

namespace {

/// start + index * step, where the caller knows that it is in range (or just past the end: then it
/// may wrap, and is clipped by nobody, as only the count of items is asked).
std::int64_t itemAt(const Range* range, std::int64_t index) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(range->start) +
                                     static_cast<std::uint64_t>(index) *
                                         static_cast<std::uint64_t>(range->step));
}

Ref makeRange(Vm& vm, std::int64_t start, std::int64_t stop, std::int64_t step) {
    Ptr<Range> range = vm.heap.make<Range>(vm.types.range);
    range->start = start;
    range->stop = stop;
    range->step = step;
    return std::move(range).toRef();
}

Outcome<std::int64_t> bound(Vm& vm, Value value) {
    Ref integer = CORO_TRY(indexOf(vm, value));
    if (auto fits = asInt64(integer)) return *fits;
    return raise(vm, vm.exc.OverflowError,
                 "range() beyond 64 bits is not supported by Coroscope: use itertools.count()");
}

Ref rangeConstruct(Vm& vm, Type*, const Arguments& args) {
    if (args.keywords) return raise(vm, vm.exc.TypeError, "range() takes no keyword arguments");
    if (args.positional == 0 || args.positional > 3) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("range expected at {}, got {}",
                                 args.positional ? "most 3 arguments" : "least 1 argument",
                                 args.positional));
    }
    if (args.positional == 1) return makeRange(vm, 0, CORO_TRY(bound(vm, args[0])), 1);
    const std::int64_t start = CORO_TRY(bound(vm, args[0]));
    const std::int64_t stop = CORO_TRY(bound(vm, args[1]));
    const std::int64_t step = args.positional > 2 ? CORO_TRY(bound(vm, args[2])) : 1;
    if (step == 0) return raise(vm, vm.exc.ValueError, "range() arg 3 must not be zero");
    return makeRange(vm, start, stop, step);
}

Ref rangeRepr(Vm& vm, Value self) {
    auto* range = self.as<Range>();
    if (range->step == 1)
        return newStr(vm, fmt::format("range({}, {})", range->start, range->stop));
    return newStr(vm, fmt::format("range({}, {}, {})", range->start, range->stop, range->step));
}

Outcome<std::int64_t> rangeLength(Vm&, Value self) { return self.as<Range>()->length(); }

Ref rangeGetItem(Vm& vm, Value self, Value key) {
    auto* range = self.as<Range>();
    const std::int64_t count = range->length();
    if (key.is(vm.types.slice)) {
        const SliceBounds bounds = CORO_TRY(resolveSlice(vm, key.as<Slice>(), count));
        std::int64_t step = 0;
        if (__builtin_mul_overflow(range->step, bounds.step, &step)) {
            return raise(vm, vm.exc.OverflowError, "Python int too large to convert to C ssize_t");
        }
        return makeRange(vm, itemAt(range, bounds.start), itemAt(range, bounds.stop), step);
    }
    std::int64_t index =
        CORO_TRY(sequenceIndex(vm, key, "range indices must be integers or slices, not {}"));
    if (index < 0) index += count;
    if (index < 0 || index >= count)
        return raise(vm, vm.exc.IndexError, "range object index out of range");
    return Ref::ofInt(itemAt(range, index));
}

/// Place of a value in the range; -1 if it is not in it.
std::int64_t placeOf(const Range* range, std::int64_t value) {
    const bool inside = range->step > 0 ? value >= range->start && value < range->stop
                                        : value <= range->start && value > range->stop;
    if (!inside) return -1;
    const std::uint64_t distance =
        range->step > 0
            ? static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(range->start)
            : static_cast<std::uint64_t>(range->start) - static_cast<std::uint64_t>(value);
    const std::uint64_t step = range->step > 0 ? static_cast<std::uint64_t>(range->step)
                                               : 0 - static_cast<std::uint64_t>(range->step);
    return distance % step == 0 ? static_cast<std::int64_t>(distance / step) : -1;
}

/// The first place of an equal item, by arithmetic for ints, else by comparing with each; -1 if
/// there is none.
Outcome<std::int64_t> findItem(Vm& vm, const Range* range, Value item) {
    if (isInt(item)) {
        auto fits = asInt64(item);
        return fits ? placeOf(range, *fits) : -1;
    }
    const std::int64_t count = range->length();
    for (std::int64_t i = 0; i < count; ++i) {
        if (!burnFuel(vm, 1)) return Raised{};
        if (CORO_TRY(equal(vm, Value::ofInt(itemAt(range, i)), item))) return i;
    }
    return -1;
}

Outcome<bool> rangeContains(Vm& vm, Value self, Value item) {
    return CORO_TRY(findItem(vm, self.as<Range>(), item)) >= 0;
}

Ref rangeCompare(Vm& vm, Value a, Value b, Comparison op) {
    if (!b.is(vm.types.range) || (op != Comparison::Equal && op != Comparison::NotEqual))
        return Ref::notImplemented();
    auto* x = a.as<Range>();
    auto* y = b.as<Range>();
    const std::int64_t count = x->length();
    bool same = count == y->length();
    if (same && count > 0) same = x->start == y->start && (count == 1 || x->step == y->step);
    return Ref::boolean(same == (op == Comparison::Equal));
}

Outcome<std::int64_t> rangeHash(Vm& vm, Value self) {
    auto* range = self.as<Range>();
    const std::int64_t count = range->length();
    Ptr<Tuple> key = makeTuple(
        vm, std::initializer_list<Value>{Value::ofInt(count),
                                         count > 0 ? Value::ofInt(range->start) : Value::none(),
                                         count > 1 ? Value::ofInt(range->step) : Value::none()});
    return hashOf(vm, key.value());
}

Ref makeRangeIterator(Vm& vm, std::int64_t first, std::int64_t step, std::int64_t count) {
    Ptr<RangeIterator> iterator = vm.heap.make<RangeIterator>(vm.types.rangeIterator);
    iterator->next = first;
    iterator->step = step;
    iterator->remaining = count;
    return std::move(iterator).toRef();
}

Ref rangeIterate(Vm& vm, Value self) {
    auto* range = self.as<Range>();
    return makeRangeIterator(vm, range->start, range->step, range->length());
}

Ref rangeReversed(Vm& vm, const Arguments& args) {
    auto* range = args[0].as<Range>();
    const std::int64_t count = range->length();
    return makeRangeIterator(vm, itemAt(range, count - 1), -range->step, count);
}

Ref iteratorNext(Vm&, Value self) {
    auto* iterator = self.as<RangeIterator>();
    if (iterator->remaining <= 0) return {};
    const std::int64_t item = iterator->next;
    if (--iterator->remaining > 0) iterator->next += iterator->step;
    return Ref::ofInt(item);
}

Ref methodIndex(Vm& vm, const Arguments& args) {
    const std::int64_t at = CORO_TRY(findItem(vm, args[0].as<Range>(), args[1]));
    if (at >= 0) return Ref::ofInt(at);
    if (isInt(args[1])) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("{} is not in range", CORO_TRY(reprText(vm, args[1]))));
    }
    return raise(vm, vm.exc.ValueError, "sequence.index(x): x not in sequence");
}

Ref methodCount(Vm& vm, const Arguments& args) {
    auto* range = args[0].as<Range>();
    if (isInt(args[1])) return Ref::ofInt(CORO_TRY(findItem(vm, range, args[1])) >= 0 ? 1 : 0);
    std::int64_t found = 0;
    for (std::int64_t i = 0; i < range->length(); ++i) {
        if (!burnFuel(vm, 1)) return Raised{};
        if (CORO_TRY(equal(vm, Value::ofInt(itemAt(range, i)), args[1]))) ++found;
    }
    return Ref::ofInt(found);
}

}  // namespace

void initRangeType(Vm& vm) {
    Slots slots;
    slots.destroy = destroyAs<Range>;
    slots.repr = rangeRepr;
    slots.hash = rangeHash;
    slots.compare = rangeCompare;
    slots.iterate = rangeIterate;
    slots.length = rangeLength;
    slots.getItem = rangeGetItem;
    slots.contains = rangeContains;
    slots.construct = rangeConstruct;
    Type* type = vm.types.range;
    readyType(vm, type, nullptr, kTypeIsFinal, sizeof(Range), 0, slots);
    addGetter(vm, type, "start",
              [](Vm&, Value self) { return Ref::ofInt(self.as<Range>()->start); });
    addGetter(vm, type, "stop", [](Vm&, Value self) { return Ref::ofInt(self.as<Range>()->stop); });
    addGetter(vm, type, "step", [](Vm&, Value self) { return Ref::ofInt(self.as<Range>()->step); });
    addMethod(vm, type, "index", methodIndex, 2, 2);
    addMethod(vm, type, "count", methodCount, 2, 2);
    addMethod(vm, type, "__reversed__", rangeReversed, 1, 1);

    Slots iterator;
    iterator.destroy = destroyAs<RangeIterator>;
    iterator.iterate = [](Vm&, Value self) -> Ref { return self; };
    iterator.next = iteratorNext;
    readyType(vm, vm.types.rangeIterator, nullptr, kTypeIsFinal | kTypeNoConstruct,
              sizeof(RangeIterator), 0, iterator);
    addMethod(
        vm, vm.types.rangeIterator, "__length_hint__",
        [](Vm&, const Arguments& args) {
            return Ref::ofInt(args[0].as<RangeIterator>()->remaining);
        },
        1, 1);
}

}  // namespace coroscope::runtime
