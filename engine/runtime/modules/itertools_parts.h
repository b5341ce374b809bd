// What the files of itertools share.
#pragma once

#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/common.h"

namespace coroscope::runtime::iteration {

/// Slots::next of a T, which what it calls must not let die.
template <class T, Ref (*step)(Vm&, T&)>
Ref nextOf(Vm& vm, Value self) {
    const Ref keep(self);
    return step(vm, *self.as<T>());
}

/// Makes a type whose instances iterate over themselves, and puts it into the module. `step` gives
/// the next item, or unbound at the end. Without `construct`, scenarios cannot make instances.
/// `members`: those of T that hold references.
template <class T, Ref (*step)(Vm&, T&), auto... members>
Type* addIteratorType(Vm& vm, Dict* module, std::string_view name,
                      Ref (*construct)(Vm&, Type*, const Arguments&), Slots slots = {}) {
    TypeSpec spec;
    spec.name = name;
    spec.flags = construct ? 0 : kTypeIsFinal | kTypeNoConstruct;
    spec.instanceBytes = sizeof(T);
    spec.slots = slots;
    if (!slots.destroy) spec.slots.destroy = destroyAs<T>;
    spec.slots.traverse = traverseMembers<members...>;
    spec.slots.iterate = [](Vm&, Value self) -> Ref { return self; };
    spec.slots.next = nextOf<T, step>;
    spec.slots.construct = construct;
    Type* type = makeType(vm, spec);
    setValue(vm, module, name.substr(name.find('.') + 1), Value(type));
    return type;
}

/// Refuses keywords, and fewer or more arguments, in the words of _PyArg_CheckPositional.
Status takesPositional(Vm& vm, std::string_view name, const Arguments& args, std::uint32_t minimum,
                       std::uint32_t maximum);

void addEndless(Vm& vm, Dict* module);    ///< count, cycle, repeat
void addChaining(Vm& vm, Dict* module);   ///< chain, islice, accumulate, zip_longest …
void addFiltering(Vm& vm, Dict* module);  ///< takewhile, dropwhile, filterfalse, compress
void addArranging(Vm& vm, Dict* module);  ///< product, permutations, combinations …
void addSplitting(Vm& vm, Dict* module);  ///< groupby, tee

}  // namespace coroscope::runtime::iteration
