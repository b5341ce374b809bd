// `a, b = …` and `a, *b = …` (Python/ceval.c: unpack_iterable).
#include <fmt/format.h>

#include "engine/runtime/instructions/helpers.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

Raised raiseTooFew(Vm& vm, int expected, std::size_t got, bool atLeast) {
    return raise(vm, vm.exc.ValueError,
                 fmt::format("not enough values to unpack (expected {}{}, got {})",
                             atLeast ? "at least " : "", expected, got));
}

Outcome<Ref> iterateToUnpack(Vm& vm, Value iterable) {
    Type* type = vm.typeOf(iterable);
    if (!type->slots.iterate && !type->slots.getItem) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("cannot unpack non-iterable {} object", type->nameView()));
    }
    return CORO_TRY(iterate(vm, iterable));
}

Status unpackSpan(Vm& vm, std::span<const Value> items, int count, Value* bottom) {
    if (items.size() < static_cast<std::size_t>(count))
        return raiseTooFew(vm, count, items.size(), false);
    if (items.size() > static_cast<std::size_t>(count)) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("too many values to unpack (expected {})", count));
    }
    for (int i = 0; i < count; ++i) {
        retain(items[static_cast<std::size_t>(i)]);
        bottom[count - 1 - i] = items[static_cast<std::size_t>(i)];
    }
    return kDone;
}

}  // namespace

Status unpackSequence(Vm& vm, Value iterable, int count, Value* bottom) {
    if (iterable.is(vm.types.tuple))
        return unpackSpan(vm, iterable.as<Tuple>()->span(), count, bottom);
    if (iterable.is(vm.types.list))
        return unpackSpan(vm, iterable.as<List>()->span(), count, bottom);
    Ref iterator = CORO_TRY(iterateToUnpack(vm, iterable));
    std::vector<Ref> items;
    for (int i = 0; i < count; ++i) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return raiseTooFew(vm, count, items.size(), false);
        items.push_back(std::move(item));
    }
    Ref extra = CORO_TRY(next(vm, iterator));
    if (!extra.isUnbound()) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("too many values to unpack (expected {})", count));
    }
    for (int i = 0; i < count; ++i)
        bottom[count - 1 - i] = items[static_cast<std::size_t>(i)].detach();
    return kDone;
}

Status unpackEx(Vm& vm, Value iterable, int before, int after, Value* bottom) {
    Ref iterator = CORO_TRY(iterateToUnpack(vm, iterable));
    std::vector<Ref> head;
    for (int i = 0; i < before; ++i) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return raiseTooFew(vm, before + after, head.size(), true);
        head.push_back(std::move(item));
    }
    Ref rest = CORO_TRY(listFromIterable(vm, iterator));
    auto* list = rest.as<List>();
    if (list->count < static_cast<std::uint32_t>(after)) {
        return raiseTooFew(vm, before + after, head.size() + list->count, true);
    }
    // From the bottom up: the last of `after` … its first, the list, the last of `before` … its
    // first.
    for (int i = 0; i < after; ++i)
        bottom[i] = list->items[list->count - 1 - static_cast<std::uint32_t>(i)];
    list->count -= static_cast<std::uint32_t>(after);
    bottom[after] = rest.detach();
    for (int i = 0; i < before; ++i)
        bottom[after + 1 + i] = head[static_cast<std::size_t>(before - 1 - i)].detach();
    return kDone;
}

}  // namespace coroscope::runtime
