// What dir() names by default (Objects/typeobject.c, type___dir___impl and object___dir___impl).
#pragma once

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

void addNames(Vm& vm, Dict* into, Dict* from);

/// The names in a module; of other objects those of their attributes, of their class and its bases.
[[nodiscard]] Status collectNames(Vm& vm, Value object, Dict* names);

}  // namespace coroscope::runtime
