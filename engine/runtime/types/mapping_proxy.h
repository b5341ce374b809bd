// `mappingproxy`: a mapping to be looked at, not to be changed.
#pragma once

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// A view of a class's dict: what `cls.__dict__` is.
[[nodiscard]] Ref makeMappingProxy(Vm& vm, Dict* dict);
/// types.MappingProxyType, to be called after the types of the builtins are ready.
void initMappingProxyType(Vm& vm);

}  // namespace coroscope::runtime
