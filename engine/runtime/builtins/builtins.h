// The functions of the builtins module that need no part of the VM's inside.
#pragma once

namespace coroscope::runtime {

class Vm;

/// Fills Vm::builtins.
void initBuiltins(Vm& vm);

}  // namespace coroscope::runtime
