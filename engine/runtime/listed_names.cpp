#include "engine/runtime/listed_names.h"

#include "engine/runtime/class_layout.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types_internal.h"
#include "engine/runtime/weak_references.h"

namespace coroscope::runtime {

namespace {

/// A class has `__dict__` and `__weakref__` in its own dictionary where it brings them
/// (type_new_slots). Here object has both as well, for the native types.
void addClassNames(Vm& vm, const Type* type, Dict* names) {
    for (const Type* each : type->mro) {
        if (each != vm.types.object) addNames(vm, names, each->dict);
    }
    std::uint32_t position = 0;
    Value key, value;
    while (dictNext(vm.types.object->dict, position, key, value)) {
        const bool isHidden = viewOf(key) == "__dict__" || viewOf(key) == "__weakref__";
        if (!isHidden) dictSetStr(vm, names, key.as<Str>(), Value::none());
    }
    if (instancesHaveDict(type)) dictSetStr(vm, names, vm.names.__dict__, Value::none());
    if (hasWeakReferences(type)) dictSetStr(vm, names, vm.intern("__weakref__"), Value::none());
}

}  // namespace

void addNames(Vm& vm, Dict* into, Dict* from) {
    std::uint32_t position = 0;
    Value key, value;
    while (dictNext(from, position, key, value)) {
        if (isStr(key)) dictSetStr(vm, into, key.as<Str>(), Value::none());
    }
}

Status collectNames(Vm& vm, Value object, Dict* names) {
    if (object.is(vm.types.module)) {
        addNames(vm, names, object.as<Module>()->dict.get());
        return kDone;
    }
    if (isType(object)) {
        addClassNames(vm, object.as<Type>(), names);
        return kDone;
    }
    Ref own = CORO_TRY(findAttribute(vm, object, vm.names.__dict__));
    if (hasFlag(own, kTypeIsDict)) addNames(vm, names, own.as<Dict>());
    addClassNames(vm, vm.typeOf(object), names);
    return kDone;
}

}  // namespace coroscope::runtime
