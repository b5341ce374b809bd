#pragma once

#include "engine/runtime/type.h"

namespace coroscope::runtime {

/// What bytes and bytearray share; `type` is one of the two.
void addBytesMethods(Vm& vm, Type* type);

}  // namespace coroscope::runtime
