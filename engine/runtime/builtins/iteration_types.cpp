// enumerate, zip, map and filter, which are types (Python/bltinmodule.c, Objects/enumobject.c).
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/builtins/builtins_internal.h"
#include "engine/runtime/counted.h"
#include "engine/runtime/effort.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/int.h"

namespace coroscope::runtime {

namespace {

Ref iterateSelf(Vm&, Value self) { return self; }

struct Enumerate : Object {
    Ref iterator;
    Ref number;
};

Ref enumerateNext(Vm& vm, Value self) {
    auto* enumerate = self.as<Enumerate>();
    Ref item = CORO_TRY(next(vm, enumerate->iterator));
    if (item.isUnbound()) return {};
    Ref number = enumerate->number;
    if (number.isSmallInt() && number.get().integer != INT64_MAX) {
        enumerate->number = Ref::ofInt(number.get().integer + 1);
    } else {
        enumerate->number = CORO_TRY(binary(vm, Operator::Add, number, Value::ofInt(1)));
    }
    return makeTuple(vm, std::initializer_list<Value>{number, item}).toRef();
}

Ref enumerateConstruct(Vm& vm, Type* type, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"iterable", "start"};
    Value bound[2];
    if (args.total() == 0)
        return raise(vm, vm.exc.TypeError, "enumerate() missing required argument 'iterable'");
    CORO_TRY(bindArguments(vm, "enumerate", args, kNames, 1, 2, bound));
    Ptr<Enumerate> made = makeInstance<Enumerate>(vm, type);
    made->number = bound[1].isUnbound() ? Ref::ofInt(0) : CORO_TRY(indexOf(vm, bound[1]));
    made->iterator = CORO_TRY(iterate(vm, bound[0]));
    return std::move(made).toRef();
}

/// Of zip and map.
struct Parallel : Object {
    explicit Parallel(Heap& heap) : iterators(Counted<Ref>(heap)) {}

    std::vector<Ref, Counted<Ref>> iterators;
    Ref function;  ///< of map
    bool strict = false;
};

std::string argumentNumbers(std::size_t shorter) {
    return shorter == 1 ? std::string(" ") : fmt::format("s 1-{}", shorter);
}

/// An iterator ended before or after the others: with strict=True that is an error (zip_next).
Ref zipEnded(Vm& vm, Parallel* zip, std::size_t at) {
    if (!zip->strict) return {};
    if (at > 0) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("zip() argument {} is shorter than argument{}{}", at + 1,
                                 argumentNumbers(at), at == 1 ? "1" : ""));
    }
    for (std::size_t i = 1; i < zip->iterators.size(); ++i) {
        Ref item = CORO_TRY(next(vm, zip->iterators[i]));
        if (item.isUnbound()) continue;
        return raise(vm, vm.exc.ValueError,
                     fmt::format("zip() argument {} is longer than argument{}{}", i + 1,
                                 argumentNumbers(i), i == 1 ? "1" : ""));
    }
    return {};
}

Ref zipNext(Vm& vm, Value self) {
    auto* zip = self.as<Parallel>();
    if (zip->iterators.empty()) return {};
    if (!spendEffort(vm, 4 + 2 * static_cast<std::int64_t>(zip->iterators.size()))) return Raised{};
    Ptr<Tuple> tuple = makeTuple(vm, static_cast<std::uint32_t>(zip->iterators.size()));
    for (std::size_t i = 0; i < zip->iterators.size(); ++i) {
        Ref item = CORO_TRY(next(vm, zip->iterators[i]));
        if (item.isUnbound()) return zipEnded(vm, zip, i);
        tuple->items()[i] = item.detach();
    }
    return std::move(tuple).toRef();
}

Ref zipConstruct(Vm& vm, Type* type, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"strict"};
    Value strict[1];
    const Arguments keywords{args.values + args.positional, 0, args.keywords, args.keywordNames};
    CORO_TRY(bindArguments(vm, "zip", keywords, kNames, 0, 0, strict));
    Ptr<Parallel> made = makeInstance<Parallel>(vm, type, vm.heap);
    if (!strict[0].isUnbound()) made->strict = CORO_TRY(truth(vm, strict[0]));
    for (std::uint32_t i = 0; i < args.positional; ++i) {
        Ref iterator = iterate(vm, args[i]);
        if (iterator.isRaised()) {
            if (!vm.stopped() && !vm.typeOf(args[i])->slots.iterate &&
                swallow(vm, vm.exc.TypeError)) {
                return raise(vm, vm.exc.TypeError,
                             fmt::format("'{}' object is not iterable", typeName(vm, args[i])));
            }
            return Raised{};
        }
        made->iterators.push_back(std::move(iterator));
    }
    return std::move(made).toRef();
}

Ref mapNext(Vm& vm, Value self) {
    auto* map = self.as<Parallel>();
    takeEffort(vm, 8);
    Ref keep(self);
    if (map->iterators.size() == 1) {
        Ref item = CORO_TRY(next(vm, map->iterators[0]));
        if (item.isUnbound()) return {};
        return vm.call(map->function, {item});
    }
    std::vector<Ref> items;
    std::vector<Value> values;
    for (const Ref& iterator : map->iterators) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return {};
        values.push_back(item);
        items.push_back(std::move(item));
    }
    return vm.call(map->function,
                   Arguments{values.data(), static_cast<std::uint32_t>(values.size()), 0, nullptr});
}

Ref mapConstruct(Vm& vm, Type* type, const Arguments& args) {
    if (args.keywords) return raise(vm, vm.exc.TypeError, "map() takes no keyword arguments");
    if (args.positional < 2)
        return raise(vm, vm.exc.TypeError, "map() must have at least two arguments.");
    Ptr<Parallel> made = makeInstance<Parallel>(vm, type, vm.heap);
    made->function = args[0];
    for (std::uint32_t i = 1; i < args.positional; ++i)
        made->iterators.push_back(CORO_TRY(iterate(vm, args[i])));
    return std::move(made).toRef();
}

struct Filter : Object {
    Ref function;
    Ref iterator;
};

Ref filterNext(Vm& vm, Value self) {
    auto* filter = self.as<Filter>();
    Ref keep(self);
    for (;;) {
        Ref item = CORO_TRY(next(vm, filter->iterator));
        if (item.isUnbound()) return {};
        if (!burnFuel(vm, 1)) return Raised{};
        Ref answer = filter->function.isNone() ? item : CORO_TRY(vm.call(filter->function, {item}));
        const bool good = CORO_TRY(truth(vm, answer));
        if (good) return item;
    }
}

Ref filterConstruct(Vm& vm, Type* type, const Arguments& args) {
    if (args.keywords) return raise(vm, vm.exc.TypeError, "filter() takes no keyword arguments");
    if (args.positional != 2) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("filter expected 2 arguments, got {}", args.positional));
    }
    Ptr<Filter> made = makeInstance<Filter>(vm, type);
    made->function = args[0];
    made->iterator = CORO_TRY(iterate(vm, args[1]));
    return std::move(made).toRef();
}

}  // namespace

void initIterationTypes(Vm& vm) {
    Slots slots;
    slots.iterate = iterateSelf;
    slots.destroy = destroyAs<Enumerate>;
    slots.traverse = traverseMembers<&Enumerate::iterator, &Enumerate::number>;
    slots.next = enumerateNext;
    slots.construct = enumerateConstruct;
    readyType(vm, vm.types.enumerate, nullptr, 0, sizeof(Enumerate), 0, slots);
    slots.destroy = destroyAs<Parallel>;
    slots.traverse = traverseMembers<&Parallel::iterators, &Parallel::function>;
    slots.next = zipNext;
    slots.construct = zipConstruct;
    readyType(vm, vm.types.zip, nullptr, 0, sizeof(Parallel), 0, slots);
    slots.next = mapNext;
    slots.construct = mapConstruct;
    readyType(vm, vm.types.map, nullptr, 0, sizeof(Parallel), 0, slots);
    slots.destroy = destroyAs<Filter>;
    slots.traverse = traverseMembers<&Filter::function, &Filter::iterator>;
    slots.next = filterNext;
    slots.construct = filterConstruct;
    readyType(vm, vm.types.filter, nullptr, 0, sizeof(Filter), 0, slots);
}

}  // namespace coroscope::runtime
