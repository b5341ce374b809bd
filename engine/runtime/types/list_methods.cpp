// The methods of list (Objects/listobject.c).
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/iterators.h"
#include "engine/runtime/types/list_internal.h"
#include "engine/runtime/types/paying.h"

namespace coroscope::runtime {

namespace {

List* self(const Arguments& args) { return args[0].as<List>(); }

Ref methodAppend(Vm& vm, const Arguments& args) {
    CORO_TRY(listAppend(vm, self(args), args[1]));
    return Ref::none();
}

Ref methodExtend(Vm& vm, const Arguments& args) {
    CORO_TRY(listExtend(vm, self(args), args[1]));
    return Ref::none();
}

Ref methodInsert(Vm& vm, const Arguments& args) {
    std::int64_t index = CORO_TRY(asIndex(vm, args[1]));
    const std::int64_t count = self(args)->count;
    if (index < 0) index = std::max<std::int64_t>(0, index + count);
    index = std::min(index, count);
    CORO_TRY(listInsert(vm, self(args), static_cast<std::uint32_t>(index), args[2]));
    return Ref::none();
}

Ref methodPop(Vm& vm, const Arguments& args) {
    std::int64_t index = -1;
    if (args.positional > 1) index = CORO_TRY(asIndex(vm, args[1]));
    List* list = self(args);
    if (list->count == 0) return raise(vm, vm.exc.IndexError, "pop from empty list");
    if (index < 0) index += list->count;
    if (index < 0 || index >= list->count)
        return raise(vm, vm.exc.IndexError, "pop index out of range");
    return listTake(list, static_cast<std::uint32_t>(index));
}

Ref methodRemove(Vm& vm, const Arguments& args) {
    List* list = self(args);
    for (std::uint32_t i = 0; i < list->count; ++i) {
        Ref item(list->items[i]);
        if (!CORO_TRY(equal(vm, item, args[1]))) continue;
        if (i < list->count) {
            Ref gone = listTake(list, i);
        }
        return Ref::none();
    }
    return raise(vm, vm.exc.ValueError, "list.remove(x): x not in list");
}

Ref methodIndex(Vm& vm, const Arguments& args) {
    List* list = self(args);
    auto [start, stop] = CORO_TRY(searchBounds(vm, args));
    clipRange(start, stop, list->count);
    for (std::int64_t i = start; i < stop && i < list->count; ++i) {
        Ref item(list->items[i]);
        if (CORO_TRY(equal(vm, item, args[1]))) return Ref::ofInt(i);
    }
    return raise(vm, vm.exc.ValueError,
                 fmt::format("{} is not in list", CORO_TRY(reprText(vm, args[1]))));
}

Ref methodCount(Vm& vm, const Arguments& args) {
    std::int64_t count = 0;
    List* list = self(args);
    for (std::uint32_t i = 0; i < list->count; ++i) {
        Ref item(list->items[i]);
        if (CORO_TRY(equal(vm, item, args[1]))) ++count;
    }
    return Ref::ofInt(count);
}

Ref methodReverse(Vm& vm, const Arguments& args) {
    auto items = self(args)->span();
    payForBytes(vm, items.size_bytes());
    std::reverse(items.begin(), items.end());
    return Ref::none();
}

Ref methodClear(Vm&, const Arguments& args) {
    listClear(self(args));
    return Ref::none();
}

Ref methodCopy(Vm& vm, const Arguments& args) {
    CORO_TRY(reserveBytes(vm, self(args)->count * sizeof(Value)));
    return makeList(vm, self(args)->span()).toRef();
}

Ref methodSort(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"key", "reverse"};
    Value bound[2];
    CORO_TRY(bindArguments(vm, "sort", args.withoutFirst(), kNames, 0, 0, bound));
    bool reverse = false;
    if (!bound[1].isUnbound()) reverse = CORO_TRY(asIndex(vm, bound[1])) != 0;
    CORO_TRY(listSort(vm, self(args), bound[0], reverse));
    return Ref::none();
}

Ref methodReversed(Vm& vm, const Arguments& args) {
    Ptr<ListIterator> iterator = vm.heap.make<ListIterator>(vm.types.listReverseIterator);
    iterator->list = Ptr<List>(self(args));
    iterator->index = self(args)->count;
    return std::move(iterator).toRef();
}

}  // namespace

Outcome<SearchBounds> searchBounds(Vm& vm, const Arguments& args) {
    SearchBounds bounds{0, INT64_MAX};
    for (std::uint32_t i = 2; i < std::min(args.positional, 4U); ++i) {
        if (!isInt(args[i]) &&
            lookupInType(vm, vm.typeOf(args[i]), vm.names.__index__).isUnbound()) {
            return raise(vm, vm.exc.TypeError,
                         "slice indices must be integers or have an __index__ method");
        }
        (i == 2 ? bounds.start : bounds.stop) = CORO_TRY(sliceIndex(vm, args[i], 0));
    }
    return bounds;
}

void addListMethods(Vm& vm) {
    Type* type = vm.types.list;
    addMethod(vm, type, "append", methodAppend, 2, 2);
    addMethod(vm, type, "extend", methodExtend, 2, 2);
    addMethod(vm, type, "insert", methodInsert, 3, 3);
    addMethod(vm, type, "pop", methodPop, 1, 2);
    addMethod(vm, type, "remove", methodRemove, 2, 2);
    addMethod(vm, type, "index", methodIndex, 2, 4);
    addMethod(vm, type, "count", methodCount, 2, 2);
    addMethod(vm, type, "reverse", methodReverse, 1, 1);
    addMethod(vm, type, "clear", methodClear, 1, 1);
    addMethod(vm, type, "copy", methodCopy, 1, 1);
    addMethod(vm, type, "sort", methodSort, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "__reversed__", methodReversed, 1, 1);
}

}  // namespace coroscope::runtime
