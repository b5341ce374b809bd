// The builtins that work on numbers and characters (Python/bltinmodule.c).
#include <fmt/format.h>

#include "engine/runtime/builtins/builtins_internal.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/c_int.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/int_digits.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

Ref builtinAbs(Vm& vm, const Arguments& args) {
    return unary(vm, UnaryOperator::Absolute, args[0]);
}
Ref builtinDivmod(Vm& vm, const Arguments& args) { return divmodOf(vm, args[0], args[1]); }

Ref builtinPow(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"base", "exp", "mod"};
    Value bound[3];
    CORO_TRY(bindArguments(vm, "pow", args, kNames, 2, 3, bound));
    return powerOf(vm, bound[0], bound[1], bound[2].isUnbound() ? Value::none() : bound[2]);
}

Ref builtinRound(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"number", "ndigits"};
    Value bound[2];
    CORO_TRY(bindArguments(vm, "round", args, kNames, 1, 2, bound));
    Ref method = CORO_TRY(lookupSpecial(vm, bound[0], vm.names.__round__));
    if (method.isUnbound()) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("type {} doesn't define __round__ method", typeName(vm, bound[0])));
    }
    if (bound[1].isUnbound() || bound[1].isNone()) return vm.call(method);
    return vm.call(method, {bound[1]});
}

Ref digits(Vm& vm, Value value, int base) {
    Ref integer = CORO_TRY(indexOf(vm, value));
    CORO_TRY(reserveDigits(vm, integer, base));
    return newStr(vm, prefixedDigits(integer, base));
}

Ref builtinHex(Vm& vm, const Arguments& args) { return digits(vm, args[0], 16); }
Ref builtinOct(Vm& vm, const Arguments& args) { return digits(vm, args[0], 8); }
Ref builtinBin(Vm& vm, const Arguments& args) { return digits(vm, args[0], 2); }

Ref builtinChr(Vm& vm, const Arguments& args) {
    const std::int64_t code = CORO_TRY(asCInt(vm, args[0]));
    if (code < 0 || code > 0x10FFFF)
        return raise(vm, vm.exc.ValueError, "chr() arg not in range(0x110000)");
    return strOfCodePoint(vm, static_cast<std::uint32_t>(code));
}

Ref builtinOrd(Vm& vm, const Arguments& args) {
    std::int64_t count = 0;
    if (isStr(args[0])) {
        count = args[0].as<Str>()->charLength;
        if (count == 1) {
            std::size_t at = 0;
            return Ref::ofInt(decodeAt(viewOf(args[0]), at));
        }
    } else if (hasFlag(args[0], kTypeIsBytes)) {
        count = CORO_TRY(length(vm, args[0]));
        if (count == 1) return getItem(vm, args[0], Value::ofInt(0));
    } else {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("ord() expected string of length 1, but {} found", typeName(vm, args[0])));
    }
    return raise(vm, vm.exc.TypeError,
                 fmt::format("ord() expected a character, but string of length {} found", count));
}

/// Adds what fits an int64 or a double without making objects; the rest by `+` (builtin_sum_impl).
Ref builtinSum(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"iterable", "start"};
    Value bound[2];
    CORO_TRY(bindArguments(vm, "sum", args, kNames, 1, 2, bound, 1));
    Ref iterator = CORO_TRY(iterate(vm, bound[0]));
    Ref total = bound[1].isUnbound() ? Ref::ofInt(0) : Ref(bound[1]);
    if (isStr(total)) {
        return raise(vm, vm.exc.TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    }
    if (total.is(vm.types.bytes)) {
        return raise(vm, vm.exc.TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    }
    if (total.is(vm.types.bytearray)) {
        return raise(vm, vm.exc.TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
    }
    auto* step = vm.typeOf(iterator)->slots.next;
    for (;;) {
        Ref item = CORO_TRY(step(vm, iterator));
        if (item.isUnbound()) return total;
        if (!burnFuel(vm, 1)) return Raised{};
        std::int64_t sum = 0;
        if (total.isSmallInt() && item.isSmallInt() &&
            !__builtin_add_overflow(total.get().integer, item.get().integer, &sum)) {
            total = Ref::ofInt(sum);
        } else if (total.isFloat() && item.isFloat()) {
            total = Ref::ofFloat(total.get().real + item.get().real);
        } else {
            total = CORO_TRY(binary(vm, Operator::Add, total, item));
        }
    }
}

}  // namespace

void addNumberBuiltins(Vm& vm) {
    Dict* dict = vm.builtins.get();
    addFunction(vm, dict, "abs", builtinAbs, 1, 1);
    addFunction(vm, dict, "divmod", builtinDivmod, 2, 2);
    addFunction(vm, dict, "pow", builtinPow, 0, kAnyCount, kKeywords);
    addFunction(vm, dict, "round", builtinRound, 0, kAnyCount, kKeywords);
    addFunction(vm, dict, "hex", builtinHex, 1, 1);
    addFunction(vm, dict, "oct", builtinOct, 1, 1);
    addFunction(vm, dict, "bin", builtinBin, 1, 1);
    addFunction(vm, dict, "chr", builtinChr, 1, 1);
    addFunction(vm, dict, "ord", builtinOrd, 1, 1);
    addFunction(vm, dict, "sum", builtinSum, 0, kAnyCount, kKeywords);
}

}  // namespace coroscope::runtime
