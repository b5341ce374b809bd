// Types: making them, method resolution order, class attributes, calling a type.
// Follows Objects/typeobject.c.
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"
#include "engine/runtime/visitor.h"

namespace coroscope::runtime {

namespace {

Type* newRawType(Vm& vm) {
    void* memory = vm.heap.allocateObject(sizeof(Type));
    Type* type = new (memory) Type;
    type->type = vm.types.type;
    type->vm = &vm;
    type->version = vm.nextVersion();
    return type;
}

void setName(Vm& vm, Type* type, std::string_view name) {
    Str* text = vm.intern(name);
    retain(static_cast<Object*>(text));
    retain(static_cast<Object*>(text));
    type->name = text;
    type->qualifiedName = text;
}

}  // namespace

void makeCoreTypes(Vm& vm) {
    vm.types.type = newRawType(vm);
    vm.types.type->type = vm.types.type;
    vm.types.type->typeFlags = kTypeIsType;
#define CORO_MAKE(field, name) \
    if (!vm.types.field) vm.types.field = newRawType(vm);
    CORO_TYPES(CORO_MAKE)
#undef CORO_MAKE
    // Enough of str and dict to intern names; their init functions do the rest.
    vm.types.str->typeFlags = kTypeIsStr;
#define CORO_NAME(field, text)         \
    setName(vm, vm.types.field, text); \
    vm.types.field->dict = makeDict(vm).detach();
    CORO_TYPES(CORO_NAME)
#undef CORO_NAME
}

void readyType(Vm& vm, Type* type, Type* base, std::uint32_t flags, std::uint32_t instanceBytes,
               std::uint32_t attributesOffset, const Slots& slots) {
    if (!base && type != vm.types.object) base = vm.types.object;
    type->typeFlags = flags;
    type->instanceBytes = instanceBytes;
    type->attributesOffset = attributesOffset;
    type->slots = slots;
    if (base) {
        type->typeFlags |= base->typeFlags & kInheritedTypeFlags;
        if (attributesOffset == 0 && base->attributesOffset != 0)
            type->attributesOffset = base->attributesOffset;
        if (instanceBytes == 0) type->instanceBytes = base->instanceBytes;
        const auto* from = reinterpret_cast<void* const*>(&base->slots);
        auto** to = reinterpret_cast<void**>(&type->slots);
        // Every slot is a pointer: what the type leaves empty comes from its base. A type that
        // defines == without hash is unhashable, and hash is inherited only together with ==.
        const bool ownCompare = slots.compare != nullptr;
        for (std::size_t i = 0; i < sizeof(Slots) / sizeof(void*); ++i) {
            if (!to[i]) to[i] = from[i];
        }
        if (ownCompare && !slots.hash) type->slots.hash = nullptr;
        retain(static_cast<Object*>(base));
        base->subclasses.push_back(type);
    }
    type->base = base;
    if (type->slots.finalize) type->typeFlags |= kTypeHasFinalizer;
    type->bases = (base ? makeTuple(vm, std::span<const Value>(
                                            std::initializer_list<Value>{Value(base)}.begin(), 1))
                        : makeTuple(vm, 0U))
                      .detach();
    type->mro.push_back(type);
    for (Type* each = base; each; each = each->base) {
        type->mro.push_back(each);
        retain(static_cast<Object*>(each));
    }
    if (!type->dict) type->dict = makeDict(vm).detach();
    exposeSlots(vm, type);
    touchType(vm, type);
}

namespace {
/// Modules whose types are classes in CPython, though they are native here.
bool isWrittenInPython(std::string_view module) {
    return module.starts_with("asyncio.") || module == "random" || module == "types";
}
}  // namespace

Type* makeType(Vm& vm, const TypeSpec& spec) {
    Type* type = newRawType(vm);
    const std::size_t dot = spec.name.rfind('.');
    setName(vm, type, dot == std::string_view::npos ? spec.name : spec.name.substr(dot + 1));
    type->dict = makeDict(vm).detach();
    if (dot != std::string_view::npos) {
        const std::string_view module = spec.name.substr(0, dot);
        dictSetStr(vm, type->dict, vm.names.__module__, Value(vm.intern(module)));
    }
    readyType(vm, type, spec.base, spec.flags, spec.instanceBytes, spec.attributesOffset,
              spec.slots);
    if (dot != std::string_view::npos && !isWrittenInPython(spec.name.substr(0, dot)))
        type->typeFlags |= kTypeNamedWithModule;
    return type;
}

void touchType(Vm& vm, Type* type) {
    type->version = vm.nextVersion();
    for (Type* below : type->subclasses) touchType(vm, below);
}

Status setTypeAttribute(Vm& vm, Type* type, Str* name, Value value) {
    name = vm.intern(name);
    if (!type->has(kTypeIsClass)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("cannot set '{}' attribute of immutable type '{}'", name->view(),
                                 type->nameView()));
    }
    if (value.isUnbound()) {
        Ref old(dictGetStr(type->dict, name));
        if (old.isUnbound()) {
            return raise(vm, vm.exc.AttributeError,
                         fmt::format("type object '{}' has no attribute '{}'", type->nameView(),
                                     name->view()));
        }
        dictDeleteStr(vm, type->dict, name);
        touchType(vm, type);
        updateClassSlots(vm, type);
        return kDone;
    }
    Ref old(dictGetStr(type->dict, name));
    dictSetStr(vm, type->dict, name, value);
    touchType(vm, type);
    updateClassSlots(vm, type);
    return kDone;
}

namespace {

/// Merges the linearisations as C3 does; false if there is no consistent order: then `lists` holds
/// what is left of each.
bool mergeMro(std::vector<std::vector<Type*>>& lists, std::vector<Type*>& out) {
    for (;;) {
        std::erase_if(lists, [](const auto& list) { return list.empty(); });
        if (lists.empty()) return true;
        Type* chosen = nullptr;
        for (const auto& list : lists) {
            Type* candidate = list.front();
            const bool blocked = std::any_of(lists.begin(), lists.end(), [&](const auto& other) {
                return std::find(other.begin() + 1, other.end(), candidate) != other.end();
            });
            if (!blocked) {
                chosen = candidate;
                break;
            }
        }
        if (!chosen) return false;
        out.push_back(chosen);
        for (auto& list : lists) {
            if (list.front() == chosen) list.erase(list.begin());
        }
    }
}

}  // namespace

Status computeMro(Vm& vm, Type* type) {
    std::vector<std::vector<Type*>> lists;
    std::vector<Type*> direct;
    for (Value base : type->bases->span()) {
        if (std::find(direct.begin(), direct.end(), base.as<Type>()) != direct.end()) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("duplicate base class {}", base.as<Type>()->nameView()));
        }
        lists.push_back(base.as<Type>()->mro);
        direct.push_back(base.as<Type>());
    }
    lists.push_back(direct);
    std::vector<Type*> mro{type};
    if (!mergeMro(lists, mro)) {
        std::string names;
        std::vector<Type*> heads;
        for (const auto& list : lists) {
            if (std::find(heads.begin(), heads.end(), list.front()) != heads.end()) continue;
            heads.push_back(list.front());
            names += (names.empty() ? "" : ", ") + std::string(list.front()->nameView());
        }
        return raise(
            vm, vm.exc.TypeError,
            "Cannot create a consistent method resolution\norder (MRO) for bases " + names);
    }
    for (std::size_t i = 1; i < mro.size(); ++i) retain(static_cast<Object*>(mro[i]));
    type->mro = std::move(mro);
    return kDone;
}

Ref typeCall(Vm& vm, Value self, const Arguments& arguments) {
    Type* type = self.as<Type>();
    if (type == vm.types.type && arguments.positional == 1 && arguments.keywords == 0) {
        return Value(vm.typeOf(arguments[0]));
    }
    if (!type->slots.construct || type->has(kTypeNoConstruct)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("cannot create '{}' instances", type->nameView()));
    }
    Ref made = CORO_TRY(type->slots.construct(vm, type, arguments));
    Type* madeType = vm.typeOf(made);
    if (madeType->slots.init && madeType->isSubtypeOf(type)) {
        CORO_TRY(madeType->slots.init(vm, made, arguments));
    }
    return made;
}

void destroyTrailingAttributes(Object* object) {
    Type* type = object->type;
    // Native types with Attributes among their fields free them in the same way.
    clearAttributes(*type->attributesOf(object));
}

void releaseInstanceType(Type* type) { release(static_cast<Object*>(type)); }

void traverseType(Object* object, const Visitor& visit) {
    auto* type = static_cast<Type*>(object);
    visit(static_cast<Object*>(type->base));
    visit(static_cast<Object*>(type->bases));
    visit(static_cast<Object*>(type->dict));
    for (std::size_t i = 1; i < type->mro.size(); ++i) visit(static_cast<Object*>(type->mro[i]));
}

void destroyType(Object* object) {
    auto* type = static_cast<Type*>(object);
    Type* meta = type->type;
    Heap& heap = type->vm->heap;
    for (std::size_t i = 1; i < type->mro.size(); ++i) std::erase(type->mro[i]->subclasses, type);
    for (std::size_t i = 1; i < type->mro.size(); ++i) release(static_cast<Object*>(type->mro[i]));
    if (type->base) release(static_cast<Object*>(type->base));
    if (type->bases) release(static_cast<Object*>(type->bases));
    if (type->dict) release(static_cast<Object*>(type->dict));
    if (type->name) release(static_cast<Object*>(type->name));
    if (type->qualifiedName) release(static_cast<Object*>(type->qualifiedName));
    freeShapes(type->rootShape);
    type->~Type();
    heap.freeObject(object, sizeof(Type));
    if (meta->has(kTypeIsClass)) releaseInstanceType(meta);
}

}  // namespace coroscope::runtime
