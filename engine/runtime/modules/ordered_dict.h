// What OrderedDict, else bundled Python, needs of the engine.
#pragma once

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// Into the module `_collections`: the types of its views and iterators, the functions that make
/// them (`ordered_keys(dict)`, `ordered_values`, `ordered_items`, `ordered_iterator(dict,
/// backwards)`), and `shown_once(dict, function)`, which calls the function, or gives None while a
/// call for this dict is under way.
void addOrderedDictParts(Vm& vm, Dict* namespace_);

}  // namespace coroscope::runtime
