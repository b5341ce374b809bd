// The methods of int that are no operators.
#include <algorithm>
#include <bit>

#include <fmt/format.h>

#include "engine/runtime/types/byte_counts.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/format.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/str_methods.h"

namespace coroscope::runtime {

namespace mp = boost::multiprecision;

namespace {

BigNumber bigOf(Value value) {
    BigNumber big;
    toBig(value, big);
    return big;
}

Ref intSelf(Vm& vm, const Arguments& args) { return intFromBig(vm, bigOf(args[0])); }

Ref intFloat(Vm& vm, const Arguments& args) {
    return Ref::ofFloat(CORO_TRY(intToDouble(vm, args[0])));
}

Ref intBitLength(Vm&, const Arguments& args) {
    const BigNumber big = mp::abs(bigOf(args[0]));
    return Ref::ofInt(big == 0 ? 0 : static_cast<std::int64_t>(mp::msb(big)) + 1);
}

Ref intBitCount(Vm&, const Arguments& args) {
    const BigNumber big = mp::abs(bigOf(args[0]));
    std::int64_t count = 0;
    const auto& backend = big.backend();
    for (unsigned i = 0; i < backend.size(); ++i) count += std::popcount(backend.limbs()[i]);
    return Ref::ofInt(count);
}

Ref intAsIntegerRatio(Vm& vm, const Arguments& args) {
    Ref self = CORO_TRY(intSelf(vm, args));
    const Value items[] = {self, Value::ofInt(1)};
    return makeTuple(vm, items).toRef();
}

/// round(int, -n): half to even among the multiples of 10**n (long.__round__).
Ref intRound(Vm& vm, const Arguments& args) {
    if (args.positional == 1 || args[1].isNone()) return intSelf(vm, args);
    Ref index = CORO_TRY(indexOf(vm, args[1]));
    BigNumber digits = bigOf(index);
    if (digits >= 0) return intSelf(vm, args);
    digits = -digits;
    const BigNumber value = bigOf(args[0]);
    const BigNumber magnitude = mp::abs(value);
    // Beyond its length in digits everything rounds to zero (CPython computes the power and never
    // ends).
    if (magnitude == 0 || digits > BigNumber(mp::msb(magnitude) / 3 + 2)) return Ref::ofInt(0);
    const BigNumber unit = mp::pow(BigNumber(10), static_cast<unsigned>(digits));
    BigNumber quotient, rest;
    mp::divide_qr(magnitude, unit, quotient, rest);
    rest *= 2;
    if (rest > unit || (rest == unit && (quotient & 1) != 0)) ++quotient;
    quotient *= unit;
    return intFromBig(vm, value < 0 ? BigNumber(-quotient) : quotient);
}

Outcome<bool> littleEndian(Vm& vm, std::string_view function, Value order) {
    if (order.isUnbound()) return false;
    if (!isStr(order)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() argument 'byteorder' must be str, not {}", function,
                                 argumentTypeName(vm, order)));
    }
    if (viewOf(order) == "little") return true;
    if (viewOf(order) == "big") return false;
    return raise(vm, vm.exc.ValueError, "byteorder must be either 'little' or 'big'");
}

Ref intToBytes(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"length", "byteorder", "signed"};
    Value values[3];
    CORO_TRY(bindArguments(vm, "to_bytes", args.withoutFirst(), kNames, 0, 2, values));
    const std::int64_t length = values[0].isUnbound() ? 1 : CORO_TRY(asIndex(vm, values[0]));
    const bool little = CORO_TRY(littleEndian(vm, "to_bytes", values[1]));
    const bool isSigned = values[2].isUnbound() ? false : CORO_TRY(truth(vm, values[2]));
    if (length < 0) return raise(vm, vm.exc.ValueError, "length argument must be non-negative");
    // The bytes as they are made and as the result has them, and copies of the number.
    const std::size_t limbs =
        args[0].isObject() && !args[0].isBool() ? args[0].as<BigInt>()->value.backend().size() : 1;
    CORO_TRY(reserveBytes(vm, bytesOf(length, 2) + limbs * 8 * 3));
    const BigNumber value = bigOf(args[0]);
    if (value < 0 && !isSigned) {
        return raise(vm, vm.exc.OverflowError, "can't convert negative int to unsigned");
    }
    // Bits that the number needs, with its sign.
    const BigNumber size = value < 0 ? BigNumber(-value - 1) : value;
    const std::uint64_t bits = (size == 0 ? 0 : mp::msb(size) + 1) + (isSigned ? 1 : 0);
    if (bits > static_cast<std::uint64_t>(length) * 8 && size != 0) {
        return raise(vm, vm.exc.OverflowError, "int too big to convert");
    }
    std::string data(static_cast<std::size_t>(length), value < 0 ? '\xFF' : '\0');
    const auto& magnitude = size.backend();
    constexpr std::size_t kLimb = sizeof(mp::limb_type);
    for (std::size_t i = 0; i < std::min(data.size(), magnitude.size() * kLimb); ++i) {
        const mp::limb_type byte = magnitude.limbs()[i / kLimb] >> (i % kLimb * 8);
        data[i] = static_cast<char>(value < 0 ? ~byte : byte);
    }
    if (!little) std::reverse(data.begin(), data.end());
    return newBytes(vm, std::move(data));
}

Ref intFromBytes(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"bytes", "byteorder", "signed"};
    Value values[3];
    CORO_TRY(bindArguments(vm, "from_bytes", args.withoutFirst(), kNames, 1, 2, values));
    const bool little = CORO_TRY(littleEndian(vm, "from_bytes", values[1]));
    const bool isSigned = values[2].isUnbound() ? false : CORO_TRY(truth(vm, values[2]));
    Ref source = values[0];
    if (!isBytesLike(vm, source)) {
        if (isStr(source))
            return raise(vm, vm.exc.TypeError, "cannot convert 'str' object to bytes");
        source = CORO_TRY(vm.call(Value(vm.types.bytes), {source}));
    }
    const std::string_view data = bytesView(source);
    CORO_TRY(reserveBytes(vm, data.size() * (isSigned ? 3 : 1)));
    BigNumber value;
    if (!data.empty()) {  // of nothing, import_bits would read what is not there
        mp::import_bits(value, reinterpret_cast<const unsigned char*>(data.data()),
                        reinterpret_cast<const unsigned char*>(data.data() + data.size()), 8,
                        !little);
    }
    if (isSigned && !data.empty() && ((little ? data.back() : data.front()) & 0x80) != 0) {
        value -= BigNumber(1) << (data.size() * 8);
    }
    Ref result = CORO_TRY(intFromBig(vm, std::move(value)));
    if (args[0].as<Type>() == vm.types.int_) return result;
    return vm.call(args[0], {result});
}

Ref intDivmodMethod(Vm& vm, const Arguments& args) {
    if (!isInt(args[1])) return Ref::notImplemented();
    return intDivmod(vm, args[0], args[1]);
}
Ref intRdivmodMethod(Vm& vm, const Arguments& args) {
    if (!isInt(args[1])) return Ref::notImplemented();
    return intDivmod(vm, args[1], args[0]);
}

}  // namespace

void addIntMethods(Vm& vm) {
    Type* type = vm.types.int_;
    for (const char* name :
         {"__int__", "__index__", "__trunc__", "__floor__", "__ceil__", "conjugate"}) {
        addMethod(vm, type, name, intSelf, 1, 1);
    }
    addMethod(vm, type, "__float__", intFloat, 1, 1);
    addMethod(vm, type, "__round__", intRound, 1, 2);
    addMethod(vm, type, "__format__", formatMethod, 2, 2);
    addMethod(vm, type, "__divmod__", intDivmodMethod, 2, 2);
    addMethod(vm, type, "__rdivmod__", intRdivmodMethod, 2, 2);
    addMethod(vm, type, "bit_length", intBitLength, 1, 1);
    addMethod(vm, type, "bit_count", intBitCount, 1, 1);
    addMethod(vm, type, "as_integer_ratio", intAsIntegerRatio, 1, 1);
    addMethod(vm, type, "to_bytes", intToBytes, 1, kAnyCount, kKeywords);
    addClassMethod(vm, type, "from_bytes", intFromBytes, 1, kAnyCount, kKeywords);
    const Getter itself = [](Vm& g, Value self) -> Ref { return intFromBig(g, bigOf(self)); };
    addGetter(vm, type, "real", itself);
    addGetter(vm, type, "numerator", itself);
    addGetter(vm, type, "imag", [](Vm&, Value) -> Ref { return Ref::ofInt(0); });
    addGetter(vm, type, "denominator", [](Vm&, Value) -> Ref { return Ref::ofInt(1); });
}

}  // namespace coroscope::runtime
