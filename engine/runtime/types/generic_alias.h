// `list[int]` and `int | None`.
#pragma once

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// `origin[parameters]`.
[[nodiscard]] Ref makeGenericAlias(Vm& vm, Value origin, Value parameters);
/// Lets a native type be subscripted in annotations.
void addClassGetItem(Vm& vm, Type* type);
/// types.GenericAlias and types.UnionType.
void initGenericAliasTypes(Vm& vm);

}  // namespace coroscope::runtime
