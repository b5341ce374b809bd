// The classes Context, ContextVar and Token as the scenario sees them.
#pragma once

#include "engine/runtime/value.h"

namespace coroscope::runtime {

/// Makes the types of Vm::contexts, unless they exist.
void makeContextTypes(Vm& vm);

}  // namespace coroscope::runtime
