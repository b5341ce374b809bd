// The tables of contexts: values by variable, shared by copies of a context.
//
// A task, a callback and a thread each run in a copy of a context. A copy shares the table until
// one of the two changes a variable; and then a large table is not copied either: what is changed
// stands in a small table of its own, a layer, on top of the shared one. (CPython has a tree whose
// copies share branches, Python/hamt.c: the same end by other means.) A layer that has grown past
// the square root of what lies below is joined with it, so that each change costs little and a
// look-up at most two tables.
#pragma once

#include "engine/runtime/types/dict.h"

namespace coroscope::runtime {

/// What a variable is in a table, which may be null; Unbound if nothing. Borrowed.
[[nodiscard]] Value tableGet(Vm& vm, Dict* table, Value variable);
/// Sets a variable in `table`, which is made or replaced where it is null or shared.
Status tableSet(Vm& vm, Ptr<Dict>& table, Value variable, Value value);
/// Takes out a variable that is in it.
Status tableDelete(Vm& vm, Ptr<Dict>& table, Value variable);
/// How many variables are in a table, which may be null.
[[nodiscard]] std::uint32_t tableCount(Vm& vm, Dict* table);
/// All of a table, which may be null, in a dict that nobody else has.
[[nodiscard]] Outcome<Ptr<Dict>> tableAsDict(Vm& vm, Dict* table);

}  // namespace coroscope::runtime
