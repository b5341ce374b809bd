// What the VM and natives ask of any value: CPython's Objects/abstract.c and
// Objects/object.c, in the parts that a scenario can see.
#include <cmath>

#include <fmt/format.h>

#include "engine/runtime/effort.h"
#include "engine/runtime/fast_paths.h"
#include "engine/runtime/native.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/operator_names.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/generic_alias.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

Ref repr(Vm& vm, Value value) {
    auto* slot = vm.typeOf(value)->slots.repr;
    const Nesting nesting(vm);
    if (nesting.isTooDeep()) return raiseTooDeep(vm, "while getting the repr of an object");
    // At least: a text is made, and mostly joined to another.
    if (!spendEffort(vm, 4)) return Raised{};
    return slot ? slot(vm, value) : objectRepr(vm, value);
}

Ref str(Vm& vm, Value value) {
    if (value.is(vm.types.str)) return value;
    auto* slot = vm.typeOf(value)->slots.str;
    if (!slot) return repr(vm, value);
    const Nesting nesting(vm);
    if (nesting.isTooDeep()) return raiseTooDeep(vm, "while getting the str of an object");
    return slot(vm, value);
}

namespace {
/// A copy. There is room for it, and for what it is going to be a part of: as text, and as a value.
Outcome<std::string> copyOf(Vm& vm, Value text) {
    const std::string_view view = viewOf(text);
    if (view.size() >= Heap::kLargestCell) CORO_TRY(reserveGrowing(vm, view.size()));
    return std::string(view);
}
}  // namespace

Outcome<std::string> reprText(Vm& vm, Value value) {
    Ref text = CORO_TRY(repr(vm, value));
    return copyOf(vm, text);
}

Outcome<std::string> strText(Vm& vm, Value value) {
    Ref text = CORO_TRY(str(vm, value));
    return copyOf(vm, text);
}

/// notimplemented_bool: true still, with a warning.
[[gnu::cold]] static Outcome<bool> truthOfNotImplemented(Vm& vm) {
    Ref module =
        CORO_TRY(importName(vm, vm.intern("warnings"), 0, Value::none(), vm.builtins.get()));
    Ref warn = CORO_TRY(getAttribute(vm, module, vm.intern("warn")));
    Ref text = CORO_TRY(newStr(vm, "NotImplemented should not be used in a boolean context"));
    CORO_TRY(vm.call(warn, {text, Value(vm.exc.DeprecationWarning)}));
    return true;
}

Outcome<bool> truth(Vm& vm, Value value) {
    switch (value.tag) {
        case Tag::Bool: return value.integer != 0;
        case Tag::None: return false;
        case Tag::Int: return value.integer != 0;
        case Tag::Float: return value.real != 0;
        case Tag::Object: break;
        case Tag::NotImplemented: return truthOfNotImplemented(vm);
        default: return true;
    }
    const Slots& slots = value.object->type->slots;
    if (slots.truth) return slots.truth(vm, value);
    if (slots.length) return CORO_TRY(slots.length(vm, value)) != 0;
    return true;
}

Outcome<std::int64_t> hashOf(Vm& vm, Value value) {
    if (value.is(vm.types.str)) return strHash(value.as<Str>());
    Type* type = vm.typeOf(value);
    if (!type->slots.hash) {
        return raise(vm, vm.exc.TypeError, fmt::format("unhashable type: '{}'", type->nameView()));
    }
    if (value.tag != Tag::Object) return type->slots.hash(vm, value);
    const Nesting nesting(vm);
    if (nesting.isTooDeep()) return raiseTooDeep(vm);
    if (!burnFuel(vm, 0)) return Raised{};  // a tuple of tuples can hold one of them many times
    return type->slots.hash(vm, value);
}

namespace {

/// An int or float as the double that equals it, if there surely is one.
[[gnu::always_inline]] inline bool hasExactDouble(Value value, double& out) {
    constexpr std::int64_t kExact = std::int64_t{1} << 53;
    if (value.isFloat()) {
        out = value.real;
        return true;
    }
    out = static_cast<double>(value.integer);
    return value.isSmallInt() && value.integer >= -kExact && value.integer <= kExact;
}

/// Numbers and strings of the plain types, which most comparisons are of; -1 of all others.
[[gnu::always_inline]] inline int comparePlain(Vm& vm, Value a, Value b, Comparison op) {
    if (a.tag != Tag::Object) {
        double x = 0, y = 0;
        if (a.tag != b.tag && hasExactDouble(a, x) && hasExactDouble(b, y))
            return compareNumbers(Value::ofFloat(x), Value::ofFloat(y), op);
        return compareNumbers(a, b, op);
    }
    if (!a.is(vm.types.str) || !b.is(vm.types.str)) return -1;
    if (op == Comparison::Equal) return strEqual(a.as<Str>(), b.as<Str>());
    if (op == Comparison::NotEqual) return !strEqual(a.as<Str>(), b.as<Str>());
    // The order of UTF-8 is that of code points.
    return signFitsComparison(viewOf(a).compare(viewOf(b)), op);
}

/// compare() of two tuples, down to a truth value at once: keys to sort by are often tuples.
Outcome<bool> compareTuples(Vm& vm, Tuple* a, Tuple* b, Comparison op) {
    const auto left = a->span();
    const auto right = b->span();
    for (std::size_t i = 0; i < left.size() && i < right.size(); ++i) {
        if (CORO_TRY(equal(vm, left[i], right[i]))) continue;
        if (op == Comparison::Equal || op == Comparison::NotEqual)
            return op == Comparison::NotEqual;
        return compareTruth(vm, left[i], right[i], op);
    }
    return compareNumbers(Value::ofInt(static_cast<std::int64_t>(left.size())),
                          Value::ofInt(static_cast<std::int64_t>(right.size())), op) != 0;
}

}  // namespace

Ref compare(Vm& vm, Value a, Value b, Comparison op) {
    if (const int known = comparePlain(vm, a, b, op); known >= 0) return Ref::boolean(known != 0);
    static constexpr Comparison kReflected[] = {Comparison::Greater, Comparison::GreaterEqual,
                                                Comparison::Equal,   Comparison::NotEqual,
                                                Comparison::Less,    Comparison::LessEqual};
    // do_richcompare: the right operand goes first where its type is a proper subtype.
    const Nesting nesting(vm);
    if (nesting.isTooDeep()) return raiseTooDeep(vm, "in comparison");
    if (!spendEffort(vm, 1)) return Raised{};
    Type* ta = vm.typeOf(a);
    Type* tb = vm.typeOf(b);
    const Comparison reflected = kReflected[static_cast<int>(op)];
    bool rightTried = false;
    if (ta != tb && tb->slots.compare && tb->isSubtypeOf(ta)) {
        rightTried = true;
        Ref result = CORO_TRY(tb->slots.compare(vm, b, a, reflected));
        if (!result.isNotImplemented()) return result;
    }
    if (ta->slots.compare) {
        Ref result = CORO_TRY(ta->slots.compare(vm, a, b, op));
        if (!result.isNotImplemented()) return result;
    }
    if (!rightTried && tb->slots.compare) {
        Ref result = CORO_TRY(tb->slots.compare(vm, b, a, reflected));
        if (!result.isNotImplemented()) return result;
    }
    if (op == Comparison::Equal) return Ref::boolean(a.identical(b));
    if (op == Comparison::NotEqual) return Ref::boolean(!a.identical(b));
    static constexpr std::string_view kSigns[] = {"<", "<=", "==", "!=", ">", ">="};
    return raise(vm, vm.exc.TypeError,
                 fmt::format("'{}' not supported between instances of '{}' and '{}'",
                             kSigns[static_cast<int>(op)], ta->nameView(), tb->nameView()));
}

Outcome<bool> compareTruth(Vm& vm, Value a, Value b, Comparison op) {
    if (const int known = comparePlain(vm, a, b, op); known >= 0) return known != 0;
    if (a.is(vm.types.tuple) && b.is(vm.types.tuple) && hasNativeRoom(vm)) {
        const Nesting nesting(vm);
        if (!burnFuel(vm, 0)) return Raised{};
        return compareTuples(vm, a.as<Tuple>(), b.as<Tuple>(), op);
    }
    Ref result = CORO_TRY(compare(vm, a, b, op));
    return truth(vm, result);
}

Outcome<bool> equal(Vm& vm, Value a, Value b) {
    takeEffort(vm, 1);  // one of the many that somebody goes through
    if (a.identical(b)) return true;
    if (a.tag == Tag::Int && b.tag == Tag::Int) return false;
    if (a.is(vm.types.str) && b.is(vm.types.str)) return strEqual(a.as<Str>(), b.as<Str>());
    return compareTruth(vm, a, b, Comparison::Equal);
}

namespace {

std::string_view operatorSign(Operator op) {
    static constexpr std::string_view kSigns[] = {"+",  "-",  "*", "/", "//", "%", "** or pow()",
                                                  "<<", ">>", "&", "|", "^",  "@"};
    return kSigns[static_cast<int>(op)];
}

/// What repeats itself by `*` and words a failed `+` or `*` as its own (sq_concat, sq_repeat).
constexpr std::uint32_t kSequence = kTypeIsStr | kTypeIsList | kTypeIsTuple | kTypeIsBytes;

/// Has the type any of CPython's sequence methods (tp_as_sequence)?
bool hasSequenceMethods(const Type* type) {
    return type->has(kTypeIsClass) || type->slots.contains || type->slots.length;
}

/// PyNumber_InPlaceMultiply: where the left operand has sequence methods, be they of another kind,
/// the right one is not asked to repeat itself: `{1} *= [1]` fails otherwise than `{1} * [1]`.
bool keepsFromRepeating(const Type* left, const Type* right) {
    return hasSequenceMethods(left) && !(left->typeFlags & kSequence) &&
           (right->typeFlags & kSequence) && !right->has(kTypeIsClass);
}

/// What arithmetic gives that mixes ints and floats, or divides ints, where the numbers are plain;
/// else unbound.
Value plainArithmetic(Operator op, Value a, Value b) {
    double x = 0, y = 0;
    if (!hasExactDouble(a, x) || !hasExactDouble(b, y)) return {};
    if (op == Operator::TrueDivide) return y == 0 ? Value() : Value::ofFloat(x / y);
    if (a.isSmallInt() && b.isSmallInt()) return {};
    switch (op) {
        case Operator::Add: return Value::ofFloat(x + y);
        case Operator::Subtract: return Value::ofFloat(x - y);
        case Operator::Multiply: return Value::ofFloat(x * y);
        default: return {};
    }
}

/// Does the type concatenate and repeat as a sequence alone (sq_concat, sq_repeat), so that the
/// other operand's `__radd__` or `__rmul__`, which is a number's, is asked before?
bool yieldsToNumbers(Vm& vm, Operator op, Type* type, bool inPlace) {
    if (op != Operator::Add && op != Operator::Multiply) return false;
    if (!(type->typeFlags & kSequence)) return false;
    if (!type->has(kTypeIsClass)) return true;
    const OperatorNames names = operatorNames(vm, op);
    return !lookupInType(vm, type, names.plain).is(vm.types.function) &&
           !(inPlace && lookupInType(vm, type, names.inPlace).is(vm.types.function));
}

/// What the right operand's own class says before a sequence on the left is asked; `asked` where
/// it has been, so that nobody asks again.
Ref numberOnTheRight(Vm& vm, Operator op, Value a, Value b, bool inPlace, bool& asked) {
    Type* tb = vm.typeOf(b);
    if (!tb->has(kTypeIsClass) || !tb->slots.binary ||
        !yieldsToNumbers(vm, op, vm.typeOf(a), inPlace))
        return Ref::notImplemented();
    if (!lookupInType(vm, tb, operatorNames(vm, op).reflected).is(vm.types.function))
        return Ref::notImplemented();
    asked = true;
    return vm.call(CORO_TRY(lookupSpecial(vm, b, operatorNames(vm, op).reflected)), {a});
}

/// binary_op1: NotImplemented where neither side knows.
Ref binaryEither(Vm& vm, Operator op, Value a, Value b, bool inPlace, bool rightAsked) {
    Type* ta = vm.typeOf(a);
    Type* tb = vm.typeOf(b);
    auto* left = ta->slots.binary;
    auto* right = ta == tb || rightAsked ? nullptr : tb->slots.binary;
    if (inPlace && op == Operator::Multiply && keepsFromRepeating(ta, tb)) right = nullptr;
    if (left == right) right = nullptr;
    if (left) {
        if (right && tb->isSubtypeOf(ta)) {
            Ref result = CORO_TRY(right(vm, op, a, b));
            if (!result.isNotImplemented()) return result;
            right = nullptr;
        }
        Ref result = CORO_TRY(left(vm, op, a, b));
        if (!result.isNotImplemented()) return result;
    }
    if (right) return right(vm, op, a, b);
    return Ref::notImplemented();
}

Raised raiseUnsupported(Vm& vm, Operator op, Value a, Value b, bool inPlace) {
    Type* ta = vm.typeOf(a);
    Type* tb = vm.typeOf(b);
    if (op == Operator::Add && (ta->typeFlags & kSequence)) {
        if (ta->has(kTypeIsBytes)) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("can't concat {} to {}", tb->nameView(), ta->nameView()));
        }
        const std::string_view name = ta->has(kTypeIsStr)    ? "str"
                                      : ta->has(kTypeIsList) ? "list"
                                                             : "tuple";
        if (inPlace && ta->has(kTypeIsList)) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("'{}' object is not iterable", tb->nameView()));
        }
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("can only concatenate {} (not \"{}\") to {}", name, tb->nameView(), name));
    }
    if (op == Operator::Multiply && ((ta->typeFlags | tb->typeFlags) & kSequence) &&
        !(inPlace && keepsFromRepeating(ta, tb))) {
        Type* other = (ta->typeFlags & kSequence) ? tb : ta;
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("can't multiply sequence by non-int of type '{}'", other->nameView()));
    }
    std::string sign(operatorSign(op));
    if (inPlace) sign = op == Operator::Power ? "**=" : sign + "=";
    return raise(vm, vm.exc.TypeError,
                 fmt::format("unsupported operand type(s) for {}: '{}' and '{}'", sign,
                             ta->nameView(), tb->nameView()));
}

}  // namespace

Ref binary(Vm& vm, Operator op, Value a, Value b, bool inPlace) {
    if (const Value known = plainArithmetic(op, a, b); !known.isUnbound()) return Ref(known);
    bool rightAsked = false;
    Ref number = CORO_TRY(numberOnTheRight(vm, op, a, b, inPlace, rightAsked));
    if (!number.isNotImplemented()) return number;
    if (inPlace) {
        if (auto* slot = vm.typeOf(a)->slots.inPlace) {
            Ref result = CORO_TRY(slot(vm, op, a, b));
            if (!result.isNotImplemented()) return result;
        }
    }
    Ref result = CORO_TRY(binaryEither(vm, op, a, b, inPlace, rightAsked));
    if (result.isNotImplemented()) return raiseUnsupported(vm, op, a, b, inPlace);
    return result;
}

Ref unary(Vm& vm, UnaryOperator op, Value value) {
    if (auto* slot = vm.typeOf(value)->slots.unary) {
        Ref result = CORO_TRY(slot(vm, op, value));
        if (!result.isNotImplemented()) return result;
    }
    if (op == UnaryOperator::Absolute) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("bad operand type for abs(): '{}'", vm.typeOf(value)->nameView()));
    }
    static constexpr std::string_view kSigns[] = {"-", "+", "~"};
    return raise(vm, vm.exc.TypeError,
                 fmt::format("bad operand type for unary {}: '{}'", kSigns[static_cast<int>(op)],
                             vm.typeOf(value)->nameView()));
}

Ref getItem(Vm& vm, Value container, Value key) {
    Type* type = vm.typeOf(container);
    if (type->slots.getItem) return type->slots.getItem(vm, container, key);
    if (isType(container)) {
        // `type[C]`, `list[int]`, and classes with __class_getitem__.
        if (container.object == vm.types.type) return makeGenericAlias(vm, container, key);
        Ref method = CORO_TRY(findAttribute(vm, container, vm.names.__class_getitem__));
        if (!method.isUnbound()) return vm.call(method, {key});
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("type '{}' is not subscriptable", container.as<Type>()->nameView()));
    }
    return raise(vm, vm.exc.TypeError,
                 fmt::format("'{}' object is not subscriptable", type->nameView()));
}

Status setItem(Vm& vm, Value container, Value key, Value value) {
    Type* type = vm.typeOf(container);
    if (type->slots.setItem) return type->slots.setItem(vm, container, key, value);
    // PyObject_DelItem words it otherwise where PySequence_DelItem gets to say it.
    const bool isSequence = hasSequenceMethods(type);
    const bool isIndex =
        isInt(key) || !lookupInType(vm, vm.typeOf(key), vm.names.__index__).isUnbound();
    return raise(vm, vm.exc.TypeError,
                 fmt::format("'{}' object {} item {}", type->nameView(),
                             value.isUnbound() && isSequence && isIndex ? "doesn't support"
                                                                        : "does not support",
                             value.isUnbound() ? "deletion" : "assignment"));
}

Outcome<bool> contains(Vm& vm, Value container, Value item) {
    Type* type = vm.typeOf(container);
    if (type->slots.contains) return type->slots.contains(vm, container, item);
    if (!type->slots.iterate && !type->slots.getItem) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("argument of type '{}' is not iterable", type->nameView()));
    }
    Ref iterator = iterate(vm, container);
    if (iterator.isRaised()) {
        if (!swallow(vm, vm.exc.TypeError)) return Raised{};
        return raise(vm, vm.exc.TypeError,
                     fmt::format("argument of type '{}' is not iterable", type->nameView()));
    }
    for (;;) {
        Ref each = CORO_TRY(next(vm, iterator));
        if (each.isUnbound()) return false;
        if (CORO_TRY(equal(vm, each, item))) return true;
        if (!burnFuel(vm, 1)) return Raised{};
    }
}

Outcome<std::int64_t> length(Vm& vm, Value value) {
    Type* type = vm.typeOf(value);
    if (type->slots.length) return type->slots.length(vm, value);
    return raise(vm, vm.exc.TypeError,
                 fmt::format("object of type '{}' has no len()", type->nameView()));
}

Ref iterate(Vm& vm, Value iterable) {
    Type* type = vm.typeOf(iterable);
    if (type->slots.iterate) {
        Ref iterator = CORO_TRY(type->slots.iterate(vm, iterable));
        if (!vm.typeOf(iterator)->slots.next) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("iter() returned non-iterator of type '{}'",
                                     vm.typeOf(iterator)->nameView()));
        }
        return iterator;
    }
    // The old protocol: __getitem__ with 0, 1, 2 … until IndexError.
    if (type->slots.getItem && !type->has(kTypeIsDict)) return makeSequenceIterator(vm, iterable);
    return raise(vm, vm.exc.TypeError,
                 fmt::format("'{}' object is not iterable", type->nameView()));
}

Ref next(Vm& vm, Value iterator) {
    auto* slot = vm.typeOf(iterator)->slots.next;
    if (!slot) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("'{}' object is not an iterator", vm.typeOf(iterator)->nameView()));
    }
    // An iterator over an iterator over an iterator …
    const Nesting nesting(vm);
    if (nesting.isTooDeep()) return raiseTooDeep(vm);
    return slot(vm, iterator);
}

Outcome<double> asDouble(Vm& vm, Value value) {
    if (value.isFloat()) return value.real;
    if (value.isSmallInt() || value.isBool()) return static_cast<double>(value.integer);
    Value made = value;
    Ref keep;
    if (!hasFlag(value, kTypeIsFloat) || !value.is(vm.types.float_)) {
        keep = CORO_TRY(vm.call(Value(vm.types.float_), {value}));
        made = keep;
    }
    if (made.isFloat()) return made.real;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("must be real number, not {}", vm.typeOf(value)->nameView()));
}

Outcome<bool> isSubclass(Vm& vm, Value type, Value typeOrTuple) {
    if (typeOrTuple.is(vm.types.tuple)) {
        const Nesting nesting(vm);
        if (nesting.isTooDeep()) return raiseTooDeep(vm, "in __subclasscheck__");
        for (Value each : typeOrTuple.as<Tuple>()->span()) {
            if (!spendEffort(vm, 8)) return Raised{};
            if (CORO_TRY(isSubclass(vm, type, each))) return true;
        }
        return false;
    }
    Ref hook = CORO_TRY(lookupSpecial(vm, typeOrTuple, vm.names.__subclasscheck__));
    if (!hook.isUnbound()) return truth(vm, CORO_TRY(vm.call(hook, {type})));
    if (!isType(type)) return raise(vm, vm.exc.TypeError, "issubclass() arg 1 must be a class");
    if (isType(typeOrTuple)) return type.as<Type>()->isSubtypeOf(typeOrTuple.as<Type>());
    return raise(vm, vm.exc.TypeError,
                 "issubclass() arg 2 must be a class, a tuple of classes, or a union");
}

/// object_isinstance: by its `__class__` an object may claim to be of another class (a proxy, a
/// stand-in for tests).
static Outcome<bool> claimsToBe(Vm& vm, Value value, Type* wanted) {
    Type* own = vm.typeOf(value);
    if (!own->slots.getAttribute && lookupInType(vm, own, vm.names.__class__).is(vm.types.getSet)) {
        return false;
    }
    Ref claimed = CORO_TRY(findAttribute(vm, value, vm.names.__class__));
    return isType(claimed) && claimed.as<Type>() != own && claimed.as<Type>()->isSubtypeOf(wanted);
}

Outcome<bool> isInstance(Vm& vm, Value value, Value typeOrTuple) {
    if (typeOrTuple.is(vm.types.tuple)) {
        const Nesting nesting(vm);
        if (nesting.isTooDeep()) return raiseTooDeep(vm, "in __instancecheck__");
        for (Value each : typeOrTuple.as<Tuple>()->span()) {
            if (!spendEffort(vm, 8)) return Raised{};
            if (CORO_TRY(isInstance(vm, value, each))) return true;
        }
        return false;
    }
    const bool isClass = isType(typeOrTuple);
    if (isClass && vm.typeOf(value) == typeOrTuple.as<Type>()) return true;  // whatever a hook says
    Ref hook = CORO_TRY(lookupSpecial(vm, typeOrTuple, vm.names.__instancecheck__));
    if (!hook.isUnbound()) return truth(vm, CORO_TRY(vm.call(hook, {value})));
    if (isClass) {
        auto* type = typeOrTuple.as<Type>();
        return vm.typeOf(value)->isSubtypeOf(type) || CORO_TRY(claimsToBe(vm, value, type));
    }
    return raise(vm, vm.exc.TypeError,
                 "isinstance() arg 2 must be a type, a tuple of types, or a union");
}

// --- calling -----------------------------------------------------------------------------------

Ref Vm::call(Value callable, std::initializer_list<Value> arguments) {
    return call(callable, Arguments{arguments.begin(), static_cast<std::uint32_t>(arguments.size()),
                                    0, nullptr});
}

Ref Vm::callMethod(Value object, Str* name, std::initializer_list<Value> arguments) {
    Ref method = CORO_TRY(getAttribute(*this, object, name));
    return call(method, arguments);
}

}  // namespace coroscope::runtime
