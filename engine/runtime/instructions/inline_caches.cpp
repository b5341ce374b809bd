// What fills the inline caches after a miss.
#include <fmt/format.h>

#include "engine/runtime/instructions/helpers.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

Ref loadGlobalMiss(Vm& vm, Frame* frame, Str* name, InlineCache* cache) {
    Dict* globals = frame->globals;
    std::int32_t at = dictFindStr(globals, name);
    if (at >= 0) {
        if (cache) {
            cache->kind = InlineCache::Kind::Global;
            cache->index = static_cast<std::uint32_t>(at);
            cache->version = globals->keysVersion;
        }
        return globals->entries[at].value;
    }
    Dict* builtins = vm.builtins.get();
    at = dictFindStr(builtins, name);
    if (at < 0) return raiseNotDefined(vm, name);
    if (cache) {
        cache->kind = InlineCache::Kind::Builtin;
        cache->index = static_cast<std::uint32_t>(at);
        cache->version = globals->keysVersion;
        cache->secondVersion = builtins->keysVersion;
    }
    return builtins->entries[at].value;
}

namespace {

/// Does a value of the type go before the instance's own, or may it yet, as soon as its class is
/// given a `__set__`? That changes no version of the type in which it is found.
bool mayIntercept(Value typeValue) {
    if (!typeValue.isObject()) return false;
    const Type* type = typeValue.object->type;
    return type->slots.descriptorSet || type->has(kTypeIsClass);
}

/// Where does `object.name` come from, in the cases that an inline cache can hold?
enum class Source : std::uint8_t { Unknown, InstanceSlot, TypeValue };

Source locate(Vm& vm, Value object, Str* name, Value& typeValue, int& slot) {
    Type* type = object.object->type;
    if (type->slots.getAttribute) return Source::Unknown;
    typeValue = lookupInType(vm, type, name);
    if (mayIntercept(typeValue)) return Source::Unknown;
    Attributes* attributes = type->attributesOf(object.object);
    if (attributes) {
        if (attributes->dict) return Source::Unknown;
        if (attributes->shape) {
            slot = attributes->shape->find(name);
            if (slot >= 0) return Source::InstanceSlot;
        }
    }
    return typeValue.isUnbound() ? Source::Unknown : Source::TypeValue;
}

void rememberSlot(InlineCache* cache, Value object, int slot) {
    Type* type = object.object->type;
    cache->kind = InlineCache::Kind::InstanceSlot;
    cache->index = static_cast<std::uint32_t>(slot);
    cache->version = type->version;
    cache->attributesOffset = static_cast<std::uint16_t>(type->attributesOffset);
    cache->shape = type->attributesOf(object.object)->shape;
}

void rememberTypeValue(InlineCache* cache, Value object, Value value) {
    Type* type = object.object->type;
    Attributes* attributes = type->attributesOf(object.object);
    cache->kind = attributes ? InlineCache::Kind::TypeValue : InlineCache::Kind::NativeMethod;
    cache->version = type->version;
    cache->attributesOffset = static_cast<std::uint16_t>(type->attributesOffset);
    cache->shape = attributes ? attributes->shape : nullptr;
    cache->value = value.object;
}

}  // namespace

Ref loadAttributeMiss(Vm& vm, Value object, Str* name, InlineCache* cache) {
    if (cache && object.isObject()) {
        if (object.is(vm.types.module)) {
            Dict* dict = object.as<Module>()->dict.get();
            const std::int32_t at = dictFindStr(dict, name);
            if (at >= 0) {
                cache->kind = InlineCache::Kind::ModuleEntry;
                cache->index = static_cast<std::uint32_t>(at);
                cache->version = dict->keysVersion;
                return dict->entries[at].value;
            }
        }
        Value typeValue;
        int slot = -1;
        if (locate(vm, object, name, typeValue, slot) == Source::InstanceSlot) {
            rememberSlot(cache, object, slot);
            return object.object->type->attributesOf(object.object)->slots[slot];
        }
    }
    return getAttribute(vm, object, name);
}

Status storeAttributeMiss(Vm& vm, Value object, Str* name, Value value, InlineCache* cache) {
    if (cache && object.isObject() && !object.object->type->slots.setAttribute) {
        Type* type = object.object->type;
        Attributes* attributes = type->attributesOf(object.object);
        Value typeValue = lookupInType(vm, type, name);
        const bool intercepted = mayIntercept(typeValue);
        const bool open = (type->typeFlags & kTypeWithoutDict) == 0;
        if (attributes && !attributes->dict && !intercepted && open) {
            Shape* before = attributes->shape;
            const int slot = before ? before->find(name) : -1;
            instanceSet(vm, object.object, *attributes, name, value);
            if (slot >= 0) {
                rememberSlot(cache, object, slot);
            } else if (attributes->shape && before) {
                cache->kind = InlineCache::Kind::AddSlot;
                cache->version = type->version;
                cache->attributesOffset = static_cast<std::uint16_t>(type->attributesOffset);
                cache->shape = before;
                cache->newShape = attributes->shape;
                cache->index = before->count;
            }
            return kDone;
        }
    }
    return setAttribute(vm, object, name, value);
}

Status loadMethodMiss(Vm& vm, Value object, Str* name, InlineCache* cache, Value out[2]) {
    if (object.isObject()) {
        Value typeValue;
        int slot = -1;
        if (!object.is(vm.types.module) &&
            locate(vm, object, name, typeValue, slot) == Source::TypeValue &&
            (typeValue.is(vm.types.function) || typeValue.is(vm.types.methodDescriptor))) {
            if (cache) rememberTypeValue(cache, object, typeValue);
            retain(typeValue);
            retain(object);
            out[0] = typeValue;
            out[1] = object;
            return kDone;
        }
    }
    Ref found = CORO_TRY(loadAttributeMiss(vm, object, name, cache));
    out[0] = found.detach();
    out[1] = Value();
    return kDone;
}

}  // namespace coroscope::runtime
