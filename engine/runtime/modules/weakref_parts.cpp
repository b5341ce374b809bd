// What weakref needs of the engine: references and proxies. The rest of the module is bundled
// Python.
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/list_internal.h"
#include "engine/runtime/types_internal.h"
#include "engine/runtime/weak_references.h"

namespace coroscope::runtime {

namespace {

void unlink(Vm& vm, WeakReference* reference) {
    if (reference->target == nullptr) return;
    if (reference->next) reference->next->previous = reference->previous;
    if (reference->previous)
        reference->previous->next = reference->next;
    else
        vm.weakReferencesTo(reference->target) = reference->next;
    reference->target = nullptr;
}

void destroyReference(Object* object) {
    Vm& vm = *object->type->vm;
    if (!vm.heap.tearingDown) unlink(vm, static_cast<WeakReference*>(object));
    destroyAs<WeakReference>(object);
}

/// weakref___new__, and proxy(): one without a callback is made once for each object.
Ref makeReference(Vm& vm, Type* type, Value target, Value callback) {
    if (!target.isObject() || !allowsWeakReferences(vm, vm.typeOf(target))) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("cannot create weak reference to '{}' object",
                                 vm.typeOf(target)->nameView()));
    }
    WeakReference*& latest = vm.weakReferencesTo(target.object);
    const bool calls = !callback.isUnbound() && !callback.isNone();
    for (WeakReference* each = latest; each && !calls && !type->has(kTypeIsClass);
         each = each->next) {
        if (each->type == type && each->callback.isUnbound() && each->refCount > 0)
            return Value(each);
    }
    Ptr<WeakReference> made = makeInstance<WeakReference>(vm, type);
    made->target = target.object;
    if (calls) made->callback = callback;
    WeakReference*& first = vm.weakReferencesTo(target.object);
    made->next = first;
    if (first) first->previous = made.get();
    first = made.get();
    return std::move(made).toRef();
}

Ref referenceConstruct(Vm& vm, Type* type, const Arguments& a) {
    if (a.positional < 1 || (a.positional > 2 && !type->has(kTypeIsClass))) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("__new__ expected at {}, got {}",
                        a.positional < 1 ? "least 1 argument" : "most 2 arguments", a.positional));
    }
    return makeReference(vm, type, a[0], a.positional > 1 ? a[1] : Value());
}

Ref targetOrNone(Value self) {
    Ref target = self.as<WeakReference>()->get();
    return target.isUnbound() ? Ref::none() : target;
}

Ref referenceCall(Vm& vm, Value self, const Arguments& a) {
    if (a.positional > 0) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("weakref.__call__() takes at most 0 arguments ({} given)", a.positional));
    }
    return targetOrNone(self);
}

Ref referenceRepr(Vm& vm, Value self) {
    const Ref target = self.as<WeakReference>()->get();
    const std::int64_t own = vm.idOf(self);
    if (target.isUnbound()) return newStr(vm, fmt::format("<weakref at {:#x}; dead>", own));
    const Ref name = CORO_TRY(findAttribute(vm, target, vm.names.__name__));
    return newStr(vm, fmt::format("<weakref at {:#x}; to '{}' at {:#x}{}>", own,
                                  vm.typeOf(target)->nameView(), vm.idOf(target),
                                  isStr(name) ? fmt::format(" ({})", viewOf(name)) : ""));
}

Outcome<std::int64_t> referenceHash(Vm& vm, Value self) {
    auto* reference = self.as<WeakReference>();
    if (reference->hash.isUnbound()) {
        const Ref target = reference->get();
        if (target.isUnbound()) return raise(vm, vm.exc.TypeError, "weak object has gone away");
        reference->hash = Ref::ofInt(CORO_TRY(hashOf(vm, target)));
    }
    return reference->hash.get().integer;
}

Ref proxyRepr(Vm& vm, Value self);
bool isProxy(Vm& vm, Value value) { return vm.typeOf(value)->slots.repr == proxyRepr; }

/// weakref_richcompare: by the targets as long as both live, else by identity.
Ref referenceCompare(Vm& vm, Value self, Value other, Comparison op) {
    if ((op != Comparison::Equal && op != Comparison::NotEqual) ||
        vm.typeOf(other)->slots.destroy != destroyReference || isProxy(vm, other)) {
        return Ref::notImplemented();
    }
    const Ref left = self.as<WeakReference>()->get();
    const Ref right = other.as<WeakReference>()->get();
    if (left.isUnbound() || right.isUnbound())
        return Ref::boolean(self.identical(other) == (op == Comparison::Equal));
    return compare(vm, left, right, op);
}

// --- proxies: what is asked of them is asked of the target -----------------------------------

Ref proxied(Vm& vm, Value self) {
    Ref target = self.as<WeakReference>()->get();
    if (!target.isUnbound()) return target;
    return raise(vm, vm.exc.ReferenceError, "weakly-referenced object no longer exists");
}

/// The value itself where it is no proxy.
Ref unwrapped(Vm& vm, Value value) { return isProxy(vm, value) ? proxied(vm, value) : Ref(value); }

Ref proxyRepr(Vm& vm, Value self) {
    const Ref target = self.as<WeakReference>()->get();
    return newStr(vm, fmt::format("<weakproxy at {:#x} to {} at {:#x}>", vm.idOf(self),
                                  target.isUnbound() ? "NoneType" : vm.typeOf(target)->nameView(),
                                  vm.idOf(target.isUnbound() ? Value::none() : target.get())));
}

Slots proxySlots() {
    Slots slots;
    slots.destroy = destroyReference;
    slots.traverse = traverseMembers<&WeakReference::callback>;
    slots.repr = proxyRepr;
    slots.str = [](Vm& vm, Value self) -> Ref { return str(vm, CORO_TRY(proxied(vm, self))); };
    slots.getAttribute = [](Vm& vm, Value self, Str* name) -> Ref {
        return getAttribute(vm, CORO_TRY(proxied(vm, self)), name);
    };
    slots.setAttribute = [](Vm& vm, Value self, Str* name, Value value) -> Status {
        return setAttribute(vm, CORO_TRY(proxied(vm, self)), name, value);
    };
    slots.truth = [](Vm& vm, Value self) -> Outcome<bool> {
        return truth(vm, CORO_TRY(proxied(vm, self)));
    };
    slots.length = [](Vm& vm, Value self) -> Outcome<std::int64_t> {
        return length(vm, CORO_TRY(proxied(vm, self)));
    };
    slots.iterate = [](Vm& vm, Value self) -> Ref {
        return iterate(vm, CORO_TRY(proxied(vm, self)));
    };
    slots.getItem = [](Vm& vm, Value self, Value key) -> Ref {
        return getItem(vm, CORO_TRY(proxied(vm, self)), key);
    };
    slots.setItem = [](Vm& vm, Value self, Value key, Value value) -> Status {
        return setItem(vm, CORO_TRY(proxied(vm, self)), key, value);
    };
    slots.contains = [](Vm& vm, Value self, Value item) -> Outcome<bool> {
        return contains(vm, CORO_TRY(proxied(vm, self)), item);
    };
    slots.binary = [](Vm& vm, Operator op, Value left, Value right) -> Ref {
        const Ref a = CORO_TRY(unwrapped(vm, left));
        return binary(vm, op, a, CORO_TRY(unwrapped(vm, right)), false);
    };
    slots.unary = [](Vm& vm, UnaryOperator op, Value self) -> Ref {
        return unary(vm, op, CORO_TRY(proxied(vm, self)));
    };
    slots.compare = [](Vm& vm, Value self, Value other, Comparison op) -> Ref {
        const Ref a = CORO_TRY(unwrapped(vm, self));
        return compare(vm, a, CORO_TRY(unwrapped(vm, other)), op);
    };
    return slots;
}

Ref callProxied(Vm& vm, Value self, const Arguments& a) {
    return vm.call(CORO_TRY(proxied(vm, self)), a);
}

Ref makeProxy(Vm& vm, const Arguments& a) {
    const bool isCallable = vm.typeOf(a[0])->slots.call != nullptr;
    const auto& types = vm.types.object->subclasses;
    const auto found = std::ranges::find_if(types, [&](Type* each) {
        return each->slots.repr == proxyRepr && (each->slots.call != nullptr) == isCallable;
    });
    return makeReference(vm, *found, a[0], a.positional > 1 ? a[1] : Value());
}

// --- what there is to an object ----------------------------------------------------------------

Ref listReferences(Vm& vm, const Arguments& a) {
    Ptr<List> list = makeList(vm);
    if (!a[0].isObject() || !allowsWeakReferences(vm, vm.typeOf(a[0])))
        return std::move(list).toRef();
    for (WeakReference* each = vm.weakReferencesTo(a[0].object); each; each = each->next)
        CORO_TRY(listAppend(vm, list.get(), Value(each)));
    return std::move(list).toRef();
}

Ref countReferences(Vm& vm, const Arguments& a) {
    Ref list = CORO_TRY(listReferences(vm, a));
    return Ref::ofInt(list.as<List>()->count);
}

}  // namespace

Ref makeWeakrefParts(Vm& vm) {
    TypeSpec reference;
    reference.name = "weakref.ReferenceType";
    reference.instanceBytes = sizeof(WeakReference);
    reference.slots.destroy = destroyReference;
    reference.slots.traverse = traverseMembers<&WeakReference::callback>;
    reference.slots.construct = referenceConstruct;
    reference.slots.init = [](Vm&, Value, const Arguments&) -> Status { return kDone; };
    reference.slots.call = referenceCall;
    reference.slots.repr = referenceRepr;
    reference.slots.hash = referenceHash;
    reference.slots.compare = referenceCompare;
    Type* type = makeType(vm, reference);
    addGetter(vm, type, "__callback__", [](Vm&, Value self) -> Ref {
        const Ref& callback = self.as<WeakReference>()->callback;
        return callback.isUnbound() ? Ref::none() : callback;
    });

    TypeSpec proxy;
    proxy.name = "weakref.ProxyType";
    proxy.flags = kTypeIsFinal | kTypeNoConstruct;
    proxy.instanceBytes = sizeof(WeakReference);
    proxy.slots = proxySlots();
    TypeSpec callableProxy = proxy;
    callableProxy.name = "weakref.CallableProxyType";
    callableProxy.slots.call = callProxied;

    Ptr<Module> module = makeModule(vm, "_weakref");
    Dict* dict = module->dict.get();
    setValue(vm, dict, "ref", Value(type));
    setValue(vm, dict, "ProxyType", Value(makeType(vm, proxy)));
    setValue(vm, dict, "CallableProxyType", Value(makeType(vm, callableProxy)));
    addFunction(vm, dict, "proxy", makeProxy, 1, 2);
    addFunction(vm, dict, "getweakrefs", listReferences, 1, 1);
    addFunction(vm, dict, "getweakrefcount", countReferences, 1, 1);
    return std::move(module).toRef();
}

}  // namespace coroscope::runtime
