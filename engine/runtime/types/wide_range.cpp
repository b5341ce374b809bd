#include "engine/runtime/types/wide_range.h"

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/dict.h"

namespace coroscope::runtime {

namespace {

/// longrange_iterator.
struct WideRangeIterator : Object {
    Ref start, step, count;
    std::int64_t index = 0;
};

/// Where the iterator's type stands among the builtins, under a name that no program can say.
constexpr std::string_view kIteratorType = "<longrange_iterator>";

BigNumber bigOf(Value value) {
    BigNumber big;
    toBig(value, big);
    return big;
}

/// compute_range_length.
BigNumber lengthOf(const BigNumber& start, const BigNumber& stop, const BigNumber& step) {
    if (step > 0) return start < stop ? BigNumber((stop - start - 1) / step + 1) : BigNumber(0);
    return start > stop ? BigNumber((start - stop - 1) / -step + 1) : BigNumber(0);
}

bool fits(const BigNumber& value) { return value >= INT64_MIN && value <= INT64_MAX; }

Ref iteratorNext(Vm& vm, Value self) {
    auto* iterator = self.as<WideRangeIterator>();
    if (bigOf(iterator->count) <= iterator->index) return {};
    Ref offset =
        CORO_TRY(intBinary(vm, Operator::Multiply, iterator->step, Value::ofInt(iterator->index)));
    ++iterator->index;
    return intBinary(vm, Operator::Add, iterator->start, offset);
}

}  // namespace

RangeNumbers numbersOf(const Range* range) {
    if (!isWide(range)) return {range->start, range->stop, range->step, range->length()};
    const auto* wide = static_cast<const WideRange*>(range);
    return {bigOf(wide->first), bigOf(wide->last), bigOf(wide->stride), bigOf(wide->count)};
}

Ref makeRangeOf(Vm& vm, const BigNumber& start, const BigNumber& stop, const BigNumber& step) {
    const BigNumber length = lengthOf(start, stop, step);
    if (fits(start) && fits(stop) && fits(step) && fits(length)) {
        Ptr<Range> range = vm.heap.make<Range>(vm.types.range);
        range->start = static_cast<std::int64_t>(start);
        range->stop = static_cast<std::int64_t>(stop);
        range->step = static_cast<std::int64_t>(step);
        return std::move(range).toRef();
    }
    Ref ints[4];
    const BigNumber* const numbers[] = {&start, &stop, &step, &length};
    for (std::size_t i = 0; i < 4; ++i) ints[i] = CORO_TRY(intFromBig(vm, *numbers[i]));
    Ptr<WideRange> range = vm.heap.make<WideRange>(vm.types.range);
    range->step = 0;
    range->first = std::move(ints[0]);
    range->last = std::move(ints[1]);
    range->stride = std::move(ints[2]);
    range->count = std::move(ints[3]);
    return std::move(range).toRef();
}

Ref wideRangeRepr(Vm& vm, const WideRange* range) {
    const std::string start = CORO_TRY(intText(vm, range->first));
    const std::string stop = CORO_TRY(intText(vm, range->last));
    if (bigOf(range->stride) == 1) return newStr(vm, fmt::format("range({}, {})", start, stop));
    return newStr(
        vm, fmt::format("range({}, {}, {})", start, stop, CORO_TRY(intText(vm, range->stride))));
}

Ref rangeSlice(Vm& vm, const Range* range, Value slice) {
    const RangeNumbers numbers = numbersOf(range);
    Ref indices = CORO_TRY(getAttribute(vm, slice, vm.intern("indices")));
    Ref length = CORO_TRY(intFromBig(vm, numbers.length));
    Ref bounds = CORO_TRY(vm.call(indices, {length}));
    const auto bound = [&](std::size_t i) { return bigOf(bounds.as<Tuple>()->items()[i]); };
    return makeRangeOf(vm, numbers.start + bound(0) * numbers.step,
                       numbers.start + bound(1) * numbers.step, numbers.step * bound(2));
}

Ref wideRangeGetItem(Vm& vm, const WideRange* range, Value key) {
    if (!isInt(key) && lookupInType(vm, vm.typeOf(key), vm.names.__index__).isUnbound()) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("range indices must be integers or slices, not {}", typeName(vm, key)));
    }
    BigNumber index = bigOf(CORO_TRY(indexOf(vm, key)));
    const RangeNumbers numbers = numbersOf(range);
    if (index < 0) index += numbers.length;
    if (index < 0 || index >= numbers.length)
        return raise(vm, vm.exc.IndexError, "range object index out of range");
    return intFromBig(vm, numbers.start + index * numbers.step);
}

BigNumber wideRangePlaceOf(const WideRange* range, Value item) {
    const RangeNumbers numbers = numbersOf(range);
    const BigNumber value = bigOf(item);
    const bool inside = numbers.step > 0 ? value >= numbers.start && value < numbers.stop
                                         : value <= numbers.start && value > numbers.stop;
    if (!inside || (value - numbers.start) % numbers.step != 0) return -1;
    return (value - numbers.start) / numbers.step;
}

Ref wideRangeIterate(Vm& vm, const WideRange* range, bool backwards) {
    const RangeNumbers numbers = numbersOf(range);
    Ref start = range->first, step = range->stride;
    if (backwards) {
        start = CORO_TRY(intFromBig(vm, numbers.start + (numbers.length - 1) * numbers.step));
        step = CORO_TRY(intFromBig(vm, -numbers.step));
    }
    const Value type = dictGetStr(vm.privates.get(), vm.intern(kIteratorType));
    Ptr<WideRangeIterator> iterator = vm.heap.make<WideRangeIterator>(type.as<Type>());
    iterator->start = std::move(start);
    iterator->step = std::move(step);
    iterator->count = range->count;
    return std::move(iterator).toRef();
}

void destroyRange(Object* object) {
    Heap& heap = object->type->vm->heap;
    auto* range = static_cast<Range*>(object);
    if (isWide(range)) {
        heap.free(static_cast<WideRange*>(range));
    } else {
        heap.free(range);
    }
}

void initWideRange(Vm& vm) {
    TypeSpec spec;
    spec.name = "longrange_iterator";
    spec.flags = kTypeIsFinal | kTypeNoConstruct;
    spec.instanceBytes = sizeof(WideRangeIterator);
    spec.slots.destroy = destroyAs<WideRangeIterator>;
    spec.slots.iterate = [](Vm&, Value self) -> Ref { return self; };
    spec.slots.next = iteratorNext;
    Type* type = makeType(vm, spec);
    addMethod(
        vm, type, "__length_hint__",
        [](Vm& machine, const Arguments& args) {
            auto* self = args[0].as<WideRangeIterator>();
            return intBinary(machine, Operator::Subtract, self->count, Value::ofInt(self->index));
        },
        1, 1);
    dictSetStr(vm, vm.privates.get(), vm.intern(kIteratorType), Value(type));
}

}  // namespace coroscope::runtime
