// The heap operations of heapq (Modules/_heapqmodule.c) and the searches of bisect
// (Modules/_bisectmodule.c). The rest of heapq is bundled Python.
#include <fmt/format.h>

#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/common.h"

namespace coroscope::runtime {

namespace {

// --- heapq ---------------------------------------------------------------------------------------

/// Is a before b in the heap? `greatest`: the heap has its greatest item first.
Outcome<bool> before(Vm& vm, Value a, Value b, bool greatest) {
    if (!burnFuel(vm, 1)) return Raised{};
    return greatest ? compareTruth(vm, b, a, Comparison::Less)
                    : compareTruth(vm, a, b, Comparison::Less);
}

/// A comparison is the scenario's own code: it may have changed the list.
Status checkSize(Vm& vm, const List* list, std::size_t expected) {
    if (list->count == expected) return kDone;
    return raise(vm, vm.exc.RuntimeError, "list changed size during iteration");
}

/// siftdown: the item at `place` rises until its parent is before it, but not above `top`.
Status rise(Vm& vm, List* list, std::size_t top, std::size_t place, bool greatest) {
    const std::size_t size = list->count;
    while (place > top) {
        const std::size_t parent = (place - 1) / 2;
        const Ref moved(list->items[place]), above(list->items[parent]);
        if (!CORO_TRY(before(vm, moved, above, greatest))) break;
        CORO_TRY(checkSize(vm, list, size));
        std::swap(list->items[place], list->items[parent]);
        place = parent;
    }
    return kDone;
}

/// siftup: the item at `place` sinks to a leaf by way of the smaller children, then rises.
Status sink(Vm& vm, List* list, std::size_t place, bool greatest) {
    const std::size_t size = list->count;
    const std::size_t start = place;
    while (place < size / 2) {
        std::size_t child = 2 * place + 1;
        if (child + 1 < size) {
            const Ref left(list->items[child]), right(list->items[child + 1]);
            const bool leftFirst = CORO_TRY(before(vm, left, right, greatest));
            CORO_TRY(checkSize(vm, list, size));
            if (!leftFirst) ++child;
        }
        std::swap(list->items[place], list->items[child]);
        place = child;
    }
    return rise(vm, list, start, place, greatest);
}

Outcome<List*> heapFrom(Vm& vm, const Arguments& a, std::string_view function) {
    if (hasFlag(a[0], kTypeIsList)) return a[0].as<List>();
    const bool alone = function == "heapify" || function == "heappop";
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{}() argument{} must be list, not {}", function, alone ? "" : " 1",
                             typeName(vm, a[0])));
}

Ref heapPush(Vm& vm, const Arguments& a) {
    List* heap = CORO_TRY(heapFrom(vm, a, "heappush"));
    CORO_TRY(listAppend(vm, heap, a[1]));
    CORO_TRY(rise(vm, heap, 0, heap->count - 1, false));
    return Ref::none();
}

Ref pop(Vm& vm, List* heap, bool greatest) {
    if (heap->count == 0) return raise(vm, vm.exc.IndexError, "index out of range");
    Ref last = Ref::steal(heap->items[--heap->count]);
    if (heap->count == 0) return last;
    Ref first = Ref::steal(std::exchange(heap->items[0], last.detach()));
    CORO_TRY(sink(vm, heap, 0, greatest));
    return first;
}
Ref heapPop(Vm& vm, const Arguments& a) {
    return pop(vm, CORO_TRY(heapFrom(vm, a, "heappop")), false);
}
Ref heapPopGreatest(Vm& vm, const Arguments& a) {
    return pop(vm, CORO_TRY(heapFrom(vm, a, "_heappop_max")), true);
}

Ref replaceFirst(Vm& vm, List* heap, Value item, bool greatest) {
    if (heap->count == 0) return raise(vm, vm.exc.IndexError, "index out of range");
    Ref first = Ref::steal(std::exchange(heap->items[0], Ref(item).detach()));
    CORO_TRY(sink(vm, heap, 0, greatest));
    return first;
}
Ref heapReplace(Vm& vm, const Arguments& a) {
    return replaceFirst(vm, CORO_TRY(heapFrom(vm, a, "heapreplace")), a[1], false);
}
Ref heapReplaceGreatest(Vm& vm, const Arguments& a) {
    return replaceFirst(vm, CORO_TRY(heapFrom(vm, a, "_heapreplace_max")), a[1], true);
}

Ref heapPushPop(Vm& vm, const Arguments& a) {
    List* heap = CORO_TRY(heapFrom(vm, a, "heappushpop"));
    if (heap->count == 0) return a[1];
    const Ref first(heap->items[0]);
    if (!CORO_TRY(before(vm, first, a[1], false))) return a[1];
    if (heap->count == 0) return raise(vm, vm.exc.IndexError, "index out of range");
    return replaceFirst(vm, heap, a[1], false);
}

Ref order(Vm& vm, List* heap, bool greatest) {
    for (std::size_t place = heap->count / 2; place-- > 0;) {
        const std::size_t size = heap->count;
        CORO_TRY(sink(vm, heap, place, greatest));
        CORO_TRY(checkSize(vm, heap, size));
    }
    return Ref::none();
}
Ref heapify(Vm& vm, const Arguments& a) {
    return order(vm, CORO_TRY(heapFrom(vm, a, "heapify")), false);
}
Ref heapifyGreatest(Vm& vm, const Arguments& a) {
    return order(vm, CORO_TRY(heapFrom(vm, a, "_heapify_max")), true);
}

// --- bisect --------------------------------------------------------------------------------------

struct Search {
    Value sequence, item, key;
    std::int64_t low = 0, high = 0;
};

Outcome<Search> searchFrom(Vm& vm, const Arguments& a, std::string_view function) {
    static constexpr std::string_view kNames[] = {"a", "x", "lo", "hi", "key"};
    Value bound[5];
    CORO_TRY(bindArguments(vm, function, a, kNames, 2, 4, bound));
    Search search{bound[0], bound[1], bound[4]};
    if (search.key.isNone()) search.key = Value();
    if (!bound[2].isUnbound()) search.low = CORO_TRY(asIndex(vm, bound[2]));
    if (search.low < 0) return raise(vm, vm.exc.ValueError, "lo must be non-negative");
    search.high = bound[3].isUnbound() || bound[3].isNone() ? CORO_TRY(length(vm, bound[0]))
                                                            : CORO_TRY(asIndex(vm, bound[3]));
    return search;
}

/// Before (`right`: after) all items that are equal to `item`, which a key was applied to.
Outcome<std::int64_t> find(Vm& vm, const Search& search, Value item, bool right) {
    std::int64_t low = search.low, high = search.high;
    while (low < high) {
        if (!burnFuel(vm, 1)) return Raised{};
        const std::int64_t middle = low + (high - low) / 2;
        Ref other = CORO_TRY(getItem(vm, search.sequence, Value::ofInt(middle)));
        if (!search.key.isUnbound()) other = CORO_TRY(vm.call(search.key, {other.get()}));
        const bool down = right ? CORO_TRY(compareTruth(vm, item, other, Comparison::Less))
                                : !CORO_TRY(compareTruth(vm, other, item, Comparison::Less));
        if (down) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

Ref bisectLeft(Vm& vm, const Arguments& a) {
    const Search search = CORO_TRY(searchFrom(vm, a, "bisect_left"));
    return Ref::ofInt(CORO_TRY(find(vm, search, search.item, false)));
}
Ref bisectRight(Vm& vm, const Arguments& a) {
    const Search search = CORO_TRY(searchFrom(vm, a, "bisect_right"));
    return Ref::ofInt(CORO_TRY(find(vm, search, search.item, true)));
}

Ref insort(Vm& vm, const Search& search, bool right) {
    Ref item(search.item);
    if (!search.key.isUnbound()) item = CORO_TRY(vm.call(search.key, {search.item}));
    const std::int64_t place = CORO_TRY(find(vm, search, item, right));
    CORO_TRY(
        vm.callMethod(search.sequence, vm.intern("insert"), {Value::ofInt(place), search.item}));
    return Ref::none();
}
Ref insortLeft(Vm& vm, const Arguments& a) {
    return insort(vm, CORO_TRY(searchFrom(vm, a, "insort_left")), false);
}
Ref insortRight(Vm& vm, const Arguments& a) {
    return insort(vm, CORO_TRY(searchFrom(vm, a, "insort_right")), true);
}

}  // namespace

Ref makeHeapqParts(Vm& vm) {
    Ptr<Module> module = makeModule(vm, "_heapq");
    Dict* dict = module->dict.get();
    addFunction(vm, dict, "heappush", heapPush, 2, 2);
    addFunction(vm, dict, "heappop", heapPop, 1, 1);
    addFunction(vm, dict, "heapreplace", heapReplace, 2, 2);
    addFunction(vm, dict, "heappushpop", heapPushPop, 2, 2);
    addFunction(vm, dict, "heapify", heapify, 1, 1);
    addFunction(vm, dict, "_heappop_max", heapPopGreatest, 1, 1);
    addFunction(vm, dict, "_heapreplace_max", heapReplaceGreatest, 2, 2);
    addFunction(vm, dict, "_heapify_max", heapifyGreatest, 1, 1);
    return std::move(module).toRef();
}

Ref makeBisectModule(Vm& vm) {
    Ptr<Module> module = makeModule(vm, "bisect");
    Dict* dict = module->dict.get();
    addFunction(vm, dict, "bisect_left", bisectLeft, 0, kAnyCount, kKeywords);
    addFunction(vm, dict, "bisect_right", bisectRight, 0, kAnyCount, kKeywords);
    addFunction(vm, dict, "insort_left", insortLeft, 0, kAnyCount, kKeywords);
    addFunction(vm, dict, "insort_right", insortRight, 0, kAnyCount, kKeywords);
    for (const auto& [alias, name] :
         {std::pair{"bisect", "bisect_right"}, {"insort", "insort_right"}})
        setValue(vm, dict, alias, dictGetStr(dict, vm.intern(name)));
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
