// Small things that the builtin types share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/runtime/native.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// `MemoryError()`, with no text, as CPython raises it.
Raised raiseMemoryError(Vm& vm);
/// There is no room for `bytes` at once. What no machine for lessons has is the `MemoryError` of
/// CPython, however little is held; less stops the run by its limit on memory, which no `except`
/// can catch. (Within the limit, but more than an object of the engine may have: MemoryError.)
Raised refuseBytes(Vm& vm, std::size_t bytes);
/// MemoryError where no machine for lessons has room for so many items.
Status refuseHuge(Vm& vm, std::size_t items, std::size_t bytesEach);
/// May `bytes` more be allocated? As refuseBytes otherwise.
Status reserveBytes(Vm& vm, std::size_t bytes);

/// As reserveBytes, for a std::string that grows to so many bytes: for a moment its old and its new
/// memory are there, and then the object that is made of it.
Status reserveGrowing(Vm& vm, std::size_t bytes);

/// `type(value).__name__`.
[[nodiscard]] std::string_view typeName(Vm& vm, Value value);

/// Clips start and stop as slices and `str.find` do (PySlice_AdjustIndices with step 1).
void clipRange(std::int64_t& start, std::int64_t& stop, std::int64_t length);
/// An index argument that may be None or left out; huge integers saturate.
[[nodiscard]] Outcome<std::int64_t> sliceIndex(Vm& vm, Value value, std::int64_t otherwise);
/// The count of a repetition (`"a" * n`): an index, negative ones are 0. OverflowError where it
/// does not fit.
[[nodiscard]] Outcome<std::int64_t> repeatCount(Vm& vm, Value value);

}  // namespace coroscope::runtime
