// The methods of str, a file for each kind.
#pragma once

#include "engine/runtime/type.h"

namespace coroscope::runtime {

void addStrMethods(Vm& vm);
/// upper, lower, title …, and the questions islower, isalpha ….
void addStrCaseMethods(Vm& vm);
/// split, join, partition, splitlines.
void addStrSplitMethods(Vm& vm);

}  // namespace coroscope::runtime
