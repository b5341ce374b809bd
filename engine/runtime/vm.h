// The virtual machine of one run: its heap, its types, its pending exception, and
// the dispatch loop. Not shared between threads; two of them know nothing of each other.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/runtime/attributes.h"
#include "engine/runtime/context.h"
#include "engine/runtime/coroutine_origins.h"
#include "engine/runtime/counted.h"
#include "engine/runtime/exceptions.h"
#include "engine/runtime/frame.h"
#include "engine/runtime/generator.h"
#include "engine/runtime/heap.h"
#include "engine/runtime/host.h"
#include "engine/runtime/type.h"
#include "engine/runtime/types/dict.h"
#include "engine/runtime/types/sequences.h"
#include "engine/runtime/types/str.h"

namespace coroscope::runtime {

/// The builtin types: X(field, python name). Made by makeCoreTypes (types.cpp), filled by the init
/// functions.
// clang-format off
#define CORO_TYPES(X)                                                                              \
  X(object, "object") X(type, "type") X(none, "NoneType") X(notImplemented, "NotImplementedType")  \
  X(ellipsis, "ellipsis") X(int_, "int") X(bool_, "bool") X(float_, "float") X(str, "str")         \
  X(bytes, "bytes") X(bytearray, "bytearray") X(list, "list") X(tuple, "tuple") X(dict, "dict")    \
  X(set, "set") X(frozenset, "frozenset") X(range, "range") X(slice, "slice")                      \
  X(rangeIterator, "range_iterator") X(listIterator, "list_iterator")                              \
  X(tupleIterator, "tuple_iterator") X(strIterator, "str_iterator")                                \
  X(bytesIterator, "bytes_iterator") X(bytearrayIterator, "bytearray_iterator")                    \
  X(function, "function") X(method, "method") X(nativeFunction, "builtin_function_or_method")      \
  X(methodDescriptor, "method_descriptor") X(wrapperDescriptor, "wrapper_descriptor")              \
  X(getSet, "getset_descriptor") X(property, "property") X(staticMethod, "staticmethod")           \
  X(classMethod, "classmethod") X(super, "super") X(code, "code") X(cell, "cell") X(frame, "frame")\
  X(traceback, "traceback") X(module, "module") X(generator, "generator")                          \
  X(coroutine, "coroutine") X(coroutineWrapper, "coroutine_wrapper")                               \
  X(asyncGenerator, "async_generator") X(asyncGeneratorSend, "async_generator_asend")              \
  X(asyncGeneratorThrow, "async_generator_athrow")                                                 \
  X(dictKeys, "dict_keys") X(dictValues, "dict_values") X(dictItems, "dict_items")                 \
  X(dictKeyIterator, "dict_keyiterator") X(dictValueIterator, "dict_valueiterator")                \
  X(dictItemIterator, "dict_itemiterator") X(dictReverseKeyIterator, "dict_reversekeyiterator")    \
  X(dictReverseValueIterator, "dict_reversevalueiterator")                                         \
  X(dictReverseItemIterator, "dict_reverseitemiterator") X(setIterator, "set_iterator")            \
  X(sequenceIterator, "iterator") X(callableIterator, "callable_iterator")                         \
  X(listReverseIterator, "list_reverseiterator") X(reversed, "reversed")                           \
  X(enumerate, "enumerate") X(zip, "zip") X(map, "map") X(filter, "filter")                        \
  X(genericAlias, "GenericAlias")
// clang-format on

struct Types {
#define CORO_FIELD(field, name) Type* field = nullptr;
    CORO_TYPES(CORO_FIELD)
#undef CORO_FIELD
};

/// Interned names that the engine itself uses: `vm.names.__init__`. X(identifier).
// clang-format off
#define CORO_NAMES(X)                                                                              \
  X(__abs__) X(__add__) X(__aenter__) X(__aexit__) X(__aiter__) X(__and__) X(__anext__)            \
  X(__annotations__) X(__await__) X(__bases__) X(__bool__) X(__build_class__) X(__call__)          \
  X(__cause__) X(__ceil__) X(__class__) X(__class_getitem__) X(__classcell__) X(__closure__)       \
  X(__code__) X(__contains__) X(__context__) X(__defaults__) X(__del__) X(__delattr__)             \
  X(__delete__) X(__delitem__) X(__dict__) X(__dir__) X(__divmod__) X(__doc__) X(__enter__)        \
  X(__eq__) X(__exit__) X(__file__) X(__float__) X(__floor__) X(__floordiv__) X(__format__)        \
  X(__ge__) X(__get__) X(__getattr__) X(__getattribute__) X(__getitem__)               \
  X(__globals__) X(__gt__) X(__hash__) X(__iadd__) X(__iand__) X(__ifloordiv__) X(__ilshift__)     \
  X(__imatmul__) X(__imod__) X(__import__) X(__imul__) X(__index__) X(__init__)                    \
  X(__init_subclass__) X(__int__) X(__invert__) X(__ior__) X(__ipow__) X(__irshift__) X(__isub__)  \
  X(__iter__) X(__itruediv__) X(__ixor__) X(__kwdefaults__) X(__le__) X(__len__)                   \
  X(__length_hint__) X(__lshift__) X(__lt__) X(__main__) X(__matmul__) X(__missing__) X(__mod__)   \
  X(__module__) X(__mro__) X(__mul__) X(__name__) X(__ne__) X(__neg__) X(__new__) X(__next__)      \
  X(__notes__) X(__or__) X(__pos__) X(__pow__) X(__qualname__) X(__radd__) X(__rand__)             \
  X(__rdivmod__) X(__repr__) X(__reversed__) X(__rfloordiv__) X(__rlshift__) X(__rmatmul__)        \
  X(__rmod__) X(__rmul__) X(__ror__) X(__round__) X(__rpow__) X(__rrshift__) X(__rshift__)         \
  X(__rsub__) X(__rtruediv__) X(__rxor__) X(__self__) X(__set__) X(__set_name__) X(__setattr__)    \
  X(__setitem__) X(__slots__) X(__str__) X(__sub__) X(__subclasscheck__) X(__instancecheck__)      \
  X(__suppress_context__) X(__traceback__) X(__truediv__) X(__trunc__) X(__wrapped__) X(__xor__)   \
  X(add_note) X(args) X(builtins) X(close) X(code) X(end) X(file) X(flush) X(name) X(obj) X(send)  \
  X(sep) X(value) X(with_traceback) X(write) X(key) X(reverse) X(items) X(keys)
// clang-format on

struct Names {
#define CORO_FIELD(name) Str* name = nullptr;
    CORO_NAMES(CORO_FIELD)
#undef CORO_FIELD
    Str* func = nullptr;      // "__func__": a reserved word in C++, like the next two
    Str* throw_ = nullptr;    // "throw"
    Str* default_ = nullptr;  // "default"
};

/// Recent answers of lookupInType, as CPython's method cache.
struct TypeLookupCache {
    struct Entry {
        std::uint64_t version = 0;
        Str* name = nullptr;
        Value value;  ///< borrowed: lives as long as the version holds
    };
    static constexpr std::size_t kEntries = 1024;
    Entry& at(std::uint64_t version, const Str* name) {
        return entries[(version * 31 + (reinterpret_cast<std::uintptr_t>(name) >> 4)) &
                       (kEntries - 1)];
    }
    Entry entries[kEntries];
};

/// The names of native coroutines, by the address of the literal that each was given.
struct CoroutineNames {
    struct Entry {
        const char* literal = nullptr;
        Str* qualifiedName = nullptr;  ///< interned
    };
    static constexpr std::size_t kEntries = 128;
    Entry& at(const char* literal) {
        return entries[reinterpret_cast<std::uintptr_t>(literal) >> 2 & (kEntries - 1)];
    }
    Entry entries[kEntries];
};

/// A module: its attributes are its dict's entries.
struct Module : Object {
    Ptr<Dict> dict;
    Ptr<Str> name;
    bool initializing = false;  ///< its file is still being run
};

/// Nested calls through natives (repr of a list of lists, a comparison that calls the
/// scenario that compares …) end in RecursionError before the C++ stack does.
inline constexpr int kMaxNativeDepth = 1200;

class CycleCollector;

class Vm {
public:
    explicit Vm(Host& host);
    Vm(const Vm&) = delete;
    Vm& operator=(const Vm&) = delete;
    /// Frees everything that is still alive. Nothing of the scenario runs meanwhile.
    ~Vm();

    Host& host;
    Heap heap{*this};
    Types types;
    ExceptionTypes exc;
    Names names;
    Ptr<Dict> builtins;  ///< the builtins module's namespace
    Ptr<Dict> modules;   ///< sys.modules
    /// What natives keep by name for themselves: their types, mostly. No program gets at it.
    Ptr<Dict> privates;

    TypeLookupCache lookupCache;
    CoroutineNames coroutineNames;
    CoroutineOrigins origins;

    // --- exceptions ---
    Ptr<Exception> pending;
    ExceptionState baseExceptions;
    ExceptionState* exceptions = &baseExceptions;

    Contexts contexts;  ///< PEP 567

    CycleCollector* collector = nullptr;  ///< at work, and told of deaths; null: none is
    /// Objects with finalizers keep in the lower bits of Object::flags the how manieth they are:
    /// a collection finalizes the oldest first.
    [[nodiscard]] std::uint32_t nextBirth() { return ++births_ & kBirthBits; }
    static constexpr std::uint32_t kBirthBits = (1U << 27) - 1;

    // --- execution ---
    const Dict* mainGlobals = nullptr;  ///< the namespace of `__main__`; only to be compared with
    Frame* frame = nullptr;             ///< the innermost running frame of the scenario
    int depth = 0;  ///< Python frames running; RecursionError past recursionLimit
    int recursionLimit = 1000;
    int nativeDepth = 0;  ///< C++ calls into the dispatch loop and other recursion through natives
    /// The address down to which natives may nest on the present C++ stack. Where frames are as
    /// small as those of an optimised build, kMaxNativeDepth comes first.
    std::uintptr_t stackEnd = 0;
    std::int64_t fuel = 0;       ///< instructions until Host::outOfFuel
    std::int64_t fuelGiven = 0;  ///< what fuel was set to, so that the used part is known
    StopReason stopReason = StopReason::None;
    /// Stops the run at the next instruction boundary: every frame unwinds without running
    /// handlers.
    void stop(StopReason reason);
    std::string stoppedFile;  ///< where the program stood then; line 0: outside of its code
    int stoppedLine = 0;
    [[nodiscard]] bool stopped() const { return stopReason != StopReason::None; }
    /// Gives the dispatch loop `instructions` more before Host::outOfFuel.
    void refuel(std::int64_t instructions) { fuel = fuelGiven = instructions; }
    /// What `random` starts from where the scenario gives no seed. Set before anything runs.
    std::int64_t randomSeed = 0;

    // --- calling ---
    [[nodiscard]] Ref call(Value callable, const Arguments& arguments);
    [[nodiscard]] Ref call(Value callable, std::initializer_list<Value> arguments = {});
    /// `object.name(arguments…)`.
    [[nodiscard]] Ref callMethod(Value object, Str* name,
                                 std::initializer_list<Value> arguments = {});
    /// Runs a frame from its `ip` until it returns, yields or raises (dispatch.cpp). The frame's
    /// stack holds what its next instruction expects. With `raising`, Vm::pending is raised at
    /// `ip` first.
    [[nodiscard]] StepOutcome run(Frame* frame, bool raising = false);
    /// Runs a module's code in a fresh namespace with this name ("__main__" for the scenario).
    [[nodiscard]] Ref runModule(std::shared_ptr<const CodeObject> code, Str* name,
                                Ptr<Module>* made = nullptr);

    // --- text ---
    [[nodiscard]] Str* intern(std::string_view text);  ///< borrowed: lives as long as the Vm
    [[nodiscard]] Str* intern(Str* str);               ///< borrowed
    [[nodiscard]] Type* typeOf(Value value) const {
        return value.tag == Tag::Object ? value.object->type : typeOfPlain(value.tag);
    }
    [[nodiscard]] std::uint64_t nextVersion() { return ++version_; }
    /// `id(x)`: small, stable, in the order of asking.
    [[nodiscard]] std::int64_t idOf(Value value);
    /// Of the weak references to an object the latest; null if there is none.
    [[nodiscard]] WeakReference*& weakReferencesTo(Object* object);
    /// The object is about to die: its id is free, its weak references lose it (and call back).
    void forget(const Object* object);

private:
    void makeNames();
    [[nodiscard]] Type* typeOfPlain(Tag tag) const;
    std::uint64_t version_ = 0;
    std::uint32_t births_ = 0;
    template <class Key, class Entry>
    using Table = std::unordered_map<Key, Entry, std::hash<Key>, std::equal_to<Key>,
                                     Counted<std::pair<const Key, Entry>>>;
    Table<std::string_view, Str*> interned_{Counted<int>(heap)};
    /// What few objects have and no object holds itself.
    struct Aside {
        std::int64_t id = 0;  ///< 0: nobody asked
        WeakReference* weak = nullptr;
    };
    Table<const Object*, Aside> asides_{Counted<int>(heap)};
    std::int64_t nextId_ = 0;
};

/// Takes `instructions` from the budget, for natives that work long. False: the run is
/// stopped, return Raised.
[[nodiscard]] inline bool burnFuel(Vm& vm, std::int64_t instructions) {
    vm.fuel -= instructions;
    if (vm.fuel >= 0) [[likely]]
        return true;
    vm.host.outOfFuel(vm.fuelGiven - vm.fuel);
    return !vm.stopped();
}

/// A module with only its name in it.
[[nodiscard]] Ptr<Module> makeModule(Vm& vm, std::string_view name);

// --- the abstract operations of CPython's Objects/abstract.c and Objects/object.c ---
[[nodiscard]] Ref repr(Vm& vm, Value value);  ///< a Str
[[nodiscard]] Ref str(Vm& vm, Value value);   ///< a Str
[[nodiscard]] Outcome<std::string> reprText(Vm& vm, Value value);
[[nodiscard]] Outcome<std::string> strText(Vm& vm, Value value);
[[nodiscard]] Outcome<bool> truth(Vm& vm, Value value);
[[nodiscard]] Outcome<std::int64_t> hashOf(Vm& vm, Value value);
[[nodiscard]] Outcome<bool> equal(Vm& vm, Value a, Value b);  ///< identity first, then ==
[[nodiscard]] Ref compare(Vm& vm, Value a, Value b, Comparison op);
[[nodiscard]] Outcome<bool> compareTruth(Vm& vm, Value a, Value b, Comparison op);
[[nodiscard]] Ref binary(Vm& vm, Operator op, Value a, Value b, bool inPlace = false);
[[nodiscard]] Ref unary(Vm& vm, UnaryOperator op, Value value);
[[nodiscard]] Ref getItem(Vm& vm, Value container, Value key);
Status setItem(Vm& vm, Value container, Value key, Value value);  ///< value Unbound: delete
[[nodiscard]] Outcome<bool> contains(Vm& vm, Value container, Value item);
[[nodiscard]] Outcome<std::int64_t> length(Vm& vm, Value value);
[[nodiscard]] Ref iterate(Vm& vm, Value iterable);
/// Steps through `sequence[0]`, `sequence[1]` … until IndexError.
[[nodiscard]] Ref makeSequenceIterator(Vm& vm, Value sequence);
/// The next item; Unbound at the end (a StopIteration was swallowed).
[[nodiscard]] Ref next(Vm& vm, Value iterator);
/// An integer for an index: int, bool or __index__; TypeError "'x' object cannot be interpreted as
/// an integer".
[[nodiscard]] Outcome<std::int64_t> asIndex(Vm& vm, Value value);
[[nodiscard]] Outcome<double> asDouble(Vm& vm, Value value);
[[nodiscard]] Outcome<bool> isInstance(Vm& vm, Value value, Value typeOrTuple);
[[nodiscard]] Outcome<bool> isSubclass(Vm& vm, Value type, Value typeOrTuple);
[[nodiscard]] Ref formatValue(Vm& vm, Value value, std::string_view spec);  ///< format(value, spec)

/// The text of a value that is a str (or a subclass of it).
[[nodiscard]] inline std::string_view viewOf(Value value) { return value.as<Str>()->view(); }
[[nodiscard]] inline bool hasFlag(Value value, TypeFlags flag) {
    return value.isObject() && value.object->type->has(flag);
}
[[nodiscard]] inline bool isStr(Value value) { return hasFlag(value, kTypeIsStr); }
[[nodiscard]] inline bool isException(Value value) { return hasFlag(value, kTypeIsException); }
[[nodiscard]] inline bool isType(Value value) { return hasFlag(value, kTypeIsType); }
/// int, bool or a subclass; big ones too.
[[nodiscard]] inline bool isInt(Value value) {
    return value.isSmallInt() || value.isBool() || hasFlag(value, kTypeIsInt);
}

}  // namespace coroscope::runtime
