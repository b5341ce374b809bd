// The bridge between slots and dunder methods, in both directions
// (Objects/typeobject.c: slotdefs, update_slot, add_operators).
//
// A class of the scenario that defines `__len__` gets Slots::length that calls it; a
// native type with Slots::length gets a `__len__` in its dict that calls the slot.
#include <fmt/format.h>

#include "engine/runtime/native.h"
#include "engine/runtime/traceback.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

// --- slots that call the scenario's methods -------------------------------------------------

/// Calls a special method looked up on the type; Unbound if there is none.
Ref callSpecial(Vm& vm, Value self, Str* name, std::initializer_list<Value> arguments) {
    Value found = lookupInType(vm, vm.typeOf(self), name);
    if (found.isUnbound()) return {};
    Value values[4];
    std::uint32_t count = 0;
    if (found.is(vm.types.function)) {
        values[count++] = self;
        for (Value argument : arguments) values[count++] = argument;
        Ref keep(found);
        return vm.call(found, Arguments{values, count, 0, nullptr});
    }
    Ref bound = CORO_TRY(lookupSpecial(vm, self, name));
    for (Value argument : arguments) values[count++] = argument;
    return vm.call(bound, Arguments{values, count, 0, nullptr});
}

Ref classRepr(Vm& vm, Value self) {
    Ref text = CORO_TRY(callSpecial(vm, self, vm.names.__repr__, {}));
    if (text.isUnbound()) return objectRepr(vm, self);
    if (!isStr(text)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("__repr__ returned non-string (type {})", vm.typeOf(text)->nameView()));
    }
    return text;
}

Ref classStr(Vm& vm, Value self) {
    Ref text = CORO_TRY(callSpecial(vm, self, vm.names.__str__, {}));
    if (text.isUnbound()) return classRepr(vm, self);
    if (!isStr(text)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("__str__ returned non-string (type {})", vm.typeOf(text)->nameView()));
    }
    return text;
}

Outcome<std::int64_t> classHash(Vm& vm, Value self) {
    Value found = lookupInType(vm, vm.typeOf(self), vm.names.__hash__);
    if (found.isUnbound() || found.isNone()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("unhashable type: '{}'", vm.typeOf(self)->nameView()));
    }
    Ref result = CORO_TRY(callSpecial(vm, self, vm.names.__hash__, {}));
    if (!isInt(result))
        return raise(vm, vm.exc.TypeError, "__hash__ method should return an integer");
    // slot_tp_hash: what fits in 64 bits is the hash itself (that of a str, say), not to be hashed
    // as an int.
    if (result.isSmallInt()) return result.get().integer == -1 ? -2 : result.get().integer;
    return hashOf(vm, result);
}

Str* comparisonName(Vm& vm, Comparison op) {
    switch (op) {
        case Comparison::Less: return vm.names.__lt__;
        case Comparison::LessEqual: return vm.names.__le__;
        case Comparison::Equal: return vm.names.__eq__;
        case Comparison::NotEqual: return vm.names.__ne__;
        case Comparison::Greater: return vm.names.__gt__;
        case Comparison::GreaterEqual: return vm.names.__ge__;
    }
    return nullptr;
}

Ref classCompare(Vm& vm, Value self, Value other, Comparison op) {
    Value found = lookupInType(vm, vm.typeOf(self), comparisonName(vm, op));
    if (found.isUnbound() || found.isNone()) return Ref::notImplemented();
    return callSpecial(vm, self, comparisonName(vm, op), {other});
}

Ref classCall(Vm& vm, Value self, const Arguments& arguments) {
    Ref method = CORO_TRY(lookupSpecial(vm, self, vm.names.__call__));
    if (method.isUnbound()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'{}' object is not callable", vm.typeOf(self)->nameView()));
    }
    return vm.call(method, arguments);
}

Ref classGetAttribute(Vm& vm, Value self, Str* name) {
    Type* type = vm.typeOf(self);
    Value own = lookupInType(vm, type, vm.names.__getattribute__);
    Ref result;
    if (own.is(vm.types.function)) {
        result = callSpecial(vm, self, vm.names.__getattribute__, {Value(name)});
    } else {
        // The nearest native base decides (object's rule for nearly all).
        auto* native = type->base ? type->base->slots.getAttribute : nullptr;
        while (native == classGetAttribute)
            native = (type = type->base)->base ? type->base->slots.getAttribute : nullptr;
        result = native ? native(vm, self, name) : genericGetAttribute(vm, self, name);
    }
    if (result.isUnbound() || (result.isRaised() && !vm.stopped())) {
        Value fallback = lookupInType(vm, vm.typeOf(self), vm.names.__getattr__);
        if (fallback.isUnbound()) return result;
        if (result.isRaised() && !swallow(vm, vm.exc.AttributeError)) return result;
        return callSpecial(vm, self, vm.names.__getattr__, {Value(name)});
    }
    return result;
}

Status classSetAttribute(Vm& vm, Value self, Str* name, Value value) {
    if (value.isUnbound()) {
        CORO_TRY(callSpecial(vm, self, vm.names.__delattr__, {Value(name)}));
    } else {
        CORO_TRY(callSpecial(vm, self, vm.names.__setattr__, {Value(name), value}));
    }
    return kDone;
}

Ref classIterate(Vm& vm, Value self) {
    Value found = lookupInType(vm, vm.typeOf(self), vm.names.__iter__);
    if (found.isNone()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'{}' object is not iterable", vm.typeOf(self)->nameView()));
    }
    return callSpecial(vm, self, vm.names.__iter__, {});
}

Ref classNext(Vm& vm, Value self) {
    Ref result = callSpecial(vm, self, vm.names.__next__, {});
    if (result.isRaised() && !vm.stopped() && vm.pending &&
        vm.pending->type->isSubtypeOf(vm.exc.StopIteration)) {
        vm.pending.reset();
        return {};
    }
    return result;
}

Outcome<std::int64_t> classLength(Vm& vm, Value self) {
    Ref result = CORO_TRY(callSpecial(vm, self, vm.names.__len__, {}));
    const std::int64_t count = CORO_TRY(asIndex(vm, result));
    if (count < 0) return raise(vm, vm.exc.ValueError, "__len__() should return >= 0");
    return count;
}

Outcome<bool> classTruth(Vm& vm, Value self) {
    if (!lookupInType(vm, vm.typeOf(self), vm.names.__bool__).isUnbound()) {
        Ref result = CORO_TRY(callSpecial(vm, self, vm.names.__bool__, {}));
        if (!result.isBool()) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("__bool__ should return bool, returned {}",
                                     vm.typeOf(result)->nameView()));
        }
        return result.isTrue();
    }
    return CORO_TRY(length(vm, self)) != 0;
}

Ref classGetItem(Vm& vm, Value self, Value key) {
    return callSpecial(vm, self, vm.names.__getitem__, {key});
}

Status classSetItem(Vm& vm, Value self, Value key, Value value) {
    Str* name = value.isUnbound() ? vm.names.__delitem__ : vm.names.__setitem__;
    if (lookupInType(vm, vm.typeOf(self), name).isUnbound()) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("'{}' object does not support item {}", vm.typeOf(self)->nameView(),
                        value.isUnbound() ? "deletion" : "assignment"));
    }
    if (value.isUnbound()) {
        CORO_TRY(callSpecial(vm, self, name, {key}));
    } else {
        CORO_TRY(callSpecial(vm, self, name, {key, value}));
    }
    return kDone;
}

Outcome<bool> classContains(Vm& vm, Value self, Value item) {
    Value found = lookupInType(vm, vm.typeOf(self), vm.names.__contains__);
    if (found.isNone()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'{}' object is not a container", vm.typeOf(self)->nameView()));
    }
    return truth(vm, CORO_TRY(callSpecial(vm, self, vm.names.__contains__, {item})));
}

struct OperatorNames {
    Str *plain, *reflected, *inPlace;
};

OperatorNames operatorNames(Vm& vm, Operator op) {
    const Names& n = vm.names;
    switch (op) {
        case Operator::Add: return {n.__add__, n.__radd__, n.__iadd__};
        case Operator::Subtract: return {n.__sub__, n.__rsub__, n.__isub__};
        case Operator::Multiply: return {n.__mul__, n.__rmul__, n.__imul__};
        case Operator::TrueDivide: return {n.__truediv__, n.__rtruediv__, n.__itruediv__};
        case Operator::FloorDivide: return {n.__floordiv__, n.__rfloordiv__, n.__ifloordiv__};
        case Operator::Modulo: return {n.__mod__, n.__rmod__, n.__imod__};
        case Operator::Power: return {n.__pow__, n.__rpow__, n.__ipow__};
        case Operator::LeftShift: return {n.__lshift__, n.__rlshift__, n.__ilshift__};
        case Operator::RightShift: return {n.__rshift__, n.__rrshift__, n.__irshift__};
        case Operator::And: return {n.__and__, n.__rand__, n.__iand__};
        case Operator::Or: return {n.__or__, n.__ror__, n.__ior__};
        case Operator::Xor: return {n.__xor__, n.__rxor__, n.__ixor__};
        case Operator::MatrixMultiply: return {n.__matmul__, n.__rmatmul__, n.__imatmul__};
    }
    return {};
}

/// CPython's SLOT1BINFULL: called once, for whichever operand; knows both sides.
Ref classBinary(Vm& vm, Operator op, Value left, Value right) {
    const OperatorNames names = operatorNames(vm, op);
    Type* leftType = vm.typeOf(left);
    Type* rightType = vm.typeOf(right);
    const bool rightKnows = leftType != rightType && rightType->slots.binary == classBinary;
    bool rightTried = false;
    if (leftType->slots.binary == classBinary) {
        if (rightKnows && rightType->isSubtypeOf(leftType)) {
            Value theirs = lookupInType(vm, rightType, names.reflected);
            if (!theirs.isUnbound() &&
                !theirs.identical(lookupInType(vm, leftType, names.reflected))) {
                Ref result = CORO_TRY(callSpecial(vm, right, names.reflected, {left}));
                if (!result.isNotImplemented()) return result;
                rightTried = true;
            }
        }
        Ref result = CORO_TRY(callSpecial(vm, left, names.plain, {right}));
        if (!result.isUnbound() && !result.isNotImplemented()) return result;
    }
    if (rightType->slots.binary == classBinary && leftType != rightType && !rightTried) {
        Ref result = CORO_TRY(callSpecial(vm, right, names.reflected, {left}));
        if (!result.isUnbound()) return result;
    }
    return Ref::notImplemented();
}

Ref classInPlace(Vm& vm, Operator op, Value self, Value other) {
    Ref result = CORO_TRY(callSpecial(vm, self, operatorNames(vm, op).inPlace, {other}));
    return result.isUnbound() ? Ref::notImplemented() : result;
}

Str* unaryName(Vm& vm, UnaryOperator op) {
    switch (op) {
        case UnaryOperator::Negative: return vm.names.__neg__;
        case UnaryOperator::Positive: return vm.names.__pos__;
        case UnaryOperator::Invert: return vm.names.__invert__;
        case UnaryOperator::Absolute: return vm.names.__abs__;
    }
    return nullptr;
}

Ref classUnary(Vm& vm, UnaryOperator op, Value self) {
    Ref result = CORO_TRY(callSpecial(vm, self, unaryName(vm, op), {}));
    return result.isUnbound() ? Ref::notImplemented() : result;
}

Ref classIndex(Vm& vm, Value self) {
    Str* name = lookupInType(vm, vm.typeOf(self), vm.names.__index__).isUnbound()
                    ? vm.names.__int__
                    : vm.names.__index__;
    return callSpecial(vm, self, name, {});
}

Ref classDescriptorGet(Vm& vm, Value self, Value instance, Type* owner) {
    Value found = lookupInType(vm, vm.typeOf(self), vm.names.__get__);
    if (found.isUnbound()) return self;
    return callSpecial(vm, self, vm.names.__get__,
                       {instance.isUnbound() ? Value::none() : instance, Value(owner)});
}

Status classDescriptorSet(Vm& vm, Value self, Value instance, Value value) {
    Str* name = value.isUnbound() ? vm.names.__delete__ : vm.names.__set__;
    if (lookupInType(vm, vm.typeOf(self), name).isUnbound())
        return raise(vm, vm.exc.AttributeError, name->view());
    if (value.isUnbound()) {
        CORO_TRY(callSpecial(vm, self, name, {instance}));
    } else {
        CORO_TRY(callSpecial(vm, self, name, {instance, value}));
    }
    return kDone;
}

Ref classAwait(Vm& vm, Value self) { return callSpecial(vm, self, vm.names.__await__, {}); }
Ref classAsyncIterate(Vm& vm, Value self) { return callSpecial(vm, self, vm.names.__aiter__, {}); }
Ref classAsyncNext(Vm& vm, Value self) { return callSpecial(vm, self, vm.names.__anext__, {}); }

Ref classConstruct(Vm& vm, Type* type, const Arguments& arguments) {
    Value found = lookupInType(vm, type, vm.names.__new__);
    Ref keep(found);
    Ref function = CORO_TRY(bindAttribute(vm, found, Value(), type));
    std::vector<Value> values{Value(type)};
    values.insert(values.end(), arguments.values, arguments.values + arguments.total());
    return vm.call(function, Arguments{values.data(), arguments.positional + 1, arguments.keywords,
                                       arguments.keywordNames});
}

Status classInit(Vm& vm, Value self, const Arguments& arguments) {
    Value found = lookupInType(vm, vm.typeOf(self), vm.names.__init__);
    Ref keep(found);
    Ref result;
    if (found.is(vm.types.function)) {
        constexpr std::size_t kInline = 8;
        Value local[kInline];
        std::vector<Value> many;
        Value* values = local;
        const std::size_t total = arguments.total();
        if (total + 1 > kInline) {
            many.resize(total + 1);
            values = many.data();
        }
        values[0] = self;
        for (std::size_t i = 0; i < total; ++i) values[i + 1] = arguments.values[i];
        result = CORO_TRY(vm.call(found, Arguments{values, arguments.positional + 1,
                                                   arguments.keywords, arguments.keywordNames}));
    } else {
        Ref bound = CORO_TRY(bindAttribute(vm, found, self, vm.typeOf(self)));
        result = CORO_TRY(vm.call(bound, arguments));
    }
    if (!result.isNone()) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("__init__() should return None, not '{}'", vm.typeOf(result)->nameView()));
    }
    return kDone;
}

void classFinalize(Vm& vm, Object* object) {
    if (object->flags & kObjectFinalized) return;
    object->flags |= kObjectFinalized;
    if (vm.stopped()) return;
    // An exception that is under way goes on afterwards as if nothing had been.
    Ptr<Exception> saved = std::move(vm.pending);
    Ref result = callSpecial(vm, Value(object), vm.names.__del__, {});
    if (result.isRaised() && vm.pending) {
        Ptr<Exception> raised = takePending(vm);
        Ref function(lookupInType(vm, object->type, vm.names.__del__));
        auto text = reprText(vm, function);
        vm.host.write(Stream::Err, fmt::format("Exception ignored in: {}\n{}",
                                               text.isRaised() ? "__del__" : *text,
                                               formatIgnored(vm, raised.get())));
    }
    vm.pending = std::move(saved);
}

// --- which dunder calls for which slot ---------------------------------------------------------

/// One slot: the names that ask for it, where it lies in Slots, and the function that calls them.
struct SlotRow {
    std::vector<Str * Names::*> names;
    std::size_t offset;
    void* generic;
};

template <class F>
SlotRow row(std::vector<Str * Names::*> names, F Slots::*slot, F generic) {
    static const Slots probe{};
    const auto offset = static_cast<std::size_t>(reinterpret_cast<const char*>(&(probe.*slot)) -
                                                 reinterpret_cast<const char*>(&probe));
    return {std::move(names), offset, reinterpret_cast<void*>(generic)};
}

#define CORO_N(name) &Names::name
const std::vector<Str* Names::*> kBinaryNames = {
    CORO_N(__add__),      CORO_N(__radd__),      CORO_N(__sub__),     CORO_N(__rsub__),
    CORO_N(__mul__),      CORO_N(__rmul__),      CORO_N(__truediv__), CORO_N(__rtruediv__),
    CORO_N(__floordiv__), CORO_N(__rfloordiv__), CORO_N(__mod__),     CORO_N(__rmod__),
    CORO_N(__pow__),      CORO_N(__rpow__),      CORO_N(__lshift__),  CORO_N(__rlshift__),
    CORO_N(__rshift__),   CORO_N(__rrshift__),   CORO_N(__and__),     CORO_N(__rand__),
    CORO_N(__or__),       CORO_N(__ror__),       CORO_N(__xor__),     CORO_N(__rxor__),
    CORO_N(__matmul__),   CORO_N(__rmatmul__)};
const std::vector<Str* Names::*> kInPlaceNames = {
    CORO_N(__iadd__),      CORO_N(__isub__), CORO_N(__imul__), CORO_N(__itruediv__),
    CORO_N(__ifloordiv__), CORO_N(__imod__), CORO_N(__ipow__), CORO_N(__ilshift__),
    CORO_N(__irshift__),   CORO_N(__iand__), CORO_N(__ior__),  CORO_N(__ixor__),
    CORO_N(__imatmul__)};
const std::vector<Str* Names::*> kCompareNames = {CORO_N(__lt__), CORO_N(__le__), CORO_N(__eq__),
                                                  CORO_N(__ne__), CORO_N(__gt__), CORO_N(__ge__)};

const std::vector<SlotRow>& slotRows() {
    static const std::vector<SlotRow> rows = {
        row({CORO_N(__repr__)}, &Slots::repr, &classRepr),
        row({CORO_N(__str__)}, &Slots::str, &classStr),
        row({CORO_N(__hash__)}, &Slots::hash, &classHash),
        row(kCompareNames, &Slots::compare, &classCompare),
        row({CORO_N(__call__)}, &Slots::call, &classCall),
        row({CORO_N(__getattribute__), CORO_N(__getattr__)}, &Slots::getAttribute,
            &classGetAttribute),
        row({CORO_N(__setattr__), CORO_N(__delattr__)}, &Slots::setAttribute, &classSetAttribute),
        row({CORO_N(__iter__)}, &Slots::iterate, &classIterate),
        row({CORO_N(__next__)}, &Slots::next, &classNext),
        row({CORO_N(__len__)}, &Slots::length, &classLength),
        row({CORO_N(__bool__)}, &Slots::truth, &classTruth),
        row({CORO_N(__getitem__)}, &Slots::getItem, &classGetItem),
        row({CORO_N(__setitem__), CORO_N(__delitem__)}, &Slots::setItem, &classSetItem),
        row({CORO_N(__contains__)}, &Slots::contains, &classContains),
        row(kBinaryNames, &Slots::binary, &classBinary),
        row(kInPlaceNames, &Slots::inPlace, &classInPlace),
        row({CORO_N(__neg__), CORO_N(__pos__), CORO_N(__invert__), CORO_N(__abs__)}, &Slots::unary,
            &classUnary),
        row({CORO_N(__index__), CORO_N(__int__)}, &Slots::index, &classIndex),
        row({CORO_N(__get__)}, &Slots::descriptorGet, &classDescriptorGet),
        row({CORO_N(__set__), CORO_N(__delete__)}, &Slots::descriptorSet, &classDescriptorSet),
        row({CORO_N(__await__)}, &Slots::await, &classAwait),
        row({CORO_N(__aiter__)}, &Slots::asyncIterate, &classAsyncIterate),
        row({CORO_N(__anext__)}, &Slots::asyncNext, &classAsyncNext),
        row({CORO_N(__new__)}, &Slots::construct, &classConstruct),
        row({CORO_N(__init__)}, &Slots::init, &classInit),
        row({CORO_N(__del__)}, &Slots::finalize, &classFinalize),
    };
    return rows;
}
#undef CORO_N

void*& slotAt(Slots& slots, std::size_t offset) {
    return *reinterpret_cast<void**>(reinterpret_cast<char*>(&slots) + offset);
}

/// The first type in the MRO whose dict has the name.
Type* definer(Type* type, Str* name) {
    for (Type* each : type->mro) {
        if (!dictGetStr(each->dict, name).isUnbound()) return each;
    }
    return nullptr;
}

}  // namespace

void updateClassSlots(Vm& vm, Type* type) {
    for (const SlotRow& slotRow : slotRows()) {
        void* chosen = nullptr;
        for (Str* Names::*name : slotRow.names) {
            Type* where = definer(type, vm.names.*name);
            if (!where) continue;
            if (where->has(kTypeIsClass)) {
                chosen = slotRow.generic;
                break;
            }
            // Native: the slot itself, unless two names disagree about where it comes from.
            void* native = slotAt(where->slots, slotRow.offset);
            if (chosen && chosen != native) {
                chosen = slotRow.generic;
                break;
            }
            chosen = native;
        }
        if (!chosen && type->base && !type->base->has(kTypeIsClass))
            chosen = slotAt(type->base->slots, slotRow.offset);
        slotAt(type->slots, slotRow.offset) = chosen;
    }
    // A class whose truth comes from __len__ only needs no slot: truth() asks length.
    type->typeFlags = type->slots.finalize ? (type->typeFlags | kTypeHasFinalizer)
                                           : (type->typeFlags & ~kTypeHasFinalizer);
    for (Type* below : type->subclasses) {
        if (below->has(kTypeIsClass)) updateClassSlots(vm, below);
    }
}

// --- dunder methods that call slots -------------------------------------------------------------

namespace {

enum class WrapKind : std::uint8_t {
    Repr,
    Str,
    Hash,
    Compare,
    Call,
    GetAttribute,
    SetAttribute,
    DelAttribute,
    Iterate,
    Next,
    Length,
    Truth,
    GetItem,
    SetItem,
    DelItem,
    Contains,
    Binary,
    BinaryReflected,
    InPlace,
    Unary,
    Index,
    Get,
    Set,
    Delete,
    Await,
    AsyncIterate,
    AsyncNext,
    Init,
    New,
};

struct Wrapper : NativeFunction {
    WrapKind kind = WrapKind::Repr;
    int operation = 0;
};

Ref statusToNone(Status status) { return status.isRaised() ? Ref(Raised{}) : Ref::none(); }

Ref callWrapper(Vm& vm, Wrapper* wrapper, const Arguments& a) {
    Type* owner = wrapper->owner;
    const Slots& slots = owner->slots;
    if (wrapper->kind == WrapKind::New) {
        if (a.positional == 0 || !isType(a[0])) {
            return raise(
                vm, vm.exc.TypeError,
                fmt::format("{}.__new__(X): X is not a type object ({})", owner->nameView(),
                            a.positional ? vm.typeOf(a[0])->nameView() : "missing"));
        }
        if (!a[0].as<Type>()->isSubtypeOf(owner)) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{0}.__new__({1}): {1} is not a subtype of {0}",
                                     owner->nameView(), a[0].as<Type>()->nameView()));
        }
        return slots.construct(vm, a[0].as<Type>(), a.withoutFirst());
    }
    if (a.positional == 0) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("descriptor '{}' of '{}' object needs an argument",
                                 wrapper->name->view(), owner->nameView()));
    }
    const Value self = a[0];
    if (!vm.typeOf(self)->isSubtypeOf(owner)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("descriptor '{}' requires a '{}' object but received a '{}'",
                        wrapper->name->view(), owner->nameView(), vm.typeOf(self)->nameView()));
    }
    if (wrapper->kind == WrapKind::Call) return slots.call(vm, self, a.withoutFirst());
    if (wrapper->kind == WrapKind::Init)
        return statusToNone(slots.init(vm, self, a.withoutFirst()));
    const int given = static_cast<int>(a.positional) - 1;
    if (given < wrapper->minimum - 1 || given > wrapper->maximum - 1) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("expected {} argument{}, got {}", wrapper->minimum - 1,
                                 wrapper->minimum == 2 ? "" : "s", given));
    }
    switch (wrapper->kind) {
        case WrapKind::Repr: return slots.repr(vm, self);
        case WrapKind::Str: return slots.str(vm, self);
        case WrapKind::Hash: return Ref::ofInt(CORO_TRY(slots.hash(vm, self)));
        case WrapKind::Compare:
            return slots.compare(vm, self, a[1], static_cast<Comparison>(wrapper->operation));
        case WrapKind::GetAttribute: {
            if (!isStr(a[1])) return raise(vm, vm.exc.TypeError, "attribute name must be string");
            Str* name = vm.intern(a[1].as<Str>());
            Ref found = slots.getAttribute ? slots.getAttribute(vm, self, name)
                                           : genericGetAttribute(vm, self, name);
            if (found.isUnbound()) {
                Ptr<Exception> exception =
                    makeException(vm, vm.exc.AttributeError,
                                  fmt::format("'{}' object has no attribute '{}'",
                                              vm.typeOf(self)->nameView(), name->view()));
                exception->value = Ref(Value(name));
                exception->object = Ref(self);
                return raiseException(vm, std::move(exception));
            }
            return found;
        }
        case WrapKind::SetAttribute:
        case WrapKind::DelAttribute: {
            if (!isStr(a[1])) return raise(vm, vm.exc.TypeError, "attribute name must be string");
            Str* name = vm.intern(a[1].as<Str>());
            const Value value = wrapper->kind == WrapKind::DelAttribute ? Value() : a[2];
            return statusToNone(slots.setAttribute ? slots.setAttribute(vm, self, name, value)
                                                   : genericSetAttribute(vm, self, name, value));
        }
        case WrapKind::Iterate: return slots.iterate(vm, self);
        case WrapKind::Next: {
            Ref item = CORO_TRY(slots.next(vm, self));
            if (item.isUnbound())
                return raiseException(
                    vm, makeException(vm, vm.exc.StopIteration, std::span<const Value>()));
            return item;
        }
        case WrapKind::Length: return Ref::ofInt(CORO_TRY(slots.length(vm, self)));
        case WrapKind::Truth: return Ref::boolean(CORO_TRY(slots.truth(vm, self)));
        case WrapKind::GetItem: return slots.getItem(vm, self, a[1]);
        case WrapKind::SetItem: return statusToNone(slots.setItem(vm, self, a[1], a[2]));
        case WrapKind::DelItem: return statusToNone(slots.setItem(vm, self, a[1], Value()));
        case WrapKind::Contains: return Ref::boolean(CORO_TRY(slots.contains(vm, self, a[1])));
        case WrapKind::Binary:
            return slots.binary(vm, static_cast<Operator>(wrapper->operation), self, a[1]);
        case WrapKind::BinaryReflected:
            return slots.binary(vm, static_cast<Operator>(wrapper->operation), a[1], self);
        case WrapKind::InPlace:
            return slots.inPlace(vm, static_cast<Operator>(wrapper->operation), self, a[1]);
        case WrapKind::Unary:
            return slots.unary(vm, static_cast<UnaryOperator>(wrapper->operation), self);
        case WrapKind::Index: return slots.index(vm, self);
        case WrapKind::Get:
            return slots.descriptorGet(
                vm, self, a[1].isNone() ? Value() : a[1],
                a.positional > 2 && isType(a[2]) ? a[2].as<Type>() : vm.typeOf(a[1]));
        case WrapKind::Set: return statusToNone(slots.descriptorSet(vm, self, a[1], a[2]));
        case WrapKind::Delete: return statusToNone(slots.descriptorSet(vm, self, a[1], Value()));
        case WrapKind::Await: return slots.await(vm, self);
        case WrapKind::AsyncIterate: return slots.asyncIterate(vm, self);
        case WrapKind::AsyncNext: return slots.asyncNext(vm, self);
        case WrapKind::Call:
        case WrapKind::Init:
        case WrapKind::New: break;
    }
    return Ref::none();
}

void expose(Vm& vm, Type* type, Str* name, WrapKind kind, int operation, int arguments,
            int maximum = -1) {
    if (!dictGetStr(type->dict, name).isUnbound()) return;
    Type* kindType = kind == WrapKind::New ? vm.types.nativeFunction : vm.types.wrapperDescriptor;
    Ptr<Wrapper> wrapper = vm.heap.make<Wrapper>(kindType);
    wrapper->name = name;
    wrapper->owner = type;
    wrapper->kind = kind;
    wrapper->operation = operation;
    wrapper->keywords = true;
    wrapper->minimum = static_cast<std::int16_t>(arguments + 1);
    wrapper->maximum = static_cast<std::int16_t>((maximum < 0 ? arguments : maximum) + 1);
    wrapper->module = Ref::none();
    dictSetStr(vm, type->dict, name, wrapper.value());
}

/// Which operators a native type's `binary` slot is for, so that `dir` and `hasattr` tell the
/// truth.
std::initializer_list<Operator> operatorsOf(const Type* type) {
    static constexpr auto kSequence = {Operator::Add, Operator::Multiply};
    static constexpr auto kText = {Operator::Add, Operator::Multiply, Operator::Modulo};
    static constexpr auto kMapping = {Operator::Or};
    static constexpr auto kSets = {Operator::Subtract, Operator::And, Operator::Or, Operator::Xor};
    static constexpr auto kFloats = {
        Operator::Add,         Operator::Subtract, Operator::Multiply, Operator::TrueDivide,
        Operator::FloorDivide, Operator::Modulo,   Operator::Power};
    static constexpr auto kAll = {Operator::Add,        Operator::Subtract,    Operator::Multiply,
                                  Operator::TrueDivide, Operator::FloorDivide, Operator::Modulo,
                                  Operator::Power,      Operator::LeftShift,   Operator::RightShift,
                                  Operator::And,        Operator::Or,          Operator::Xor};
    if (type->has(kTypeIsStr) || type->has(kTypeIsBytes)) return kText;
    if (type->has(kTypeIsList) || type->has(kTypeIsTuple)) return kSequence;
    if (type->has(kTypeIsDict)) return kMapping;
    if (type->has(kTypeIsType)) return kMapping;
    if (type->has(kTypeIsSet)) return kSets;
    if (type->has(kTypeIsFloat)) return kFloats;
    return kAll;
}

}  // namespace

Ref wrapperCall(Vm& vm, Value self, const Arguments& arguments) {
    return callWrapper(vm, self.as<Wrapper>(), arguments);
}

void destroyWrapper(Object* object) { object->type->vm->heap.free(static_cast<Wrapper*>(object)); }

void exposeSlots(Vm& vm, Type* type) {
    if (vm.names.__repr__ == nullptr) return;
    const Names& n = vm.names;
    const Slots none{};
    const Slots& slots = type->slots;
    const Slots& inherited = type->base ? type->base->slots : none;
#define CORO_OWN(slot) (slots.slot && slots.slot != inherited.slot)
    if (CORO_OWN(repr)) expose(vm, type, n.__repr__, WrapKind::Repr, 0, 0);
    if (CORO_OWN(str)) expose(vm, type, n.__str__, WrapKind::Str, 0, 0);
    if (CORO_OWN(hash)) expose(vm, type, n.__hash__, WrapKind::Hash, 0, 0);
    if (CORO_OWN(compare)) {
        for (int op = 0; op < 6; ++op) {
            expose(vm, type, comparisonName(vm, static_cast<Comparison>(op)), WrapKind::Compare, op,
                   1);
        }
        if (!slots.hash) dictSetStr(vm, type->dict, n.__hash__, Value::none());
    }
    if (CORO_OWN(call)) expose(vm, type, n.__call__, WrapKind::Call, 0, 0);
    if (CORO_OWN(getAttribute) || !type->base)
        expose(vm, type, n.__getattribute__, WrapKind::GetAttribute, 0, 1);
    if (CORO_OWN(setAttribute) || !type->base) {
        expose(vm, type, n.__setattr__, WrapKind::SetAttribute, 0, 2);
        expose(vm, type, n.__delattr__, WrapKind::DelAttribute, 0, 1);
    }
    if (CORO_OWN(iterate)) expose(vm, type, n.__iter__, WrapKind::Iterate, 0, 0);
    if (CORO_OWN(next)) expose(vm, type, n.__next__, WrapKind::Next, 0, 0);
    if (CORO_OWN(length)) expose(vm, type, n.__len__, WrapKind::Length, 0, 0);
    if (CORO_OWN(truth)) expose(vm, type, n.__bool__, WrapKind::Truth, 0, 0);
    if (CORO_OWN(getItem)) expose(vm, type, n.__getitem__, WrapKind::GetItem, 0, 1);
    if (CORO_OWN(setItem)) {
        expose(vm, type, n.__setitem__, WrapKind::SetItem, 0, 2);
        expose(vm, type, n.__delitem__, WrapKind::DelItem, 0, 1);
    }
    if (CORO_OWN(contains)) expose(vm, type, n.__contains__, WrapKind::Contains, 0, 1);
    if (CORO_OWN(binary)) {
        for (Operator op : operatorsOf(type)) {
            const OperatorNames names = operatorNames(vm, op);
            expose(vm, type, names.plain, WrapKind::Binary, static_cast<int>(op), 1);
            const bool concatenation =
                op == Operator::Add &&
                (type->typeFlags & (kTypeIsStr | kTypeIsList | kTypeIsTuple | kTypeIsBytes));
            if (!concatenation)
                expose(vm, type, names.reflected, WrapKind::BinaryReflected, static_cast<int>(op),
                       1);
        }
    }
    if (CORO_OWN(inPlace)) {
        for (Operator op : operatorsOf(type)) {
            expose(vm, type, operatorNames(vm, op).inPlace, WrapKind::InPlace, static_cast<int>(op),
                   1);
        }
    }
    if (CORO_OWN(unary)) {
        for (UnaryOperator op :
             {UnaryOperator::Negative, UnaryOperator::Positive, UnaryOperator::Absolute}) {
            expose(vm, type, unaryName(vm, op), WrapKind::Unary, static_cast<int>(op), 0);
        }
        if (type->has(kTypeIsInt))
            expose(vm, type, n.__invert__, WrapKind::Unary, static_cast<int>(UnaryOperator::Invert),
                   0);
    }
    if (CORO_OWN(index)) {
        expose(vm, type, n.__index__, WrapKind::Index, 0, 0);
        expose(vm, type, n.__int__, WrapKind::Index, 0, 0);
    }
    if (CORO_OWN(descriptorGet)) expose(vm, type, n.__get__, WrapKind::Get, 0, 1, 2);
    if (CORO_OWN(descriptorSet)) {
        expose(vm, type, n.__set__, WrapKind::Set, 0, 2);
        expose(vm, type, n.__delete__, WrapKind::Delete, 0, 1);
    }
    if (CORO_OWN(await)) expose(vm, type, n.__await__, WrapKind::Await, 0, 0);
    if (CORO_OWN(asyncIterate)) expose(vm, type, n.__aiter__, WrapKind::AsyncIterate, 0, 0);
    if (CORO_OWN(asyncNext)) expose(vm, type, n.__anext__, WrapKind::AsyncNext, 0, 0);
    if (CORO_OWN(init)) expose(vm, type, n.__init__, WrapKind::Init, 0, 0);
    if (CORO_OWN(construct)) expose(vm, type, n.__new__, WrapKind::New, 0, 0);
#undef CORO_OWN
}

}  // namespace coroscope::runtime
