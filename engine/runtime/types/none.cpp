// None, Ellipsis and NotImplemented.
#include <fmt/format.h>

#include "engine/runtime/types/common.h"

namespace coroscope::runtime {

void initNoneTypes(Vm& vm);

namespace {

Raised noArguments(Vm& vm, Type* type) {
    return raise(vm, vm.exc.TypeError, fmt::format("{} takes no arguments", type->nameView()));
}

template <Tag tag>
Ref singletonConstruct(Vm& vm, Type* type, const Arguments& args) {
    if (args.total() != 0) return noArguments(vm, type);
    return Ref::steal(Value(tag, 0));
}

template <Tag tag>
Outcome<std::int64_t> singletonHash(Vm&, Value) {
    return static_cast<std::int64_t>(0x5eed0000) + static_cast<std::int64_t>(tag);
}

template <Tag tag>
Slots singletonSlots() {
    Slots slots;
    slots.repr = [](Vm& vm, Value) -> Ref {
        return Ref(Value(vm.intern(tag == Tag::None       ? "None"
                                   : tag == Tag::Ellipsis ? "Ellipsis"
                                                          : "NotImplemented")));
    };
    slots.hash = singletonHash<tag>;
    slots.construct = singletonConstruct<tag>;
    return slots;
}

}  // namespace

void initNoneTypes(Vm& vm) {
    Slots none = singletonSlots<Tag::None>();
    none.truth = [](Vm&, Value) -> Outcome<bool> { return false; };
    readyType(vm, vm.types.none, vm.types.object, kTypeIsFinal, sizeof(Object), 0, none);
    readyType(vm, vm.types.ellipsis, vm.types.object, kTypeIsFinal, sizeof(Object), 0,
              singletonSlots<Tag::Ellipsis>());
    readyType(vm, vm.types.notImplemented, vm.types.object, kTypeIsFinal, sizeof(Object), 0,
              singletonSlots<Tag::NotImplemented>());
}

}  // namespace coroscope::runtime
