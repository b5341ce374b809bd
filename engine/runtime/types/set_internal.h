// What the files of set share among themselves.
#pragma once

#include "engine/runtime/types/dict.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

[[nodiscard]] Outcome<bool> setContainsHashed(Vm& vm, Set* set, Value item, std::int64_t hash);
Status setAddHashed(Vm& vm, Set* set, Value item, std::int64_t hash);
/// False: it was not there.
Outcome<bool> setDiscardHashed(Vm& vm, Set* set, Value item, std::int64_t hash);
/// After many were discarded: lays the table out anew if more than a quarter of it are deleted
/// places.
void setSweep(Set* set);
void setClear(Vm& vm, Set* set);
/// Exchanges what two sets hold.
void setSwap(Set* a, Set* b);
/// The item that pop() takes; Unbound if the set is empty.
[[nodiscard]] Ref setPop(Set* set);
/// A new set of this type (set, frozenset or a subclass), empty.
[[nodiscard]] Ptr<Set> makeSetOf(Vm& vm, Type* type);
void traverseSet(Object* object, const Visitor& visit);
void destroySet(Object* object);

/// As setNext, but gives the whole entry; null at the end.
const DictEntry* setNextEntry(const Set* set, std::uint32_t& position);

}  // namespace coroscope::runtime
