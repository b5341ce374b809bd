// Natives that stand for what is written in Python in CPython: asyncio's. They say that they are
// functions and methods, where a builtin one would say what it is.
#pragma once

#include "engine/runtime/native.h"

namespace coroscope::runtime {

[[nodiscard]] bool standsForPython(const Vm& vm, const NativeFunction* native);

}  // namespace coroscope::runtime
