// C.__bases__ = (...): Objects/typeobject.c, type_set_bases.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "engine/runtime/class_layout.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

/// Are its instances containers for CPython's collector, which then frees them (tp_free)?
bool isCollected(const Type* type) {
    constexpr std::uint32_t kContainers = kTypeIsClass | kTypeIsException | kTypeIsList |
                                          kTypeIsTuple | kTypeIsDict | kTypeIsSet | kTypeIsType;
    return (type->typeFlags & kContainers) != 0 || type->attributesOffset != 0;
}

Status checkBases(Vm& vm, const Type* type, Value bases) {
    const std::string_view name = type->nameView();
    if (!hasFlag(bases, kTypeIsTuple)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("can only assign tuple to {}.__bases__, not {}", name,
                                 vm.typeOf(bases)->nameView()));
    }
    if (bases.as<Tuple>()->count == 0) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("can only assign non-empty tuple to {}.__bases__, not ()", name));
    }
    for (const Value base : bases.as<Tuple>()->span()) {
        if (!isType(base)) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{}.__bases__ must be tuple of classes, not '{}'", name,
                                     vm.typeOf(base)->nameView()));
        }
        if (base.as<Type>()->isSubtypeOf(type))
            return raise(vm, vm.exc.TypeError, "a __bases__ item causes an inheritance cycle");
    }
    return kDone;
}

/// compatible_for_assignment: can instances of what derives from one live with the other?
Status checkLayout(Vm& vm, Type* before, Type* after) {
    const bool isFreedAlike = isCollected(before) == isCollected(after);
    if (isFreedAlike && haveSameLayout(before, after)) return kDone;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("__bases__ assignment: '{}' {} differs from '{}'", after->nameView(),
                             isFreedAlike ? "object layout" : "deallocator", before->nameView()));
}

/// Gives the class a method resolution order of its bases, and the classes above know it.
Status follow(Vm& vm, Type* type) {
    const std::vector<Type*> before = type->mro;
    CORO_TRY(computeMro(vm, type));
    for (std::size_t i = 1; i < before.size(); ++i) std::erase(before[i]->subclasses, type);
    for (std::size_t i = 1; i < type->mro.size(); ++i) {
        type->mro[i]->subclasses.push_back(type);
        type->typeFlags |=
            type->mro[i]->typeFlags & (kTypeIsSequence | kTypeIsMapping | kTypeWithMembers);
    }
    for (std::size_t i = 1; i < before.size(); ++i) release(static_cast<Object*>(before[i]));
    return kDone;
}

/// The class and those below it, a class after all of its bases.
Status followAll(Vm& vm, Type* type) {
    std::vector<Ref> below{Ref(Value(type))};
    for (Type* each : type->subclasses) below.emplace_back(Value(each));
    std::ranges::stable_sort(below, {},
                             [](const Ref& each) { return each.as<Type>()->mro.size(); });
    for (const Ref& each : below) CORO_TRY(follow(vm, each.as<Type>()));
    return kDone;
}

void exchangeBases(Type* type, Ptr<Tuple>& bases, Ptr<Type>& base) {
    bases = Ptr<Tuple>::steal(std::exchange(type->bases, bases.detach()));
    base = Ptr<Type>::steal(std::exchange(type->base, base.detach()));
}

}  // namespace

Status setBases(Vm& vm, Value self, Value value) {
    auto* type = self.as<Type>();
    if (value.isUnbound() || !type->has(kTypeIsClass)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("cannot {} '__bases__' attribute of immutable type '{}'",
                                 type->has(kTypeIsClass) ? "delete" : "set", type->nameView()));
    }
    CORO_TRY(checkBases(vm, type, value));
    Ptr<Tuple> bases(value.as<Tuple>());
    Ptr<Type> base(CORO_TRY(bestBase(vm, bases.get())));
    CORO_TRY(checkLayout(vm, type->base, base.get()));
    exchangeBases(type, bases, base);
    if (followAll(vm, type).isRaised()) {
        Ptr<Exception> raised = takePending(vm);
        exchangeBases(type, bases, base);
        static_cast<void>(followAll(vm, type));
        vm.pending = std::move(raised);
        return Raised{};
    }
    touchType(vm, type);
    updateClassSlots(vm, type);
    return kDone;
}

}  // namespace coroscope::runtime
