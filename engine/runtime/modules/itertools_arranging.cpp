// itertools' arrangements of a pool's items: product, permutations, combinations. Each keeps the
// places of the items of its last result and moves them on to the next one.
#include <numeric>
#include <vector>

#include "engine/runtime/modules/itertools_parts.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/sequences.h"

namespace coroscope::runtime::iteration {

namespace {

struct Arrangement : Object {
    std::vector<Ptr<Tuple>> pools;  ///< product: one for each place; else the only one
    std::vector<std::size_t> places;
    std::vector<std::size_t> cycles;  ///< permutations: how many changes are left at each place
    bool begun = false, ended = false;
    std::ptrdiff_t bytes = 0;  ///< counted by the heap for the vectors
};

void destroyArrangement(Object* object) {
    object->type->vm->heap.addExternal(-static_cast<Arrangement*>(object)->bytes);
    destroyAs<Arrangement>(object);
}

/// The tuple of the items at the places.
Ref chosen(Vm& vm, const Arrangement& self) {
    CORO_TRY(reserveBytes(vm, sizeof(Value) * self.places.size()));
    // A long row takes longer than the instructions that ask for it.
    if (!burnFuel(vm, static_cast<std::int64_t>(self.places.size() / 8))) return Raised{};
    Ptr<Tuple> row = makeTuple(vm, static_cast<std::uint32_t>(self.places.size()));
    for (std::size_t i = 0; i < self.places.size(); ++i) {
        Tuple* pool = self.pools[self.pools.size() == 1 ? 0 : i].get();
        const Value item = pool->items()[self.places[i]];
        retain(item);
        row->items()[i] = item;
    }
    return std::move(row).toRef();
}

/// The first result, or that of the places that `move` has made; unbound when it finds no more.
template <bool (*move)(Arrangement&)>
Ref arrangementNext(Vm& vm, Arrangement& self) {
    if (self.ended) return {};
    if (self.begun && !move(self)) {
        self.ended = true;
        return {};
    }
    self.begun = true;
    return chosen(vm, self);
}

/// As an odometer turns.
bool moveProduct(Arrangement& self) {
    for (std::size_t i = self.places.size(); i-- > 0;) {
        const std::size_t size = self.pools[self.pools.size() == 1 ? 0 : i]->count;
        if (++self.places[i] < size) return true;
        self.places[i] = 0;
    }
    return false;
}

bool movePermutation(Arrangement& self) {
    // All places of the pool stand in `cycles`' second half: the first r of them are chosen.
    const std::size_t size = self.pools[0]->count, r = self.places.size();
    auto* order = self.cycles.data() + r;
    for (std::size_t i = r; i-- > 0;) {
        if (--self.cycles[i] == 0) {
            std::rotate(order + i, order + i + 1, order + size);
            self.cycles[i] = size - i;
            continue;
        }
        std::swap(order[i], order[size - self.cycles[i]]);
        std::copy(order, order + r, self.places.begin());
        return true;
    }
    return false;
}

template <bool again>
bool moveCombination(Arrangement& self) {
    const std::size_t size = self.pools[0]->count, r = self.places.size();
    for (std::size_t i = r; i-- > 0;) {
        const std::size_t last = again ? size - 1 : size - r + i;
        if (self.places[i] == last) continue;
        std::size_t place = ++self.places[i];
        for (std::size_t k = i + 1; k < r; ++k) self.places[k] = again ? place : ++place;
        return true;
    }
    return false;
}

Outcome<Ptr<Tuple>> poolOf(Vm& vm, Value iterable) {
    Ref list = CORO_TRY(listFromIterable(vm, iterable));
    return makeTuple(vm, std::span<const Value>(list.as<List>()->span()));
}

/// Says how many items a result has.
Status setPlaces(Vm& vm, Arrangement& self, std::int64_t count) {
    // What the longest of the vectors that go with it take.
    if (__builtin_mul_overflow(count, std::int64_t{4 * sizeof(std::size_t)}, &self.bytes)) {
        self.bytes = 0;
        return raiseMemoryError(vm);
    }
    const std::ptrdiff_t bytes = std::exchange(self.bytes, 0);
    CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(bytes)));
    self.bytes = bytes;
    vm.heap.addExternal(bytes);
    self.places.resize(static_cast<std::size_t>(count));
    return kDone;
}

Ref productConstruct(Vm& vm, Type* type, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"repeat"};
    Value bound[1];
    const Arguments keywords{args.values + args.positional, 0, args.keywords, args.keywordNames};
    CORO_TRY(bindArguments(vm, "product", keywords, kNames, 0, 0, bound));
    const std::int64_t repeat = bound[0].isUnbound() ? 1 : CORO_TRY(asIndex(vm, bound[0]));
    if (repeat < 0) return raise(vm, vm.exc.ValueError, "repeat argument cannot be negative");
    Ptr<Arrangement> made = makeInstance<Arrangement>(vm, type);
    std::int64_t places = 0;
    if (__builtin_mul_overflow(repeat, std::int64_t{args.positional}, &places))
        return raise(vm, vm.exc.OverflowError, "repeat argument too large");
    CORO_TRY(setPlaces(vm, *made.get(), places));
    if (repeat == 0) return std::move(made).toRef();
    for (std::uint32_t i = 0; i < args.positional; ++i) {
        made->pools.push_back(CORO_TRY(poolOf(vm, args[i])));
        if (made->pools.back()->count == 0) made->ended = true;
    }
    // A single pool serves all places.
    if (args.positional > 1) {
        const std::vector<Ptr<Tuple>> once = made->pools;
        for (std::int64_t turn = 1; turn < repeat; ++turn)
            made->pools.insert(made->pools.end(), once.begin(), once.end());
    }
    return std::move(made).toRef();
}

Ref permutationsConstruct(Vm& vm, Type* type, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"iterable", "r"};
    Value bound[2];
    CORO_TRY(bindArguments(vm, "permutations", args, kNames, 1, 2, bound));
    Ptr<Arrangement> made = makeInstance<Arrangement>(vm, type);
    made->pools.push_back(CORO_TRY(poolOf(vm, bound[0])));
    const std::size_t size = made->pools[0]->count;
    auto r = static_cast<std::int64_t>(size);
    if (!bound[1].isUnbound() && !bound[1].isNone()) {
        if (!isInt(bound[1])) return raise(vm, vm.exc.TypeError, "Expected int as r");
        r = CORO_TRY(asIndex(vm, bound[1]));
        if (r < 0) return raise(vm, vm.exc.ValueError, "r must be non-negative");
    }
    if (r > static_cast<std::int64_t>(size)) {
        made->ended = true;
        return std::move(made).toRef();
    }
    CORO_TRY(setPlaces(vm, *made.get(), r));
    std::iota(made->places.begin(), made->places.end(), std::size_t{0});
    for (std::size_t i = 0; i < made->places.size(); ++i) made->cycles.push_back(size - i);
    for (std::size_t i = 0; i < size; ++i) made->cycles.push_back(i);
    return std::move(made).toRef();
}

template <bool again>
Ref combinationsConstruct(Vm& vm, Type* type, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"iterable", "r"};
    Value bound[2];
    CORO_TRY(bindArguments(vm, again ? "combinations_with_replacement" : "combinations", args,
                           kNames, 2, 2, bound));
    const std::int64_t r = CORO_TRY(asIndex(vm, bound[1]));
    Ptr<Arrangement> made = makeInstance<Arrangement>(vm, type);
    made->pools.push_back(CORO_TRY(poolOf(vm, bound[0])));
    if (r < 0) return raise(vm, vm.exc.ValueError, "r must be non-negative");
    const auto size = static_cast<std::int64_t>(made->pools[0]->count);
    if (again ? size == 0 && r > 0 : r > size) {
        made->ended = true;
        return std::move(made).toRef();
    }
    CORO_TRY(setPlaces(vm, *made.get(), r));
    if (!again) std::iota(made->places.begin(), made->places.end(), std::size_t{0});
    return std::move(made).toRef();
}

}  // namespace

void addArranging(Vm& vm, Dict* module) {
    Slots slots;
    slots.destroy = destroyArrangement;
    addIteratorType<Arrangement, arrangementNext<moveProduct>, &Arrangement::pools>(
        vm, module, "itertools.product", productConstruct, slots);
    addIteratorType<Arrangement, arrangementNext<movePermutation>, &Arrangement::pools>(
        vm, module, "itertools.permutations", permutationsConstruct, slots);
    addIteratorType<Arrangement, arrangementNext<moveCombination<false>>, &Arrangement::pools>(
        vm, module, "itertools.combinations", combinationsConstruct<false>, slots);
    addIteratorType<Arrangement, arrangementNext<moveCombination<true>>, &Arrangement::pools>(
        vm, module, "itertools.combinations_with_replacement", combinationsConstruct<true>, slots);
}

}  // namespace coroscope::runtime::iteration
