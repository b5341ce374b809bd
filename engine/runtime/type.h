// Types: what can be done with an object.
//
// A Type has a table of slots, C++ functions that the VM calls directly, as
// CPython's PyTypeObject has. A native type fills its slots and its methods in
// C++; a class of the scenario gets slots that look its dunder methods up
// (class_slots.cpp). An empty slot means: cannot do that.
//
// Every type has a version, unique in its Vm, that changes whenever its
// attributes or those of a base change. Inline caches compare it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/language/opcodes.h"
#include "engine/runtime/value.h"

namespace coroscope::runtime {

struct Dict;
struct Exception;
struct Shape;
struct Str;
struct Tuple;
struct WeakReference;
class Visitor;
using language::Comparison;
using language::Operator;

/// The arguments of a call: `positional` values, then one for each of `keywordNames`.
/// Borrowed from the caller for the length of the call.
struct Arguments {
    const Value* values = nullptr;
    std::uint32_t positional = 0;
    std::uint32_t keywords = 0;
    const Value* keywordNames = nullptr;  ///< `keywords` interned Str values

    [[nodiscard]] std::uint32_t total() const { return positional + keywords; }
    Value operator[](std::uint32_t i) const { return values[i]; }
    /// Without the first positional one (the self of a method).
    [[nodiscard]] Arguments withoutFirst() const {
        return {values + 1, positional - 1, keywords, keywordNames};
    }
};

enum class UnaryOperator : std::uint8_t { Negative, Positive, Invert, Absolute };

/// Slots take `self` as a Value, as ints and floats are no objects. Those that
/// return Ref may return Raised{}. What CPython's slot of the same task does, they do.
struct Slots {
    /// Runs the destructor and frees the memory.
    void (*destroy)(Object*) = nullptr;
    /// Shows the collector (cycle_collector.h) each reference that the object owns, never more;
    /// its Attributes and its class it knows itself. What is not shown counts as held from outside.
    void (*traverse)(Object*, const Visitor&) = nullptr;

    Ref (*repr)(Vm&, Value self) = nullptr;
    Ref (*str)(Vm&, Value self) = nullptr;
    Outcome<std::int64_t> (*hash)(Vm&, Value self) = nullptr;
    /// May return NotImplemented.
    Ref (*compare)(Vm&, Value self, Value other, Comparison op) = nullptr;
    Ref (*call)(Vm&, Value self, const Arguments&) = nullptr;
    /// Whole attribute access, where it is not the generic one of attributes.h.
    Ref (*getAttribute)(Vm&, Value self, Str* name) = nullptr;
    /// `value` Unbound: delete.
    Status (*setAttribute)(Vm&, Value self, Str* name, Value value) = nullptr;
    Ref (*iterate)(Vm&, Value self) = nullptr;
    /// Returns Unbound at the end (and then no StopIteration is pending).
    Ref (*next)(Vm&, Value self) = nullptr;
    Outcome<std::int64_t> (*length)(Vm&, Value self) = nullptr;
    Outcome<bool> (*truth)(Vm&, Value self) = nullptr;
    Ref (*getItem)(Vm&, Value self, Value key) = nullptr;
    /// `value` Unbound: delete.
    Status (*setItem)(Vm&, Value self, Value key, Value value) = nullptr;
    Outcome<bool> (*contains)(Vm&, Value self, Value item) = nullptr;
    /// Called for the type of either operand, with the operands in their order; returns
    /// NotImplemented where it does not know them.
    Ref (*binary)(Vm&, Operator op, Value left, Value right) = nullptr;
    /// `self op= other`; NotImplemented falls back to `binary`.
    Ref (*inPlace)(Vm&, Operator op, Value self, Value other) = nullptr;
    Ref (*unary)(Vm&, UnaryOperator op, Value self) = nullptr;
    /// `__index__` and `__int__`: only of types that are no int themselves.
    Ref (*index)(Vm&, Value self) = nullptr;
    /// Descriptors. `instance` is Unbound when looked up on the class.
    Ref (*descriptorGet)(Vm&, Value self, Value instance, Type* owner) = nullptr;
    /// `value` Unbound: delete. A type with this slot makes data descriptors.
    Status (*descriptorSet)(Vm&, Value self, Value instance, Value value) = nullptr;

    /// What `await x` iterates over (CPython's am_await).
    Ref (*await)(Vm&, Value self) = nullptr;
    /// The three of coroutines, generators and native awaitables. `throwIn` and `close`
    /// of types without them fall back to attributes, as CPython's gen_throw does.
    StepOutcome (*send)(Vm&, Value self, Value sent) = nullptr;
    StepOutcome (*throwIn)(Vm&, Value self, Exception* exception) = nullptr;
    Status (*close)(Vm&, Value self) = nullptr;
    Ref (*asyncIterate)(Vm&, Value self) = nullptr;  ///< `__aiter__`
    Ref (*asyncNext)(Vm&, Value self) = nullptr;     ///< `__anext__`

    /// `type(...)`: makes an instance (CPython's tp_new); `init` then initialises it.
    /// A native type usually does all in `construct` and has no `init`.
    Ref (*construct)(Vm&, Type* type, const Arguments&) = nullptr;
    Status (*init)(Vm&, Value self, const Arguments&) = nullptr;
    /// `__del__`, or the "never awaited" report: runs when the count fell to zero, before
    /// destroy. May resurrect the object by retaining it.
    void (*finalize)(Vm&, Object*) = nullptr;
};

/// Where instances keep their attributes: values in the order of a Shape (see
/// attributes.h), or a real dict once somebody asked for `__dict__` or deleted one.
struct Attributes {
    Shape* shape = nullptr;  ///< null: no attribute yet, or `dict` is in use
    Value* slots = nullptr;  ///< owned; `capacity` values
    Dict* dict = nullptr;    ///< owned reference
    std::uint32_t capacity = 0;
};

enum TypeFlags : std::uint32_t {
    kTypeIsClass = 1,      ///< made by a class statement
    kTypeIsFinal = 2,      ///< "type 'x' is not an acceptable base type"
    kTypeIsException = 4,  ///< a subclass of BaseException
    kTypeIsInt = 8,        ///< int or a subclass of it
    kTypeIsStr = 16,
    kTypeIsList = 32,
    kTypeIsTuple = 64,
    kTypeIsDict = 128,
    kTypeIsType = 256,
    kTypeIsBytes = 512,
    kTypeIsSet = 1024,         ///< set, frozenset and subclasses
    kTypeHasFinalizer = 2048,  ///< slots.finalize is set
    kTypeIsFloat = 4096,
    kTypeInstancesHaveAttributes = 8192,
    kTypeNoConstruct = 16384,  ///< "cannot create 'x' instances"
    kTypeIsSequence = 32768,   ///< matches `case [...]`
    kTypeIsMapping = 65536,    ///< matches `case {...}`
};
/// Inherited by subclasses.
inline constexpr std::uint32_t kInheritedTypeFlags =
    kTypeIsException | kTypeIsInt | kTypeIsStr | kTypeIsList | kTypeIsTuple | kTypeIsDict |
    kTypeIsType | kTypeIsBytes | kTypeIsSet | kTypeHasFinalizer | kTypeIsFloat |
    kTypeInstancesHaveAttributes | kTypeIsSequence | kTypeIsMapping;

struct Type : Object {
    Vm* vm = nullptr;
    Str* name = nullptr;           ///< `__name__`; owned
    Str* qualifiedName = nullptr;  ///< `__qualname__`; owned
    Type* base = nullptr;          ///< the one that fixes the C++ layout; owned
    Tuple* bases = nullptr;        ///< owned
    std::vector<Type*> mro;        ///< itself first; owned, but for itself
    Dict* dict = nullptr;  ///< class attributes; owned. Change it only through setTypeAttribute.
    std::vector<Type*> subclasses;  ///< borrowed: a dying type takes itself out
    std::uint32_t typeFlags = 0;
    std::uint32_t instanceBytes = 0;  ///< sizeof the C++ object, Attributes included
    std::uint32_t attributesOffset =
        0;  ///< of the Attributes within an instance; 0: none, or `sideAttributes`
    std::uint64_t version = 0;
    Shape* rootShape = nullptr;  ///< owned tree of shapes of instances
    Slots slots;

    [[nodiscard]] bool has(TypeFlags flag) const { return (typeFlags & flag) != 0; }
    [[nodiscard]] bool isSubtypeOf(const Type* other) const {
        if (this == other) return true;
        for (const Type* type : mro) {
            if (type == other) return true;
        }
        return false;
    }
    [[nodiscard]] Attributes* attributesOf(Object* object) const {
        return attributesOffset == 0 ? nullptr
                                     : reinterpret_cast<Attributes*>(
                                           reinterpret_cast<char*>(object) + attributesOffset);
    }
    [[nodiscard]] std::string_view nameView() const;
};

}  // namespace coroscope::runtime
