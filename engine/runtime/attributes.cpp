#include "engine/runtime/attributes.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "engine/runtime/types_internal.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// With its place in its parent's `children`.
static std::ptrdiff_t bytesOf(const Shape* shape) {
    return static_cast<std::ptrdiff_t>(Heap::mallocBytes(sizeof(Shape)) +
                                       Heap::mallocBytes(shape->table.size() * sizeof(Str*)) +
                                       sizeof(Shape*) * 2);
}

Shape* shapeWith(Vm& vm, Shape* shape, Str* name) {
    for (Shape* child : shape->children) {
        if (child->name == name) return child;
    }
    auto* child = new Shape;
    child->type = shape->type;
    child->parent = shape;
    child->name = vm.intern(name);
    child->count = shape->count + 1;
    child->table = shape->table;
    child->table.push_back(child->name);
    shape->children.push_back(child);
    vm.heap.addExternal(bytesOf(child));
    return child;
}

void freeShapes(Shape* root) {
    if (!root) return;
    std::vector<Shape*> pending{root};
    while (!pending.empty()) {
        Shape* shape = pending.back();
        pending.pop_back();
        pending.insert(pending.end(), shape->children.begin(), shape->children.end());
        if (shape->parent) shape->type->vm->heap.addExternal(-bytesOf(shape));
        delete shape;
    }
}

Value instanceGet(Attributes& attributes, Str* name) {
    if (attributes.shape) {
        const int slot = attributes.shape->find(name);
        return slot < 0 ? Value() : attributes.slots[slot];
    }
    return attributes.dict ? dictGetStr(attributes.dict, name) : Value();
}

namespace {

/// Sets it in the slots that the instance's shape describes; false where the instance has a dict
/// instead, or should change over to one.
bool setInShape(Vm& vm, const Object* object, Attributes& attributes, Str* name, Value value) {
    if (attributes.dict) return false;
    if (!attributes.shape) {
        Type* type = object->type;
        if (!type->rootShape) {
            type->rootShape = new Shape;
            type->rootShape->type = type;
        }
        attributes.shape = type->rootShape;
    }
    const int slot = attributes.shape->find(name);
    if (slot >= 0) {
        Value old = attributes.slots[slot];
        retain(value);
        attributes.slots[slot] = value;
        release(old);
        return true;
    }
    const std::uint32_t count = attributes.shape->count;
    if (count >= kMaxShapeSlots || attributes.shape->children.size() > 256) return false;
    Shape* next = shapeWith(vm, attributes.shape, name);
    if (count == attributes.capacity) growAttributes(vm, attributes);
    retain(value);
    attributes.slots[count] = value;
    attributes.shape = next;
    return true;
}

/// Where an instance with a dict keeps its members, apart from it; null: it has none set.
Dict* membersAside(const Attributes& attributes) {
    return attributes.dict && attributes.slots ? attributes.slots[0].as<Dict>() : nullptr;
}

Dict* makeMembersAside(Vm& vm, Attributes& attributes) {
    if (!attributes.slots) {
        growAttributes(vm, attributes);
        for (std::uint32_t i = 0; i < attributes.capacity; ++i) attributes.slots[i] = Value();
        attributes.slots[0] = Value(makeDict(vm).detach());
    }
    return attributes.slots[0].as<Dict>();
}

/// Is it a name that `__slots__` of the type or of a base gives?
bool namesMember(const Type* type, Str* name) {
    if ((type->typeFlags & kTypeWithMembers) == 0) return false;
    return std::ranges::any_of(type->mro, [&](const Type* each) {
        return (each->typeFlags & kTypeWithMembers) != 0 && isMember(dictGetStr(each->dict, name));
    });
}

}  // namespace

void instanceSet(Vm& vm, Object* object, Attributes& attributes, Str* name, Value value) {
    if (setInShape(vm, object, attributes, name, value)) return;
    dictSetStr(vm, instanceDict(vm, object, attributes).get(), name, value);
}

Value memberGet(Attributes& attributes, Str* name) {
    if (!attributes.dict) return instanceGet(attributes, name);
    Dict* members = membersAside(attributes);
    return members ? dictGetStr(members, name) : Value();
}

void memberSet(Vm& vm, Object* object, Attributes& attributes, Str* name, Value value) {
    if (setInShape(vm, object, attributes, name, value)) return;
    const Ptr<Dict> dict = instanceDict(vm, object, attributes);
    dictSetStr(vm, makeMembersAside(vm, attributes), name, value);
}

bool memberDelete(Vm& vm, Object* object, Attributes& attributes, Str* name) {
    if (memberGet(attributes, name).isUnbound()) return false;
    const Ptr<Dict> dict = instanceDict(vm, object, attributes);
    return dictDeleteStr(vm, membersAside(attributes), name);
}

void growAttributes(Vm& vm, Attributes& attributes) {
    const std::uint32_t capacity = attributes.capacity == 0 ? 4 : attributes.capacity * 2;
    vm.heap.exchangeExternal(attributes.capacity * sizeof(Value), capacity * sizeof(Value));
    attributes.slots =
        static_cast<Value*>(std::realloc(attributes.slots, capacity * sizeof(Value)));
    attributes.capacity = capacity;
}

namespace {
void freeSlots(Heap& heap, Attributes& attributes) {
    heap.exchangeExternal(attributes.capacity * sizeof(Value), 0);
    std::free(attributes.slots);
    attributes.slots = nullptr;
    attributes.capacity = 0;
}
}  // namespace

bool instanceDelete(Vm& vm, Object* object, Attributes& attributes, Str* name) {
    if (instanceGet(attributes, name).isUnbound()) return false;
    return dictDeleteStr(vm, instanceDict(vm, object, attributes).get(), name);
}

Ptr<Dict> instanceDict(Vm& vm, Object* object, Attributes& attributes) {
    if (!attributes.dict) {
        Attributes old = std::exchange(attributes, Attributes());
        attributes.dict = makeDict(vm).detach();
        for (std::uint32_t i = 0; old.shape && i < old.shape->count; ++i) {
            Str* name = old.shape->table[i];
            Dict* into = namesMember(object->type, name) ? makeMembersAside(vm, attributes)
                                                         : attributes.dict;
            dictSetStr(vm, into, name, old.slots[i]);
            release(old.slots[i]);
        }
        freeSlots(vm.heap, old);
    }
    return Ptr<Dict>(attributes.dict);
}

namespace {
void eachInDict(const Dict* dict, void (*visit)(void*, Str*, Value), void* context) {
    std::uint32_t position = 0;
    Value key, value;
    while (dictNext(dict, position, key, value)) {
        if (isStr(key)) visit(context, key.as<Str>(), value);
    }
}
}  // namespace

void instanceEach(const Attributes& attributes, void (*visit)(void*, Str*, Value), void* context) {
    if (attributes.shape) {
        for (std::uint32_t i = 0; i < attributes.shape->count; ++i) {
            visit(context, attributes.shape->table[i], attributes.slots[i]);
        }
    } else if (attributes.dict) {
        eachInDict(attributes.dict, visit, context);
        if (const Dict* members = membersAside(attributes)) eachInDict(members, visit, context);
    }
}

void clearAttributes(Attributes& attributes) {
    // Emptied before anything is released: a dying value may look at this object.
    Attributes old = std::exchange(attributes, Attributes());
    if (old.shape) {
        for (std::uint32_t i = 0; i < old.shape->count; ++i) release(old.slots[i]);
        freeSlots(old.shape->type->vm->heap, old);
    } else if (old.dict) {
        if (old.slots) {
            release(old.slots[0]);
            freeSlots(old.dict->type->vm->heap, old);
        }
        release(static_cast<Object*>(old.dict));
    }
}

Value lookupInType(Vm& vm, Type* type, Str* name) {
    TypeLookupCache::Entry& entry = vm.lookupCache.at(type->version, name);
    if (entry.version == type->version && entry.name == name) return entry.value;
    Value found;
    for (Type* each : type->mro) {
        found = dictGetStr(each->dict, name);
        if (!found.isUnbound()) break;
    }
    if (name->isInterned()) entry = {type->version, name, found};
    return found;
}

Ref bindAttribute(Vm& vm, Value found, Value instance, Type* owner) {
    if (found.isObject()) {
        if (auto* get = found.object->type->slots.descriptorGet)
            return get(vm, found, instance, owner);
    }
    return found;
}

Ref genericGetAttribute(Vm& vm, Value object, Str* name) {
    if (!name->isInterned()) name = vm.intern(name);  // shapes and caches compare names by identity
    Type* type = vm.typeOf(object);
    Value found = lookupInType(vm, type, name);
    // A descriptor that can only be set or deleted does not come before the instance's own.
    if (found.isObject() && found.object->type->slots.descriptorSet &&
        found.object->type->slots.descriptorGet) {
        Ref keep(found);
        return bindAttribute(vm, found, object, type);
    }
    if (object.isObject()) {
        if (Attributes* attributes = type->attributesOf(object.object)) {
            Value own = instanceGet(*attributes, name);
            if (!own.isUnbound()) return own;
        }
    }
    if (found.isUnbound()) return {};
    Ref keep(found);
    return bindAttribute(vm, found, object, type);
}

namespace {

Raised raiseNoAttribute(Vm& vm, Value object, Str* name) {
    std::string message;
    if (isType(object)) {
        message = fmt::format("type object '{}' has no attribute '{}'",
                              object.as<Type>()->nameView(), name->view());
    } else if (object.is(vm.types.module)) {
        const auto* module = object.as<Module>();
        message = module->initializing ? fmt::format(
                                             "partially initialized module '{}' has no attribute "
                                             "'{}' (most likely due to a circular import)",
                                             module->name->view(), name->view())
                                       : fmt::format("module '{}' has no attribute '{}'",
                                                     module->name->view(), name->view());
    } else {
        message = fmt::format("'{}' object has no attribute '{}'", vm.typeOf(object)->nameView(),
                              name->view());
    }
    Ptr<Exception> exception = makeException(vm, vm.exc.AttributeError, message);
    exception->value = Ref(Value(name));
    exception->object = Ref(object);
    return raiseException(vm, std::move(exception));
}

/// set_attribute_error_context: an AttributeError of the program's own, which does not say what it
/// is about, learns it, so that the traceback can suggest another name.
void tellWhatWasMissed(Vm& vm, Value object, Str* name) {
    if (vm.stopped() || !vm.pending || !vm.pending->type->isSubtypeOf(vm.exc.AttributeError))
        return;
    if (!vm.pending->value.isUnbound() || !vm.pending->object.isUnbound()) return;
    vm.pending->value = Ref(Value(name));
    vm.pending->object = Ref(object);
}

}  // namespace

Ref findAttribute(Vm& vm, Value object, Str* name) {
    Type* type = vm.typeOf(object);
    if (auto* get = type->slots.getAttribute) {
        Ref result = get(vm, object, name);
        if (result.isRaised() && !vm.stopped() && swallow(vm, vm.exc.AttributeError)) return {};
        return result;
    }
    Ref result = genericGetAttribute(vm, object, name);
    if (result.isRaised() && !vm.stopped() && swallow(vm, vm.exc.AttributeError)) return {};
    return result;
}

Ref getAttribute(Vm& vm, Value object, Str* name) {
    Type* type = vm.typeOf(object);
    auto* get = type->slots.getAttribute;
    Ref result = get ? get(vm, object, name) : genericGetAttribute(vm, object, name);
    if (result.isUnbound()) return raiseNoAttribute(vm, object, name);
    if (result.isRaised()) tellWhatWasMissed(vm, object, name);
    return result;
}

Status genericSetAttribute(Vm& vm, Value object, Str* name, Value value) {
    Type* type = vm.typeOf(object);
    Value found = lookupInType(vm, type, name);
    if (found.isObject() && found.object->type->slots.descriptorSet) {
        Ref keep(found);
        return found.object->type->slots.descriptorSet(vm, found, object, value);
    }
    const bool open = object.isObject() && (type->typeFlags & kTypeWithoutDict) == 0;
    Attributes* attributes = open ? type->attributesOf(object.object) : nullptr;
    if (!attributes) {
        if (found.isUnbound()) return raiseNoAttribute(vm, object, name);
        return raise(
            vm, vm.exc.AttributeError,
            fmt::format("'{}' object attribute '{}' is read-only", type->nameView(), name->view()));
    }
    name = vm.intern(name);
    if (value.isUnbound()) {
        if (!instanceDelete(vm, object.object, *attributes, name)) {
            Ptr<Exception> exception = makeException(
                vm, vm.exc.AttributeError,
                fmt::format("'{}' object has no attribute '{}'", type->nameView(), name->view()));
            exception->value = Ref(Value(name));
            exception->object = Ref(object);
            return raiseException(vm, std::move(exception));
        }
        return kDone;
    }
    instanceSet(vm, object.object, *attributes, name, value);
    return kDone;
}

Status setAttribute(Vm& vm, Value object, Str* name, Value value) {
    auto* set = vm.typeOf(object)->slots.setAttribute;
    return set ? set(vm, object, name, value) : genericSetAttribute(vm, object, name, value);
}

Ref lookupSpecial(Vm& vm, Value self, Str* name) {
    Type* type = vm.typeOf(self);
    Value found = lookupInType(vm, type, name);
    if (found.isUnbound()) return {};
    Ref keep(found);
    return bindAttribute(vm, found, self, type);
}

}  // namespace coroscope::runtime
