// iter, next, aiter, anext, all, any, sorted, min and max (Python/bltinmodule.c).
#include <fmt/format.h>

#include "engine/runtime/builtins/builtins_internal.h"
#include "engine/runtime/generator.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/list_internal.h"

namespace coroscope::runtime {

/// iter(callable, sentinel).
struct CallableIterator : Object {
    Ref callable;  ///< Unbound at the end
    Ref sentinel;
};

namespace {

Ref callableNext(Vm& vm, Value self) {
    auto* iterator = self.as<CallableIterator>();
    if (iterator->callable.isUnbound()) return {};
    Ref keep = iterator->callable;
    Ref item = vm.call(keep);
    if (item.isRaised()) {
        if (!vm.stopped() && swallow(vm, vm.exc.StopIteration)) {
            iterator->callable.reset();
            return {};
        }
        return Raised{};
    }
    if (CORO_TRY(equal(vm, iterator->sentinel, item))) {
        iterator->callable.reset();
        iterator->sentinel.reset();
        return {};
    }
    return item;
}

bool isCallable(Vm& vm, Value value) { return vm.typeOf(value)->slots.call != nullptr; }

Ref builtinIter(Vm& vm, const Arguments& args) {
    if (args.positional == 1) return iterate(vm, args[0]);
    if (!isCallable(vm, args[0]))
        return raise(vm, vm.exc.TypeError, "iter(v, w): v must be callable");
    Ptr<CallableIterator> made = vm.heap.make<CallableIterator>(vm.types.callableIterator);
    made->callable = args[0];
    made->sentinel = args[1];
    return std::move(made).toRef();
}

Ref builtinNext(Vm& vm, const Arguments& args) {
    auto* slot = vm.typeOf(args[0])->slots.next;
    if (!slot) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'{}' object is not an iterator", typeName(vm, args[0])));
    }
    if (args[0].is(vm.types.generator)) {
        // What a generator returned is the value of the StopIteration.
        StepOutcome outcome = generatorSend(vm, args[0].as<Generator>(), Value::none());
        if (outcome.kind == StepOutcome::Kind::Raised) return Raised{};
        if (outcome.kind == StepOutcome::Kind::Yielded) return std::move(outcome.value);
        if (args.positional > 1) return args[1];
        if (outcome.value.isNone()) {
            return raiseException(
                vm, makeException(vm, vm.exc.StopIteration, std::span<const Value>()));
        }
        return raiseWith(vm, vm.exc.StopIteration, outcome.value);
    }
    Ref item;
    if (vm.typeOf(args[0])->has(kTypeIsClass)) {
        // Its own StopIteration, with what it carries, and not one that the slot made anew.
        Ref method = CORO_TRY(lookupSpecial(vm, args[0], vm.names.__next__));
        item = vm.call(method, std::initializer_list<Value>{});
    } else {
        item = slot(vm, args[0]);
    }
    if (item.isRaised()) {
        if (args.positional > 1 && !vm.stopped() && swallow(vm, vm.exc.StopIteration))
            return args[1];
        return Raised{};
    }
    if (!item.isUnbound()) return item;
    if (args.positional > 1) return args[1];
    return raiseException(vm, makeException(vm, vm.exc.StopIteration, std::span<const Value>()));
}

Ref builtinAiter(Vm& vm, const Arguments& args) {
    Type* type = vm.typeOf(args[0]);
    if (!type->slots.asyncIterate) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'{}' object is not an async iterable", type->nameView()));
    }
    Ref iterator = CORO_TRY(type->slots.asyncIterate(vm, args[0]));
    if (!vm.typeOf(iterator)->slots.asyncNext) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("aiter() returned not an async iterator of type '{}'",
                                 typeName(vm, iterator)));
    }
    return iterator;
}

/// anext(iterator, default): the default in place of StopAsyncIteration (Objects/iterobject.c
/// anextawaitable).
class NextOrDefault : public NativeBody {
public:
    NextOrDefault(Value awaitable, Value otherwise) : awaitable_(awaitable), default_(otherwise) {}

    StepOutcome resume(Vm& vm, Value sent, Exception* exception) override {
        if (iterator_.isUnbound()) iterator_ = CORO_TRY(getAwaitable(vm, awaitable_));
        if (exception && exception->type->isSubtypeOf(vm.exc.GeneratorExit)) {
            // Who waits for this is closed: so is what this waits for, not thrown at.
            if (closeIterator(vm, iterator_).isRaised()) return Raised{};
            return raiseException(vm, Ptr<Exception>(exception));
        }
        StepOutcome outcome = exception ? throwInto(vm, iterator_, Ptr<Exception>(exception))
                                        : sendTo(vm, iterator_, sent);
        if (outcome.kind == StepOutcome::Kind::Raised && !vm.stopped() &&
            swallow(vm, vm.exc.StopAsyncIteration)) {
            return StepOutcome::returned(default_);
        }
        return outcome;
    }
    [[nodiscard]] Value awaiting() const override { return awaitable_; }
    void traverse(const Visitor& visit) const override {
        visit(awaitable_);
        visit(default_);
        visit(iterator_);
    }

private:
    Ref awaitable_, default_, iterator_;
};

Ref builtinAnext(Vm& vm, const Arguments& args) {
    Type* type = vm.typeOf(args[0]);
    if (!type->slots.asyncNext) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'{}' object is not an async iterator", type->nameView()));
    }
    Ref awaitable = CORO_TRY(type->slots.asyncNext(vm, args[0]));
    if (args.positional == 1) return awaitable;
    return makeNativeCoroutine<NextOrDefault>(vm, "anext", awaitable, args[1]).toRef();
}

Ref anyOrAll(Vm& vm, Value iterable, bool stopsAt) {
    Ref iterator = CORO_TRY(iterate(vm, iterable));
    auto* step = vm.typeOf(iterator)->slots.next;
    for (;;) {
        Ref item = CORO_TRY(step(vm, iterator));
        if (item.isUnbound()) return Ref::boolean(!stopsAt);
        if (CORO_TRY(truth(vm, item)) == stopsAt) return Ref::boolean(stopsAt);
        if (!burnFuel(vm, 1)) return Raised{};
    }
}

Ref builtinAll(Vm& vm, const Arguments& args) { return anyOrAll(vm, args[0], false); }
Ref builtinAny(Vm& vm, const Arguments& args) { return anyOrAll(vm, args[0], true); }

Ref builtinSorted(Vm& vm, const Arguments& args) {
    if (args.positional != 1) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("sorted expected 1 argument, got {}", args.positional));
    }
    static constexpr std::string_view kNames[] = {"key", "reverse"};
    Value bound[2];
    CORO_TRY(bindArguments(vm, "sort", args.withoutFirst(), kNames, 0, 0, bound));
    Ref made = CORO_TRY(listFromIterable(vm, args[0]));
    bool reverse = false;
    if (!bound[1].isUnbound()) reverse = CORO_TRY(asIndex(vm, bound[1])) != 0;
    CORO_TRY(listSort(vm, made.as<List>(), bound[0], reverse));
    return made;
}

Ref minOrMax(Vm& vm, const Arguments& args, std::string_view name, Comparison better) {
    static constexpr std::string_view kNames[] = {"key", "default"};
    Value bound[2];
    if (args.positional == 0) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{} expected at least 1 argument, got 0", name));
    }
    const Arguments keywords{args.values + args.positional, 0, args.keywords, args.keywordNames};
    CORO_TRY(bindArguments(vm, name, keywords, kNames, 0, 0, bound));
    const bool several = args.positional > 1;
    if (several && !bound[1].isUnbound()) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("Cannot specify a default for {}() with multiple positional arguments",
                        name));
    }
    Ref items =
        several ? makeTuple(vm, std::span(args.values, args.positional)).toRef() : Ref(args[0]);
    Ref iterator = CORO_TRY(iterate(vm, items));
    const bool hasKey = !bound[0].isUnbound() && !bound[0].isNone();
    Ref best, bestKey;
    for (;;) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) break;
        if (!burnFuel(vm, 1)) return Raised{};
        Ref key = hasKey ? CORO_TRY(vm.call(bound[0], {item})) : item;
        if (best.isUnbound() || CORO_TRY(compareTruth(vm, key, bestKey, better))) {
            best = std::move(item);
            bestKey = std::move(key);
        }
    }
    if (!best.isUnbound()) return best;
    if (!bound[1].isUnbound()) return bound[1];
    return raise(vm, vm.exc.ValueError, fmt::format("{}() arg is an empty sequence", name));
}

Ref builtinMin(Vm& vm, const Arguments& args) {
    return minOrMax(vm, args, "min", Comparison::Less);
}
Ref builtinMax(Vm& vm, const Arguments& args) {
    return minOrMax(vm, args, "max", Comparison::Greater);
}

}  // namespace

void addIterationBuiltins(Vm& vm) {
    Slots slots;
    slots.destroy = destroyAs<CallableIterator>;
    slots.traverse = traverseMembers<&CallableIterator::callable, &CallableIterator::sentinel>;
    slots.iterate = [](Vm&, Value self) -> Ref { return self; };
    slots.next = callableNext;
    readyType(vm, vm.types.callableIterator, nullptr, kTypeIsFinal | kTypeNoConstruct,
              sizeof(CallableIterator), 0, slots);
    Dict* dict = vm.builtins.get();
    addFunction(vm, dict, "iter", builtinIter, 1, 2);
    addFunction(vm, dict, "next", builtinNext, 1, 2);
    addFunction(vm, dict, "aiter", builtinAiter, 1, 1);
    addFunction(vm, dict, "anext", builtinAnext, 1, 2);
    addFunction(vm, dict, "all", builtinAll, 1, 1);
    addFunction(vm, dict, "any", builtinAny, 1, 1);
    addFunction(vm, dict, "sorted", builtinSorted, 0, kAnyCount, kKeywords);
    addFunction(vm, dict, "min", builtinMin, 0, kAnyCount, kKeywords);
    addFunction(vm, dict, "max", builtinMax, 0, kAnyCount, kKeywords);
}

}  // namespace coroscope::runtime
