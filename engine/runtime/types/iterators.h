// The iterators that the VM steps itself.
#pragma once

#include <cstdint>

#include "engine/runtime/types/sequences.h"

namespace coroscope::runtime {

struct ListIterator : Object {
  Ptr<List> list;  ///< let go at the end: an exhausted iterator stays so
  std::uint32_t index = 0;
};

}  // namespace coroscope::runtime
