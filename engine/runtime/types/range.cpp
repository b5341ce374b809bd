// range (Objects/rangeobject.c); wide_range.cpp has those beyond 64 bits.
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/list_internal.h"
#include "engine/runtime/types/wide_range.h"

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

const WideRange* asWide(Value range) {
    return isWide(range.as<Range>()) ? static_cast<const WideRange*>(range.as<Range>()) : nullptr;
}

Ref rangeConstruct(Vm& vm, Type*, const Arguments& args) {
    if (args.keywords) return raise(vm, vm.exc.TypeError, "range() takes no keyword arguments");
    if (args.positional == 0 || args.positional > 3) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("range expected at {}, got {}",
                                 args.positional ? "most 3 arguments" : "least 1 argument",
                                 args.positional));
    }
    const bool hasStart = args.positional > 1;
    Ref start = hasStart ? CORO_TRY(indexOf(vm, args[0])) : Ref::ofInt(0);
    Ref stop = CORO_TRY(indexOf(vm, args[hasStart ? 1 : 0]));
    Ref step = args.positional > 2 ? CORO_TRY(indexOf(vm, args[2])) : Ref::ofInt(1);
    const auto from = asInt64(start), to = asInt64(stop), by = asInt64(step);
    if (by == 0) return raise(vm, vm.exc.ValueError, "range() arg 3 must not be zero");
    // Half of what 64 bits hold, so that no length is more.
    constexpr std::int64_t kHalf = INT64_MAX / 2;
    const auto isNear = [](std::int64_t end) { return end >= -kHalf && end <= kHalf; };
    if (from && to && by && isNear(*from) && isNear(*to)) return makeRange(vm, *from, *to, *by);
    BigNumber numbers[3];
    toBig(start, numbers[0]);
    toBig(stop, numbers[1]);
    toBig(step, numbers[2]);
    return makeRangeOf(vm, numbers[0], numbers[1], numbers[2]);
}

Ref rangeRepr(Vm& vm, Value self) {
    if (auto* wide = asWide(self)) return wideRangeRepr(vm, wide);
    auto* range = self.as<Range>();
    if (range->step == 1)
        return newStr(vm, fmt::format("range({}, {})", range->start, range->stop));
    return newStr(vm, fmt::format("range({}, {}, {})", range->start, range->stop, range->step));
}

Outcome<std::int64_t> rangeLength(Vm& vm, Value self) {
    auto* wide = asWide(self);
    if (!wide) return self.as<Range>()->length();
    if (auto length = asInt64(wide->count)) return *length;
    return raise(vm, vm.exc.OverflowError, "Python int too large to convert to C ssize_t");
}

Outcome<bool> rangeTruth(Vm& vm, Value self) {
    auto* wide = asWide(self);
    return wide ? CORO_TRY(truth(vm, wide->count)) : self.as<Range>()->length() > 0;
}

Ref rangeGetItem(Vm& vm, Value self, Value key) {
    auto* range = self.as<Range>();
    if (key.is(vm.types.slice)) return rangeSlice(vm, range, key);
    if (auto* wide = asWide(self)) return wideRangeGetItem(vm, wide, key);
    const std::int64_t count = range->length();
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
Outcome<BigNumber> findItem(Vm& vm, Value self, Value item) {
    auto* wide = asWide(self);
    if (isInt(item)) {
        if (wide) return wideRangePlaceOf(wide, item);
        auto fits = asInt64(item);
        return BigNumber(fits ? placeOf(self.as<Range>(), *fits) : -1);
    }
    Ref iterator = CORO_TRY(iterate(vm, self));
    for (std::int64_t i = 0;; ++i) {
        if (!burnFuel(vm, 1)) return Raised{};
        Ref each = CORO_TRY(next(vm, iterator));
        if (each.isUnbound()) return BigNumber(-1);
        if (CORO_TRY(equal(vm, each, item))) return BigNumber(i);
    }
}

Outcome<bool> rangeContains(Vm& vm, Value self, Value item) {
    return CORO_TRY(findItem(vm, self, item)) >= 0;
}

Ref rangeCompare(Vm& vm, Value a, Value b, Comparison op) {
    if (!b.is(vm.types.range) || (op != Comparison::Equal && op != Comparison::NotEqual))
        return Ref::notImplemented();
    const RangeNumbers x = numbersOf(a.as<Range>()), y = numbersOf(b.as<Range>());
    bool same = x.length == y.length;
    if (same && x.length > 0) same = x.start == y.start && (x.length == 1 || x.step == y.step);
    return Ref::boolean(same == (op == Comparison::Equal));
}

/// range_hash: that of a tuple of length, start and step, None where they do not matter.
Outcome<std::int64_t> rangeHash(Vm& vm, Value self) {
    const RangeNumbers numbers = numbersOf(self.as<Range>());
    Ref parts[] = {CORO_TRY(intFromBig(vm, numbers.length)), Ref::none(), Ref::none()};
    if (numbers.length > 0) parts[1] = CORO_TRY(intFromBig(vm, numbers.start));
    if (numbers.length > 1) parts[2] = CORO_TRY(intFromBig(vm, numbers.step));
    Ptr<Tuple> key = makeTuple(vm, std::initializer_list<Value>{parts[0], parts[1], parts[2]});
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
    if (auto* wide = asWide(self)) return wideRangeIterate(vm, wide, false);
    auto* range = self.as<Range>();
    return makeRangeIterator(vm, range->start, range->step, range->length());
}

Ref rangeReversed(Vm& vm, const Arguments& args) {
    if (auto* wide = asWide(args[0])) return wideRangeIterate(vm, wide, true);
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
    const BigNumber at = CORO_TRY(findItem(vm, args[0], args[1]));
    if (at >= 0) return intFromBig(vm, at);
    if (isInt(args[1])) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("{} is not in range", CORO_TRY(reprText(vm, args[1]))));
    }
    return raise(vm, vm.exc.ValueError, "sequence.index(x): x not in sequence");
}

Ref methodCount(Vm& vm, const Arguments& args) {
    if (isInt(args[1])) return Ref::ofInt(CORO_TRY(findItem(vm, args[0], args[1])) >= 0 ? 1 : 0);
    Ref iterator = CORO_TRY(iterate(vm, args[0]));
    for (std::int64_t found = 0;;) {
        if (!burnFuel(vm, 1)) return Raised{};
        Ref each = CORO_TRY(next(vm, iterator));
        if (each.isUnbound()) return Ref::ofInt(found);
        if (CORO_TRY(equal(vm, each, args[1]))) ++found;
    }
}

/// start, stop or step, of either kind.
template <std::int64_t Range::*narrow, Ref WideRange::*wide>
Ref number(Vm&, Value self) {
    if (auto* range = asWide(self)) return range->*wide;
    return Ref::ofInt(self.as<Range>()->*narrow);
}

}  // namespace

void initRangeType(Vm& vm) {
    Slots slots;
    slots.destroy = destroyRange;
    slots.repr = rangeRepr;
    slots.hash = rangeHash;
    slots.compare = rangeCompare;
    slots.iterate = rangeIterate;
    slots.length = rangeLength;
    slots.truth = rangeTruth;
    slots.getItem = rangeGetItem;
    slots.contains = rangeContains;
    slots.construct = rangeConstruct;
    Type* type = vm.types.range;
    readyType(vm, type, nullptr, kTypeIsFinal, sizeof(Range), 0, slots);
    addGetter(vm, type, "start", number<&Range::start, &WideRange::first>);
    addGetter(vm, type, "stop", number<&Range::stop, &WideRange::last>);
    addGetter(vm, type, "step", number<&Range::step, &WideRange::stride>);
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
    initWideRange(vm);
}

}  // namespace coroscope::runtime
