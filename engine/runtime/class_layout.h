// How the instances of a class are laid out in memory.
#pragma once

#include "engine/runtime/type.h"

namespace coroscope::runtime {

/// same_slots_added, compatible_for_assignment (Objects/typeobject.c): can an instance of one class
/// become one of the other?
[[nodiscard]] bool haveSameLayout(Type* one, Type* other);

/// Have instances of the type a `__dict__`?
[[nodiscard]] bool instancesHaveDict(const Type* type);

/// best_base: of the bases, the one whose layout all others can live with; a TypeError if there is
/// none.
[[nodiscard]] Outcome<Type*> bestBase(Vm& vm, Tuple* bases);

/// The nearest base that no class statement made.
[[nodiscard]] Type* firstNative(Type* type);
/// tp_new_wrapper: does what `maker` constructs have the C++ layout of a `type`?
[[nodiscard]] bool canConstruct(const Type* maker, Type* type);

}  // namespace coroscope::runtime
