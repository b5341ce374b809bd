// What object has for the sake of others: sizes, states, and what subclasses may say of themselves.
#pragma once

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// sys.getsizeof(): what CPython 3.11 takes for such a value on a 64-bit machine, its own
/// bookkeeping included; of the engine's own objects, which CPython has not, what those take.
[[nodiscard]] std::int64_t sizeInCPython(Vm& vm, Value value);

/// `__sizeof__`, `__getstate__`, `__reduce__`, `__reduce_ex__` and `__subclasshook__` of object.
void addObjectProtocols(Vm& vm);

}  // namespace coroscope::runtime
