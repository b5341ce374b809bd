// The iterators over list, tuple and whatever has __getitem__ (Objects/iterobject.c); `reversed`
// too.
#include "engine/runtime/types/iterators.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/list_internal.h"

namespace coroscope::runtime {

namespace {

Ref iterateSelf(Vm&, Value self) { return self; }

Ref listIteratorNext(Vm&, Value self) {
    auto* iterator = self.as<ListIterator>();
    if (!iterator->list) return {};
    if (iterator->index < iterator->list->count) return iterator->list->items[iterator->index++];
    iterator->list.reset();
    return {};
}

Ref listReverseNext(Vm&, Value self) {
    auto* iterator = self.as<ListIterator>();
    if (!iterator->list) return {};
    if (iterator->index > 0 && iterator->index <= iterator->list->count)
        return iterator->list->items[--iterator->index];
    iterator->list.reset();
    return {};
}

Ref listIteratorHint(Vm& vm, const Arguments& args) {
    auto* iterator = args[0].as<ListIterator>();
    if (!iterator->list) return Ref::ofInt(0);
    if (args[0].is(vm.types.listReverseIterator)) return Ref::ofInt(iterator->index);
    return Ref::ofInt(
        iterator->list->count < iterator->index ? 0 : iterator->list->count - iterator->index);
}

Ref tupleIteratorNext(Vm&, Value self) {
    auto* iterator = self.as<TupleIterator>();
    if (!iterator->tuple) return {};
    if (iterator->index < iterator->tuple->count)
        return iterator->tuple->items()[iterator->index++];
    iterator->tuple.reset();
    return {};
}

Ref tupleIteratorHint(Vm&, const Arguments& args) {
    auto* iterator = args[0].as<TupleIterator>();
    return Ref::ofInt(iterator->tuple ? iterator->tuple->count - iterator->index : 0);
}

/// Of `iterator` and of `reversed` (then `index` counts down).
struct SequenceIterator : Object {
    Ref sequence;  ///< Unbound at the end
    std::int64_t index = 0;
};

Ref sequenceItem(Vm& vm, SequenceIterator* iterator, std::int64_t index) {
    Ref keep = iterator->sequence;
    Ref item = getItem(vm, keep, Value::ofInt(index));
    if (!item.isRaised()) return item;
    if (!vm.stopped() && (swallow(vm, vm.exc.IndexError) || swallow(vm, vm.exc.StopIteration))) {
        iterator->sequence.reset();
        return {};
    }
    return Raised{};
}

Ref sequenceNext(Vm& vm, Value self) {
    auto* iterator = self.as<SequenceIterator>();
    if (iterator->sequence.isUnbound()) return {};
    return sequenceItem(vm, iterator, iterator->index++);
}

/// iter_len: what the sequence has left, by its own length.
Ref sequenceHint(Vm& vm, const Arguments& args) {
    auto* iterator = args[0].as<SequenceIterator>();
    if (iterator->sequence.isUnbound()) return Ref::ofInt(0);
    const Ref sequence = iterator->sequence;
    if (!vm.typeOf(sequence)->slots.length) return Ref::notImplemented();
    const std::int64_t count = CORO_TRY(length(vm, sequence));
    return Ref::ofInt(std::max<std::int64_t>(0, count - iterator->index));
}

Ref reversedNext(Vm& vm, Value self) {
    auto* iterator = self.as<SequenceIterator>();
    if (iterator->sequence.isUnbound()) return {};
    if (iterator->index < 0) {
        iterator->sequence.reset();
        return {};
    }
    return sequenceItem(vm, iterator, iterator->index--);
}

Ref reversedHint(Vm&, const Arguments& args) {
    auto* iterator = args[0].as<SequenceIterator>();
    return Ref::ofInt(iterator->sequence.isUnbound() ? 0 : iterator->index + 1);
}

/// reversed(x): what x.__reversed__() gives, else an iterator over its items from the last on
/// (reversed_new_impl).
Ref reversedConstruct(Vm& vm, Type* type, const Arguments& args) {
    if (args.keywords) return raise(vm, vm.exc.TypeError, "reversed() takes no keyword arguments");
    if (args.positional != 1) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("reversed expected 1 argument, got {}", args.positional));
    }
    const Value sequence = args[0];
    Value own = lookupInType(vm, vm.typeOf(sequence), vm.names.__reversed__);
    if (!own.isUnbound() && !own.isNone())
        return vm.call(CORO_TRY(lookupSpecial(vm, sequence, vm.names.__reversed__)));
    if (own.isUnbound() && vm.typeOf(sequence)->has(kTypeIsClass) &&
        vm.typeOf(sequence)->slots.getItem && !vm.typeOf(sequence)->slots.length) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("object of type '{}' has no len()", typeName(vm, sequence)));
    }
    if (own.isNone() || !vm.typeOf(sequence)->slots.getItem || hasFlag(sequence, kTypeIsDict) ||
        !vm.typeOf(sequence)->slots.length) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'{}' object is not reversible", typeName(vm, sequence)));
    }
    const std::int64_t count = CORO_TRY(length(vm, sequence));
    Ptr<SequenceIterator> made = makeInstance<SequenceIterator>(vm, type);
    made->sequence = sequence;
    made->index = count - 1;
    return std::move(made).toRef();
}

void readyIterator(Vm& vm, Type* type, std::uint32_t flags, std::uint32_t bytes, Slots slots,
                   NativeCall hint) {
    slots.iterate = iterateSelf;
    readyType(vm, type, nullptr, flags, bytes, 0, slots);
    if (hint) addMethod(vm, type, "__length_hint__", hint, 1, 1);
}

}  // namespace

Ref makeSequenceIterator(Vm& vm, Value sequence) {
    Ptr<SequenceIterator> made = vm.heap.make<SequenceIterator>(vm.types.sequenceIterator);
    made->sequence = sequence;
    return std::move(made).toRef();
}

void initIteratorTypes(Vm& vm) {
    constexpr std::uint32_t kHidden = kTypeIsFinal | kTypeNoConstruct;
    Slots slots;
    slots.destroy = destroyAs<ListIterator>;
    slots.traverse = traverseMembers<&ListIterator::list>;
    slots.next = listIteratorNext;
    readyIterator(vm, vm.types.listIterator, kHidden, sizeof(ListIterator), slots,
                  listIteratorHint);
    slots.next = listReverseNext;
    readyIterator(vm, vm.types.listReverseIterator, kHidden, sizeof(ListIterator), slots,
                  listIteratorHint);
    slots.destroy = destroyAs<TupleIterator>;
    slots.traverse = traverseMembers<&TupleIterator::tuple>;
    slots.next = tupleIteratorNext;
    readyIterator(vm, vm.types.tupleIterator, kHidden, sizeof(TupleIterator), slots,
                  tupleIteratorHint);
    slots.destroy = destroyAs<SequenceIterator>;
    slots.traverse = traverseMembers<&SequenceIterator::sequence>;
    slots.next = sequenceNext;
    readyIterator(vm, vm.types.sequenceIterator, kHidden, sizeof(SequenceIterator), slots,
                  sequenceHint);
    slots.next = reversedNext;
    slots.construct = reversedConstruct;
    readyIterator(vm, vm.types.reversed, 0, sizeof(SequenceIterator), slots, reversedHint);
}

Ref iterateOr(Vm& vm, Value iterable, std::string_view complaint) {
    Ref iterator = iterate(vm, iterable);
    if (iterator.isRaised() && swallow(vm, vm.exc.TypeError))
        return raise(vm, vm.exc.TypeError, complaint);
    return iterator;
}

Ref itemsToJoin(Vm& vm, Value iterable) {
    Ref iterator = CORO_TRY(iterateOr(vm, iterable, "can only join an iterable"));
    return listFromIterable(vm, iterator);
}

}  // namespace coroscope::runtime
