// What futures and tasks have methods of their own for, under the same names
// (Modules/_asynciomodule.c FutureType_methods, TaskType_methods).
#pragma once

#include "engine/runtime/native.h"

namespace coroscope::loop {

/// Adds them to `type`, which the messages about their arguments then name.
void addFutureMethods(runtime::Vm& vm, runtime::Type* type);

}  // namespace coroscope::loop
