// dict: the table. Methods are in dict_methods.cpp, views in dict_views.cpp.
// Behaviour follows Objects/dictobject.c.
#include "engine/runtime/types/dict.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "engine/runtime/effort.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/visitor.h"

namespace coroscope::runtime {

namespace {

/// Up to so many entries are searched one by one, without an index.
constexpr std::uint32_t kScanned = 8;
constexpr std::int32_t kEmpty = -1;
constexpr std::int32_t kDeleted = -2;

Heap& heapOf(const Object* object) { return object->type->vm->heap; }

/// What the entries and their index take.
std::ptrdiff_t tableBytes(const Dict* dict) {
    const std::size_t places = dict->index ? dict->indexMask + std::size_t{1} : 0;
    return static_cast<std::ptrdiff_t>(Heap::mallocBytes(dict->capacity * sizeof(DictEntry)) +
                                       Heap::mallocBytes(places * sizeof(std::int32_t)));
}

void placeInIndex(Dict* dict, std::int64_t hash, std::int32_t entry) {
    std::uint64_t perturb = static_cast<std::uint64_t>(hash);
    std::uint64_t place = perturb & dict->indexMask;
    while (dict->index[place] >= 0) {
        perturb >>= 5;
        place = (place * 5 + perturb + 1) & dict->indexMask;
    }
    dict->index[place] = entry;
}

/// Moves the living entries together into room for `capacity` of them.
void resize(Dict* dict, std::uint32_t capacity) {
    Heap& heap = heapOf(dict);
    heap.addExternal(-tableBytes(dict));
    std::free(dict->index);
    dict->index = nullptr;
    std::uint32_t to = 0;
    for (std::uint32_t from = 0; from < dict->used; ++from) {
        if (dict->entries[from].key.isUnbound()) continue;
        if (to != from) dict->entries[to] = dict->entries[from];
        ++to;
    }
    dict->used = to;
    dict->entries = static_cast<DictEntry*>(
        std::realloc(static_cast<void*>(dict->entries), capacity * sizeof(DictEntry)));
    dict->capacity = capacity;
    if (capacity > kScanned) {
        std::uint32_t size = 16;
        while (size < capacity + capacity / 2) size *= 2;
        dict->indexMask = size - 1;
        dict->index = static_cast<std::int32_t*>(std::malloc(size * sizeof(std::int32_t)));
        std::memset(dict->index, 0xFF, size * sizeof(std::int32_t));
        for (std::uint32_t i = 0; i < to; ++i) {
            placeInIndex(dict, dict->entries[i].hash, static_cast<std::int32_t>(i));
        }
    } else {
        dict->indexMask = 0;
    }
    heap.addExternal(tableBytes(dict));
}

/// USABLE_FRACTION(calculate_log2_keysize(least)): a loop that changes the dict it goes over meets
/// what CPython's meets only where both move their entries together at the same moments.
std::uint32_t roomOf(std::uint64_t least) {
    std::uint64_t size = 8;
    while (size < least) size *= 2;
    return static_cast<std::uint32_t>(size * 2 / 3);
}

/// Room for one more entry; entries may move.
void makeRoom(Dict* dict) {
    if (dict->used < dict->capacity) return;
    resize(dict, roomOf(std::uint64_t{dict->count} * 3));
}

void append(Dict* dict, Value key, std::int64_t hash, Value value) {
    makeRoom(dict);
    const std::uint32_t at = dict->used++;
    retain(key);
    retain(value);
    dict->entries[at] = {hash, key, value};
    ++dict->count;
    if (dict->index) placeInIndex(dict, hash, static_cast<std::int32_t>(at));
    dict->keysVersion = dict->type->vm->nextVersion();
}

void replaceValue(DictEntry& entry, Value value) {
    const Value old = entry.value;
    retain(value);
    entry.value = value;
    release(old);
}
/// The place of a key of any type. Comparing keys may run the scenario's code, which may change the
/// dict: then the search starts again (lookdict).
Outcome<std::int32_t> findGeneral(Vm& vm, Dict* dict, Value key, std::int64_t hash) {
    Ref keepDict{Value(dict)};
    for (;;) {
        const std::uint64_t version = dict->keysVersion;
        bool restart = false;
        const auto matches = [&](std::int32_t at) -> Outcome<bool> {
            const DictEntry& entry = dict->entries[at];
            // A key whose hash has changed since is lost, even to itself.
            if (entry.hash != hash || entry.key.isUnbound()) return false;
            if (entry.key.identical(key)) return true;
            takeEffort(vm, 1);  // of keys with equal hashes there may be many
            if (entry.key.is(vm.types.str) && key.is(vm.types.str))
                return strEqual(entry.key.as<Str>(), key.as<Str>());
            Ref keep(entry.key);
            const bool same = CORO_TRY(compareTruth(vm, keep, key, Comparison::Equal));
            restart = dict->keysVersion != version;
            return same;
        };
        std::int32_t found = -1;
        if (!dict->index) {
            for (std::uint32_t i = 0; i < dict->used && !restart; ++i) {
                if (CORO_TRY(matches(static_cast<std::int32_t>(i)))) {
                    found = static_cast<std::int32_t>(i);
                    break;
                }
            }
        } else {
            std::uint64_t perturb = static_cast<std::uint64_t>(hash);
            std::uint64_t place = perturb & dict->indexMask;
            while (!restart && dict->index[place] != kEmpty) {
                const std::int32_t at = dict->index[place];
                if (at >= 0 && CORO_TRY(matches(at))) {
                    found = at;
                    break;
                }
                perturb >>= 5;
                place = (place * 5 + perturb + 1) & dict->indexMask;
            }
        }
        if (!restart) return found;
    }
}

void removeEntry(Dict* dict, std::int32_t at) {
    DictEntry& entry = dict->entries[at];
    if (dict->index) {
        std::uint64_t perturb = static_cast<std::uint64_t>(entry.hash);
        std::uint64_t place = perturb & dict->indexMask;
        while (dict->index[place] != at) {
            perturb >>= 5;
            place = (place * 5 + perturb + 1) & dict->indexMask;
        }
        dict->index[place] = kDeleted;
    }
    const Value key = entry.key;
    const Value value = entry.value;
    entry.key = Value();
    entry.value = Value();
    if (at == 0) entry.hash = 1;  // firstLiving() counts on from here
    --dict->count;
    dict->keysVersion = dict->type->vm->nextVersion();
    // Taking item after item from one end must not search ever longer for the next one.
    if (dict->used > 32 && dict->count * 4 < dict->used) resize(dict, std::max(dict->used / 2, 4U));
    release(key);
    release(value);
}

}  // namespace

Status checkMemory(Vm& vm) {
    if (vm.heap.overLimit()) [[unlikely]] {
        vm.stop(StopReason::Memory);
        return Raised{};
    }
    return kDone;
}

namespace {
Status appendChecked(Vm& vm, Dict* dict, Value key, std::int64_t hash, Value value) {
    const bool grows = dict->used == dict->capacity;
    append(dict, key, hash, value);
    return grows ? checkMemory(vm) : Status(kDone);
}
}  // namespace

Ptr<Dict> makeDict(Vm& vm) {
    Ptr<Dict> dict = vm.heap.make<Dict>(vm.types.dict);
    dict->keysVersion = vm.nextVersion();
    return dict;
}

void dictReserve(Dict* dict, std::uint32_t count) {
    if (count > dict->capacity) resize(dict, roomOf((std::uint64_t{count} * 3 + 1) / 2));
}

namespace {

/// What probeStr gives beside places in `entries`.
constexpr std::int32_t kMissing = -1;
constexpr std::int32_t kAskGeneral =
    -2;  ///< a key of another type has its hash, and may be equal to it

std::int32_t probeHashedStr(const Dict* dict, Str* key) {
    const std::int64_t hash = strHash(key);
    const Type* strType = dict->type->vm->types.str;
    const DictEntry* entries = dict->entries;
    std::int32_t missing = kMissing;
    // Hashes are equal: is it the key?
    const auto isKey = [&](const DictEntry& entry) {
        if (entry.key.is(strType)) return strEqual(entry.key.as<Str>(), key);
        if (!entry.key.isUnbound()) missing = kAskGeneral;
        return false;
    };
    if (!dict->index) {
        for (std::uint32_t i = 0; i < dict->used; ++i) {
            if (entries[i].hash == hash && isKey(entries[i])) return static_cast<std::int32_t>(i);
        }
        return missing;
    }
    const std::int32_t* index = dict->index;
    std::uint64_t perturb = static_cast<std::uint64_t>(hash);
    std::uint64_t place = perturb & dict->indexMask;
    for (;;) {
        const std::int32_t at = index[place];
        if (at >= 0) {
            if (entries[at].hash == hash && isKey(entries[at])) return at;
        } else if (at == kEmpty) {
            return missing;
        }
        perturb >>= 5;
        place = (place * 5 + perturb + 1) & dict->indexMask;
    }
}

/// A look-up that runs none of the scenario's code. In a small dict the key is most often the very
/// object that was stored: constants and names are interned.
inline std::int32_t probeStr(const Dict* dict, Str* key) {
    if (!dict->index) {
        for (std::uint32_t i = 0; i < dict->used; ++i) {
            const Value each = dict->entries[i].key;
            if (each.tag == Tag::Object && each.object == key) return static_cast<std::int32_t>(i);
        }
    }
    return probeHashedStr(dict, key);
}

}  // namespace

std::int32_t dictFindStr(Dict* dict, Str* key) { return std::max(probeStr(dict, key), kMissing); }

Value dictGetStr(Dict* dict, Str* key) {
    const std::int32_t at = dictFindStr(dict, key);
    return at < 0 ? Value() : dict->entries[at].value;
}

Outcome<std::int32_t> dictFind(Vm& vm, Dict* dict, Value key, std::int64_t hash) {
    if (dict->count == 0) return -1;
    if (key.is(vm.types.str)) {
        const std::int32_t at = probeStr(dict, key.as<Str>());
        if (at != kAskGeneral) return at;
    }
    return findGeneral(vm, dict, key, hash);
}

Value dictGetHashed(Vm& vm, Dict* dict, Value key, std::int64_t hash) {
    auto at = dictFind(vm, dict, key, hash);
    if (at.isRaised()) return Value::raised();
    return *at < 0 ? Value() : dict->entries[*at].value;
}

Value dictGet(Vm& vm, Dict* dict, Value key) {
    if (key.is(vm.types.str)) {
        const std::int32_t at = probeStr(dict, key.as<Str>());
        if (at != kAskGeneral) return at < 0 ? Value() : dict->entries[at].value;
    }
    auto hash = hashOf(vm, key);
    if (hash.isRaised()) return Value::raised();
    return dictGetHashed(vm, dict, key, *hash);
}

void dictSetStr(Vm&, Dict* dict, Str* key, Value value) {
    const std::int32_t at = dictFindStr(dict, key);
    if (at >= 0) {
        replaceValue(dict->entries[at], value);
    } else {
        append(dict, Value(key), strHash(key), value);
    }
}

Status dictSetHashed(Vm& vm, Dict* dict, Value key, std::int64_t hash, Value value) {
    std::int32_t at = key.is(vm.types.str) ? probeStr(dict, key.as<Str>()) : kAskGeneral;
    if (at == kAskGeneral) at = CORO_TRY(findGeneral(vm, dict, key, hash));
    if (at >= 0) {
        replaceValue(dict->entries[at], value);
        return kDone;
    }
    return appendChecked(vm, dict, key, hash, value);
}

Status dictSet(Vm& vm, Dict* dict, Value key, Value value) {
    if (key.is(vm.types.str)) {
        const std::int32_t at = probeStr(dict, key.as<Str>());
        if (at >= 0) {
            replaceValue(dict->entries[at], value);
            return kDone;
        }
        if (at == kMissing) return appendChecked(vm, dict, key, strHash(key.as<Str>()), value);
    }
    const std::int64_t hash = CORO_TRY(hashOf(vm, key));
    return dictSetHashed(vm, dict, key, hash, value);
}

bool dictDeleteStr(Vm&, Dict* dict, Str* key) {
    const std::int32_t at = dictFindStr(dict, key);
    if (at < 0) return false;
    removeEntry(dict, at);
    return true;
}

Outcome<bool> dictDelete(Vm& vm, Dict* dict, Value key) {
    const std::int64_t hash = CORO_TRY(hashOf(vm, key));
    const std::int32_t at = CORO_TRY(dictFind(vm, dict, key, hash));
    if (at < 0) return false;
    removeEntry(dict, at);
    return true;
}

void dictRemoveAt(Dict* dict, std::int32_t at) { removeEntry(dict, at); }

std::uint32_t firstLiving(Dict* dict) {
    if (dict->used == 0 || !dict->entries[0].key.isUnbound()) return 0;
    auto at = static_cast<std::uint32_t>(dict->entries[0].hash);
    while (at < dict->used && dict->entries[at].key.isUnbound()) ++at;
    dict->entries[0].hash = at;
    return at;
}

void dictClear(Vm& vm, Dict* dict) {
    DictEntry* entries = dict->entries;
    const std::uint32_t used = dict->used;
    heapOf(dict).addExternal(-tableBytes(dict));
    std::free(dict->index);
    dict->entries = nullptr;
    dict->index = nullptr;
    dict->used = dict->count = dict->capacity = dict->indexMask = 0;
    dict->keysVersion = vm.nextVersion();
    for (std::uint32_t i = 0; i < used; ++i) {
        release(entries[i].key);
        release(entries[i].value);
    }
    std::free(entries);
}

Status dictMerge(Vm& vm, Dict* into, Dict* from, bool override) {
    if (into == from) return kDone;
    const std::uint64_t version = from->keysVersion;
    Ref keep{Value(from)};
    for (std::uint32_t i = 0; i < from->used; ++i) {
        if (from->entries[i].key.isUnbound()) continue;
        takeEffort(vm, 8);
        Ref key(from->entries[i].key);
        Ref value(from->entries[i].value);
        const std::int64_t hash = from->entries[i].hash;
        if (override || CORO_TRY(dictFind(vm, into, key, hash)) < 0)
            CORO_TRY(dictSetHashed(vm, into, key, hash, value));
        if (from->keysVersion != version)
            return raise(vm, vm.exc.RuntimeError, "dict mutated during update");
    }
    return kDone;
}

Ptr<Dict> dictCopy(Vm& vm, Dict* dict) {
    takeEffort(vm, 8 * std::int64_t{dict->count});
    Ptr<Dict> copy = makeDict(vm);
    if (dict->count) resize(copy.get(), dict->count < 4 ? 4 : dict->count);
    for (std::uint32_t i = 0; i < dict->used; ++i) {
        const DictEntry& entry = dict->entries[i];
        if (!entry.key.isUnbound()) append(copy.get(), entry.key, entry.hash, entry.value);
    }
    return copy;
}

void traverseDict(Object* object, const Visitor& visit) {
    const auto* dict = static_cast<Dict*>(object);
    for (std::uint32_t i = 0; i < dict->used; ++i) {
        visit(dict->entries[i].key);
        visit(dict->entries[i].value);
    }
}

void destroyDict(Object* object) {
    auto* dict = static_cast<Dict*>(object);
    for (std::uint32_t i = 0; i < dict->used; ++i) {
        release(dict->entries[i].key);
        release(dict->entries[i].value);
    }
    std::free(dict->entries);
    if (!heapOf(object).tearingDown) {
        heapOf(object).addExternal(-tableBytes(dict));
    }
    std::free(dict->index);
    destroyAs<Dict>(object);
}

}  // namespace coroscope::runtime
