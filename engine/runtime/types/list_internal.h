// What the files of list, tuple and other sequences share among themselves.
#pragma once

#include <string_view>

#include "engine/runtime/types/sequences.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// `a op b` of two sizes.
[[nodiscard]] bool compareSizes(std::size_t a, std::size_t b, Comparison op);
/// An index into a sequence. `message` with a place for the type's name is the TypeError for what
/// is none. Integers that do not fit are an IndexError.
[[nodiscard]] Outcome<std::int64_t> sequenceIndex(Vm& vm, Value key, std::string_view message);
/// As asIndex; IndexError "cannot fit 'int' into an index-sized integer" past 64 bits.
[[nodiscard]] Outcome<std::int64_t> asSequenceIndex(Vm& vm, Value value);
/// The size of a sequence repeated so many times; past the limit as reserveBytes.
[[nodiscard]] Outcome<std::size_t> repeatedSize(Vm& vm, std::size_t count, std::int64_t times);

/// Where index(value, start, stop) of a sequence looks.
struct SearchBounds {
    std::int64_t start, stop;
};
/// From the arguments of that method; unlike in slices, None is no bound
/// (_PyEval_SliceIndexNotNone). To be clipped to the length that the sequence has afterwards: an
/// `__index__` may change it.
[[nodiscard]] Outcome<SearchBounds> searchBounds(Vm& vm, const Arguments& args);

/// Room for `count` items in all.
Status listReserve(Vm& vm, List* list, std::size_t count);
/// PyObject_LengthHint, asked before the items are: a class of one's own notices, and may refuse
/// (the iterator over what has only `__getitem__` asks it in turn). CPython asks at once for the
/// memory of so many items, and so refuses what no machine has.
Status askLength(Vm& vm, Value iterable, std::size_t bytesEach);
void listClear(List* list);
/// Takes an item out.
Ref listTake(List* list, std::uint32_t index);
Status listInsert(Vm& vm, List* list, std::uint32_t index, Value item);
/// list.sort; `key` may be None or Unbound.
Status listSort(Vm& vm, List* list, Value key, bool reverse);

void addListMethods(Vm& vm);
void initIteratorTypes(Vm& vm);

}  // namespace coroscope::runtime
