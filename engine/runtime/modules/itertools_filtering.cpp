// itertools' iterators that leave items out: takewhile, dropwhile, filterfalse, compress, islice.
#include "engine/runtime/modules/itertools_parts.h"

namespace coroscope::runtime::iteration {

namespace {

/// A predicate over the items of an iterator, for takewhile, dropwhile and filterfalse.
struct Tested : Object {
    Ref predicate, iterator;
    bool changed = false;  ///< takewhile: it has ended; dropwhile: it has begun
};

Outcome<bool> passes(Vm& vm, Tested& self, Value item) {
    Ref answer = CORO_TRY(vm.call(self.predicate, {item}));
    return truth(vm, answer);
}

template <const char* name>
Ref testedConstruct(Vm& vm, Type* type, const Arguments& args) {
    CORO_TRY(takesPositional(vm, name, args, 2, 2));
    Ref iterator = CORO_TRY(iterate(vm, args[1]));
    Ptr<Tested> made = makeInstance<Tested>(vm, type);
    made->predicate = args[0];
    made->iterator = std::move(iterator);
    return std::move(made).toRef();
}

Ref takeWhileNext(Vm& vm, Tested& self) {
    if (self.changed) return {};
    Ref item = CORO_TRY(next(vm, self.iterator));
    if (item.isUnbound()) return {};
    if (CORO_TRY(passes(vm, self, item))) return item;
    self.changed = true;
    return {};
}

Ref dropWhileNext(Vm& vm, Tested& self) {
    for (;;) {
        Ref item = CORO_TRY(next(vm, self.iterator));
        if (item.isUnbound() || self.changed) return item;
        if (!burnFuel(vm, 1)) return Raised{};
        if (CORO_TRY(passes(vm, self, item))) continue;
        self.changed = true;
        return item;
    }
}

Ref filterFalseNext(Vm& vm, Tested& self) {
    for (;;) {
        Ref item = CORO_TRY(next(vm, self.iterator));
        if (item.isUnbound()) return {};
        if (!burnFuel(vm, 1)) return Raised{};
        const bool passed =
            self.predicate.isNone() ? CORO_TRY(truth(vm, item)) : CORO_TRY(passes(vm, self, item));
        if (!passed) return item;
    }
}

struct Compress : Object {
    Ref data, selectors;
};

Ref compressNext(Vm& vm, Compress& self) {
    for (;;) {
        Ref item = CORO_TRY(next(vm, self.data));
        if (item.isUnbound()) return {};
        Ref selector = CORO_TRY(next(vm, self.selectors));
        if (selector.isUnbound()) return {};
        if (!burnFuel(vm, 1)) return Raised{};
        if (CORO_TRY(truth(vm, selector))) return item;
    }
}

Ref compressConstruct(Vm& vm, Type* type, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"data", "selectors"};
    Value bound[2];
    CORO_TRY(bindArguments(vm, "compress", args, kNames, 2, 2, bound));
    Ref data = CORO_TRY(iterate(vm, bound[0]));
    Ref selectors = CORO_TRY(iterate(vm, bound[1]));
    Ptr<Compress> made = makeInstance<Compress>(vm, type);
    made->data = std::move(data);
    made->selectors = std::move(selectors);
    return std::move(made).toRef();
}

struct Islice : Object {
    Ref iterator;  ///< unbound at the end
    std::int64_t at = 0;
    std::int64_t wanted = 0;
    std::int64_t stop = -1;  ///< -1: none
    std::int64_t step = 1;
};

/// It is over, by an error as well as by the source's end.
Ref isliceEnd(Islice& self, Ref last) {
    self.iterator.reset();
    return last;
}

Ref isliceNext(Vm& vm, Islice& self) {
    if (self.iterator.isUnbound()) return {};
    for (; self.at < self.wanted; ++self.at) {
        Ref skipped = next(vm, self.iterator);
        if (skipped.isUnbound() || skipped.isRaised()) return isliceEnd(self, std::move(skipped));
        if (!burnFuel(vm, 1)) return Raised{};
    }
    if (self.stop != -1 && self.at >= self.stop) return isliceEnd(self, {});
    Ref item = next(vm, self.iterator);
    if (item.isUnbound() || item.isRaised()) return isliceEnd(self, std::move(item));
    ++self.at;
    if (__builtin_add_overflow(self.wanted, self.step, &self.wanted) ||
        (self.stop != -1 && self.wanted > self.stop)) {
        self.wanted = self.stop;
    }
    return item;
}

/// PyNumber_AsSsize_t, where what is no index at all counts as -1.
Outcome<std::int64_t> indexOrMinusOne(Vm& vm, Value value, std::int64_t ifNone) {
    if (value.isNone()) return ifNone;
    auto index = asIndex(vm, value);
    if (!index.isRaised()) return *index;
    if (vm.stopped()) return Raised{};
    vm.pending.reset();
    return -1;
}

constexpr std::string_view kBadStop =
    "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";

Ref isliceConstruct(Vm& vm, Type* type, const Arguments& args) {
    CORO_TRY(takesPositional(vm, "islice", args, 2, 4));
    const bool hasStart = args.positional > 2;
    const Value stopGiven = args[hasStart ? 2 : 1];
    const std::int64_t start = hasStart ? CORO_TRY(indexOrMinusOne(vm, args[1], 0)) : 0;
    const std::int64_t stop = CORO_TRY(indexOrMinusOne(vm, stopGiven, -1));
    if (stop == -1 && !stopGiven.isNone()) return raise(vm, vm.exc.ValueError, kBadStop);
    if (start < 0 || stop < -1) {
        return raise(vm, vm.exc.ValueError,
                     "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    }
    const std::int64_t step = args.positional > 3 ? CORO_TRY(indexOrMinusOne(vm, args[3], 1)) : 1;
    if (step < 1) {
        return raise(vm, vm.exc.ValueError,
                     "Step for islice() must be a positive integer or None.");
    }
    Ref iterator = CORO_TRY(iterate(vm, args[0]));
    Ptr<Islice> made = makeInstance<Islice>(vm, type);
    made->iterator = std::move(iterator);
    made->wanted = start;
    made->stop = stop;
    made->step = step;
    return std::move(made).toRef();
}

constexpr char kTakeWhile[] = "takewhile";
constexpr char kDropWhile[] = "dropwhile";
constexpr char kFilterFalse[] = "filterfalse";

}  // namespace

void addFiltering(Vm& vm, Dict* module) {
    addIteratorType<Tested, takeWhileNext, &Tested::predicate, &Tested::iterator>(
        vm, module, "itertools.takewhile", testedConstruct<kTakeWhile>);
    addIteratorType<Tested, dropWhileNext, &Tested::predicate, &Tested::iterator>(
        vm, module, "itertools.dropwhile", testedConstruct<kDropWhile>);
    addIteratorType<Tested, filterFalseNext, &Tested::predicate, &Tested::iterator>(
        vm, module, "itertools.filterfalse", testedConstruct<kFilterFalse>);
    addIteratorType<Compress, compressNext, &Compress::data, &Compress::selectors>(
        vm, module, "itertools.compress", compressConstruct);
    addIteratorType<Islice, isliceNext, &Islice::iterator>(vm, module, "itertools.islice",
                                                           isliceConstruct);
}

}  // namespace coroscope::runtime::iteration
