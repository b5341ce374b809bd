// range beyond 64 bits (Objects/rangeobject.c): the same type, its ints of any size kept aside.
#pragma once

#include "engine/runtime/types/int.h"
#include "engine/runtime/types/sequences.h"

namespace coroscope::runtime {

/// A Range of which an end, the step or the length does not fit 64 bits. Its own step is 0, which
/// is no other range's.
struct WideRange : Range {
    Ref first, last, stride, count;  ///< ints: start, stop, step, length
};
[[nodiscard]] inline bool isWide(const Range* range) { return range->step == 0; }

/// A range's ints, whichever kind it is.
struct RangeNumbers {
    BigNumber start, stop, step, length;
};
[[nodiscard]] RangeNumbers numbersOf(const Range* range);
/// The range of these; of 64 bits where it can be.
[[nodiscard]] Ref makeRangeOf(Vm& vm, const BigNumber& start, const BigNumber& stop,
                              const BigNumber& step);

[[nodiscard]] Ref wideRangeRepr(Vm& vm, const WideRange* range);
/// Of either kind: a slice begins and ends where that of the numbers from 0 on does
/// (compute_slice).
[[nodiscard]] Ref rangeSlice(Vm& vm, const Range* range, Value slice);
[[nodiscard]] Ref wideRangeGetItem(Vm& vm, const WideRange* range, Value key);
/// Place of an int in the range; -1 if it is not in it.
[[nodiscard]] BigNumber wideRangePlaceOf(const WideRange* range, Value item);
[[nodiscard]] Ref wideRangeIterate(Vm& vm, const WideRange* range, bool backwards);

void destroyRange(Object* object);
void initWideRange(Vm& vm);

}  // namespace coroscope::runtime
