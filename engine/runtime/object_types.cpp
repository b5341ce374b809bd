// `object` and `type` themselves: Objects/typeobject.c.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "engine/runtime/class_layout.h"
#include "engine/runtime/listed_names.h"
#include "engine/runtime/native.h"
#include "engine/runtime/object_protocols.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/list_internal.h"
#include "engine/runtime/types/mapping_proxy.h"
#include "engine/runtime/types_internal.h"
#include "engine/runtime/weak_references.h"

namespace coroscope::runtime {

namespace {

/// `__main__.Name`, or plain for builtins.
std::string qualifiedTypeName(Vm& vm, Type* type) {
    const Value module = lookupInType(vm, type, vm.names.__module__);
    if (!isStr(module) || viewOf(module) == "builtins")
        return std::string(type->qualifiedName->view());
    return fmt::format("{}.{}", viewOf(module), type->qualifiedName->view());
}

}  // namespace

Ref objectRepr(Vm& vm, Value self) {
    return newStr(vm, fmt::format("<{} object at {:#x}>", qualifiedTypeName(vm, vm.typeOf(self)),
                                  vm.idOf(self)));
}

Ref objectConstruct(Vm& vm, Type* type, const Arguments& arguments) {
    if (arguments.total() > 0) {
        const Slots& object = vm.types.object->slots;
        if (type->slots.construct != object.construct) {
            return raise(vm, vm.exc.TypeError,
                         "object.__new__() takes exactly one argument (the type to instantiate)");
        }
        if (type->slots.init == object.init) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{}() takes no arguments", type->nameView()));
        }
    }
    Ptr<Object> made = makeInstance<Object>(vm, type);
    if (type->has(kTypeHasFinalizer)) [[unlikely]]
        made->flags |= vm.nextBirth();
    return std::move(made).toRef();
}

Status objectInit(Vm& vm, Value self, const Arguments& arguments) {
    if (arguments.total() > 0) {
        Type* type = vm.typeOf(self);
        const Slots& object = vm.types.object->slots;
        if (type->slots.init != object.init) {
            return raise(
                vm, vm.exc.TypeError,
                "object.__init__() takes exactly one argument (the instance to initialize)");
        }
        if (type->slots.construct == object.construct) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{}() takes no arguments", type->nameView()));
        }
    }
    return kDone;
}

Ref getInstanceDict(Vm& vm, Value self) {
    if (self.isObject()) {
        Type* type = self.object->type;
        Attributes* attributes =
            (type->typeFlags & kTypeWithoutDict) == 0 ? type->attributesOf(self.object) : nullptr;
        if (attributes) return instanceDict(vm, self.object, *attributes).toRef();
    }
    return raise(
        vm, vm.exc.AttributeError,
        fmt::format("'{}' object has no attribute '__dict__'", vm.typeOf(self)->nameView()));
}

/// The latest weak reference to it, or None; of a class whose instances have that, the descriptor.
Ref getWeakReference(Vm& vm, Value self) {
    if (isType(self) && hasWeakReferences(self.as<Type>()))
        return Ref(lookupInType(vm, self.as<Type>(), vm.intern("__weakref__")));
    if (!hasWeakReferences(vm.typeOf(self))) {
        return raise(
            vm, vm.exc.AttributeError,
            fmt::format("'{}' object has no attribute '__weakref__'", vm.typeOf(self)->nameView()));
    }
    WeakReference* latest = vm.weakReferencesTo(self.object);
    return latest ? Ref(Value(latest)) : Ref::none();
}

Status setInstanceDict(Vm& vm, Value self, Value value) {
    Type* type = vm.typeOf(self);
    Attributes* attributes = self.isObject() && (type->typeFlags & kTypeWithoutDict) == 0
                                 ? type->attributesOf(self.object)
                                 : nullptr;
    if (!attributes)
        return raise(vm, vm.exc.AttributeError,
                     fmt::format("'{}' object has no attribute '__dict__'", type->nameView()));
    if (value.isUnbound() && !type->has(kTypeIsClass))
        return raise(vm, vm.exc.TypeError, "cannot delete __dict__");
    if (!value.isUnbound() && !value.is(vm.types.dict)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("__dict__ must be set to a dictionary, not a '{}'",
                                 vm.typeOf(value)->nameView()));
    }
    const Ptr<Dict> before = instanceDict(vm, self.object, *attributes);  // apart from members
    const Ptr<Dict> after = value.isUnbound() ? makeDict(vm) : Ptr<Dict>(value.as<Dict>());
    release(static_cast<Object*>(std::exchange(attributes->dict, Ptr<Dict>(after).detach())));
    return kDone;
}

namespace {

Ref objectCompare(Vm& vm, Value self, Value other, Comparison op) {
    if (op == Comparison::Equal)
        return self.identical(other) ? Ref::boolean(true) : Ref::notImplemented();
    if (op == Comparison::NotEqual) {
        auto* slot = vm.typeOf(self)->slots.compare;
        if (!slot || slot == objectCompare)
            return self.identical(other) ? Ref::boolean(false) : Ref::notImplemented();
        Ref equals = CORO_TRY(slot(vm, self, other, Comparison::Equal));
        if (equals.isNotImplemented()) return equals;
        return Ref::boolean(!CORO_TRY(truth(vm, equals)));
    }
    return Ref::notImplemented();
}

Outcome<std::int64_t> objectHash(Vm& vm, Value self) { return vm.idOf(self) >> 4; }

void destroyPlain(Object* object) { destroyAs<Object>(object); }

Ref objectFormat(Vm& vm, const Arguments& a) {
    if (!isStr(a[1])) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("__format__() argument must be str, not {}", vm.typeOf(a[1])->nameView()));
    }
    if (!viewOf(a[1]).empty()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("unsupported format string passed to {}.__format__",
                                 vm.typeOf(a[0])->nameView()));
    }
    return str(vm, a[0]);
}

Ref objectInitSubclass(Vm& vm, const Arguments& a) {
    if (a.total() > 1 || a.keywords) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}.__init_subclass__() takes no keyword arguments",
                                 a[0].as<Type>()->qualifiedName->view()));
    }
    return Ref::none();
}

/// Names an object knows, sorted: what dir() gives.
Ref objectDir(Vm& vm, const Arguments& a) {
    Ptr<Dict> names = makeDict(vm);
    CORO_TRY(collectNames(vm, a[0], names.get()));
    Ref listed = CORO_TRY(listFromIterable(vm, names.value()));
    CORO_TRY(listSort(vm, listed.as<List>(), Value(), false));
    return listed;
}

/// type_set_name, type_set_qualname.
Status checkNewName(Vm& vm, const Type* type, std::string_view which, Value value) {
    if (value.isUnbound()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("cannot delete '{}' attribute of immutable type '{}'", which,
                                 type->nameView()));
    }
    if (isStr(value)) return kDone;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("can only assign string to {}.{}, not '{}'", type->nameView(), which,
                             vm.typeOf(value)->nameView()));
}

Ref getClass(Vm& vm, Value self) { return Value(vm.typeOf(self)); }

/// object_set_class: the object becomes an instance of another class of the scenario's, if that
/// keeps its attributes in the same way.
Status setClass(Vm& vm, Value self, Value value) {
    if (value.isUnbound()) return raise(vm, vm.exc.TypeError, "can't delete __class__ attribute");
    if (!isType(value)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("__class__ must be set to a class, not '{}' object",
                                 vm.typeOf(value)->nameView()));
    }
    Type* before = vm.typeOf(self);
    auto* after = value.as<Type>();
    if (!before->has(kTypeIsClass) || !after->has(kTypeIsClass)) {
        return raise(vm, vm.exc.TypeError,
                     "__class__ assignment only supported for mutable types or ModuleType "
                     "subclasses");
    }
    if (!haveSameLayout(before, after)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("__class__ assignment: '{}' object layout differs from '{}'",
                                 after->nameView(), before->nameView()));
    }
    // Shapes belong to a class.
    if (Attributes* attributes = before->attributesOf(self.object))
        static_cast<void>(instanceDict(vm, self.object, *attributes));
    retain(value);
    self.object->type = after;
    releaseInstanceType(before);
    return kDone;
}

// --- type ------------------------------------------------------------------------------------

Ref typeRepr(Vm& vm, Value self) {
    return newStr(vm, fmt::format("<class '{}'>", qualifiedTypeName(vm, self.as<Type>())));
}

/// type_getattro: the metatype's data descriptors, then the class's own MRO, then the rest.
Ref typeGetAttribute(Vm& vm, Value self, Str* name) {
    if (!name->isInterned()) name = vm.intern(name);
    Type* type = self.as<Type>();
    Type* meta = type->type;
    Value fromMeta = lookupInType(vm, meta, name);
    if (fromMeta.isObject() && fromMeta.object->type->slots.descriptorSet &&
        fromMeta.object->type->slots.descriptorGet)
        return bindAttribute(vm, fromMeta, self, meta);
    Value found = lookupInType(vm, type, name);
    if (!found.isUnbound()) {
        Ref keep(found);
        return bindAttribute(vm, found, Value(), type);
    }
    if (!fromMeta.isUnbound()) return bindAttribute(vm, fromMeta, self, meta);
    return {};
}

Status typeSetAttribute(Vm& vm, Value self, Str* name, Value value) {
    Value fromMeta = lookupInType(vm, self.object->type, name);
    if (fromMeta.isObject() && fromMeta.object->type->slots.descriptorSet &&
        self.as<Type>()->has(kTypeIsClass)) {
        return fromMeta.object->type->slots.descriptorSet(vm, fromMeta, self, value);
    }
    return setTypeAttribute(vm, self.as<Type>(), name, value);
}

Ref typeOr(Vm& vm, Operator op, Value left, Value right) {
    // `int | None` in annotations: a tuple of alternatives prints and tests like a union.
    if (op != Operator::Or) return Ref::notImplemented();
    Value maker = dictGetStr(vm.privates.get(), vm.intern("UnionType"));
    if (maker.isUnbound()) return Ref::notImplemented();
    return vm.call(maker, {left, right});
}

Ref typeMro(Vm& vm, Value self) {
    Ptr<Tuple> tuple = makeTuple(vm, static_cast<std::uint32_t>(self.as<Type>()->mro.size()));
    for (std::size_t i = 0; i < self.as<Type>()->mro.size(); ++i)
        tuple->items()[i] = Ref(Value(self.as<Type>()->mro[i])).detach();
    return std::move(tuple).toRef();
}

Ref typeDoc(Vm& vm, Value self) {
    Value doc = dictGetStr(self.as<Type>()->dict, vm.names.__doc__);
    if (doc.isUnbound()) return Ref::none();
    return bindAttribute(vm, doc, Value(), self.as<Type>());
}

/// type_new: type(name, bases, namespace, **keywords), for `type` itself or a metaclass.
Ref typeConstruct(Vm& vm, Type* asked, const Arguments& a) {
    if (a.positional != 3) return raise(vm, vm.exc.TypeError, "type() takes 1 or 3 arguments");
    const auto wrong = [&](int position, std::string_view wanted) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("type.__new__() argument {} must be {}, not {}", position, wanted,
                        vm.typeOf(a[static_cast<std::uint32_t>(position - 1)])->nameView()));
    };
    if (!isStr(a[0])) return wrong(1, "str");
    if (!hasFlag(a[1], kTypeIsTuple)) return wrong(2, "tuple");
    if (!hasFlag(a[2], kTypeIsDict)) return wrong(3, "dict");
    Tuple* bases = a[1].as<Tuple>();
    Type* meta = CORO_TRY(metaclassOf(vm, asked, bases->span()));
    // A base's metaclass with a __new__ of its own has the say.
    if (meta != asked && meta->slots.construct != typeConstruct)
        return meta->slots.construct(vm, meta, a);
    const Arguments keywords{a.values + a.positional, 0, a.keywords, a.keywordNames};
    return makeClass(vm, meta, a[0].as<Str>(), Ptr<Tuple>(bases), dictCopy(vm, a[2].as<Dict>()),
                     keywords);
}

/// type.__prepare__(name, bases, **keywords)
Ref typePrepare(Vm& vm, const Arguments&) { return makeDict(vm).toRef(); }

}  // namespace

namespace {

/// Is the type there for the program? Those of modules that are native here are made before
/// anything imports the module.
bool isThere(Vm& vm, const Type* type) {
    const Value module = dictGetStr(type->dict, vm.names.__module__);
    if (type->has(kTypeIsClass) || !isStr(module)) return true;
    const std::string_view name = viewOf(module);
    return !dictGetStr(vm.modules.get(), vm.intern(name.substr(0, name.find('.')))).isUnbound();
}

}  // namespace

void initObjectTypes(Vm& vm) {
    Slots object;
    object.destroy = destroyPlain;
    object.repr = objectRepr;
    object.str = repr;
    object.hash = objectHash;
    object.compare = objectCompare;
    object.construct = objectConstruct;
    object.init = objectInit;
    readyType(vm, vm.types.object, nullptr, 0, sizeof(Object), 0, object);
    Slots type;
    type.destroy = destroyType;
    type.traverse = traverseType;
    type.repr = typeRepr;
    type.call = typeCall;
    type.getAttribute = typeGetAttribute;
    type.setAttribute = typeSetAttribute;
    type.construct = typeConstruct;
    type.binary = typeOr;
    type.init = [](Vm&, Value, const Arguments&) -> Status { return kDone; };
    readyType(vm, vm.types.type, nullptr, kTypeIsType, sizeof(Type), 0, type);
}

void initObjectMembers(Vm& vm) {
    Type* object = vm.types.object;
    addGetter(vm, object, "__class__", getClass, setClass);
    addGetter(vm, object, "__dict__", getInstanceDict, setInstanceDict);
    addGetter(vm, object, "__weakref__", getWeakReference);
    addObjectProtocols(vm);
    addMethod(vm, object, "__format__", objectFormat, 2, 2);
    addMethod(vm, object, "__dir__", objectDir, 1, 1);
    addClassMethod(vm, object, "__init_subclass__", objectInitSubclass, 1, 1, kKeywords);
    setValue(vm, object->dict, "__doc__", Value::none());

    Type* type = vm.types.type;
    addClassMethod(vm, type, "__prepare__", typePrepare, 1, kAnyCount, kKeywords);
    addGetter(
        vm, type, "__name__", [](Vm&, Value self) { return Ref(Value(self.as<Type>()->name)); },
        [](Vm& v, Value self, Value value) -> Status {
            CORO_TRY(checkNewName(v, self.as<Type>(), "__name__", value));
            release(static_cast<Object*>(self.as<Type>()->name));
            self.as<Type>()->name = Ptr<Str>(value.as<Str>()).detach();
            return kDone;
        });
    addGetter(
        vm, type, "__qualname__",
        [](Vm&, Value self) { return Ref(Value(self.as<Type>()->qualifiedName)); },
        [](Vm& v, Value self, Value value) -> Status {
            CORO_TRY(checkNewName(v, self.as<Type>(), "__qualname__", value));
            release(static_cast<Object*>(self.as<Type>()->qualifiedName));
            self.as<Type>()->qualifiedName = Ptr<Str>(value.as<Str>()).detach();
            return kDone;
        });
    addGetter(
        vm, type, "__module__",
        [](Vm& v, Value self) {
            Value module = lookupInType(v, self.as<Type>(), v.names.__module__);
            return module.isUnbound() ? newStr(v, "builtins") : Ref(module);
        },
        [](Vm& v, Value self, Value value) {
            return setTypeAttribute(v, self.as<Type>(), v.names.__module__, value);
        });
    addGetter(
        vm, type, "__bases__", [](Vm&, Value self) { return Ref(Value(self.as<Type>()->bases)); },
        setBases);
    addGetter(vm, type, "__base__", [](Vm&, Value self) {
        Type* base = self.as<Type>()->base;
        return base ? Ref(Value(base)) : Ref::none();
    });
    addGetter(vm, type, "__mro__", typeMro);
    addGetter(vm, type, "__doc__", typeDoc, [](Vm& v, Value self, Value value) {
        return setTypeAttribute(v, self.as<Type>(), v.names.__doc__, value);
    });
    addGetter(vm, type, "__dict__",
              [](Vm& v, Value self) { return makeMappingProxy(v, self.as<Type>()->dict); });
    addMethod(
        vm, type, "mro",
        [](Vm& v, const Arguments& a) -> Ref {
            return listFromIterable(v, CORO_TRY(typeMro(v, a[0])));
        },
        1, 1);
    addMethod(
        vm, type, "__subclasses__",
        [](Vm& v, const Arguments& a) -> Ref {
            Ptr<List> list = makeList(v);
            for (Type* below : a[0].as<Type>()->subclasses) {
                auto bases = below->bases->span();
                const bool direct = std::any_of(bases.begin(), bases.end(), [&](Value base) {
                    return base.object == a[0].object;
                });
                if (direct && isThere(v, below)) CORO_TRY(listAppend(v, list.get(), Value(below)));
            }
            return std::move(list).toRef();
        },
        1, 1);
}

}  // namespace coroscope::runtime
