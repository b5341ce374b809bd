// Values: what a variable holds.
//
// A Value is sixteen bytes: a tag and a payload. None, bool, float and integers
// of 64 bits are held in the payload itself; everything else is a pointer to an
// Object with a reference count. `Value` borrows: copying it counts nothing.
// `Ref` owns one count of what it holds. A function takes `Value`s (its caller
// keeps them alive during the call) and returns a `Ref`.
//
// Two tags are not Python values:
//   Unbound  no value: an empty slot, an omitted argument, the end of an iteration;
//   Raised   returned in place of a value when a Python exception is pending in the
//            Vm (Vm::pending). Every returned Ref must be looked at: see CORO_TRY.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace coroscope::runtime {

class Vm;
struct Type;

/// What every heap object begins with. Objects are made by Heap::make and die
/// when their count falls to zero; when that happens can be observed by the
/// scenario (`__del__`, "never awaited"), so it must happen when it does in CPython.
struct Object {
    std::uint32_t refCount = 1;
    std::uint32_t flags = 0;  ///< free for the object's own type, save the two topmost bits
    Type* type = nullptr;  ///< owned by the Vm; user-defined types are counted by their instances
};

inline constexpr std::uint32_t kObjectHasAside = 1U << 31;   ///< Vm::forget knows something of it
inline constexpr std::uint32_t kObjectFinalized = 1U << 30;  ///< `__del__` has run; it runs once

/// Frees an object whose count fell to zero (bounded recursion, see heap.cpp).
void destroyObject(Object* object);

enum class Tag : std::uint64_t {
    Unbound,
    Raised,
    None,
    NotImplemented,
    Ellipsis,
    Bool,
    Int,
    Float,
    Object
};

struct Value {
    Tag tag;
    union {
        std::int64_t integer;  ///< Int; and Bool, as 0 or 1
        double real;
        Object* object;
    };

    constexpr Value() : tag(Tag::Unbound), integer(0) {}
    constexpr Value(Tag t, std::int64_t i) : tag(t), integer(i) {}
    explicit Value(Object* o) : tag(Tag::Object), object(o) {}
    static constexpr Value none() { return {Tag::None, 0}; }
    static constexpr Value boolean(bool b) { return {Tag::Bool, b ? 1 : 0}; }
    static constexpr Value ofInt(std::int64_t i) { return {Tag::Int, i}; }
    static constexpr Value notImplemented() { return {Tag::NotImplemented, 0}; }
    static constexpr Value ellipsis() { return {Tag::Ellipsis, 0}; }
    static constexpr Value raised() { return {Tag::Raised, 0}; }
    static Value ofFloat(double d) {
        Value v;
        v.tag = Tag::Float;
        v.real = d;
        return v;
    }

    [[nodiscard]] bool isUnbound() const { return tag == Tag::Unbound; }
    [[nodiscard]] bool isRaised() const { return tag == Tag::Raised; }
    [[nodiscard]] bool isNone() const { return tag == Tag::None; }
    [[nodiscard]] bool isBool() const { return tag == Tag::Bool; }
    [[nodiscard]] bool isSmallInt() const { return tag == Tag::Int; }
    [[nodiscard]] bool isFloat() const { return tag == Tag::Float; }
    [[nodiscard]] bool isObject() const { return tag == Tag::Object; }
    [[nodiscard]] bool isNotImplemented() const { return tag == Tag::NotImplemented; }
    [[nodiscard]] bool isTrue() const { return tag == Tag::Bool && integer != 0; }
    /// Is this an object of exactly this type?
    [[nodiscard]] bool is(const Type* type) const {
        return tag == Tag::Object && object->type == type;
    }
    /// The object as a T; the caller knows that it is one.
    template <class T>
    [[nodiscard]] T* as() const {
        assert(tag == Tag::Object);
        return static_cast<T*>(object);
    }
    /// Python's `is`. (For floats and big integers in the same variable CPython says
    /// True; equal payloads are the nearest that unboxed values can say.)
    [[nodiscard]] bool identical(Value other) const {
        return tag == other.tag && integer == other.integer;
    }
};
static_assert(sizeof(Value) == 16 && std::is_trivially_copyable_v<Value>);

inline void retain(Object* object) { ++object->refCount; }
inline void release(Object* object) {
    if (--object->refCount == 0) destroyObject(object);
}
inline void retain(Value value) {
    if (value.tag == Tag::Object) retain(value.object);
}
inline void release(Value value) {
    if (value.tag == Tag::Object) release(value.object);
}

/// Converts to a Ref, an Outcome or a StepOutcome that says "an exception is pending".
struct Raised {};

/// An owned Value.
class [[nodiscard]] Ref {
public:
    Ref() = default;
    Ref(Raised) : value_(Value::raised()) {}
    /// Takes a count of its own.
    Ref(Value value) : value_(value) { retain(value_); }
    Ref(const Ref& other) : value_(other.value_) { retain(value_); }
    Ref(Ref&& other) noexcept : value_(std::exchange(other.value_, Value())) {}
    Ref& operator=(Ref other) noexcept {
        std::swap(value_, other.value_);
        return *this;
    }
    ~Ref() { release(value_); }
    /// Takes over a count that the caller owns.
    static Ref steal(Value value) {
        Ref ref;
        ref.value_ = value;
        return ref;
    }
    static Ref none() { return steal(Value::none()); }
    static Ref boolean(bool b) { return steal(Value::boolean(b)); }
    static Ref ofInt(std::int64_t i) { return steal(Value::ofInt(i)); }
    static Ref ofFloat(double d) { return steal(Value::ofFloat(d)); }
    static Ref notImplemented() { return steal(Value::notImplemented()); }

    operator Value() const { return value_; }
    [[nodiscard]] Value get() const { return value_; }
    /// Gives the count away.
    [[nodiscard]] Value detach() {
        const Value given = value_;
        value_ = Value();
        return given;
    }
    void reset() { *this = Ref(); }

    [[nodiscard]] bool isUnbound() const { return value_.isUnbound(); }
    [[nodiscard]] bool isRaised() const { return value_.isRaised(); }
    [[nodiscard]] bool isNone() const { return value_.isNone(); }
    [[nodiscard]] bool isBool() const { return value_.isBool(); }
    [[nodiscard]] bool isSmallInt() const { return value_.isSmallInt(); }
    [[nodiscard]] bool isFloat() const { return value_.isFloat(); }
    [[nodiscard]] bool isObject() const { return value_.isObject(); }
    [[nodiscard]] bool isNotImplemented() const { return value_.isNotImplemented(); }
    [[nodiscard]] bool isTrue() const { return value_.isTrue(); }
    [[nodiscard]] bool is(const Type* type) const { return value_.is(type); }
    template <class T>
    [[nodiscard]] T* as() const {
        return value_.as<T>();
    }
    Ref take() { return std::move(*this); }  ///< for CORO_TRY

private:
    Value value_;
};

/// An owned pointer to an object of a known C++ type; may be empty.
template <class T>
class Ptr {
public:
    Ptr() = default;
    Ptr(std::nullptr_t) {}
    explicit Ptr(T* object) : object_(object) {
        if (object_) retain(object_);
    }
    Ptr(const Ptr& other) : Ptr(other.object_) {}
    Ptr(Ptr&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
    Ptr& operator=(Ptr other) noexcept {
        std::swap(object_, other.object_);
        return *this;
    }
    ~Ptr() {
        if (object_) release(object_);
    }
    static Ptr steal(T* object) {
        Ptr ptr;
        ptr.object_ = object;
        return ptr;
    }
    [[nodiscard]] T* get() const { return object_; }
    [[nodiscard]] T* detach() { return std::exchange(object_, nullptr); }
    T* operator->() const { return object_; }
    T& operator*() const { return *object_; }
    explicit operator bool() const { return object_ != nullptr; }
    void reset() { *this = Ptr(); }
    /// As a value: None if empty.
    [[nodiscard]] Value valueOrNone() const { return object_ ? Value(object_) : Value::none(); }
    [[nodiscard]] Value value() const { return Value(object_); }
    /// Becomes an owned value.
    Ref toRef() && { return Ref::steal(Value(detach())); }
    Ref toRef() const& { return Ref(Value(object_)); }

private:
    T* object_ = nullptr;
};

/// The result of something that can raise and gives no Python value.
template <class T>
class [[nodiscard]] Outcome {
public:
    Outcome(T value) : value_(std::move(value)) {}
    Outcome(Raised) : raised_(true) {}
    [[nodiscard]] bool isRaised() const { return raised_; }
    T take() { return std::move(value_); }
    const T& operator*() const {
        assert(!raised_);
        return value_;
    }

private:
    T value_{};
    bool raised_ = false;
};

struct Done {};
/// The result of something that can raise and gives nothing.
using Status = Outcome<Done>;
inline constexpr Done kDone{};

/// What running a coroutine, generator or native awaitable up to its next stop gave.
struct [[nodiscard]] StepOutcome {
    enum class Kind : std::uint8_t { Yielded, Returned, Raised };
    Kind kind;
    Ref value;  ///< what it yielded or returned

    static StepOutcome yielded(Ref v) { return {Kind::Yielded, std::move(v)}; }
    static StepOutcome returned(Ref v) { return {Kind::Returned, std::move(v)}; }
    StepOutcome(Raised) : kind(Kind::Raised) {}
    StepOutcome(Kind k, Ref v) : kind(k), value(std::move(v)) {}
};

/// The value of an expression that can raise; returns from the enclosing function
/// (which returns Ref, Outcome<…>, Status or StepOutcome) if it raised.
#define CORO_TRY(...) CORO_TRY_COUNTED(__COUNTER__, __VA_ARGS__)  // the number: they can be nested
#define CORO_TRY_COUNTED(number, ...) CORO_TRY_NAMED(number, __VA_ARGS__)
#define CORO_TRY_NAMED(number, ...) CORO_TRY_AS(coroTried##number, __VA_ARGS__)
#define CORO_TRY_AS(tried, ...)                                      \
    __extension__({                                                  \
        auto tried = (__VA_ARGS__);                                  \
        if (tried.isRaised()) return ::coroscope::runtime::Raised{}; \
        tried.take();                                                \
    })

}  // namespace coroscope::runtime
