// What sys tells of the interpreter, and its hook for exceptions that nobody caught.
#pragma once

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// Adds it to the namespace of sys.
void addSysInfo(Vm& vm, Dict* dict);
/// The scenario's own sys.excepthook; Unbound if it has set none.
[[nodiscard]] Ref ownExceptHook(Vm& vm);

}  // namespace coroscope::runtime
