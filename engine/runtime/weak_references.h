// Weak references (Objects/weakrefobject.c): objects that know another without keeping it alive.
//
// A WeakReference's target is borrowed. What leads the other way, from a target to its references,
// is kept aside in the Vm (Vm::weakReferencesTo), as hardly any object has some: they are a doubly
// linked list, the latest first. An object with a list tells of its death by Vm::forget.
#pragma once

#include <vector>

#include "engine/runtime/type.h"

namespace coroscope::runtime {

struct WeakReference : Object {
    Object* target = nullptr;           ///< borrowed; null: it is gone
    WeakReference* previous = nullptr;  ///< among those with the same target
    WeakReference* next = nullptr;
    Ref callback;  ///< called with the reference once the target is gone; Unbound: nobody is
    Ref hash;      ///< of the target, as long as it lived; Unbound: not asked for

    /// The target; Unbound when it is gone, or about to go.
    [[nodiscard]] Ref get() const;
};

/// Do instances of this class, written in Python, have `__weakref__`?
[[nodiscard]] bool hasWeakReferences(const Type* type);
/// Can weak references be made to instances of the type?
[[nodiscard]] bool allowsWeakReferences(Vm& vm, const Type* type);

/// The target dies: the references lose it, then those with callbacks call them.
void loseTarget(Vm& vm, WeakReference* latest);
/// The references of a list lose their target; those of them that have somebody to call.
[[nodiscard]] std::vector<Ptr<WeakReference>> takeCallers(WeakReference* latest);
/// Calls the callback of a reference, once.
void callOf(Vm& vm, WeakReference* reference);

}  // namespace coroscope::runtime
