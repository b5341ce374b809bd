// The files of the builtins module, each of which adds its functions.
#pragma once

#include "engine/runtime/native.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

void addOutputBuiltins(Vm& vm);     ///< print, input, open
void addNumberBuiltins(Vm& vm);     ///< abs, round, pow, chr …
void addIterationBuiltins(Vm& vm);  ///< iter, next, sorted, sum …
void addObjectBuiltins(Vm& vm);     ///< getattr, isinstance, dir …
void initIterationTypes(Vm& vm);    ///< enumerate, zip, map, filter, callable_iterator
void orderBuiltins(Vm& vm);        ///< as CPython has them; called when all are there

}  // namespace coroscope::runtime
