// How natives are written: functions, methods and types in C++.
//
//     Ref listAppendMethod(Vm &vm, const Arguments &args) { … args[0] is self … }
//     addMethod(vm, vm.types.list, "append", listAppendMethod, 2, 2);
//
// Argument counts are checked before the function runs, with CPython's messages for
// functions of that kind; keywords are refused unless the function was added with
// kKeywords, and then it binds them itself by `bindArguments`.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

using NativeCall = Ref (*)(Vm& vm, const Arguments& arguments);

inline constexpr int kAnyCount = -1;

/// `await f(…)`, where `f` is a native whose coroutine mostly need not be made, since nobody
/// could tell: Queue.put with room in the queue, a free lock, sleep(0).
enum class AtOnce : std::uint8_t {
    No,        ///< nothing was done: call it, and await what that gives
    Returned,  ///< it is over, with `value`
    Yielded,   ///< it yields `value`; what `waiting` then returns or raises is its end
};
struct FirstStep {
    Ref value;
    Ref waiting;
};
/// What the coroutine's first step would do. It never raises: where that might be, the answer is
/// No. Counts of arguments are those of `function`; there are no keywords.
using NativeAwait = AtOnce (*)(Vm& vm, const Arguments& arguments, FirstStep& step);

struct NativeFunction : Object {
    NativeCall function = nullptr;
    NativeAwait awaited = nullptr;  ///< see NativeAwait; mostly there is none
    Ref self;               ///< bound to; Unbound for plain functions and for descriptors on a type
    Str* name = nullptr;    ///< interned
    Type* owner = nullptr;  ///< the type whose method it is; null for a module's function
    std::int16_t minimum = 0;  ///< positional arguments, self included
    std::int16_t maximum = kAnyCount;
    bool keywords = false;
    Ref module;  ///< its `__module__` as a str, or None
};

enum NativeFlags : std::uint8_t { kPositionalOnly = 0, kKeywords = 1 };

/// A function for a module's namespace.
[[nodiscard]] Ptr<NativeFunction> makeNative(Vm& vm, std::string_view name, NativeCall function,
                                             int minimum, int maximum,
                                             NativeFlags flags = kPositionalOnly);
/// The same, bound: `args[0]` is `self` (a closure of C++ state, or an instance).
[[nodiscard]] Ptr<NativeFunction> makeBoundNative(Vm& vm, std::string_view name,
                                                  NativeCall function, Value self, int minimum,
                                                  int maximum, NativeFlags flags = kPositionalOnly);
void addFunction(Vm& vm, Dict* namespace_, std::string_view name, NativeCall function, int minimum,
                 int maximum, NativeFlags flags = kPositionalOnly);
/// A method of a native type; counts include self.
void addMethod(Vm& vm, Type* type, std::string_view name, NativeCall function, int minimum,
               int maximum, NativeFlags flags = kPositionalOnly);
/// A method that gives a coroutine, and knows what to do when that is awaited at once.
void addAwaitedMethod(Vm& vm, Type* type, std::string_view name, NativeCall function,
                      NativeAwait awaited, int minimum, int maximum,
                      NativeFlags flags = kPositionalOnly);
void addClassMethod(Vm& vm, Type* type, std::string_view name, NativeCall function, int minimum,
                    int maximum, NativeFlags flags = kPositionalOnly);
void addStaticMethod(Vm& vm, Type* type, std::string_view name, NativeCall function, int minimum,
                     int maximum, NativeFlags flags = kPositionalOnly);
using Getter = Ref (*)(Vm& vm, Value self);
using Setter = Status (*)(Vm& vm, Value self, Value value);  ///< value Unbound: delete
void addGetter(Vm& vm, Type* type, std::string_view name, Getter getter, Setter setter = nullptr);
void setValue(Vm& vm, Dict* namespace_, std::string_view name, Value value);

/// Binds positional and keyword arguments to parameters, as Argument Clinic's functions do.
/// `names` are the parameters in order; those from `positionalCount` on are keyword-only;
/// `required` of them must be given. Missing ones stay Unbound in `out`. `functionName` is for
/// the messages. Names that begin at index < `positionalOnly` cannot be given by keyword.
Status bindArguments(Vm& vm, std::string_view functionName, const Arguments& arguments,
                     std::span<const std::string_view> names, std::size_t required,
                     std::size_t positionalCount, std::span<Value> out,
                     std::size_t positionalOnly = 0);

/// What makes a native type. T is its C++ struct (derived from Object).
struct TypeSpec {
    std::string_view name;  ///< `__name__`, or "module.name" (then `__module__` is set)
    Type* base = nullptr;   ///< null: object
    std::uint32_t flags = 0;
    std::uint32_t instanceBytes = 0;
    std::uint32_t attributesOffset = 0;
    Slots slots;  ///< empty ones are inherited from base
};
/// Makes a type and readies it: its slots appear as dunder methods in its dict.
[[nodiscard]] Type* makeType(Vm& vm, const TypeSpec& spec);
/// For the core types, which exist from the start: gives them their slots and readies them.
void readyType(Vm& vm, Type* type, Type* base, std::uint32_t flags, std::uint32_t instanceBytes,
               std::uint32_t attributesOffset, const Slots& slots);

/// Where a C++ struct keeps its Attributes, for TypeSpec::attributesOffset.
template <class T>
[[nodiscard]] std::uint32_t offsetOfAttributes(Attributes T::*field) {
    alignas(T) static char probe[sizeof(T)];
    const char* at = reinterpret_cast<const char*>(&(reinterpret_cast<T*>(probe)->*field));
    return static_cast<std::uint32_t>(at - probe);
}

/// Slots::destroy for a T of fixed size (a subclass by the scenario adds Attributes behind it,
/// which are freed as well).
template <class T>
void destroyAs(Object* object);

/// Memory for an instance of `type` (its instanceBytes, which a subclass may have made larger than
/// sizeof(T)), constructed as a T.
template <class T, class... Args>
[[nodiscard]] Ptr<T> makeInstance(Vm& vm, Type* type, Args&&... args);

void destroyTrailingAttributes(Object* object);
void releaseInstanceType(Type* type);

template <class T>
void destroyAs(Object* object) {
    Type* type = object->type;
    const std::size_t bytes = type->instanceBytes;
    Heap& heap = type->vm->heap;
    if (type->attributesOffset != 0) destroyTrailingAttributes(object);
    static_cast<T*>(object)->~T();
    heap.freeObject(object, bytes);
    if (type->has(kTypeIsClass)) releaseInstanceType(type);
}

template <class T, class... Args>
Ptr<T> makeInstance(Vm& vm, Type* type, Args&&... args) {
    void* memory = vm.heap.allocateObject(type->instanceBytes);
    T* object = new (memory) T(std::forward<Args>(args)...);
    object->type = type;
    if (type->attributesOffset != 0) new (type->attributesOf(object)) Attributes();
    if (type->has(kTypeIsClass)) retain(static_cast<Object*>(type));
    return Ptr<T>::steal(object);
}

}  // namespace coroscope::runtime
