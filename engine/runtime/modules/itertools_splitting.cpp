// itertools' iterators that share one source: groupby, tee.
#include "engine/runtime/modules/itertools_parts.h"
#include "engine/runtime/types/byte_counts.h"
#include "engine/runtime/types/sequences.h"

namespace coroscope::runtime::iteration {

namespace {

struct GroupBy : Object {
    Ref iterator;
    Ref key;      ///< unbound: the items are their own keys
    Ref wanted;   ///< the key of the group that was given last
    Ref item;     ///< read from the source and not given yet, or unbound
    Ref itemKey;  ///< of the item read last; unbound before the first, and once it was given
    Type* groupType = nullptr;
    Object* group = nullptr;  ///< the group that was given last, as long as it lives; not owned
};

struct Group : Object {
    Ptr<GroupBy> source;
    Ref key;
};

/// Reads an item and its key; false at the end of the source.
Outcome<bool> readItem(Vm& vm, GroupBy& self) {
    Ref item = CORO_TRY(next(vm, self.iterator));
    if (item.isUnbound()) return false;
    Ref key = self.key.isUnbound() ? item : CORO_TRY(vm.call(self.key, {item}));
    self.item = std::move(item);
    self.itemKey = std::move(key);
    return true;
}

Ref groupNext(Vm& vm, Group& self) {
    GroupBy& source = *self.source.get();
    if (source.group != &self) return {};
    if (source.item.isUnbound() && !CORO_TRY(readItem(vm, source))) return {};
    const Ref theirs = source.itemKey;
    if (!CORO_TRY(equal(vm, self.key, theirs))) return {};
    Ref item = std::move(source.item);
    source.item.reset();
    source.itemKey.reset();
    return item;
}

void destroyGroup(Object* object) {
    auto* group = static_cast<Group*>(object);
    if (group->source && group->source->group == group) group->source->group = nullptr;
    destroyAs<Group>(object);
}

Ref groupByNext(Vm& vm, GroupBy& self) {
    self.group = nullptr;
    // On to the first item of another group.
    for (;;) {
        if (!self.itemKey.isUnbound()) {
            if (self.wanted.isUnbound()) break;
            const Ref wanted = self.wanted, theirs = self.itemKey;
            if (!CORO_TRY(equal(vm, wanted, theirs))) break;
        }
        if (!burnFuel(vm, 1)) return Raised{};
        if (!CORO_TRY(readItem(vm, self))) return {};
    }
    self.wanted = self.itemKey;
    Ptr<Group> group = makeInstance<Group>(vm, self.groupType);
    group->source = Ptr<GroupBy>(&self);
    group->key = self.wanted;
    self.group = group.get();
    const Ref key = self.wanted;
    return makeTuple(vm, std::initializer_list<Value>{key, group.value()}).toRef();
}

constexpr std::string_view kGroupType = "_grouper";

Ref groupByConstruct(Vm& vm, Type* type, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"iterable", "key"};
    Value bound[2];
    CORO_TRY(bindArguments(vm, "groupby", args, kNames, 1, 2, bound));
    Ref iterator = CORO_TRY(iterate(vm, bound[0]));
    Ptr<GroupBy> made = makeInstance<GroupBy>(vm, type);
    made->iterator = std::move(iterator);
    if (!bound[1].isUnbound() && !bound[1].isNone()) made->key = bound[1];
    while (type->has(kTypeIsClass)) type = type->base;
    made->groupType = lookupInType(vm, type, vm.intern(kGroupType)).as<Type>();
    return std::move(made).toRef();
}

/// One item of a source that several read, and where the next one will be.
struct TeeLink : Object {
    Ref item;  ///< unbound: not read yet
    Ptr<TeeLink> next;
};

/// What the iterators of one tee() share.
struct TeeSource : Object {
    Ref iterator;
    bool reading = false;
};

struct Tee : Object {
    Ptr<TeeSource> source;
    Ptr<TeeLink> link;
};

Ptr<TeeLink> makeLink(Vm& vm, const Tee& tee) { return vm.heap.make<TeeLink>(tee.link->type); }

Ref teeNext(Vm& vm, Tee& self) {
    if (self.link->item.isUnbound()) {
        TeeSource& source = *self.source.get();
        if (source.reading)
            return raise(vm, vm.exc.RuntimeError, "cannot re-enter the tee iterator");
        source.reading = true;
        Ref item = next(vm, source.iterator);
        source.reading = false;
        if (item.isRaised() || item.isUnbound()) return item;
        self.link->item = std::move(item);
        self.link->next = makeLink(vm, self);
    }
    Ref item = self.link->item;
    self.link = Ptr<TeeLink>(self.link->next);
    return item;
}

Ref copyOf(Vm& vm, const Tee& tee) {
    Ptr<Tee> made = makeInstance<Tee>(vm, tee.type);
    made->source = tee.source;
    made->link = tee.link;
    return std::move(made).toRef();
}

Ref teeCopy(Vm& vm, const Arguments& args) { return copyOf(vm, *args[0].as<Tee>()); }

/// A type that scenarios never see.
template <class T, auto... members>
Type* makeHiddenType(Vm& vm, std::string_view name) {
    TypeSpec spec;
    spec.name = name;
    spec.flags = kTypeIsFinal | kTypeNoConstruct;
    spec.instanceBytes = sizeof(T);
    spec.slots.destroy = destroyAs<T>;
    spec.slots.traverse = traverseMembers<members...>;
    return makeType(vm, spec);
}

constexpr std::string_view kLinkType = "_link", kSourceType = "_source";

Ref teeConstruct(Vm& vm, Type* type, const Arguments& args) {
    CORO_TRY(takesPositional(vm, "_tee", args, 1, 1));
    Ref iterator = CORO_TRY(iterate(vm, args[0]));
    if (iterator.is(type)) return copyOf(vm, *iterator.as<Tee>());
    Ptr<Tee> made = makeInstance<Tee>(vm, type);
    const auto typeOf = [&](std::string_view name) {
        return lookupInType(vm, type, vm.intern(name)).as<Type>();
    };
    made->source = vm.heap.make<TeeSource>(typeOf(kSourceType));
    made->source->iterator = std::move(iterator);
    made->link = vm.heap.make<TeeLink>(typeOf(kLinkType));
    return std::move(made).toRef();
}

/// `tee(iterable, n=2)`, bound to the type of its iterators.
Ref teeFunction(Vm& vm, const Arguments& args) {
    const std::int64_t count = args.positional > 2 ? CORO_TRY(asIndex(vm, args[2])) : 2;
    if (count < 0) return raise(vm, vm.exc.ValueError, "n must be >= 0");
    CORO_TRY(reserveBytes(vm, bytesOf(count, sizeof(Value) + sizeof(Tee))));
    Ptr<Tuple> all = makeTuple(vm, static_cast<std::uint32_t>(count));
    if (count == 0) return std::move(all).toRef();
    // An iterator of an earlier tee() goes on as the first of these.
    Ref first = CORO_TRY(iterate(vm, args[1]));
    if (!first.is(args[0].as<Type>())) {
        const Value source = first;
        first = CORO_TRY(teeConstruct(vm, args[0].as<Type>(), Arguments{&source, 1, 0, nullptr}));
    }
    for (std::int64_t i = 1; i < count; ++i)
        all->items()[i] = copyOf(vm, *first.as<Tee>()).detach();
    all->items()[0] = first.detach();
    return std::move(all).toRef();
}

}  // namespace

void addSplitting(Vm& vm, Dict* module) {
    Slots slots;
    slots.destroy = destroyGroup;
    Type* group = addIteratorType<Group, groupNext, &Group::source, &Group::key>(
        vm, module, "itertools._grouper", nullptr, slots);
    Type* groupBy = addIteratorType<GroupBy, groupByNext, &GroupBy::iterator, &GroupBy::key,
                                    &GroupBy::wanted, &GroupBy::item, &GroupBy::itemKey>(
        vm, module, "itertools.groupby", groupByConstruct);
    setValue(vm, groupBy->dict, kGroupType, Value(group));
    Type* tee = addIteratorType<Tee, teeNext, &Tee::source, &Tee::link>(
        vm, module, "itertools._tee", teeConstruct);
    addMethod(vm, tee, "__copy__", teeCopy, 1, 1);
    setValue(
        vm, tee->dict, kLinkType,
        Value(makeHiddenType<TeeLink, &TeeLink::item, &TeeLink::next>(vm, "itertools._tee_link")));
    setValue(vm, tee->dict, kSourceType,
             Value(makeHiddenType<TeeSource, &TeeSource::iterator>(vm, "itertools._tee_source")));
    Ptr<NativeFunction> function = makeBoundNative(vm, "tee", teeFunction, Value(tee), 2, 3);
    setValue(vm, module, "tee", function.value());
}

}  // namespace coroscope::runtime::iteration
