// The type int: making, printing, its slots.
#include "engine/runtime/types/int.h"

#include <fmt/format.h>

#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/float.h"
#include "engine/runtime/types/number_parsing.h"

namespace coroscope::runtime {

void initBoolType(Vm& vm);
void initNoneTypes(Vm& vm);

Ref indexOf(Vm& vm, Value value) {
    if (isInt(value)) return value;
    Ref method = CORO_TRY(lookupSpecial(vm, value, vm.names.__index__));
    if (method.isUnbound()) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("'{}' object cannot be interpreted as an integer", typeName(vm, value)));
    }
    Ref result = CORO_TRY(vm.call(method));
    if (!isInt(result)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("__index__ returned non-int (type {})", typeName(vm, result)));
    }
    return result;
}

namespace {

/// An exact int of the same value.
Ref exactInt(Vm& vm, Value value) {
    if (value.isSmallInt() || value.is(vm.types.int_)) return value;
    if (value.isBool()) return Ref::ofInt(value.integer);
    return intFromBig(vm, value.as<BigInt>()->value);
}

}  // namespace

Ref intFromValue(Vm& vm, Value value) {
    if (value.isSmallInt() || value.isBool() || value.is(vm.types.int_)) return exactInt(vm, value);
    if (value.isFloat()) return intFromDouble(vm, value.real);
    for (Str* name : {vm.names.__int__, vm.names.__index__, vm.names.__trunc__}) {
        Ref method = CORO_TRY(lookupSpecial(vm, value, name));
        if (method.isUnbound()) continue;
        Ref made = CORO_TRY(vm.call(method));
        if (isInt(made)) return exactInt(vm, made);
        if (name == vm.names.__trunc__) return indexOf(vm, made);
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("{} returned non-int (type {})", name->view(), typeName(vm, made)));
    }
    if (isStr(value)) return intFromText(vm, viewOf(value), 10, value);
    if (isBytesLike(vm, value)) return intFromText(vm, bytesView(value), 10, value);
    return raise(
        vm, vm.exc.TypeError,
        fmt::format(
            "int() argument must be a string, a bytes-like object or a real number, not '{}'",
            typeName(vm, value)));
}

Ref powerOf(Vm& vm, Value base, Value exponent, Value modulus) {
    if (modulus.isUnbound() || modulus.isNone()) return binary(vm, Operator::Power, base, exponent);
    if (isInt(base) && isInt(exponent) && isInt(modulus))
        return intPowModulo(vm, base, exponent, modulus);
    const bool asks = vm.typeOf(base)->has(kTypeIsClass);
    if (!asks && (isFloatValue(base) || isFloatValue(exponent) || isFloatValue(modulus))) {
        return raise(vm, vm.exc.TypeError,
                     "pow() 3rd argument not allowed unless all arguments are integers");
    }
    Ref method = asks ? CORO_TRY(lookupSpecial(vm, base, vm.names.__pow__)) : Ref();
    if (!method.isUnbound()) {
        Ref result = CORO_TRY(vm.call(method, {exponent, modulus}));
        if (!result.isNotImplemented()) return result;
    }
    return raise(vm, vm.exc.TypeError,
                 fmt::format("unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
                             typeName(vm, base), typeName(vm, exponent), typeName(vm, modulus)));
}

Ref divmodOf(Vm& vm, Value left, Value right) {
    if (isInt(left) && isInt(right) && !hasFlag(left, kTypeIsClass) &&
        !hasFlag(right, kTypeIsClass)) {
        return intDivmod(vm, left, right);
    }
    Ref method = CORO_TRY(lookupSpecial(vm, left, vm.names.__divmod__));
    if (!method.isUnbound()) {
        Ref result = CORO_TRY(vm.call(method, {right}));
        if (!result.isNotImplemented()) return result;
    }
    method = CORO_TRY(lookupSpecial(vm, right, vm.names.__rdivmod__));
    if (!method.isUnbound()) {
        Ref result = CORO_TRY(vm.call(method, {left}));
        if (!result.isNotImplemented()) return result;
    }
    return raise(vm, vm.exc.TypeError,
                 fmt::format("unsupported operand type(s) for divmod(): '{}' and '{}'",
                             typeName(vm, left), typeName(vm, right)));
}

namespace {

void destroyBigInt(Object* object) {
    auto* big = static_cast<BigInt*>(object);
    object->type->vm->heap.exchangeExternal(big->external, 0);
    destroyAs<BigInt>(object);
}

Ref intRepr(Vm& vm, Value self) {
    if (self.isSmallInt()) {
        const fmt::format_int digits(self.integer);
        return makeStr(vm, {digits.data(), digits.size()}).toRef();
    }
    return newStr(vm, CORO_TRY(intText(vm, self)));
}

Outcome<std::int64_t> intHash(Vm&, Value self) { return hashOfInt(self); }

Outcome<bool> intTruth(Vm&, Value self) {
    if (self.isObject()) return self.as<BigInt>()->value != 0;
    return self.integer != 0;
}

Ref intConstruct(Vm& vm, Type* type, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"", "base"};
    Value values[2];
    if (args.positional > 2 && args.keywords == 0) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("int() takes at most 2 arguments ({} given)", args.positional));
    }
    if (args.keywords != 0 && type != vm.types.int_) {
        // A subclass with an __init__ of its own takes what it likes; the number is the first
        // argument.
        for (std::uint32_t i = 0; i < args.positional && i < 2; ++i) values[i] = args[i];
    } else {
        CORO_TRY(bindArguments(vm, "int", args, kNames, 0, 2, values, 1));
    }
    Ref result;
    if (values[1].isUnbound()) {
        result = values[0].isUnbound() ? Ref::ofInt(0) : CORO_TRY(intFromValue(vm, values[0]));
    } else {
        if (values[0].isUnbound())
            return raise(vm, vm.exc.TypeError, "int() missing string argument");
        Ref baseValue = CORO_TRY(indexOf(vm, values[1]));
        const std::int64_t base = asInt64(baseValue).value_or(-1);
        if (base != 0 && (base < 2 || base > 36)) {
            return raise(vm, vm.exc.ValueError, "int() base must be >= 2 and <= 36, or 0");
        }
        if (isStr(values[0])) {
            result =
                CORO_TRY(intFromText(vm, viewOf(values[0]), static_cast<int>(base), values[0]));
        } else if (isBytesLike(vm, values[0])) {
            result =
                CORO_TRY(intFromText(vm, bytesView(values[0]), static_cast<int>(base), values[0]));
        } else {
            return raise(vm, vm.exc.TypeError, "int() can't convert non-string with explicit base");
        }
    }
    if (type == vm.types.int_) return result;
    Ptr<BigInt> made = makeInstance<BigInt>(vm, type);
    toBig(result, made->value);
    return std::move(made).toRef();
}

}  // namespace

void initNumberTypes(Vm& vm) {
    Slots slots;
    slots.destroy = destroyBigInt;
    slots.repr = intRepr;
    slots.hash = intHash;
    slots.compare = intCompare;
    slots.truth = intTruth;
    slots.binary = intBinary;
    slots.unary = intUnary;
    slots.construct = intConstruct;
    readyType(vm, vm.types.int_, vm.types.object, kTypeIsInt, sizeof(BigInt), 0, slots);
    addIntMethods(vm);
    initBoolType(vm);
    initFloatType(vm);
    initNoneTypes(vm);
}

}  // namespace coroscope::runtime
