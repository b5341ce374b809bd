// itertools' iterators that put items together: chain, starmap, accumulate, pairwise, zip_longest.
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/counted.h"
#include "engine/runtime/effort.h"
#include "engine/runtime/modules/itertools_parts.h"
#include "engine/runtime/types/generic_alias.h"
#include "engine/runtime/types/sequences.h"

namespace coroscope::runtime::iteration {

namespace {

struct Chain : Object {
    Ref sources;  ///< unbound at the end
    Ref current;  ///< unbound between two of the sources
};

Ref chainNext(Vm& vm, Chain& self) {
    while (!self.sources.isUnbound()) {
        if (self.current.isUnbound()) {
            Ref source = next(vm, self.sources);
            if (source.isUnbound() || source.isRaised()) {
                self.sources.reset();
                return source;
            }
            self.current = iterate(vm, source);
            if (self.current.isRaised()) {
                self.current.reset();
                self.sources.reset();
                return Raised{};
            }
        }
        const Ref current = self.current;  // a source may ask for the chain's next itself
        Ref item = CORO_TRY(next(vm, current));
        if (!item.isUnbound()) return item;
        if (!burnFuel(vm, 1)) return Raised{};
        self.current.reset();
    }
    return {};
}

Ref chainConstruct(Vm& vm, Type* type, const Arguments& args) {
    if (args.keywords != 0)
        return raise(vm, vm.exc.TypeError, "chain() takes no keyword arguments");
    Ref all = makeTuple(vm, std::span(args.values, args.positional)).toRef();
    Ptr<Chain> made = makeInstance<Chain>(vm, type);
    made->sources = CORO_TRY(iterate(vm, all));
    return std::move(made).toRef();
}

Ref chainFromIterable(Vm& vm, const Arguments& args) {
    if (args.positional != 2) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("chain.from_iterable() takes exactly one argument ({} given)",
                                 args.positional - 1));
    }
    Ref sources = CORO_TRY(iterate(vm, args[1]));
    Ptr<Chain> made = makeInstance<Chain>(vm, args[0].as<Type>());
    made->sources = std::move(sources);
    return std::move(made).toRef();
}

struct Starmap : Object {
    Ref function, iterator;
};

Ref starmapNext(Vm& vm, Starmap& self) {
    Ref item = CORO_TRY(next(vm, self.iterator));
    if (item.isUnbound()) return {};
    Ref list = CORO_TRY(listFromIterable(vm, item));
    const auto values = list.as<List>()->span();
    const std::vector<Ref> held(values.begin(), values.end());
    return vm.call(self.function,
                   Arguments{values.data(), static_cast<std::uint32_t>(values.size()), 0, nullptr});
}

Ref starmapConstruct(Vm& vm, Type* type, const Arguments& args) {
    CORO_TRY(takesPositional(vm, "starmap", args, 2, 2));
    Ref iterator = CORO_TRY(iterate(vm, args[1]));
    Ptr<Starmap> made = makeInstance<Starmap>(vm, type);
    made->function = args[0];
    made->iterator = std::move(iterator);
    return std::move(made).toRef();
}

struct Accumulate : Object {
    Ref iterator, function;
    Ref total;    ///< unbound before the first
    Ref initial;  ///< unbound once it was given
};

Ref accumulateNext(Vm& vm, Accumulate& self) {
    if (!self.initial.isUnbound()) {
        self.total = std::move(self.initial);
        self.initial.reset();
        return self.total;
    }
    Ref item = CORO_TRY(next(vm, self.iterator));
    if (item.isUnbound()) return {};
    if (self.total.isUnbound()) {
        self.total = std::move(item);
    } else {
        const Ref before = self.total;
        self.total = CORO_TRY(self.function.isUnbound() ? binary(vm, Operator::Add, before, item)
                                                        : vm.call(self.function, {before, item}));
    }
    return self.total;
}

Ref accumulateConstruct(Vm& vm, Type* type, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"iterable", "func", "initial"};
    Value bound[3];
    CORO_TRY(bindArguments(vm, "accumulate", args, kNames, 1, 2, bound));
    Ref iterator = CORO_TRY(iterate(vm, bound[0]));
    Ptr<Accumulate> made = makeInstance<Accumulate>(vm, type);
    made->iterator = std::move(iterator);
    if (!bound[1].isUnbound() && !bound[1].isNone()) made->function = bound[1];
    if (!bound[2].isUnbound() && !bound[2].isNone()) made->initial = bound[2];
    return std::move(made).toRef();
}

struct Pairwise : Object {
    Ref iterator;  ///< unbound at the end
    Ref before;
};

Ref pairwiseNext(Vm& vm, Pairwise& self) {
    if (self.iterator.isUnbound()) return {};
    const Ref iterator = self.iterator;
    if (self.before.isUnbound()) {
        Ref first = next(vm, iterator);
        if (first.isUnbound() || first.isRaised()) {
            self.iterator.reset();
            return first;
        }
        self.before = std::move(first);
    }
    Ref item = next(vm, iterator);
    if (item.isUnbound() || item.isRaised()) {
        self.iterator.reset();
        self.before.reset();
        return item;
    }
    const Ref before = std::exchange(self.before, item);
    return makeTuple(vm, std::initializer_list<Value>{before, item}).toRef();
}

Ref pairwiseConstruct(Vm& vm, Type* type, const Arguments& args) {
    CORO_TRY(takesPositional(vm, "pairwise", args, 1, 1));
    Ref iterator = CORO_TRY(iterate(vm, args[0]));
    Ptr<Pairwise> made = makeInstance<Pairwise>(vm, type);
    made->iterator = std::move(iterator);
    return std::move(made).toRef();
}

struct ZipLongest : Object {
    explicit ZipLongest(Heap& heap) : iterators(Counted<Ref>(heap)) {}

    std::vector<Ref, Counted<Ref>> iterators;  ///< those that have ended are unbound
    std::size_t active = 0;
    Ref fill;
};

Ref zipLongestNext(Vm& vm, ZipLongest& self) {
    if (self.active == 0) return {};
    if (!spendEffort(vm, 8 + 2 * static_cast<std::int64_t>(self.iterators.size()))) return Raised{};
    std::vector<Ref> items;
    for (std::size_t i = 0; i < self.iterators.size(); ++i) {
        const Ref iterator = self.iterators[i];
        Ref item = iterator.isUnbound() ? Ref() : next(vm, iterator);
        if (item.isRaised()) {
            self.active = 0;
            return item;
        }
        if (item.isUnbound()) {
            if (!iterator.isUnbound() && --self.active == 0) return {};
            self.iterators[i].reset();
            item = self.fill;
        }
        items.push_back(std::move(item));
    }
    Ptr<Tuple> row = makeTuple(vm, static_cast<std::uint32_t>(items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) row->items()[i] = items[i].detach();
    return std::move(row).toRef();
}

Ref zipLongestConstruct(Vm& vm, Type* type, const Arguments& args) {
    Ref fill = Ref::none();
    for (std::uint32_t i = 0; i < args.keywords; ++i) {
        if (viewOf(args.keywordNames[i]) != "fillvalue") {
            return raise(vm, vm.exc.TypeError, "zip_longest() got an unexpected keyword argument");
        }
        fill = args.values[args.positional + i];
    }
    Ptr<ZipLongest> made = makeInstance<ZipLongest>(vm, type, vm.heap);
    made->fill = std::move(fill);
    for (std::uint32_t i = 0; i < args.positional; ++i)
        made->iterators.push_back(CORO_TRY(iterate(vm, args[i])));
    made->active = made->iterators.size();
    return std::move(made).toRef();
}

}  // namespace

void addChaining(Vm& vm, Dict* module) {
    Type* chain = addIteratorType<Chain, chainNext, &Chain::sources, &Chain::current>(
        vm, module, "itertools.chain", chainConstruct);
    addClassMethod(vm, chain, "from_iterable", chainFromIterable, 1, kAnyCount);
    addClassGetItem(vm, chain);
    addIteratorType<Starmap, starmapNext, &Starmap::function, &Starmap::iterator>(
        vm, module, "itertools.starmap", starmapConstruct);
    addIteratorType<Accumulate, accumulateNext, &Accumulate::iterator, &Accumulate::function,
                    &Accumulate::total, &Accumulate::initial>(vm, module, "itertools.accumulate",
                                                              accumulateConstruct);
    addIteratorType<Pairwise, pairwiseNext, &Pairwise::iterator, &Pairwise::before>(
        vm, module, "itertools.pairwise", pairwiseConstruct);
    addIteratorType<ZipLongest, zipLongestNext, &ZipLongest::iterators, &ZipLongest::fill>(
        vm, module, "itertools.zip_longest", zipLongestConstruct);
}

}  // namespace coroscope::runtime::iteration
