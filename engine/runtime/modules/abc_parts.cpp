// What abc and collections.abc need of the engine: classes that cannot be instantiated while they
// are abstract, and classes that know their instances by their methods (Lib/_collections_abc.py's
// __subclasshook__).
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

Outcome<bool> isMarkedAbstract(Vm& vm, Value value) {
    if (!value.isObject()) return false;
    Str* mark = vm.intern("__isabstractmethod__");
    for (Str* inner : {vm.names.func, vm.intern("fget")}) {
        if (value.is(vm.types.function)) break;
        Ref within = CORO_TRY(findAttribute(vm, value, inner));
        if (!within.isUnbound() && !within.isNone()) {
            Ref found = CORO_TRY(findAttribute(vm, within, mark));
            return !found.isUnbound() && CORO_TRY(truth(vm, found));
        }
    }
    Ref found = CORO_TRY(findAttribute(vm, value, mark));
    return !found.isUnbound() && CORO_TRY(truth(vm, found));
}

/// The names that are still abstract in a class, sorted; kept in its dict.
Ref abstractNames(Vm& vm, Type* type) {
    Str* key = vm.intern("__abstractmethods__");
    Value known = dictGetStr(type->dict, key);
    if (!known.isUnbound()) return known;
    std::vector<std::string> names;
    for (const Type* base : type->mro) {
        Ptr<Dict> members = dictCopy(vm, base->dict);
        std::uint32_t position = 0;
        Value name, value;
        while (base->has(kTypeIsClass) && dictNext(members.get(), position, name, value)) {
            if (!isStr(name) || !CORO_TRY(isMarkedAbstract(vm, value))) continue;
            Ref current(lookupInType(vm, type, name.as<Str>()));
            if (!current.get().identical(value)) continue;
            names.emplace_back(viewOf(name));
        }
    }
    std::sort(names.begin(), names.end());
    Ptr<Tuple> made = makeTuple(vm, static_cast<std::uint32_t>(names.size()));
    for (std::size_t i = 0; i < names.size(); ++i)
        made->items()[i] = Ref(Value(vm.intern(names[i]))).detach();
    dictSetStr(vm, type->dict, key, made.value());
    return std::move(made).toRef();
}

Ref getAbstractMethods(Vm& vm, Value self) {
    Ref names = CORO_TRY(abstractNames(vm, self.as<Type>()));
    if (!names.is(vm.types.tuple)) return names;  // the class has set them itself
    Ptr<Set> made = makeSet(vm, true);
    for (Value name : names.as<Tuple>()->span()) CORO_TRY(setAdd(vm, made.get(), name));
    return std::move(made).toRef();
}

/// Calling a class of this kind makes an instance, unless it is abstract.
Ref abcCall(Vm& vm, Value self, const Arguments& args) {
    auto* type = self.as<Type>();
    Ref names = CORO_TRY(abstractNames(vm, type));
    if (!names.is(vm.types.tuple) || names.as<Tuple>()->count == 0) return typeCall(vm, self, args);
    std::string list;
    for (Value name : names.as<Tuple>()->span())
        list += fmt::format("{}{}", list.empty() ? "" : ", ", viewOf(name));
    return raise(vm, vm.exc.TypeError,
                 fmt::format("Can't instantiate abstract class {} with abstract method{} {}",
                             type->nameView(), names.as<Tuple>()->count > 1 ? "s" : "", list));
}

/// Does the type have all methods that the abstract class asks for, or was it registered?
Outcome<bool> fits(Vm& vm, Type* abstract, Type* type) {
    // What is asked runs the scenario's code, which may register more and drop any of them.
    const Ref keepAbstract{Value(abstract)}, keepType{Value(type)};
    Ref hook(lookupInType(vm, abstract, vm.intern("__subclasshook__")));
    // That of object has nothing to say.
    if (!hook.get().identical(dictGetStr(vm.types.object->dict, vm.intern("__subclasshook__")))) {
        Ref bound = CORO_TRY(bindAttribute(vm, hook, Value(), abstract));
        Ref answer = CORO_TRY(vm.call(bound, {Value(type)}));
        if (!answer.isNotImplemented()) return truth(vm, answer);
    }
    if (type->isSubtypeOf(abstract)) return true;
    const Value registered = dictGetStr(abstract->dict, vm.intern("_registered"));
    if (hasFlag(registered, kTypeIsList)) {
        const Ptr<Tuple> each = makeTuple(vm, registered.as<List>()->span());
        for (Value other : each->span()) {
            if (CORO_TRY(isSubclass(vm, Value(type), other))) return true;
        }
    }
    const Value needs = dictGetStr(abstract->dict, vm.intern("_needs"));
    if (needs.is(vm.types.tuple) && needs.as<Tuple>()->count > 0) {
        const bool hasAll = std::ranges::all_of(needs.as<Tuple>()->span(), [&](Value name) {
            if (!isStr(name)) return false;
            const Value found = lookupInType(vm, type, vm.intern(name.as<Str>()));
            return !found.isUnbound() && !found.isNone();
        });
        if (hasAll) return true;
    }
    // What fits an abstract class derived from this one fits this one too.
    std::vector<Ref> derived;
    for (Type* below : abstract->subclasses) {
        if (Value(below->type).identical(Value(abstract->type))) derived.emplace_back(Value(below));
    }
    for (const Ref& below : derived) {
        if (CORO_TRY(fits(vm, below.as<Type>(), type))) return true;
    }
    return false;
}

Ref instanceCheck(Vm& vm, const Arguments& args) {
    return Ref::boolean(CORO_TRY(fits(vm, args[0].as<Type>(), vm.typeOf(args[1]))));
}

Ref subclassCheck(Vm& vm, const Arguments& args) {
    if (!isType(args[1])) return raise(vm, vm.exc.TypeError, "issubclass() arg 1 must be a class");
    return Ref::boolean(CORO_TRY(fits(vm, args[0].as<Type>(), args[1].as<Type>())));
}

/// cls.register(other): from now on `other` counts as a subclass.
Ref registerClass(Vm& vm, const Arguments& args) {
    Type* abstract = args[0].as<Type>();
    if (!isType(args[1])) return raise(vm, vm.exc.TypeError, "Can only register classes");
    if (CORO_TRY(isSubclass(vm, args[1], args[0]))) return args[1];
    if (CORO_TRY(isSubclass(vm, args[0], args[1])))
        return raise(vm, vm.exc.RuntimeError, "Refusing to create an inheritance cycle");
    Str* key = vm.intern("_registered");
    Ref list(dictGetStr(abstract->dict, key));
    if (!hasFlag(list, kTypeIsList)) {
        list = makeList(vm).toRef();
        CORO_TRY(setTypeAttribute(vm, abstract, key, list));
    }
    CORO_TRY(listAppend(vm, list.as<List>(), args[1]));
    return args[1];
}

/// make_abstract(cls, meta): gives a class the abstract kind of type.
Ref makeAbstract(Vm& vm, const Arguments& args) {
    if (!isType(args[0]) || !isType(args[1]) || args[0].as<Type>()->type->has(kTypeIsClass) ||
        !args[1].as<Type>()->has(kTypeIsType) || args[1].as<Type>()->has(kTypeIsClass))
        return raise(vm, vm.exc.TypeError, "a class and ABCMeta are needed");
    args[0].object->type = args[1].as<Type>();
    return args[0];
}

}  // namespace

Ref makeAbcParts(Vm& vm) {
    TypeSpec meta;
    meta.name = "abc.ABCMeta";
    meta.base = vm.types.type;
    meta.flags = kTypeIsType;
    meta.slots.call = abcCall;
    Type* metaType = makeType(vm, meta);
    addGetter(vm, metaType, "__abstractmethods__", getAbstractMethods);
    addMethod(vm, metaType, "__instancecheck__", instanceCheck, 2, 2);
    addMethod(vm, metaType, "__subclasscheck__", subclassCheck, 2, 2);
    addMethod(vm, metaType, "register", registerClass, 2, 2);
    TypeSpec base;
    base.name = "abc.ABC";
    Type* baseType = makeType(vm, base);
    baseType->type = metaType;
    Ptr<Module> module = makeModule(vm, "_abc");
    Dict* dict = module->dict.get();
    setValue(vm, dict, "ABCMeta", Value(metaType));
    setValue(vm, dict, "ABC", Value(baseType));
    addFunction(vm, dict, "make_abstract", makeAbstract, 2, 2);
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
