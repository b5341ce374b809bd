// Slots that call dunder methods: a class of the scenario that defines `__len__` gets a
// Slots::length that calls it (Objects/typeobject.c: slotdefs, update_slot). The other way
// round, for native types: slot_wrappers.cpp.
#include <fmt/format.h>

#include "engine/runtime/modules/standard_streams.h"
#include "engine/runtime/native.h"
#include "engine/runtime/operator_names.h"
#include "engine/runtime/prepended_arguments.h"
#include "engine/runtime/traceback.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

// --- slots that call the scenario's methods -------------------------------------------------

/// A method's name among `__slots__`, and nothing there yet.
Raised raiseUnset(Vm& vm, const Type* type, const Str* name) {
    return raise(vm, vm.exc.AttributeError,
                 fmt::format("'{}' object has no attribute '{}'", type->nameView(), name->view()));
}

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
    if (bound.isUnbound()) return raiseUnset(vm, vm.typeOf(self), name);
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
    Ref integer = CORO_TRY(indexOf(vm, result));
    const auto count = asInt64(integer);
    BigNumber big = 0;
    if (!count) toBig(integer, big);
    if (count.value_or(0) < 0 || big < 0)
        return raise(vm, vm.exc.ValueError, "__len__() should return >= 0");
    if (!count)
        return raise(vm, vm.exc.OverflowError, "cannot fit 'int' into an index-sized integer");
    return *count;
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
        return raise(vm, vm.exc.AttributeError, name->view());  // the class has but the other one
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
    if (function.isUnbound()) return raiseUnset(vm, type, vm.names.__new__);
    return vm.call(function, PrependedArguments(vm, Value(type), arguments).get());
}

Status classInit(Vm& vm, Value self, const Arguments& arguments) {
    Value found = lookupInType(vm, vm.typeOf(self), vm.names.__init__);
    Ref keep(found);
    Ref result;
    if (found.is(vm.types.function)) {
        result = CORO_TRY(vm.call(found, PrependedArguments(vm, self, arguments).get()));
    } else {
        Ref bound = CORO_TRY(bindAttribute(vm, found, self, vm.typeOf(self)));
        if (bound.isUnbound()) return raiseUnset(vm, vm.typeOf(self), vm.names.__init__);
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
        const Ref function(lookupInType(vm, object->type, vm.names.__del__));
        reportIgnored(vm, function, "__del__");
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

}  // namespace coroscope::runtime
