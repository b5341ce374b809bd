#include "engine/runtime/native.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/prepended_arguments.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

Ptr<NativeFunction> makeNativeOf(Vm& vm, Type* pythonType, std::string_view name,
                                 NativeCall function, int minimum, int maximum, NativeFlags flags) {
    Ptr<NativeFunction> native = vm.heap.make<NativeFunction>(pythonType);
    native->function = function;
    native->name = vm.intern(name);
    native->minimum = static_cast<std::int16_t>(minimum);
    native->maximum = static_cast<std::int16_t>(maximum);
    native->keywords = (flags & kKeywords) != 0;
    native->module = Ref::none();
    return native;
}

std::string countText(int count) {
    return fmt::format("{} argument{}", count, count == 1 ? "" : "s");
}

/// Whether CPython has the class in Python: asyncio's, but for what is in _asyncio.
bool isOfAsyncio(Vm& vm, const Type* type) {
    const Value module = dictGetStr(type->dict, vm.names.__module__);
    return isStr(module) && viewOf(module).starts_with("asyncio.");
}

/// ceval.c too_many_positional; counts self.
Raised raiseTooMany(Vm& vm, NativeFunction* native, int given) {
    const int minimum = native->minimum, maximum = native->maximum;
    return raise(
        vm, vm.exc.TypeError,
        fmt::format("{}.{}() takes {}{} positional argument{} but {} were given",
                    native->owner->name->view(), native->name->view(),
                    minimum < maximum ? fmt::format("from {} to ", minimum) : std::string(),
                    maximum, maximum == 1 ? "" : "s", given));
}

/// CPython words the count of arguments differently for METH_NOARGS, METH_O and the others.
Raised raiseCount(Vm& vm, NativeFunction* native, int given) {
    const bool tooMany = native->maximum >= 0 && given > native->maximum;
    if (tooMany && native->owner && isOfAsyncio(vm, native->owner))
        return raiseTooMany(vm, native, given);
    const bool method = native->owner != nullptr;
    const int self = method && native->self.isUnbound() ? 1 : (native->self.isUnbound() ? 0 : 1);
    const int minimum = native->minimum - self;
    const int maximum = native->maximum < 0 ? -1 : native->maximum - self;
    given -= self;
    std::string name = method
                           ? fmt::format("{}.{}", native->owner->name->view(), native->name->view())
                           : std::string(native->name->view());
    if (!method && isStr(native->module)) name = fmt::format("{}.{}", viewOf(native->module), name);
    const std::string_view plain = native->name->view();
    std::string message;
    if (maximum == 0) {
        message = fmt::format("{}() takes no arguments ({} given)", name, given);
    } else if (minimum == 1 && maximum == 1) {
        message = fmt::format("{}() takes exactly one argument ({} given)", name, given);
    } else if (minimum == maximum) {
        message = fmt::format("{} expected {}, got {}", plain, countText(minimum), given);
    } else if (given < minimum) {
        message = fmt::format("{} expected at least {}, got {}", plain, countText(minimum), given);
    } else {
        message = fmt::format("{} expected at most {}, got {}", plain, countText(maximum), given);
    }
    return raise(vm, vm.exc.TypeError, message);
}

Raised raiseKeywords(Vm& vm, NativeFunction* native, const Arguments& arguments) {
    const Type* owner = native->owner;
    const std::string name = fmt::format(
        "{}{}", owner ? fmt::format("{}.", owner->name->view()) : "", native->name->view());
    if (owner && isOfAsyncio(vm, owner)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() got an unexpected keyword argument '{}'", name,
                                 viewOf(arguments.keywordNames[0])));
    }
    return raise(vm, vm.exc.TypeError, fmt::format("{}() takes no keyword arguments", name));
}

Raised raiseUnbound(Vm& vm, NativeFunction* native) {
    const std::string name =
        fmt::format("{}.{}()", native->owner->name->view(), native->name->view());
    return raise(vm, vm.exc.TypeError,
                 isOfAsyncio(vm, native->owner)
                     ? fmt::format("{} missing 1 required positional argument: 'self'", name)
                     : fmt::format("unbound method {} needs an argument", name));
}

Raised raiseWrongReceiver(Vm& vm, const NativeFunction* descriptor, Value self) {
    return raise(vm, vm.exc.TypeError,
                 fmt::format("descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                             descriptor->name->view(), descriptor->owner->nameView(),
                             vm.typeOf(self)->nameView()));
}

/// What a method of asyncio needs beside self, by its qualified name: CPython, which has it in
/// Python, counts what stands in place of self before it looks what that is.
constexpr std::pair<std::string_view, std::string_view> kNeededArguments[] = {
    {"Condition.wait_for", "predicate"}, {"Queue.put", "item"},     {"Queue.put_nowait", "item"},
    {"Runner.run", "coro"},              {"TaskGroup.create_task", "coro"},
    {"Timeout.reschedule", "when"},
};

/// A method called on its class, with its argument where self should be.
Status checkClassCall(Vm& vm, const NativeFunction* native, const Arguments& arguments) {
    if (arguments.positional != 1 || arguments.keywords || !isOfAsyncio(vm, native->owner))
        return kDone;
    const std::string name =
        fmt::format("{}.{}", native->owner->name->view(), native->name->view());
    const auto* needed = std::ranges::find(kNeededArguments, std::string_view(name),
                                           &std::pair<std::string_view, std::string_view>::first);
    if (needed == std::end(kNeededArguments)) return kDone;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{}() missing 1 required positional argument: '{}'", name,
                             needed->second));
}

}  // namespace

Status checkReceiver(Vm& vm, const NativeFunction* descriptor, Value self) {
    if (vm.typeOf(self)->isSubtypeOf(descriptor->owner)) return kDone;
    return raiseWrongReceiver(vm, descriptor, self);
}

Ref callNative(Vm& vm, NativeFunction* native, const Arguments& arguments) {
    // A bound self comes first.
    if (!native->self.isUnbound()) {
        const PrependedArguments withSelf(vm, native->self, arguments);
        const Arguments& bound = withSelf.get();
        if (bound.keywords && !native->keywords) return raiseKeywords(vm, native, bound);
        const int given = static_cast<int>(bound.positional);
        if (given < native->minimum || (native->maximum >= 0 && given > native->maximum)) {
            return raiseCount(vm, native, given);
        }
        return native->function(vm, bound);
    }
    if (arguments.keywords && !native->keywords) return raiseKeywords(vm, native, arguments);
    const int given = static_cast<int>(arguments.positional);
    if (native->owner) {
        if (given == 0) return raiseUnbound(vm, native);
        if (!vm.typeOf(arguments[0])->isSubtypeOf(native->owner)) [[unlikely]] {
            CORO_TRY(checkClassCall(vm, native, arguments));
            return raiseWrongReceiver(vm, native, arguments[0]);
        }
    }
    if (given < native->minimum || (native->maximum >= 0 && given > native->maximum)) {
        return raiseCount(vm, native, given);
    }
    return native->function(vm, arguments);
}

Ptr<NativeFunction> makeNative(Vm& vm, std::string_view name, NativeCall function, int minimum,
                               int maximum, NativeFlags flags) {
    return makeNativeOf(vm, vm.types.nativeFunction, name, function, minimum, maximum, flags);
}

Ptr<NativeFunction> makeBoundNative(Vm& vm, std::string_view name, NativeCall function, Value self,
                                    int minimum, int maximum, NativeFlags flags) {
    Ptr<NativeFunction> native = makeNative(vm, name, function, minimum, maximum, flags);
    native->self = self;
    return native;
}

void addFunction(Vm& vm, Dict* namespace_, std::string_view name, NativeCall function, int minimum,
                 int maximum, NativeFlags flags) {
    Ptr<NativeFunction> native = makeNative(vm, name, function, minimum, maximum, flags);
    dictSetStr(vm, namespace_, vm.intern(name), native.value());
}

void addMethod(Vm& vm, Type* type, std::string_view name, NativeCall function, int minimum,
               int maximum, NativeFlags flags) {
    Ptr<NativeFunction> native =
        makeNativeOf(vm, vm.types.methodDescriptor, name, function, minimum, maximum, flags);
    native->owner = type;
    dictSetStr(vm, type->dict, native->name, native.value());
}

void addAwaitedMethod(Vm& vm, Type* type, std::string_view name, NativeCall function,
                      NativeAwait awaited, int minimum, int maximum, NativeFlags flags) {
    addMethod(vm, type, name, function, minimum, maximum, flags);
    dictGetStr(type->dict, vm.intern(name)).as<NativeFunction>()->awaited = awaited;
}

namespace {

void addWrapped(Vm& vm, Type* type, Type* wrapper, std::string_view name,
                Ptr<NativeFunction> native) {
    const Value inner = native.value();
    Ref wrapped = vm.call(Value(wrapper), {inner});
    assert(!wrapped.isRaised());
    dictSetStr(vm, type->dict, vm.intern(name), wrapped);
}

}  // namespace

void addClassMethod(Vm& vm, Type* type, std::string_view name, NativeCall function, int minimum,
                    int maximum, NativeFlags flags) {
    Ptr<NativeFunction> native = makeNative(vm, name, function, minimum, maximum, flags);
    native->owner = type;
    addWrapped(vm, type, vm.types.classMethod, name, std::move(native));
}

void addStaticMethod(Vm& vm, Type* type, std::string_view name, NativeCall function, int minimum,
                     int maximum, NativeFlags flags) {
    addWrapped(vm, type, vm.types.staticMethod, name,
               makeNative(vm, name, function, minimum, maximum, flags));
}

void setValue(Vm& vm, Dict* namespace_, std::string_view name, Value value) {
    dictSetStr(vm, namespace_, vm.intern(name), value);
}

namespace {

Raised raiseTooMany(Vm& vm, std::string_view function, const Arguments& arguments,
                    std::size_t required, std::size_t positionalCount) {
    if (positionalCount == 0) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() takes no positional arguments", function));
    }
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{}() takes {} {} positional argument{} ({} given)", function,
                             required < positionalCount ? "at most" : "exactly", positionalCount,
                             positionalCount == 1 ? "" : "s", arguments.positional));
}

}  // namespace

Status bindArguments(Vm& vm, std::string_view functionName, const Arguments& arguments,
                     std::span<const std::string_view> names, std::size_t required,
                     std::size_t positionalCount, std::span<Value> out,
                     std::size_t positionalOnly) {
    if (arguments.total() > names.size() && !names.empty()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() takes {} {} {}argument{} ({} given)", functionName,
                                 required < names.size() ? "at most" : "exactly", names.size(),
                                 arguments.positional == 0 ? "keyword " : "",
                                 names.size() == 1 ? "" : "s", arguments.total()));
    }
    if (arguments.positional > positionalCount) {
        return raiseTooMany(vm, functionName, arguments, required, positionalCount);
    }
    if (const std::size_t needed = std::min(required, positionalOnly);
        arguments.positional < needed) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() takes {} {} positional argument{} ({} given)", functionName,
                                 needed < positionalCount ? "at least" : "exactly", needed,
                                 needed == 1 ? "" : "s", arguments.positional));
    }
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = Value();
    for (std::size_t i = 0; i < arguments.positional; ++i)
        out[i] = arguments[static_cast<std::uint32_t>(i)];
    for (std::uint32_t k = 0; k < arguments.keywords; ++k) {
        const std::string_view name = viewOf(arguments.keywordNames[k]);
        std::size_t index = positionalOnly;
        while (index < names.size() && names[index] != name) ++index;
        if (index == names.size()) {
            return raise(
                vm, vm.exc.TypeError,
                fmt::format("'{}' is an invalid keyword argument for {}()", name, functionName));
        }
        if (!out[index].isUnbound()) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("argument for {}() given by name ('{}') and position ({})",
                                     functionName, name, index + 1));
        }
        out[index] = arguments.values[arguments.positional + k];
    }
    for (std::size_t i = 0; i < required; ++i) {
        if (out[i].isUnbound()) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{}() missing required argument '{}' (pos {})", functionName,
                                     names[i], i + 1));
        }
    }
    return kDone;
}

}  // namespace coroscope::runtime
