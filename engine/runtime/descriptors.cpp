// property, staticmethod, classmethod, getters of native types: Objects/descrobject.c
// and Objects/funcobject.c.
#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

/// An attribute of a native type, or (with no getter) one that `__slots__` names: a member, which
/// lives among the instance's attributes.
struct GetSet : Object {
    Getter getter = nullptr;
    Setter setter = nullptr;
    Str* name = nullptr;       ///< interned
    Str* ownerName = nullptr;  ///< interned
    Type* owner = nullptr;     ///< only to be compared: the descriptor can outlive a class

    [[nodiscard]] bool isMember() const { return getter == nullptr; }
};

/// descr_check: it is for the instances of its type alone, as whose C++ struct it would read
/// others.
Status checkInstance(Vm& vm, const GetSet* member, Value instance) {
    if (vm.typeOf(instance)->isSubtypeOf(member->owner)) return kDone;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                             member->name->view(), member->ownerName->view(),
                             vm.typeOf(instance)->nameView()));
}

Ref getSetGet(Vm& vm, Value self, Value instance, Type*) {
    if (instance.isUnbound()) return self;
    auto* descriptor = self.as<GetSet>();
    CORO_TRY(checkInstance(vm, descriptor, instance));
    if (!descriptor->isMember()) return descriptor->getter(vm, instance);
    Ref value = memberGet(*vm.typeOf(instance)->attributesOf(instance.object), descriptor->name);
    if (!value.isUnbound()) return value;
    return raise(vm, vm.exc.AttributeError,
                 fmt::format("'{}' object has no attribute '{}'", vm.typeOf(instance)->nameView(),
                             descriptor->name->view()));
}

Status getSetSet(Vm& vm, Value self, Value instance, Value value) {
    auto* descriptor = self.as<GetSet>();
    CORO_TRY(checkInstance(vm, descriptor, instance));
    if (descriptor->isMember()) {
        Attributes& attributes = *vm.typeOf(instance)->attributesOf(instance.object);
        if (!value.isUnbound()) {
            memberSet(vm, instance.object, attributes, descriptor->name, value);
        } else if (!memberDelete(vm, instance.object, attributes, descriptor->name)) {
            return raise(vm, vm.exc.AttributeError, descriptor->name->view());
        }
        return kDone;
    }
    if (!descriptor->setter) {
        return raise(vm, vm.exc.AttributeError,
                     fmt::format("attribute '{}' of '{}' objects is not writable",
                                 descriptor->name->view(), descriptor->ownerName->view()));
    }
    return descriptor->setter(vm, instance, value);
}

/// The type of members; `types` has its name for it.
constexpr std::string_view kMemberTypeName = "MemberDescriptorType";

/// What describes the descriptors themselves.
void addDescriptions(Vm& vm, Type* type) {
    addGetter(vm, type, "__name__",
              [](Vm&, Value self) { return Ref(Value(self.as<GetSet>()->name)); });
    addGetter(vm, type, "__qualname__", [](Vm& v, Value self) {
        return newStr(v, fmt::format("{}.{}", self.as<GetSet>()->ownerName->view(),
                                     self.as<GetSet>()->name->view()));
    });
}

Ref getSetRepr(Vm& vm, Value self) {
    auto* descriptor = self.as<GetSet>();
    return newStr(vm, fmt::format("<{} '{}' of '{}' objects>",
                                  descriptor->isMember() ? "member" : "attribute",
                                  descriptor->name->view(), descriptor->ownerName->view()));
}

// --- property ----------------------------------------------------------------------------------

struct Property : Object {
    Ref getter = Ref::none(), setter = Ref::none(), deleter = Ref::none(), doc = Ref::none();
    Ref name;
};

Ref propertyConstruct(Vm& vm, Type* type, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"fget", "fset", "fdel", "doc"};
    Value values[4];
    CORO_TRY(bindArguments(vm, "property", a, kNames, 0, 4, values));
    Ptr<Property> property = makeInstance<Property>(vm, type);
    if (!values[0].isUnbound()) property->getter = values[0];
    if (!values[1].isUnbound()) property->setter = values[1];
    if (!values[2].isUnbound()) property->deleter = values[2];
    if (!values[3].isUnbound()) {
        property->doc = values[3];
    } else if (!property->getter.isNone()) {
        Ref doc = CORO_TRY(findAttribute(vm, property->getter, vm.names.__doc__));
        if (!doc.isUnbound()) property->doc = doc;
    }
    return std::move(property).toRef();
}

Raised raiseNoAccessor(Vm& vm, Property* property, Value instance, std::string_view accessor) {
    if (isStr(property->name)) {
        return raise(vm, vm.exc.AttributeError,
                     fmt::format("property {} of '{}' object has no {}",
                                 CORO_TRY(reprText(vm, property->name)),
                                 vm.typeOf(instance)->qualifiedName->view(), accessor));
    }
    return raise(vm, vm.exc.AttributeError,
                 fmt::format("property of '{}' object has no {}",
                             vm.typeOf(instance)->qualifiedName->view(), accessor));
}

Ref propertyGet(Vm& vm, Value self, Value instance, Type*) {
    if (instance.isUnbound()) return self;
    auto* property = self.as<Property>();
    if (property->getter.isNone()) return raiseNoAccessor(vm, property, instance, "getter");
    return vm.call(property->getter, {instance});
}

Status propertySet(Vm& vm, Value self, Value instance, Value value) {
    auto* property = self.as<Property>();
    const Ref& accessor = value.isUnbound() ? property->deleter : property->setter;
    if (accessor.isNone())
        return raiseNoAccessor(vm, property, instance, value.isUnbound() ? "deleter" : "setter");
    if (value.isUnbound()) {
        CORO_TRY(vm.call(accessor, {instance}));
    } else {
        CORO_TRY(vm.call(accessor, {instance, value}));
    }
    return kDone;
}

template <Ref Property::*kField>
Ref propertyWith(Vm& vm, const Arguments& a) {
    auto* from = a[0].as<Property>();
    Ptr<Property> copy = makeInstance<Property>(vm, from->type);
    copy->getter = from->getter;
    copy->setter = from->setter;
    copy->deleter = from->deleter;
    copy->doc = from->doc;
    copy->name = from->name;
    copy.get()->*kField = Ref(a[1]);
    return std::move(copy).toRef();
}

// --- staticmethod and classmethod -----------------------------------------------------------

struct MethodWrapper : Object {
    Attributes attributes;
    Ref function;
};

Ref wrapperConstruct(Vm& vm, Type* type, const Arguments& a) {
    if (a.positional != 1 || a.keywords) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{} expected 1 argument, got {}", type->nameView(), a.positional));
    }
    Ptr<MethodWrapper> wrapper = makeInstance<MethodWrapper>(vm, type);
    wrapper->function = a[0];
    return std::move(wrapper).toRef();
}

Ref staticGet(Vm&, Value self, Value, Type*) { return self.as<MethodWrapper>()->function; }

/// classmethod_get: a native class method makes instances of its own type's C++ struct, so that it
/// is for the classes below that alone.
Ref bindToClass(Vm& vm, const NativeFunction* native, Type* type) {
    if (type->isSubtypeOf(native->owner)) return bindNative(vm, native, Value(type));
    return raise(vm, vm.exc.TypeError,
                 fmt::format("descriptor '{}' requires a subtype of '{}' but received '{}'",
                             native->name->view(), native->owner->nameView(), type->nameView()));
}

Ref classGet(Vm& vm, Value self, Value instance, Type* owner) {
    Type* type = owner ? owner : vm.typeOf(instance);
    const Ref& function = self.as<MethodWrapper>()->function;
    if (function.is(vm.types.nativeFunction) && function.as<NativeFunction>()->owner)
        return bindToClass(vm, function.as<NativeFunction>(), type);
    if (function.is(vm.types.function)) return bindMethod(vm, function, Value(type));
    if (function.isObject() && function.as<Object>()->type->slots.descriptorGet) {
        const Nesting nesting(vm);
        if (nesting.isTooDeep()) return raiseTooDeep(vm);
        return function.as<Object>()->type->slots.descriptorGet(vm, function, Value(type),
                                                                vm.types.type);
    }
    return bindMethod(vm, function, Value(type));
}

Ref wrapperRepr(Vm& vm, Value self) {
    return newStr(vm, fmt::format("<{}({})>", vm.typeOf(self)->nameView(),
                                  CORO_TRY(reprText(vm, self.as<MethodWrapper>()->function))));
}

}  // namespace

void addGetter(Vm& vm, Type* type, std::string_view name, Getter getter, Setter setter) {
    Ptr<GetSet> descriptor = vm.heap.make<GetSet>(vm.types.getSet);
    descriptor->getter = getter;
    descriptor->setter = setter;
    descriptor->name = vm.intern(name);
    descriptor->ownerName = vm.intern(type->nameView());
    descriptor->owner = type;
    dictSetStr(vm, type->dict, descriptor->name, descriptor.value());
    touchType(vm, type);
}

namespace {

constexpr char kName[] = "__name__", kQualname[] = "__qualname__", kModule[] = "__module__",
               kAnnotations[] = "__annotations__";

/// functools_wraps: what it wraps tells its name, its annotations and the like.
template <const char* name>
void addWrapped(Vm& vm, Type* type) {
    addGetter(vm, type, name, [](Vm& v, Value self) {
        return getAttribute(v, self.as<MethodWrapper>()->function, v.intern(name));
    });
}

}  // namespace

void addMember(Vm& vm, Type* type, std::string_view name) {
    addGetter(vm, type, name, nullptr, nullptr);
    dictGetStr(type->dict, vm.intern(name)).object->type =
        dictGetStr(vm.privates.get(), vm.intern(kMemberTypeName)).as<Type>();
}

bool isMember(Value value) {
    return value.isObject() && value.object->type->slots.descriptorGet == getSetGet &&
           value.as<GetSet>()->isMember();
}

void initDescriptorTypes(Vm& vm) {
    Slots getSet;
    getSet.destroy = destroyAs<GetSet>;
    getSet.descriptorGet = getSetGet;
    getSet.descriptorSet = getSetSet;
    getSet.repr = getSetRepr;
    readyType(vm, vm.types.getSet, nullptr, kTypeIsFinal | kTypeNoConstruct, sizeof(GetSet), 0,
              getSet);

    Slots property;
    property.destroy = destroyAs<Property>;
    property.traverse = traverseMembers<&Property::getter, &Property::setter, &Property::deleter,
                                        &Property::doc, &Property::name>;
    property.construct = propertyConstruct;
    property.init = [](Vm&, Value, const Arguments&) -> Status { return kDone; };
    property.descriptorGet = propertyGet;
    property.descriptorSet = propertySet;
    readyType(vm, vm.types.property, nullptr, 0, sizeof(Property), 0, property);

    const std::uint32_t offset = offsetOfAttributes(&MethodWrapper::attributes);
    Slots wrapper;
    wrapper.destroy = destroyAs<MethodWrapper>;
    wrapper.traverse = traverseMembers<&MethodWrapper::function>;
    wrapper.construct = wrapperConstruct;
    wrapper.init = [](Vm&, Value, const Arguments&) -> Status { return kDone; };
    wrapper.repr = wrapperRepr;
    Slots static_ = wrapper;
    static_.descriptorGet = staticGet;
    static_.call = [](Vm& v, Value self, const Arguments& a) {
        return v.call(self.as<MethodWrapper>()->function, a);
    };
    readyType(vm, vm.types.staticMethod, nullptr, 0, sizeof(MethodWrapper), offset, static_);
    Slots class_ = wrapper;
    class_.descriptorGet = classGet;
    readyType(vm, vm.types.classMethod, nullptr, 0, sizeof(MethodWrapper), offset, class_);
}

void initDescriptorMembers(Vm& vm) {
    TypeSpec member;
    member.name = "member_descriptor";
    member.flags = kTypeIsFinal | kTypeNoConstruct;
    member.instanceBytes = sizeof(GetSet);
    member.slots = vm.types.getSet->slots;
    Type* memberType = makeType(vm, member);
    setValue(vm, vm.privates.get(), kMemberTypeName, Value(memberType));
    addDescriptions(vm, memberType);
    addDescriptions(vm, vm.types.getSet);

    Type* property = vm.types.property;
    addMethod(vm, property, "getter", propertyWith<&Property::getter>, 2, 2);
    addMethod(vm, property, "setter", propertyWith<&Property::setter>, 2, 2);
    addMethod(vm, property, "deleter", propertyWith<&Property::deleter>, 2, 2);
    addMethod(
        vm, property, "__set_name__",
        [](Vm&, const Arguments& a) -> Ref {
            a[0].as<Property>()->name = Ref(a[2]);
            return Ref::none();
        },
        3, 3);
    addGetter(vm, property, "fget", [](Vm&, Value self) { return self.as<Property>()->getter; });
    addGetter(vm, property, "fset", [](Vm&, Value self) { return self.as<Property>()->setter; });
    addGetter(vm, property, "fdel", [](Vm&, Value self) { return self.as<Property>()->deleter; });
    addGetter(
        vm, property, "__doc__", [](Vm&, Value self) { return self.as<Property>()->doc; },
        [](Vm&, Value self, Value value) -> Status {
            self.as<Property>()->doc = Ref(value);
            return kDone;
        });
    for (Type* type : {vm.types.staticMethod, vm.types.classMethod}) {
        addWrapped<kName>(vm, type);
        addWrapped<kQualname>(vm, type);
        addWrapped<kModule>(vm, type);
        addWrapped<kAnnotations>(vm, type);
        addGetter(vm, type, "__func__",
                  [](Vm&, Value self) { return self.as<MethodWrapper>()->function; });
        addGetter(vm, type, "__wrapped__",
                  [](Vm&, Value self) { return self.as<MethodWrapper>()->function; });
    }
}

}  // namespace coroscope::runtime
