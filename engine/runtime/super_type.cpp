// super: Objects/typeobject.c super_init, super_getattro.
#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

struct Super : Object {
    Ptr<Type> from;        ///< the look-up begins behind this one
    Ref object;            ///< instance or class; Unbound for an unbound super
    Ptr<Type> objectType;  ///< whose MRO is walked
};

/// super() without arguments: `__class__` and the first argument of the calling function.
Status findCaller(Vm& vm, Value& type, Value& object) {
    Frame* frame = vm.frame;
    if (!frame || frame->code->source->positionalCount == 0) {
        return raise(vm, vm.exc.RuntimeError, "super(): no arguments");
    }
    object = frame->slots()[0];
    if (object.is(vm.types.cell)) object = object.as<Cell>()->content;
    if (object.isUnbound()) return raise(vm, vm.exc.RuntimeError, "super(): arg[0] deleted");
    const Code* code = frame->code;
    for (std::size_t i = 0; i < code->freeNames.size(); ++i) {
        if (code->freeNames[i] != vm.names.__class__) continue;
        type = frame->slots()[code->localCount + i].as<Cell>()->content;
        if (type.isUnbound())
            return raise(vm, vm.exc.RuntimeError, "super(): empty __class__ cell");
        return kDone;
    }
    return raise(vm, vm.exc.RuntimeError, "super(): __class__ cell not found");
}

Ref superConstruct(Vm& vm, Type* pythonType, const Arguments& a) {
    Value type, object;
    if (a.keywords) return raise(vm, vm.exc.TypeError, "super() takes no keyword arguments");
    if (a.positional == 0) {
        CORO_TRY(findCaller(vm, type, object));
    } else {
        type = a[0];
        if (a.positional > 1) object = a[1];
    }
    if (!isType(type)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("super() argument 1 must be a type, not {}", vm.typeOf(type)->nameView()));
    }
    Ptr<Super> super = makeInstance<Super>(vm, pythonType);
    super->from = Ptr<Type>(type.as<Type>());
    if (!object.isUnbound() && !object.isNone()) {
        super->object = object;
        if (isType(object) && object.as<Type>()->isSubtypeOf(type.as<Type>())) {
            super->objectType = Ptr<Type>(object.as<Type>());
        } else if (vm.typeOf(object)->isSubtypeOf(type.as<Type>())) {
            super->objectType = Ptr<Type>(vm.typeOf(object));
        } else {
            return raise(vm, vm.exc.TypeError,
                         "super(type, obj): obj must be an instance or subtype of type");
        }
    }
    return std::move(super).toRef();
}

Ref superGetAttribute(Vm& vm, Value self, Str* name) {
    auto* super = self.as<Super>();
    if (!super->objectType || name == vm.names.__class__)
        return genericGetAttribute(vm, self, name);
    Type* start = super->objectType.get();
    bool behind = false;
    for (Type* type : start->mro) {
        if (behind) {
            Value found = dictGetStr(type->dict, name);
            if (!found.isUnbound()) {
                Ref keep(found);
                // On a class itself, descriptors are bound as from the class.
                const Value instance =
                    super->object.get().isObject() && super->object.get().object == start
                        ? Value()
                        : super->object.get();
                return bindAttribute(vm, found, instance, start);
            }
        }
        if (type == super->from.get()) behind = true;
    }
    return genericGetAttribute(vm, self, name);
}

Ref classOrNone(const Ptr<Type>& type) { return type ? Ref(Value(type.get())) : Ref::none(); }

Ref superSelf(Vm&, Value self) {
    const Ref& object = self.as<Super>()->object;
    return object.isUnbound() ? Ref::none() : object;
}

Ref superRepr(Vm& vm, Value self) {
    auto* super = self.as<Super>();
    if (!super->objectType)
        return newStr(vm, fmt::format("<super: <class '{}'>, NULL>", super->from->nameView()));
    return newStr(vm, fmt::format("<super: <class '{}'>, <{} object>>", super->from->nameView(),
                                  super->objectType->nameView()));
}

}  // namespace

void initSuperType(Vm& vm) {
    Slots slots;
    slots.destroy = destroyAs<Super>;
    slots.traverse = traverseMembers<&Super::from, &Super::object, &Super::objectType>;
    slots.construct = superConstruct;
    slots.init = [](Vm&, Value, const Arguments&) -> Status { return kDone; };
    slots.getAttribute = superGetAttribute;
    slots.repr = superRepr;
    readyType(vm, vm.types.super, nullptr, 0, sizeof(Super), 0, slots);
    addGetter(vm, vm.types.super, "__thisclass__",
              [](Vm&, Value self) { return classOrNone(self.as<Super>()->from); });
    addGetter(vm, vm.types.super, "__self__", superSelf);
    addGetter(vm, vm.types.super, "__self_class__",
              [](Vm&, Value self) { return classOrNone(self.as<Super>()->objectType); });
}

}  // namespace coroscope::runtime
