#include "engine/runtime/modules/math_integers.h"

#include <fmt/format.h>

#include "engine/runtime/effort.h"
#include "engine/runtime/modules/common_divisor.h"
#include "engine/runtime/types/byte_counts.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/int.h"

namespace coroscope::runtime {

namespace mp = boost::multiprecision;

namespace {

Outcome<BigNumber> integer(Vm& vm, Value value) {
    Ref index = CORO_TRY(indexOf(vm, value));
    BigNumber big;
    toBig(index, big);
    return big;
}

/// What the greatest common divisor takes: a pass over both for half a limb that goes.
Status payForDivisor(Vm& vm, const BigNumber& a, const BigNumber& b) {
    const std::size_t work = a.backend().size() * b.backend().size() / 4;
    if (!spendEffort(vm, static_cast<std::int64_t>(work))) return Raised{};
    return kDone;
}

Ref mathGcd(Vm& vm, const Arguments& args) {
    BigNumber result = 0;
    for (std::uint32_t i = 0; i < args.positional; ++i) {
        const BigNumber each = CORO_TRY(integer(vm, args[i]));
        CORO_TRY(payForDivisor(vm, result, each));
        result = commonDivisor(std::move(result), each);
    }
    return intFromBig(vm, std::move(result));
}

Ref mathLcm(Vm& vm, const Arguments& args) {
    BigNumber result = 1;
    for (std::uint32_t i = 0; i < args.positional; ++i) {
        const BigNumber each = CORO_TRY(integer(vm, args[i]));
        CORO_TRY(payForDivisor(vm, result, each));
        result = result == 0 || each == 0
                     ? BigNumber(0)
                     : BigNumber(mp::abs(result) / commonDivisor(result, each) * mp::abs(each));
        CORO_TRY(reserveBytes(vm, result.backend().size() * 8));
    }
    return intFromBig(vm, std::move(result));
}

Ref mathIsqrt(Vm& vm, const Arguments& args) {
    const BigNumber value = CORO_TRY(integer(vm, args[0]));
    if (value < 0) return raise(vm, vm.exc.ValueError, "isqrt() argument must be nonnegative");
    const std::size_t size = value.backend().size();
    if (!spendEffort(vm, static_cast<std::int64_t>(size * size * 2))) return Raised{};
    return intFromBig(vm, BigNumber(mp::sqrt(value)));
}

/// The product of first, first + 1 … last, by halves: its factors stay of equal size.
BigNumber product(std::uint64_t first, std::uint64_t last) {
    if (last - first < 8) {
        BigNumber result = first;
        for (std::uint64_t i = first + 1; i <= last; ++i) result *= i;
        return result;
    }
    const std::uint64_t middle = first + (last - first) / 2;
    return product(first, middle) * product(middle + 1, last);
}

/// Fuel and memory for a result of `factors` factors of this size.
Status payForProduct(Vm& vm, const BigNumber& largest, std::int64_t factors, bool byHalves) {
    const auto bits =
        static_cast<double>(largest == 0 ? 1 : mp::msb(largest) + 1) * static_cast<double>(factors);
    CORO_TRY(reserveBytes(vm, bytesOfBits(bits)));
    const double limbs = bits / 64;
    // By halves; or one factor after the other, each of which goes through the whole result.
    const double work = static_cast<double>(factors) +
                        limbs * (byHalves ? limbs / 16 : static_cast<double>(factors) * 2);
    if (!spendEffort(vm, static_cast<std::int64_t>(std::min(work, 4e18)))) return Raised{};
    return kDone;
}

Ref mathFactorial(Vm& vm, const Arguments& args) {
    const BigNumber value = CORO_TRY(integer(vm, args[0]));
    if (value < 0)
        return raise(vm, vm.exc.ValueError, "factorial() not defined for negative values");
    if (value > INT64_MAX) {
        return raise(vm, vm.exc.OverflowError,
                     "factorial() argument should not exceed 9223372036854775807");
    }
    const auto n = static_cast<std::int64_t>(value);
    if (n < 2) return Ref::ofInt(1);
    CORO_TRY(payForProduct(vm, value, n, true));
    return intFromBig(vm, product(2, static_cast<std::uint64_t>(n)));
}

/// Down from n, `count` factors; combinations divide on the way, which keeps them whole.
BigNumber falling(const BigNumber& n, std::int64_t count, bool combinations) {
    BigNumber result = 1;
    for (std::int64_t i = 0; i < count; ++i) {
        result *= n - i;
        if (combinations) result /= i + 1;
    }
    return result;
}

template <bool combinations>
Ref choose(Vm& vm, const Arguments& args) {
    const BigNumber n = CORO_TRY(integer(vm, args[0]));
    const bool all = !combinations && (args.positional < 2 || args[1].isNone());
    const BigNumber k = all ? n : CORO_TRY(integer(vm, args[1]));
    if (all && n < 0)
        return raise(vm, vm.exc.ValueError, "factorial() not defined for negative values");
    if (n < 0) return raise(vm, vm.exc.ValueError, "n must be a non-negative integer");
    if (k < 0) return raise(vm, vm.exc.ValueError, "k must be a non-negative integer");
    if (k > n) return Ref::ofInt(0);
    const BigNumber fewer = combinations && n - k < k ? BigNumber(n - k) : k;
    if (fewer > INT64_MAX) {
        return raise(vm, vm.exc.OverflowError,
                     fmt::format("{} must not exceed 9223372036854775807",
                                 combinations ? "min(n - k, k)" : "k"));
    }
    const auto count = static_cast<std::int64_t>(fewer);
    const bool byHalves = !combinations && n <= INT64_MAX && count > 0;
    CORO_TRY(payForProduct(vm, n, count, byHalves));
    if (byHalves) {
        const auto last = static_cast<std::uint64_t>(n);
        return intFromBig(vm, product(last - static_cast<std::uint64_t>(count) + 1, last));
    }
    return intFromBig(vm, falling(n, count, combinations));
}

}  // namespace

void addIntegerFunctions(Vm& vm, Dict* dict) {
    addFunction(vm, dict, "gcd", mathGcd, 0, kAnyCount);
    addFunction(vm, dict, "lcm", mathLcm, 0, kAnyCount);
    addFunction(vm, dict, "isqrt", mathIsqrt, 1, 1);
    addFunction(vm, dict, "factorial", mathFactorial, 1, 1);
    addFunction(vm, dict, "comb", choose<true>, 2, 2);
    addFunction(vm, dict, "perm", choose<false>, 1, 2);
}

}  // namespace coroscope::runtime
