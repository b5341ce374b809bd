// The views and iterators of OrderedDict (Objects/odictobject.c). They are those of dict but for
// their names, and for what they say of changes made while they are under way: an OrderedDict
// notices every key that comes, goes or moves.
#include "engine/runtime/modules/ordered_dict.h"

#include <array>

#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/types/repr_guard.h"

namespace coroscope::runtime {

namespace {

enum class What : std::uint8_t { Keys, Values, Items };
constexpr std::array<std::string_view, 3> kViews = {"odict_keys", "odict_values", "odict_items"};

struct OrderedIterator : Object {
    Ptr<Dict> dict;              ///< let go at the end
    std::int64_t upcoming = -1;  ///< place of the entry to give next; -1: there is none
    std::uint64_t keysVersion = 0;
    What what = What::Keys;
    bool backwards = false;
};

/// The living entry at `at` or beyond it, in the iterator's direction; -1 if there is none.
std::int64_t livingFrom(const OrderedIterator& iterator, std::int64_t at) {
    const Dict* dict = iterator.dict.get();
    const int step = iterator.backwards ? -1 : 1;
    while (at >= 0 && at < dict->used) {
        if (!dict->entries[at].key.isUnbound()) return at;
        at += step;
    }
    return -1;
}

Type* typeNamed(Vm& vm, std::string_view name) {
    return dictGetStr(vm.privates.get(), vm.intern(name)).as<Type>();
}

Ref makeIterator(Vm& vm, Dict* dict, What what, bool backwards) {
    Ptr<OrderedIterator> made = vm.heap.make<OrderedIterator>(typeNamed(vm, "odict_iterator"));
    made->dict = Ptr<Dict>(dict);
    made->keysVersion = dict->keysVersion;
    made->what = what;
    made->backwards = backwards;
    made->upcoming =
        livingFrom(*made, backwards ? std::int64_t{dict->used} - 1 : firstLiving(dict));
    return std::move(made).toRef();
}

/// odictiter_iternext: which entry comes next is settled when the one before it is given, so a
/// change after the last one goes unnoticed.
Ref iteratorNext(Vm& vm, Value value) {
    auto* iterator = value.as<OrderedIterator>();
    if (!iterator->dict) return {};
    Ptr<Dict> dict = iterator->dict;
    if (iterator->upcoming < 0) {
        iterator->dict.reset();
        return {};
    }
    if (dict->keysVersion != iterator->keysVersion) {
        iterator->dict.reset();
        return raise(vm, vm.exc.RuntimeError,
                     dict->count == 0 ? "OrderedDict changed size during iteration"
                                      : "OrderedDict mutated during iteration");
    }
    const DictEntry& entry = dict->entries[iterator->upcoming];
    iterator->upcoming = livingFrom(*iterator, iterator->upcoming + (iterator->backwards ? -1 : 1));
    switch (iterator->what) {
        case What::Keys: return entry.key;
        case What::Values: return entry.value;
        case What::Items: break;
    }
    return makeTuple(vm, std::initializer_list<Value>{entry.key, entry.value}).toRef();
}

template <What what>
Ref iterateView(Vm& vm, Value view) {
    return makeIterator(vm, view.as<DictView>()->dict.get(), what, false);
}
template <What what>
Ref reversedView(Vm& vm, const Arguments& args) {
    return makeIterator(vm, args[0].as<DictView>()->dict.get(), what, true);
}

template <What what>
void addView(Vm& vm, Type* base) {
    TypeSpec spec;
    spec.name = kViews[static_cast<std::size_t>(what)];
    spec.base = base;
    spec.flags = kTypeIsFinal | kTypeNoConstruct;
    spec.instanceBytes = sizeof(DictView);
    spec.slots.iterate = iterateView<what>;
    Type* type = makeType(vm, spec);
    addMethod(vm, type, "__reversed__", reversedView<what>, 1, 1);
    setValue(vm, vm.privates.get(), spec.name, Value(type));
}

Status needDict(Vm& vm, Value value) {
    if (hasFlag(value, kTypeIsDict)) return kDone;
    return raise(vm, vm.exc.TypeError, "an OrderedDict is needed");
}

template <What what>
Ref orderedView(Vm& vm, const Arguments& args) {
    CORO_TRY(needDict(vm, args[0]));
    return makeDictView(vm, typeNamed(vm, kViews[static_cast<std::size_t>(what)]),
                        args[0].as<Dict>());
}

Ref orderedIterator(Vm& vm, const Arguments& args) {
    CORO_TRY(needDict(vm, args[0]));
    return makeIterator(vm, args[0].as<Dict>(), What::Keys, CORO_TRY(truth(vm, args[1])));
}

Ref shownOnce(Vm& vm, const Arguments& args) {
    CORO_TRY(needDict(vm, args[0]));
    ReprGuard guard(args[0]);
    if (guard.recursive) return Ref::none();
    return vm.call(args[1]);
}

}  // namespace

void addOrderedDictParts(Vm& vm, Dict* namespace_) {
    addView<What::Keys>(vm, vm.types.dictKeys);
    addView<What::Values>(vm, vm.types.dictValues);
    addView<What::Items>(vm, vm.types.dictItems);
    TypeSpec iterator;
    iterator.name = "odict_iterator";
    iterator.flags = kTypeIsFinal | kTypeNoConstruct;
    iterator.instanceBytes = sizeof(OrderedIterator);
    iterator.slots.destroy = destroyAs<OrderedIterator>;
    iterator.slots.traverse = traverseMembers<&OrderedIterator::dict>;
    iterator.slots.iterate = [](Vm&, Value value) -> Ref { return value; };
    iterator.slots.next = iteratorNext;
    setValue(vm, vm.privates.get(), iterator.name, Value(makeType(vm, iterator)));
    addFunction(vm, namespace_, "ordered_keys", orderedView<What::Keys>, 1, 1);
    addFunction(vm, namespace_, "ordered_values", orderedView<What::Values>, 1, 1);
    addFunction(vm, namespace_, "ordered_items", orderedView<What::Items>, 1, 1);
    addFunction(vm, namespace_, "ordered_iterator", orderedIterator, 2, 2);
    addFunction(vm, namespace_, "shown_once", shownOnce, 2, 2);
}

}  // namespace coroscope::runtime
