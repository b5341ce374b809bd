// list, tuple, range and slice: the layouts that the VM knows.
#pragma once

#include <cstdint>
#include <span>

#include "engine/runtime/type.h"

namespace coroscope::runtime {

struct Tuple : Object {
    std::uint32_t count = 0;
    std::uint32_t itemsOffset =
        0;  ///< bytes from the object to its items: a subclass keeps Attributes between
    // The items follow the object; owned.
    [[nodiscard]] Value* items() {
        return reinterpret_cast<Value*>(reinterpret_cast<char*>(this) + itemsOffset);
    }
    [[nodiscard]] std::span<Value> span() { return {items(), count}; }
};
static_assert(sizeof(Tuple) % alignof(Value) == 0);

/// Owned array that grows as CPython's list does; its bytes are counted by the heap.
struct List : Object {
    Value* items = nullptr;  ///< owned, malloc'ed
    std::uint32_t count = 0;
    std::uint32_t capacity = 0;
    [[nodiscard]] std::span<Value> span() { return {items, count}; }
};

/// range: three integers of 64 bits (of one beyond them see wide_range.h: its step here is 0).
struct Range : Object {
    std::int64_t start = 0, stop = 0, step = 1;
    [[nodiscard]] std::int64_t length() const;
};
struct RangeIterator : Object {
    std::int64_t next = 0, step = 1;
    std::int64_t remaining = 0;
};

struct Slice : Object {
    Ref start, stop, step;  ///< None where left out
};
struct SliceIndices {
    std::int64_t start, stop, step;
};
/// What a slice's parts say (PySlice_Unpack). An `__index__` may run, and change the sequence: ask
/// for its length afterwards.
[[nodiscard]] Outcome<SliceIndices> sliceIndices(Vm& vm, Slice* slice);
struct SliceBounds {
    std::int64_t start, stop, step, count;
};
/// Bounds over `length` items (PySlice_AdjustIndices).
[[nodiscard]] SliceBounds sliceBounds(const SliceIndices& indices, std::int64_t length);
/// Both at once, for sequences that never change.
[[nodiscard]] Outcome<SliceBounds> resolveSlice(Vm& vm, Slice* slice, std::int64_t length);

/// A tuple of `count` Unbound items, to be filled by the caller at once.
[[nodiscard]] Ptr<Tuple> makeTuple(Vm& vm, std::uint32_t count);
[[nodiscard]] Ptr<Tuple> makeTuple(Vm& vm, std::span<const Value> items);
[[nodiscard]] Ptr<List> makeList(Vm& vm, std::uint32_t reserve = 0);
[[nodiscard]] Ptr<List> makeList(Vm& vm, std::span<const Value> items);
/// Appends (takes a count of its own). Stops the run past the heap's limit.
Status listAppend(Vm& vm, List* list, Value item);
/// Appends all items of any iterable.
Status listExtend(Vm& vm, List* list, Value iterable);
[[nodiscard]] Ref listToTuple(Vm& vm, List* list);
/// Any iterable as a new list (CPython's PySequence_List).
[[nodiscard]] Ref listFromIterable(Vm& vm, Value iterable);
[[nodiscard]] Ref tupleFromIterable(Vm& vm, Value iterable);
[[nodiscard]] Ptr<Slice> makeSlice(Vm& vm, Value start, Value stop, Value step);

void initListType(Vm& vm);
void initTupleType(Vm& vm);
void initRangeType(Vm& vm);
void initSliceType(Vm& vm);

}  // namespace coroscope::runtime
