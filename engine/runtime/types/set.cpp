// set and frozenset: the table (Objects/setobject.c). Methods are in set_methods.cpp.
//
// `entries` keeps the order of insertion. `index` is CPython's table of the set, place by place:
// its probing, the places that deleted keys leave behind, and when and how far it grows. So a set
// of numbers, of tuples of them and the like, whose hashes are the same as CPython's, is walked in
// CPython's order.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "engine/runtime/effort.h"
#include "engine/runtime/native.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/types/set_internal.h"
#include "engine/runtime/visitor.h"

namespace coroscope::runtime {

namespace {

constexpr std::int32_t kEmpty = -1;
constexpr std::int32_t kDeleted = -2;
constexpr std::uint32_t kSmallest = 8;
constexpr std::uint32_t kLinearProbes = 9;
constexpr int kPerturbShift = 5;

std::ptrdiff_t tableBytes(const Set* set) {
    const std::size_t places = set->index ? set->indexMask + std::size_t{1} : 0;
    return static_cast<std::ptrdiff_t>(Heap::mallocBytes(set->capacity * sizeof(DictEntry)) +
                                       Heap::mallocBytes(places * sizeof(std::int32_t)));
}

std::int32_t* newIndex(std::uint32_t size) {
    auto* index = static_cast<std::int32_t*>(std::malloc(size * sizeof(std::int32_t)));
    std::memset(index, 0xFF, size * sizeof(std::int32_t));
    return index;
}

/// Visits the places where a hash may lie, in CPython's order, until `visit` says stop
/// (set_lookkey).
template <class F>
void probe(const Set* set, std::int64_t hash, F&& visit) {
    const std::uint64_t mask = set->indexMask;
    std::uint64_t perturb = static_cast<std::uint64_t>(hash);
    std::uint64_t place = perturb & mask;
    for (;;) {
        const std::uint64_t probes = place + kLinearProbes <= mask ? kLinearProbes : 0;
        for (std::uint64_t i = 0; i <= probes; ++i) {
            if (visit(place + i)) return;
        }
        perturb >>= kPerturbShift;
        place = (place * 5 + 1 + perturb) & mask;
    }
}

/// set_insert_clean: into a table without the key and without deleted places.
void placeInIndex(Set* set, std::int64_t hash, std::int32_t entry) {
    probe(set, hash, [&](std::uint64_t place) {
        if (set->index[place] != kEmpty) return false;
        set->index[place] = entry;
        return true;
    });
}

/// set_table_resize: a table of more than `minimum` places, filled in the order of the old one.
void resizeIndex(Set* set, std::size_t minimum) {
    std::uint32_t size = kSmallest;
    while (size <= minimum) size <<= 1;
    Heap& heap = set->type->vm->heap;
    heap.addExternal(-tableBytes(set));
    std::int32_t* old = set->index;
    const std::uint32_t oldSize = set->indexMask + 1;
    set->index = newIndex(size);
    set->indexMask = size - 1;
    set->fill = set->count;
    for (std::uint32_t i = 0; i < oldSize; ++i) {
        if (old[i] >= 0) placeInIndex(set, set->entries[old[i]].hash, old[i]);
    }
    std::free(old);
    heap.addExternal(tableBytes(set));
}

/// Room for one more entry. Deleted ones go when they are many; the index is then told the new
/// numbers.
void makeEntryRoom(Set* set) {
    if (set->used < set->capacity) return;
    Heap& heap = set->type->vm->heap;
    heap.addExternal(-tableBytes(set));
    if (set->capacity != 0 && set->count <= set->capacity / 2) {
        std::vector<std::int32_t> renumbered(set->used, kDeleted);
        std::uint32_t to = 0;
        for (std::uint32_t from = 0; from < set->used; ++from) {
            if (set->entries[from].key.isUnbound()) continue;
            renumbered[from] = static_cast<std::int32_t>(to);
            set->entries[to++] = set->entries[from];
        }
        set->used = to;
        for (std::uint32_t i = 0; i <= set->indexMask; ++i) {
            if (set->index[i] >= 0)
                set->index[i] = renumbered[static_cast<std::size_t>(set->index[i])];
        }
    } else {
        set->capacity = set->capacity ? set->capacity * 2 : 4;
        set->entries = static_cast<DictEntry*>(
            std::realloc(static_cast<void*>(set->entries), set->capacity * sizeof(DictEntry)));
    }
    heap.addExternal(tableBytes(set));
}

/// The place in `index` of an item; -1 if it is not there. `vacant` is the place where it would go:
/// where a deleted one was, if the search came past such a place.
Outcome<std::int64_t> findPlace(Vm& vm, Set* set, Value item, std::int64_t hash,
                                std::uint64_t* vacant = nullptr) {
    for (;;) {
        const std::uint64_t version = set->keysVersion;
        std::int64_t found = -1;
        bool raised = false;
        bool restart = false;
        bool passedDeleted = false;
        probe(set, hash, [&](std::uint64_t place) {
            const std::int32_t at = set->index[place];
            if (at < 0) {
                if (vacant && (at == kDeleted || !passedDeleted)) *vacant = place;
                passedDeleted = true;
                return at == kEmpty;
            }
            const DictEntry& entry = set->entries[at];
            if (entry.hash != hash) return false;
            bool same = entry.key.identical(item);
            takeEffort(vm, 1);  // of items with equal hashes there may be many
            if (!same && entry.key.is(vm.types.str) && item.is(vm.types.str)) {
                same = strEqual(entry.key.as<Str>(), item.as<Str>());
            } else if (!same) {
                Ref keep(entry.key);
                auto answer = compareTruth(vm, keep, item, Comparison::Equal);
                raised = answer.isRaised();
                restart = !raised && set->keysVersion != version;
                if (raised || restart) return true;
                same = *answer;
            }
            if (same) found = static_cast<std::int64_t>(place);
            return same;
        });
        if (raised) return Raised{};
        if (!restart) return found;
    }
}

Status growAfterAdd(Vm& vm, Set* set) {
    // set_add_entry: grown when three fifths are full.
    if (static_cast<std::uint64_t>(set->fill) * 5 < static_cast<std::uint64_t>(set->indexMask) * 3)
        return kDone;
    resizeIndex(set,
                set->count > 50000 ? std::size_t{set->count} * 2 : std::size_t{set->count} * 4);
    return checkMemory(vm);
}

/// Has CPython the same hash for it in every run? (Not of text, which is salted, nor of what is
/// hashed by its address.) No more deeply nested than what has just been hashed.
Outcome<bool> hashesAlike(Vm& vm, Value key) {
    if (key.isSmallInt() || key.isBool()) return true;
    if (key.isFloat()) return !std::isnan(key.real);
    if (key.is(vm.types.int_)) return true;
    if (key.is(vm.types.frozenset)) return key.as<Set>()->otherKeys == 0;
    if (!key.is(vm.types.tuple)) return false;
    const Nesting nesting(vm);
    if (nesting.isTooDeep()) return raiseTooDeep(vm);
    if (!spendEffort(vm, 1)) return Raised{};
    for (Value item : key.as<Tuple>()->span()) {
        takeEffort(vm, 1);
        if (!CORO_TRY(hashesAlike(vm, item))) return false;
    }
    return true;
}

/// An entry of a set has no value: in its place stands what hashesAlike said of the key.
DictEntry entryOf(Value key, std::int64_t hash, bool alike) {
    retain(key);
    return {hash, key, Value::boolean(alike)};
}

void appendEntry(Vm& vm, Set* set, const DictEntry& entry, std::uint64_t place) {
    const std::uint32_t at = set->used++;
    set->entries[at] = entry;
    if (set->index[place] == kEmpty) ++set->fill;
    set->index[place] = static_cast<std::int32_t>(at);
    ++set->count;
    if (!entry.value.isTrue()) ++set->otherKeys;
    set->keysVersion = vm.nextVersion();
}

Ref removePlace(Set* set, std::uint64_t place) {
    DictEntry& entry = set->entries[set->index[place]];
    Ref key = Ref::steal(entry.key);
    entry.key = Value();
    set->index[place] = kDeleted;
    --set->count;
    Vm& vm = *set->type->vm;
    if (!entry.value.isTrue()) --set->otherKeys;
    set->keysVersion = vm.nextVersion();
    return key;
}

/// set_merge: all items of another set.
Status mergeSet(Vm& vm, Set* set, Set* other) {
    if (set == other || other->count == 0) return kDone;
    Ref keep{Value(other)};
    if ((static_cast<std::uint64_t>(set->fill) + other->count) * 5 >=
        static_cast<std::uint64_t>(set->indexMask) * 3) {
        resizeIndex(set, (std::size_t{set->count} + other->count) * 2);
        CORO_TRY(checkMemory(vm));
    }
    takeEffort(vm, 8 * std::int64_t{other->count});
    const bool fresh = set->fill == 0;
    if (fresh && set->indexMask == other->indexMask && other->fill == other->count) {
        // The same table, place by place; entries in the other's order of insertion.
        std::vector<std::int32_t> renumbered(other->used, kEmpty);
        for (std::uint32_t i = 0; i < other->used; ++i) {
            const DictEntry& entry = other->entries[i];
            if (entry.key.isUnbound()) continue;
            makeEntryRoom(set);
            renumbered[i] = static_cast<std::int32_t>(set->used);
            retain(entry.key);
            set->entries[set->used++] = entry;
            ++set->count;
        }
        for (std::uint32_t place = 0; place <= set->indexMask; ++place) {
            const std::int32_t at = other->index[place];
            set->index[place] = at < 0 ? kEmpty : renumbered[static_cast<std::size_t>(at)];
        }
        set->fill = other->count;
        set->otherKeys = other->otherKeys;
        set->keysVersion = vm.nextVersion();
        return checkMemory(vm);
    }
    std::uint32_t position = 0;
    const std::uint64_t version = other->keysVersion;
    while (const DictEntry* entry = setNextEntry(other, position)) {
        Ref key(entry->key);
        if (fresh) {
            // Nothing can be equal, and (set_insert_clean) the table was made large enough.
            const std::int64_t hash = entry->hash;
            makeEntryRoom(set);
            std::uint64_t vacant = 0;
            probe(set, hash, [&](std::uint64_t place) {
                vacant = place;
                return set->index[place] == kEmpty;
            });
            appendEntry(vm, set, entryOf(key, hash, entry->value.isTrue()), vacant);
        } else {
            CORO_TRY(setAddHashed(vm, set, key, entry->hash));
            if (other->keysVersion != version) break;
        }
    }
    return checkMemory(vm);
}

Status mergeDictKeys(Vm& vm, Set* set, Dict* dict) {
    if ((static_cast<std::uint64_t>(set->fill) + dict->count) * 5 >=
        static_cast<std::uint64_t>(set->indexMask) * 3) {
        resizeIndex(set, (std::size_t{set->count} + dict->count) * 2);
    }
    Ref keep{Value(dict)};
    for (std::uint32_t i = 0; i < dict->used; ++i) {
        Ref key(dict->entries[i].key);
        if (!key.isUnbound()) CORO_TRY(setAddHashed(vm, set, key, dict->entries[i].hash));
    }
    return kDone;
}

}  // namespace

Ptr<Set> makeSetOf(Vm& vm, Type* type) {
    Ptr<Set> set = makeInstance<Set>(vm, type);
    set->index = newIndex(kSmallest);
    set->indexMask = kSmallest - 1;
    set->keysVersion = vm.nextVersion();
    vm.heap.addExternal(tableBytes(set.get()));
    return set;
}

Ptr<Set> makeSet(Vm& vm, bool frozen) {
    return makeSetOf(vm, frozen ? vm.types.frozenset : vm.types.set);
}

const DictEntry* setNextEntry(const Set* set, std::uint32_t& position) {
    if (set->otherKeys == 0) {
        while (position <= set->indexMask) {
            const std::int32_t at = set->index[position++];
            if (at >= 0) return &set->entries[at];
        }
        return nullptr;
    }
    while (position < set->used) {
        const DictEntry& entry = set->entries[position++];
        if (!entry.key.isUnbound()) return &entry;
    }
    return nullptr;
}

bool setNext(const Set* set, std::uint32_t& position, Value& item) {
    const DictEntry* entry = setNextEntry(set, position);
    if (entry) item = entry->key;
    return entry != nullptr;
}

Outcome<bool> setContainsHashed(Vm& vm, Set* set, Value item, std::int64_t hash) {
    if (set->count == 0) return false;
    return CORO_TRY(findPlace(vm, set, item, hash)) >= 0;
}

Status setAddHashed(Vm& vm, Set* set, Value item, std::int64_t hash) {
    std::uint64_t vacant = 0;
    takeEffort(vm, 1);
    if (CORO_TRY(findPlace(vm, set, item, hash, &vacant)) >= 0) return kDone;
    const bool alike = CORO_TRY(hashesAlike(vm, item));
    makeEntryRoom(set);
    const std::uint32_t fill = set->fill;
    appendEntry(vm, set, entryOf(item, hash, alike), vacant);
    return set->fill > fill ? growAfterAdd(vm, set) : checkMemory(vm);
}

Status setAdd(Vm& vm, Set* set, Value item) {
    const std::int64_t hash = CORO_TRY(hashOf(vm, item));
    return setAddHashed(vm, set, item, hash);
}

Outcome<bool> setDiscardHashed(Vm& vm, Set* set, Value item, std::int64_t hash) {
    const std::int64_t place = CORO_TRY(findPlace(vm, set, item, hash));
    if (place < 0) return false;
    Ref gone = removePlace(set, static_cast<std::uint64_t>(place));
    return true;
}

void setSweep(Set* set) {
    if (set->fill - set->count <= set->indexMask / 4) return;
    resizeIndex(set,
                set->count > 50000 ? std::size_t{set->count} * 2 : std::size_t{set->count} * 4);
}

Ref setPop(Set* set) {
    if (set->count == 0) return {};
    if (set->otherKeys == 0) {
        std::uint32_t place = set->finger & set->indexMask;
        while (set->index[place] < 0) place = (place + 1) & set->indexMask;
        set->finger = place + 1;
        return removePlace(set, place);
    }
    // The finger is of no use for the order of insertion: the first living entry goes.
    std::uint32_t at = 0;
    while (set->entries[at].key.isUnbound()) ++at;
    std::uint64_t found = 0;
    probe(set, set->entries[at].hash, [&](std::uint64_t place) {
        found = place;
        return set->index[place] == static_cast<std::int32_t>(at);
    });
    return removePlace(set, found);
}

void setClear(Vm& vm, Set* set) {
    Ptr<Set> old = makeSet(vm);
    setSwap(set, old.get());
}

void setSwap(Set* a, Set* b) {
    Vm& vm = *a->type->vm;
    std::swap(a->entries, b->entries);
    std::swap(a->index, b->index);
    std::swap(a->used, b->used);
    std::swap(a->count, b->count);
    std::swap(a->capacity, b->capacity);
    std::swap(a->indexMask, b->indexMask);
    std::swap(a->fill, b->fill);
    std::swap(a->otherKeys, b->otherKeys);
    a->keysVersion = vm.nextVersion();
    b->keysVersion = vm.nextVersion();
}

Status setUpdate(Vm& vm, Set* set, Value iterable) {
    if (hasFlag(iterable, kTypeIsSet)) return mergeSet(vm, set, iterable.as<Set>());
    if (iterable.is(vm.types.dict)) return mergeDictKeys(vm, set, iterable.as<Dict>());
    Ref keep{Value(set)};
    Ref iterator = CORO_TRY(iterate(vm, iterable));
    for (;;) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return kDone;
        if (!burnFuel(vm, 1)) return Raised{};
        CORO_TRY(setAdd(vm, set, item));
    }
}

void traverseSet(Object* object, const Visitor& visit) {
    const auto* set = static_cast<Set*>(object);
    for (std::uint32_t i = 0; i < set->used; ++i) visit(set->entries[i].key);
}

void destroySet(Object* object) {
    auto* set = static_cast<Set*>(object);
    for (std::uint32_t i = 0; i < set->used; ++i) release(set->entries[i].key);
    set->type->vm->heap.addExternal(-tableBytes(set));
    std::free(set->entries);
    std::free(set->index);
    destroyAs<Set>(object);
}

}  // namespace coroscope::runtime
