// The iterators that the VM steps itself, and those that are types of the builtins.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/runtime/types/sequences.h"

namespace coroscope::runtime {

/// Of list_iterator and list_reverseiterator (`index` is then one past the next item).
struct ListIterator : Object {
    Ptr<List> list;  ///< let go at the end: an exhausted iterator stays so
    std::uint32_t index = 0;
};

struct TupleIterator : Object {
    Ptr<Tuple> tuple;  ///< let go at the end
    std::uint32_t index = 0;
};

/// iterate(); a TypeError of that, be the iterable's or its `__iter__`'s, says `complaint` instead.
[[nodiscard]] Ref iterateOr(Vm& vm, Value iterable, std::string_view complaint);

/// The items that join() of str and of bytes puts together, as a list.
[[nodiscard]] Ref itemsToJoin(Vm& vm, Value iterable);

}  // namespace coroscope::runtime
