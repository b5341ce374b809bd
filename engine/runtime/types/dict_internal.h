// What the files of dict and set share among themselves.
#pragma once

#include "engine/runtime/types/dict.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// Stops the run if the heap is past its limit. For after an array grew.
Status checkMemory(Vm& vm);

/// Room for `count` entries in an empty dict, so that it need not grow.
void dictReserve(Dict* dict, std::uint32_t count);

/// Place in `entries`; -1 if missing.
Outcome<std::int32_t> dictFind(Vm& vm, Dict* dict, Value key, std::int64_t hash);
void dictRemoveAt(Dict* dict, std::int32_t at);
/// Place in `entries` of the first one that is not deleted; `used` if there is none. A deleted
/// first entry keeps, as its hash, how many in a row are known to be deleted: who takes item after
/// item from the front (a queue, a cache that drops its oldest) must not step over them every time.
[[nodiscard]] std::uint32_t firstLiving(Dict* dict);
/// dict.update with a dict; without `override`, keys that are there keep their values.
Status dictMerge(Vm& vm, Dict* into, Dict* from, bool override = true);
void traverseDict(Object* object, const Visitor& visit);
void destroyDict(Object* object);

/// `raise KeyError(key)`.
Raised raiseKeyError(Vm& vm, Value key);

struct DictView : Object {
    Ptr<Dict> dict;
};
/// A view whose type is one of the three or derived from one (as those of OrderedDict are).
[[nodiscard]] Ref makeDictView(Vm& vm, Type* type, Dict* dict);
/// dict.keys(), .values(), .items().
[[nodiscard]] Ref makeKeysView(Vm& vm, Dict* dict);
[[nodiscard]] Ref makeValuesView(Vm& vm, Dict* dict);
[[nodiscard]] Ref makeItemsView(Vm& vm, Dict* dict);
[[nodiscard]] Ref iterateDictKeys(Vm& vm, Value dict);
[[nodiscard]] Ref reverseDictKeys(Vm& vm, Value dict);
/// dict_keys, dict_values, dict_items and their iterators.
void initDictViews(Vm& vm);

}  // namespace coroscope::runtime
