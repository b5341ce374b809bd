// The module random: integers (Lib/random.py "integer methods").
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/modules/random_parts.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/common.h"

namespace coroscope::runtime {

namespace mp = boost::multiprecision;

namespace {

BigNumber bitsFrom(MersenneTwister& twister, std::uint64_t bits) {
    std::vector<std::uint32_t> words;
    for (std::uint64_t left = bits; left > 0;) {
        std::uint32_t word = twister.next32();
        if (left < 32) word >>= 32 - left;
        words.push_back(word);
        left -= std::min<std::uint64_t>(left, 32);
    }
    BigNumber value;
    mp::import_bits(value, words.begin(), words.end(), 32, false);
    return value;
}

std::uint64_t smallBits(MersenneTwister& twister, int bits) {
    if (bits == 0) return 0;
    if (bits <= 32) return twister.next32() >> (32 - bits);
    const std::uint64_t low = twister.next32();
    return low | std::uint64_t{twister.next32() >> (64 - bits)} << 32;
}

}  // namespace

std::int64_t below(MersenneTwister& twister, std::int64_t n) {
    const int bits = 64 - __builtin_clzll(static_cast<std::uint64_t>(n));
    std::uint64_t value = smallBits(twister, bits);
    while (value >= static_cast<std::uint64_t>(n)) value = smallBits(twister, bits);
    return static_cast<std::int64_t>(value);
}
BigNumber below(MersenneTwister& twister, const BigNumber& n) {
    if (n <= INT64_MAX) return below(twister, static_cast<std::int64_t>(n));
    const std::uint64_t bits = mp::msb(n) + 1;
    BigNumber value = bitsFrom(twister, bits);
    while (value >= n) value = bitsFrom(twister, bits);
    return value;
}

namespace {

Ref getRandBits(Vm& vm, const Arguments& args) {
    const std::int64_t bits = CORO_TRY(asIndex(vm, args[1]));
    if (bits < 0) return raise(vm, vm.exc.ValueError, "number of bits must be non-negative");
    if (bits <= 63)
        return Ref::ofInt(
            static_cast<std::int64_t>(smallBits(randomOf(args)->twister, static_cast<int>(bits))));
    CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(bits / 8) * 3));
    if (!burnFuel(vm, bits / 32)) return Raised{};
    return intFromBig(vm, bitsFrom(randomOf(args)->twister, static_cast<std::uint64_t>(bits)));
}

Ref randBytes(Vm& vm, const Arguments& args) {
    const std::int64_t count = CORO_TRY(asIndex(vm, args[1]));
    if (count < 0) return raise(vm, vm.exc.ValueError, "number of bits must be non-negative");
    CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(count) * 2));
    if (!burnFuel(vm, count / 4)) return Raised{};
    std::string data;
    for (std::int64_t left = count; left > 0; left -= 4) {
        std::uint32_t word = randomOf(args)->twister.next32();
        if (left < 4) word >>= 32 - 8 * left;
        for (std::int64_t i = 0; i < std::min<std::int64_t>(left, 4); ++i) {
            data += static_cast<char>(static_cast<unsigned char>(word >> (8 * i)));
        }
    }
    return newBytes(vm, std::move(data));
}

/// An argument of randrange: an index, or (deprecated, but accepted) a float without a fraction.
Outcome<BigNumber> integerArgument(Vm& vm, Value value, std::string_view which) {
    BigNumber big;
    if (toBig(value, big)) return big;
    if (!lookupInType(vm, vm.typeOf(value), vm.names.__index__).isUnbound()) {
        Ref index = CORO_TRY(indexOf(vm, value));
        toBig(index, big);
        return big;
    }
    Ref integer = CORO_TRY(intFromValue(vm, value));
    if (!CORO_TRY(equal(vm, integer, value))) {
        return raise(vm, vm.exc.ValueError, fmt::format("non-integer {} for randrange()", which));
    }
    toBig(integer, big);
    return big;
}

Ref rangeBetween(Vm& vm, RandomObject* self, const BigNumber& start, const BigNumber& stop) {
    const BigNumber width = stop - start;
    if (width <= 0) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("empty range for randrange() ({}, {}, {})", start.str(),
                                 stop.str(), width.str()));
    }
    return intFromBig(vm, BigNumber(start + below(self->twister, width)));
}

Ref randRange(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"start", "stop", "step"};
    Value values[3];
    CORO_TRY(bindArguments(vm, "randrange", args.withoutFirst(), kNames, 1, 3, values));
    RandomObject* self = randomOf(args);
    const BigNumber start = CORO_TRY(integerArgument(vm, values[0], "arg 1"));
    if (values[1].isUnbound() || values[1].isNone()) {
        if (!values[2].isUnbound() && !(values[2].isSmallInt() && values[2].integer == 1)) {
            return raise(vm, vm.exc.TypeError, "Missing a non-None stop argument");
        }
        if (start <= 0) return raise(vm, vm.exc.ValueError, "empty range for randrange()");
        return intFromBig(vm, below(self->twister, start));
    }
    const BigNumber stop = CORO_TRY(integerArgument(vm, values[1], "stop"));
    const BigNumber step =
        values[2].isUnbound() ? BigNumber(1) : CORO_TRY(integerArgument(vm, values[2], "step"));
    if (step == 1) return rangeBetween(vm, self, start, stop);
    if (step == 0) return raise(vm, vm.exc.ValueError, "zero step for randrange()");
    const BigNumber width = stop - start;
    const BigNumber top = step > 0 ? BigNumber(width + step - 1) : BigNumber(width + step + 1);
    // A quotient at or below zero means an empty range, whichever way it is rounded.
    const BigNumber count = top / step;
    if (count <= 0) return raise(vm, vm.exc.ValueError, "empty range for randrange()");
    return intFromBig(vm, BigNumber(start + step * below(self->twister, count)));
}

Ref randInt(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"a", "b"};
    Value values[2];
    CORO_TRY(bindArguments(vm, "randint", args.withoutFirst(), kNames, 2, 2, values));
    if (values[0].isSmallInt() && values[1].isSmallInt()) {
        const std::int64_t a = values[0].integer, b = values[1].integer;
        std::int64_t width = 0;
        if (b < INT64_MAX && !__builtin_sub_overflow(b + 1, a, &width) && width > 0) {
            return Ref::ofInt(a + below(randomOf(args)->twister, width));
        }
    }
    const BigNumber start = CORO_TRY(integerArgument(vm, values[0], "arg 1"));
    Ref behind = CORO_TRY(binary(vm, Operator::Add, values[1], Value::ofInt(1)));
    const BigNumber stop = CORO_TRY(integerArgument(vm, behind, "stop"));
    return rangeBetween(vm, randomOf(args), start, stop);
}

}  // namespace

std::span<const RandomMethod> randomIntegers() {
    static constexpr RandomMethod kMethods[] = {
        {"getrandbits", getRandBits, 2, 2, kPositionalOnly},
        {"randbytes", randBytes, 2, 2, kPositionalOnly},
        {"randrange", randRange, 1, kAnyCount, kKeywords},
        {"randint", randInt, 1, kAnyCount, kKeywords},
    };
    return kMethods;
}

}  // namespace coroscope::runtime
