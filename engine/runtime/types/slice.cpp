// slice (Objects/sliceobject.c).
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/int.h"

namespace coroscope::runtime {

namespace {

Ref sliceRepr(Vm& vm, Value value) {
    auto* slice = value.as<Slice>();
    return newStr(
        vm, fmt::format("slice({}, {}, {})", CORO_TRY(reprText(vm, slice->start)),
                        CORO_TRY(reprText(vm, slice->stop)), CORO_TRY(reprText(vm, slice->step))));
}

Ptr<Tuple> asTuple(Vm& vm, Slice* slice) {
    return makeTuple(vm, std::initializer_list<Value>{slice->start, slice->stop, slice->step});
}

Ref sliceCompare(Vm& vm, Value a, Value b, Comparison op) {
    if (!b.is(vm.types.slice)) return Ref::notImplemented();
    if (a.identical(b))
        return Ref::boolean(op == Comparison::Equal || op == Comparison::LessEqual ||
                            op == Comparison::GreaterEqual);
    Ptr<Tuple> left = asTuple(vm, a.as<Slice>());
    Ptr<Tuple> right = asTuple(vm, b.as<Slice>());
    return compare(vm, left.value(), right.value(), op);
}

Ref sliceConstruct(Vm& vm, Type*, const Arguments& args) {
    if (args.keywords) return raise(vm, vm.exc.TypeError, "slice() takes no keyword arguments");
    if (args.positional < 1 || args.positional > 3) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("slice expected at {} {}, got {}", args.positional < 1 ? "least" : "most",
                        args.positional < 1 ? "1 argument" : "3 arguments", args.positional));
    }
    if (args.positional == 1) return makeSlice(vm, Value::none(), args[0], Value::none()).toRef();
    return makeSlice(vm, args[0], args[1], args.positional > 2 ? args[2] : Value::none()).toRef();
}

/// evaluate_slice_index, of any size; `otherwise` for None.
Outcome<BigNumber> bigIndex(Vm& vm, Value value, const BigNumber& otherwise) {
    if (value.isNone()) return otherwise;
    CORO_TRY(sliceIndex(vm, value, 0));  // for its TypeError
    BigNumber index;
    toBig(CORO_TRY(indexOf(vm, value)), index);
    return index;
}

/// _PySlice_GetLongIndices: of integers of any size, where subscripts clip theirs.
Ref methodIndices(Vm& vm, const Arguments& args) {
    BigNumber length;
    toBig(CORO_TRY(indexOf(vm, args[1])), length);
    if (length < 0) return raise(vm, vm.exc.ValueError, "length should not be negative");
    auto* slice = args[0].as<Slice>();
    const BigNumber step = CORO_TRY(bigIndex(vm, slice->step, 1));
    if (step == 0) return raise(vm, vm.exc.ValueError, "slice step cannot be zero");
    const BigNumber lowest = step < 0 ? -1 : 0;
    const BigNumber highest = step < 0 ? BigNumber(length - 1) : length;
    const auto within = [&](BigNumber index) {
        if (index < 0) index += length;
        return std::clamp(index, lowest, std::max(lowest, highest));
    };
    const BigNumber start =
        within(CORO_TRY(bigIndex(vm, slice->start, step < 0 ? highest : lowest)));
    BigNumber stop = highest;
    if (!slice->stop.isNone())
        stop = within(CORO_TRY(bigIndex(vm, slice->stop, 0)));
    else if (step < 0)
        stop = lowest;
    Ptr<Tuple> made = makeTuple(vm, 3);
    Value* items = made->items();
    items[0] = CORO_TRY(intFromBig(vm, start)).detach();
    items[1] = CORO_TRY(intFromBig(vm, stop)).detach();
    items[2] = CORO_TRY(intFromBig(vm, step)).detach();
    return std::move(made).toRef();
}

}  // namespace

Ptr<Slice> makeSlice(Vm& vm, Value start, Value stop, Value step) {
    Ptr<Slice> slice = vm.heap.make<Slice>(vm.types.slice);
    slice->start = start;
    slice->stop = stop;
    slice->step = step;
    return slice;
}

Outcome<SliceIndices> sliceIndices(Vm& vm, Slice* slice) {
    SliceIndices indices{};
    indices.step = CORO_TRY(sliceIndex(vm, slice->step, 1));
    if (indices.step == 0) return raise(vm, vm.exc.ValueError, "slice step cannot be zero");
    indices.step = std::max(indices.step, -(INT64_MAX / 2));
    const bool forwards = indices.step > 0;
    indices.start = CORO_TRY(sliceIndex(vm, slice->start, forwards ? 0 : INT64_MAX / 2));
    indices.stop = CORO_TRY(sliceIndex(vm, slice->stop, forwards ? INT64_MAX / 2 : INT64_MIN / 2));
    return indices;
}

SliceBounds sliceBounds(const SliceIndices& indices, std::int64_t length) {
    const bool forwards = indices.step > 0;
    const auto adjust = [&](std::int64_t index) {
        if (index < 0) {
            index += length;
            if (index < 0) return std::int64_t{forwards ? 0 : -1};
            return index;
        }
        if (index >= length) return forwards ? length : length - 1;
        return index;
    };
    SliceBounds bounds{adjust(indices.start), adjust(indices.stop), indices.step, 0};
    if (forwards) {
        if (bounds.start < bounds.stop)
            bounds.count = (bounds.stop - bounds.start - 1) / bounds.step + 1;
    } else if (bounds.stop < bounds.start) {
        bounds.count = (bounds.start - bounds.stop - 1) / -bounds.step + 1;
    }
    return bounds;
}

Outcome<SliceBounds> resolveSlice(Vm& vm, Slice* slice, std::int64_t length) {
    const SliceIndices indices = CORO_TRY(sliceIndices(vm, slice));
    return sliceBounds(indices, length);
}

void initSliceType(Vm& vm) {
    Slots slots;
    slots.destroy = destroyAs<Slice>;
    slots.traverse = traverseMembers<&Slice::start, &Slice::stop, &Slice::step>;
    slots.repr = sliceRepr;
    slots.compare = sliceCompare;
    slots.construct = sliceConstruct;
    Type* type = vm.types.slice;
    readyType(vm, type, nullptr, kTypeIsFinal, sizeof(Slice), 0, slots);
    addGetter(vm, type, "start", [](Vm&, Value self) -> Ref { return self.as<Slice>()->start; });
    addGetter(vm, type, "stop", [](Vm&, Value self) -> Ref { return self.as<Slice>()->stop; });
    addGetter(vm, type, "step", [](Vm&, Value self) -> Ref { return self.as<Slice>()->step; });
    addMethod(vm, type, "indices", methodIndices, 2, 2);
}

}  // namespace coroscope::runtime
