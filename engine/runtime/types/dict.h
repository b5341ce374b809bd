// dict and set: hash tables that keep insertion order.
//
// As CPython's compact dict: `entries` in insertion order (deleted ones have an
// Unbound key), and an open-addressed table of indices into them. The VM's caches
// look straight into `entries`. `keysVersion` changes whenever a key is added or
// removed or the entries move (not when a value changes), and is unique among all
// dicts of a Vm.
//
// Sets of small integers iterate as CPython orders them, other sets by insertion
// (conformance.md has the rule).
#pragma once

#include <cstdint>

#include "engine/runtime/type.h"

namespace coroscope::runtime {

struct DictEntry {
    std::int64_t hash;
    Value key;    ///< owned; Unbound: deleted
    Value value;  ///< owned
};

struct Dict : Object {
    DictEntry* entries = nullptr;  ///< owned; `used` of them are in use or deleted
    std::int32_t* index =
        nullptr;  ///< owned; `indexMask + 1` places: entry number, -1 empty, -2 deleted. Null while
                  ///< the dict is so small that its entries are searched one by one
    std::uint32_t used = 0;      ///< entries filled, deleted ones included
    std::uint32_t count = 0;     ///< living entries
    std::uint32_t capacity = 0;  ///< of entries
    std::uint32_t indexMask = 0;
    std::uint64_t keysVersion = 0;
};

[[nodiscard]] Ptr<Dict> makeDict(Vm& vm);

/// Look-ups give a borrowed Value, Unbound where there is none. Those with a Value key
/// hash and compare it, which may run the scenario's code, and may be Raised.
[[nodiscard]] Value dictGetStr(Dict* dict, Str* key);
[[nodiscard]] Value dictGet(Vm& vm, Dict* dict, Value key);
[[nodiscard]] Value dictGetHashed(Vm& vm, Dict* dict, Value key, std::int64_t hash);
/// Place in `entries` of a str key; -1 if missing. For inline caches.
[[nodiscard]] std::int32_t dictFindStr(Dict* dict, Str* key);

/// Stores; takes counts of its own.
void dictSetStr(Vm& vm, Dict* dict, Str* key, Value value);
Status dictSet(Vm& vm, Dict* dict, Value key, Value value);
Status dictSetHashed(Vm& vm, Dict* dict, Value key, std::int64_t hash, Value value);
/// Removes; false if there was no such key.
bool dictDeleteStr(Vm& vm, Dict* dict, Str* key);
Outcome<bool> dictDelete(Vm& vm, Dict* dict, Value key);
void dictClear(Vm& vm, Dict* dict);
[[nodiscard]] Ptr<Dict> dictCopy(Vm& vm, Dict* dict);
/// dict.update with a mapping or an iterable of pairs.
Status dictUpdate(Vm& vm, Dict* dict, Value other);

/// Steps through the living entries; `position` starts at 0. False at the end. The dict
/// must not grow meanwhile.
inline bool dictNext(const Dict* dict, std::uint32_t& position, Value& key, Value& value) {
    while (position < dict->used) {
        const DictEntry& entry = dict->entries[position++];
        if (entry.key.isUnbound()) continue;
        key = entry.key;
        value = entry.value;
        return true;
    }
    return false;
}

/// set and frozenset: the same table; values are Unbound.
///
/// The index table is laid out and grown exactly as CPython's set table is (Objects/setobject.c:
/// linear probes of 9, then perturbation), so that walking it gives CPython's order for keys whose
/// hashes are CPython's: the integers.
struct Set : Object {
    DictEntry* entries = nullptr;
    std::int32_t* index = nullptr;  ///< `indexMask + 1` places, never null
    std::uint32_t used = 0, count = 0, capacity = 0, indexMask = 0;
    std::uint32_t fill = 0;       ///< places of `index` in use or deleted
    std::uint32_t finger = 0;     ///< where pop() goes on searching
    std::uint32_t otherKeys = 0;  ///< living keys that CPython may hash otherwise
    std::uint64_t keysVersion = 0;
    std::int64_t hash = -1;  ///< of a frozenset, once computed
};
/// Steps through the living items in the order of iteration; `position` starts at 0. False at the
/// end.
bool setNext(const Set* set, std::uint32_t& position, Value& item);
[[nodiscard]] Ptr<Set> makeSet(Vm& vm, bool frozen = false);
Status setAdd(Vm& vm, Set* set, Value item);
Status setUpdate(Vm& vm, Set* set, Value iterable);

void initDictType(Vm& vm);
void initSetType(Vm& vm);

}  // namespace coroscope::runtime
