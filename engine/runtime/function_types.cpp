// function, method, builtin_function_or_method and their descriptors:
// Objects/funcobject.c, Objects/classobject.c, Objects/methodobject.c.
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/prepended_arguments.h"
#include "engine/runtime/python_natives.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

Ref bindMethod(Vm& vm, Value function, Value self) {
    Ptr<BoundMethod> method = vm.heap.make<BoundMethod>(vm.types.method);
    method->function = function;
    method->self = self;
    return std::move(method).toRef();
}

namespace {

Ref functionCall(Vm& vm, Value self, const Arguments& a) { return vm.call(self, a); }

Ref functionGet(Vm& vm, Value self, Value instance, Type*) {
    return instance.isUnbound() ? Ref(self) : bindMethod(vm, self, instance);
}

Ref functionRepr(Vm& vm, Value self) {
    return newStr(vm, fmt::format("<function {} at {:#x}>",
                                  viewOf(self.as<Function>()->qualifiedName), vm.idOf(self)));
}

// --- bound methods -------------------------------------------------------------------------------

Ref methodCall(Vm& vm, Value self, const Arguments& a) {
    auto* method = self.as<BoundMethod>();
    return vm.call(method->function, PrependedArguments(vm, method->self, a).get());
}

/// Classes that are written in C in CPython and in Python here.
struct ClassInC {
    std::string_view name, module;
    std::string_view shown;  ///< its tp_name
};
constexpr ClassInC kClassesInC[] = {
    {"Pattern", "re", "re.Pattern"},
    {"Match", "re", "re.Match"},
    {"date", "datetime", "datetime.date"},
    {"time", "datetime", "datetime.time"},
    {"datetime", "datetime", "datetime.datetime"},
    {"timedelta", "datetime", "datetime.timedelta"},
    {"timezone", "datetime", "datetime.timezone"},
    {"defaultdict", "collections", "collections.defaultdict"},
    {"OrderedDict", "collections", "collections.OrderedDict"},
    {"StringIO", "_io", "_io.StringIO"},
    {"BytesIO", "_io", "_io.BytesIO"},
    {"Lock", "threading", "_thread.lock"},
    {"_RLock", "threading", "_thread.RLock"},
};

/// Is it a method, in Python here, of one of these?
bool standsForNative(const Vm& vm, Value function) {
    if (!function.is(vm.types.function)) return false;
    const auto& code = *function.as<Function>()->code->source;
    const std::string_view name = code.qualifiedName;
    return code.fileName.starts_with("<frozen ") &&
           std::ranges::any_of(kClassesInC, [&](const ClassInC& each) {
               return name.substr(0, name.find('.')) == each.name;
           });
}

/// meth_repr (Objects/methodobject.c) of a method bound to an object.
Ref builtinMethodText(Vm& vm, std::string_view name, Value bound) {
    if (isType(bound)) {
        return newStr(
            vm, fmt::format("<built-in method {} of type object at {:#x}>", name, vm.idOf(bound)));
    }
    const Type* type = vm.typeOf(bound);
    std::string_view shown = type->nameView();
    const Value module = dictGetStr(type->dict, vm.names.__module__);
    for (const ClassInC& each : kClassesInC) {
        if (isStr(module) && viewOf(module) == each.module && shown == each.name)
            shown = each.shown;
    }
    return newStr(
        vm, fmt::format("<built-in method {} of {} object at {:#x}>", name, shown, vm.idOf(bound)));
}

Ref methodRepr(Vm& vm, Value self) {
    auto* method = self.as<BoundMethod>();
    if (method->function.is(vm.types.wrapperDescriptor)) {
        return newStr(vm, fmt::format("<method-wrapper '{}' of {} object at {:#x}>",
                                      method->function.as<NativeFunction>()->name->view(),
                                      vm.typeOf(method->self)->nameView(), vm.idOf(method->self)));
    }
    if (standsForNative(vm, method->function))
        return builtinMethodText(vm, viewOf(method->function.as<Function>()->name), method->self);
    Ref name = CORO_TRY(findAttribute(vm, method->function, vm.names.__qualname__));
    return newStr(vm, fmt::format("<bound method {} of {}>", isStr(name) ? viewOf(name) : "?",
                                  CORO_TRY(reprText(vm, method->self))));
}

Ref methodCompare(Vm& vm, Value self, Value other, Comparison op) {
    if ((op != Comparison::Equal && op != Comparison::NotEqual) || !other.is(vm.types.method))
        return Ref::notImplemented();
    auto* a = self.as<BoundMethod>();
    auto* b = other.as<BoundMethod>();
    const bool same = a->self.get().identical(b->self) && a->function.get().identical(b->function);
    return Ref::boolean(same == (op == Comparison::Equal));
}

Outcome<std::int64_t> methodHash(Vm& vm, Value self) {
    auto* method = self.as<BoundMethod>();
    return vm.idOf(method->self) * 31 + vm.idOf(method->function);
}

/// types.MethodType(function, instance): method_new_impl (Objects/classobject.c).
Ref methodConstruct(Vm& vm, Type*, const Arguments& a) {
    if (a.keywords) return raise(vm, vm.exc.TypeError, "method() takes no keyword arguments");
    if (a.positional != 2) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("method expected 2 arguments, got {}", a.positional));
    }
    if (!vm.typeOf(a[0])->slots.call)
        return raise(vm, vm.exc.TypeError, "first argument must be callable");
    if (a[1].isNone()) return raise(vm, vm.exc.TypeError, "instance must not be None");
    return bindMethod(vm, a[0], a[1]);
}

/// Attributes that a bound method does not have are those of its function.
Ref methodGetAttribute(Vm& vm, Value self, Str* name) {
    Ref own = CORO_TRY(genericGetAttribute(vm, self, name));
    if (!own.isUnbound()) return own;
    const Nesting nesting(vm);  // a method's function can be a method again
    if (nesting.isTooDeep()) return raiseTooDeep(vm);
    return findAttribute(vm, self.as<BoundMethod>()->function, name);
}

// --- natives --------------------------------------------------------------------------------

Ref nativeCallSlot(Vm& vm, Value self, const Arguments& a) {
    auto* native = self.as<NativeFunction>();
    if (!native->function) return newCall(vm, native, a);
    const Nesting nesting(vm);
    if (nesting.isTooDeep()) return raiseTooDeep(vm, "while calling a Python object");
    Ref keep(self);
    return callNative(vm, native, a);
}

/// `[].append == [].append`: of the same object (Objects/methodobject.c meth_richcompare).
Ref nativeCompare(Vm& vm, Value self, Value other, Comparison op) {
    if ((op != Comparison::Equal && op != Comparison::NotEqual) ||
        !other.is(vm.types.nativeFunction)) {
        return Ref::notImplemented();
    }
    auto* a = self.as<NativeFunction>();
    auto* b = other.as<NativeFunction>();
    const bool same = a == b || (!a->self.isUnbound() && a->function == b->function &&
                                 a->name == b->name && a->self.get().identical(b->self));
    return Ref::boolean(same == (op == Comparison::Equal));
}

Outcome<std::int64_t> nativeHash(Vm& vm, Value self) {
    auto* native = self.as<NativeFunction>();
    if (native->self.isUnbound()) return vm.idOf(self);
    return vm.idOf(native->self) * 31 +
           static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(native->name) >> 4);
}

}  // namespace

Ref bindNative(Vm& vm, const NativeFunction* native, Value self) {
    Ptr<NativeFunction> bound = vm.heap.make<NativeFunction>(vm.types.nativeFunction);
    bound->function = native->function;
    bound->awaited = native->awaited;
    bound->self = self;
    bound->name = native->name;
    bound->owner = native->owner;
    bound->minimum = native->minimum;
    bound->maximum = native->maximum;
    bound->keywords = native->keywords;
    bound->module = Ref::none();
    return std::move(bound).toRef();
}

/// The methods of random.Random that its generator in C has (Modules/_randommodule.c).
static bool isOfGenerator(std::string_view name) {
    return name == "random" || name == "getrandbits" || name.starts_with("__");
}

bool standsForPython(const Vm& vm, const NativeFunction* native) {
    const Value module =
        native->owner ? dictGetStr(native->owner->dict, vm.names.__module__) : native->module.get();
    return isStr(module) && (viewOf(module).starts_with("asyncio.") ||
                             (viewOf(module) == "random" && !isOfGenerator(native->name->view())));
}

namespace {

Ref nativeQualifiedName(Vm& vm, Value self) {
    auto* native = self.as<NativeFunction>();
    if (!native->owner) return Value(native->name);
    return newStr(vm, fmt::format("{}.{}", native->owner->name->view(), native->name->view()));
}

Ref nativeRepr(Vm& vm, Value self) {
    auto* native = self.as<NativeFunction>();
    if (!native->self.isUnbound() && !native->self.is(vm.types.module)) {
        if (!standsForPython(vm, native))
            return builtinMethodText(vm, native->name->view(), native->self);
        return newStr(vm, fmt::format("<bound method {} of {}>",
                                      viewOf(CORO_TRY(nativeQualifiedName(vm, self))),
                                      CORO_TRY(reprText(vm, native->self))));
    }
    // A type is the `self` of its `__new__` and of its static methods.
    if (native->owner && !standsForPython(vm, native))
        return builtinMethodText(vm, native->name->view(), Value(native->owner));
    if (standsForPython(vm, native))
        return newStr(vm,
                      fmt::format("<function {} at {:#x}>", native->name->view(), vm.idOf(self)));
    return newStr(vm, fmt::format("<built-in function {}>", native->name->view()));
}

/// `[].append`: the method of a native type, bound.
Ref methodDescriptorGet(Vm& vm, Value self, Value instance, Type*) {
    if (instance.isUnbound()) return self;
    CORO_TRY(checkReceiver(vm, self.as<NativeFunction>(), instance));
    return bindNative(vm, self.as<NativeFunction>(), instance);
}

Ref methodDescriptorRepr(Vm& vm, Value self) {
    auto* native = self.as<NativeFunction>();
    return newStr(vm, fmt::format("<method '{}' of '{}' objects>", native->name->view(),
                                  native->owner->nameView()));
}

Ref wrapperDescriptorRepr(Vm& vm, Value self) {
    auto* native = self.as<NativeFunction>();
    return newStr(vm, fmt::format("<slot wrapper '{}' of '{}' objects>", native->name->view(),
                                  native->owner->nameView()));
}

Ref wrapperDescriptorGet(Vm& vm, Value self, Value instance, Type*) {
    if (instance.isUnbound()) return self;
    CORO_TRY(checkReceiver(vm, self.as<NativeFunction>(), instance));
    return bindMethod(vm, self, instance);
}

Ref nativeModule(Vm& vm, Value self) {
    auto* native = self.as<NativeFunction>();
    if (native->owner && !native->self.isUnbound()) return Ref::none();  // a bound method
    return native->module.isUnbound() || native->module.isNone() ? newStr(vm, "builtins")
                                                                 : native->module;
}

/// `__name__` and `__qualname__` stay str.
template <Ref Function::*kField, const auto& kName>
void addNameField(Vm& vm) {
    addGetter(
        vm, vm.types.function, kName, [](Vm&, Value self) { return self.as<Function>()->*kField; },
        [](Vm& v, Value self, Value value) -> Status {
            if (!isStr(value)) {
                return raise(v, v.exc.TypeError,
                             fmt::format("{} must be set to a string object", kName));
            }
            self.as<Function>()->*kField = value;
            return kDone;
        });
}
constexpr std::string_view kNameField = "__name__", kQualifiedNameField = "__qualname__";

template <Ref Function::*kField>
void addFunctionField(Vm& vm, std::string_view name) {
    addGetter(
        vm, vm.types.function, name, [](Vm&, Value self) { return self.as<Function>()->*kField; },
        [](Vm&, Value self, Value value) -> Status {
            self.as<Function>()->*kField = value.isUnbound() ? Ref::none() : Ref(value);
            return kDone;
        });
}

/// `__defaults__` and `__kwdefaults__`: a tuple and a dict, or None.
template <class T, Ptr<T> Function::*kField, TypeFlags kKind, const auto& kName,
          const auto& kWanted>
void addDefaultsField(Vm& vm) {
    addGetter(
        vm, vm.types.function, kName,
        [](Vm&, Value self) { return Ref((self.as<Function>()->*kField).valueOrNone()); },
        [](Vm& v, Value self, Value value) -> Status {
            auto& field = self.as<Function>()->*kField;
            if (value.isUnbound() || value.isNone()) {
                field = Ptr<T>();
                return kDone;
            }
            if (!hasFlag(value, kKind)) {
                return raise(v, v.exc.TypeError,
                             fmt::format("{} must be set to a {} object", kName, kWanted));
            }
            field = Ptr<T>(value.as<T>());
            return kDone;
        });
}
constexpr std::string_view kDefaultsField = "__defaults__", kKwDefaultsField = "__kwdefaults__";
constexpr std::string_view kTupleName = "tuple", kDictName = "dict";

}  // namespace

void initFunctionTypes(Vm& vm) {
    Slots function;
    function.destroy = destroyAs<Function>;
    function.traverse = traverseMembers<&Function::globals, &Function::defaults,
                                        &Function::kwDefaults, &Function::closure,
                                        &Function::annotations, &Function::doc, &Function::module>;
    function.call = functionCall;
    function.descriptorGet = functionGet;
    function.repr = functionRepr;
    readyType(vm, vm.types.function, nullptr, kTypeIsFinal | kTypeNoConstruct, sizeof(Function),
              offsetOfAttributes(&Function::attributes), function);

    Slots method;
    method.destroy = destroyAs<BoundMethod>;
    method.traverse = traverseMembers<&BoundMethod::function, &BoundMethod::self>;
    method.construct = methodConstruct;
    method.call = methodCall;
    method.repr = methodRepr;
    method.compare = methodCompare;
    method.hash = methodHash;
    method.getAttribute = methodGetAttribute;
    readyType(vm, vm.types.method, nullptr, kTypeIsFinal, sizeof(BoundMethod), 0, method);

    Slots native;
    native.destroy = destroyAs<NativeFunction>;
    native.traverse = traverseMembers<&NativeFunction::self, &NativeFunction::module>;
    native.call = nativeCallSlot;
    native.repr = nativeRepr;
    native.compare = nativeCompare;
    native.hash = nativeHash;
    readyType(vm, vm.types.nativeFunction, nullptr, kTypeIsFinal | kTypeNoConstruct,
              sizeof(NativeFunction), 0, native);
    Slots descriptor = native;
    descriptor.descriptorGet = methodDescriptorGet;
    descriptor.repr = methodDescriptorRepr;
    readyType(vm, vm.types.methodDescriptor, nullptr, kTypeIsFinal | kTypeNoConstruct,
              sizeof(NativeFunction), 0, descriptor);
    Slots wrapper = native;
    wrapper.destroy = destroyWrapper;
    wrapper.call = wrapperCall;
    wrapper.descriptorGet = wrapperDescriptorGet;
    wrapper.repr = wrapperDescriptorRepr;
    readyType(vm, vm.types.wrapperDescriptor, nullptr, kTypeIsFinal | kTypeNoConstruct,
              sizeof(NativeFunction), 0, wrapper);
}

void initFunctionMembers(Vm& vm) {
    addNameField<&Function::name, kNameField>(vm);
    addNameField<&Function::qualifiedName, kQualifiedNameField>(vm);
    addFunctionField<&Function::doc>(vm, "__doc__");
    addFunctionField<&Function::module>(vm, "__module__");
    Type* function = vm.types.function;
    addGetter(vm, function, "__code__",
              [](Vm&, Value self) { return self.as<Function>()->code.toRef(); });
    addGetter(vm, function, "__globals__",
              [](Vm&, Value self) { return self.as<Function>()->globals.toRef(); });
    addGetter(vm, function, "__builtins__", [](Vm& v, Value) { return v.builtins.toRef(); });
    addDefaultsField<Tuple, &Function::defaults, kTypeIsTuple, kDefaultsField, kTupleName>(vm);
    addDefaultsField<Dict, &Function::kwDefaults, kTypeIsDict, kKwDefaultsField, kDictName>(vm);
    addGetter(vm, function, "__closure__",
              [](Vm&, Value self) { return Ref(self.as<Function>()->closure.valueOrNone()); });
    addGetter(
        vm, function, "__annotations__",
        [](Vm& v, Value self) {
            auto* f = self.as<Function>();
            if (!f->annotations) f->annotations = makeDict(v);
            return f->annotations.toRef();
        },
        [](Vm& v, Value self, Value value) -> Status {
            if (!value.is(v.types.dict))
                return raise(v, v.exc.TypeError, "__annotations__ must be set to a dict object");
            self.as<Function>()->annotations = Ptr<Dict>(value.as<Dict>());
            return kDone;
        });
    addGetter(vm, vm.types.method, "__func__",
              [](Vm&, Value self) { return self.as<BoundMethod>()->function; });
    addGetter(vm, vm.types.method, "__self__",
              [](Vm&, Value self) { return self.as<BoundMethod>()->self; });
    for (Type* type :
         {vm.types.nativeFunction, vm.types.methodDescriptor, vm.types.wrapperDescriptor}) {
        addGetter(vm, type, "__name__",
                  [](Vm&, Value self) { return Ref(Value(self.as<NativeFunction>()->name)); });
        addGetter(vm, type, "__qualname__", nativeQualifiedName);
        addGetter(vm, type, "__module__", nativeModule);
        addGetter(vm, type, "__doc__", [](Vm&, Value) { return Ref::none(); });
    }
    addGetter(vm, vm.types.nativeFunction, "__self__", [](Vm&, Value self) {
        const Ref& bound = self.as<NativeFunction>()->self;
        return bound.isUnbound() ? Ref::none() : bound;
    });
}

}  // namespace coroscope::runtime
