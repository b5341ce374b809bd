// Making, converting, hashing and printing ints.
#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "engine/runtime/types/common.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/int_digits.h"

namespace coroscope::runtime {

namespace mp = boost::multiprecision;

namespace {
constexpr std::uint64_t kHashModulus = (std::uint64_t{1} << 61) - 1;
}

bool toBig(Value value, BigNumber& out) {
    if (value.isSmallInt() || value.isBool()) {
        out = value.integer;
        return true;
    }
    if (!isInt(value)) return false;
    out = value.as<BigInt>()->value;
    return true;
}

std::optional<std::int64_t> asInt64(Value value) {
    if (value.isSmallInt() || value.isBool()) return value.integer;
    if (!isInt(value)) return std::nullopt;
    const BigNumber& big = value.as<BigInt>()->value;
    if (big < std::numeric_limits<std::int64_t>::min() ||
        big > std::numeric_limits<std::int64_t>::max()) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(big);
}

Ref intFromBig(Vm& vm, BigNumber value) {
    static const BigNumber kMin = std::numeric_limits<std::int64_t>::min();
    static const BigNumber kMax = std::numeric_limits<std::int64_t>::max();
    if (value.backend().size() <= 1 || (value >= kMin && value <= kMax)) {
        if (value >= kMin && value <= kMax) return Ref::ofInt(static_cast<std::int64_t>(value));
    }
    const std::size_t limbs = value.backend().size();
    // A few lie within the object. What is only passing had room for more than the result needs.
    CORO_TRY(reserveBytes(vm, limbs * sizeof(mp::limb_type)));
    Ptr<BigInt> made = makeInstance<BigInt>(vm, vm.types.int_);
    if (value.backend().capacity() > limbs + limbs / 8) {
        made->value = value;
    } else {
        made->value = std::move(value);
    }
    const std::size_t room = made->value.backend().capacity();
    made->external = room > BigNumber().backend().capacity() ? room * sizeof(mp::limb_type) : 0;
    vm.heap.exchangeExternal(0, made->external);
    return std::move(made).toRef();
}

Ref intFromDigits(Vm& vm, std::string_view digits) {
    return intFromBig(vm, BigNumber(std::string(digits)));
}

Ref intFromDouble(Vm& vm, double value) {
    if (std::isinf(value)) {
        return raise(vm, vm.exc.OverflowError, "cannot convert float infinity to integer");
    }
    if (std::isnan(value))
        return raise(vm, vm.exc.ValueError, "cannot convert float NaN to integer");
    value = std::trunc(value);
    if (value >= -9223372036854775808.0 && value < 9223372036854775808.0) {
        return Ref::ofInt(static_cast<std::int64_t>(value));
    }
    int exponent = 0;
    const double fraction = std::frexp(value, &exponent);
    BigNumber big = static_cast<std::int64_t>(std::ldexp(fraction, 53));
    big <<= exponent - 53;
    return intFromBig(vm, std::move(big));
}

bool bigToDouble(const BigNumber& value, double& out) {
    const bool negative = value < 0;
    const BigNumber magnitude = negative ? BigNumber(-value) : value;
    if (magnitude == 0) {
        out = 0;
        return true;
    }
    const auto bits = static_cast<std::int64_t>(mp::msb(magnitude)) + 1;
    if (bits > 1024) return false;
    if (bits <= 64) {
        // The conversion of the processor rounds half to even.
        out = static_cast<double>(static_cast<std::uint64_t>(magnitude));
    } else {
        const std::int64_t shift = bits - 64;
        auto top = static_cast<std::uint64_t>(BigNumber(magnitude >> shift));
        if (static_cast<std::int64_t>(mp::lsb(magnitude)) < shift)
            top |= 1;  // sticky: lies far below the rounding bit
        out = std::ldexp(static_cast<double>(top), static_cast<int>(shift));
    }
    if (std::isinf(out)) return false;
    if (negative) out = -out;
    return true;
}

Outcome<double> intToDouble(Vm& vm, Value value) {
    if (value.isSmallInt() || value.isBool()) return static_cast<double>(value.integer);
    double out = 0;
    if (!bigToDouble(value.as<BigInt>()->value, out)) {
        return raise(vm, vm.exc.OverflowError, "int too large to convert to float");
    }
    return out;
}

int compareIntToDouble(const BigNumber& integer, double real) {
    if (std::isinf(real)) return real > 0 ? -1 : 1;
    const double whole = std::floor(real);
    int exponent = 0;
    const double fraction = std::frexp(whole, &exponent);
    BigNumber other = static_cast<std::int64_t>(std::ldexp(fraction, 53));
    if (exponent >= 53) {
        other <<= exponent - 53;
    } else {
        other >>= 53 - exponent;  // exact: `whole` is an integer
    }
    const int sign = integer.compare(other);
    if (sign != 0) return sign < 0 ? -1 : 1;
    return real > whole ? -1 : 0;
}

bool signFitsComparison(int sign, Comparison op) {
    switch (op) {
        case Comparison::Less: return sign < 0;
        case Comparison::LessEqual: return sign <= 0;
        case Comparison::Equal: return sign == 0;
        case Comparison::NotEqual: return sign != 0;
        case Comparison::Greater: return sign > 0;
        case Comparison::GreaterEqual: return sign >= 0;
    }
    return false;
}

std::int64_t hashInt(std::int64_t value) {
    const std::uint64_t magnitude = value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value)
                                              : static_cast<std::uint64_t>(value);
    auto hash = static_cast<std::int64_t>(magnitude % kHashModulus);
    if (value < 0) hash = -hash;
    return hash == -1 ? -2 : hash;
}

std::int64_t hashBig(const BigNumber& value) {
    // The modulus is 2**61 - 1: to shift by a limb's 64 bits is to rotate by three of 61.
    constexpr int kBits = 61;
    const auto& limbs = value.backend();
    std::uint64_t magnitude = 0;
    for (std::size_t i = limbs.size(); i-- > 0;) {
        magnitude = ((magnitude << 3) & kHashModulus) | (magnitude >> (kBits - 3));
        magnitude = (magnitude + limbs.limbs()[i] % kHashModulus) % kHashModulus;
    }
    auto hash = static_cast<std::int64_t>(magnitude);
    if (value < 0) hash = -hash;
    return hash == -1 ? -2 : hash;
}

std::int64_t hashOfInt(Value value) {
    if (value.isSmallInt() || value.isBool()) return hashInt(value.integer);
    return hashBig(value.as<BigInt>()->value);
}

namespace {

unsigned bitsOfDigit(int base) { return base == 16 ? 4 : base == 8 ? 3 : 1; }

/// Digits in base 2, 8 or 16, straight from the limbs: a huge number is not copied.
std::string binaryDigits(const BigNumber& value, int base, std::string_view prefix) {
    const auto& limbs = value.backend();
    const unsigned width = bitsOfDigit(base);
    constexpr std::size_t kLimb = sizeof(mp::limb_type) * 8;
    const mp::limb_type highest = limbs.limbs()[limbs.size() - 1];
    const std::size_t bits = std::max<std::size_t>(
        limbs.size() * kLimb - static_cast<std::size_t>(std::countl_zero(highest)), 1);
    const std::size_t count = (bits + width - 1) / width;
    std::string out;
    out.reserve(count + prefix.size() + 1);
    if (value < 0) out += '-';
    out += prefix;
    for (std::size_t digit = count; digit-- > 0;) {
        const std::size_t place = digit * width, at = place / kLimb, shift = place % kLimb;
        mp::limb_type chunk = limbs.limbs()[at] >> shift;
        if (shift + width > kLimb && at + 1 < limbs.size())
            chunk |= limbs.limbs()[at + 1] << (kLimb - shift);
        out += "0123456789abcdef"[chunk & ((1U << width) - 1)];
    }
    return out;
}

}  // namespace

Status reserveDigits(Vm& vm, Value value, int base) {
    if (value.isSmallInt() || value.isBool()) return kDone;
    const std::size_t bytes = value.as<BigInt>()->value.backend().size() * sizeof(mp::limb_type);
    // The digits, and the str that they become.
    return reserveBytes(vm, bytes * 8 / bitsOfDigit(base) * 2);
}

std::string bigDigits(const BigNumber& value, int base) {
    return base == 10 ? value.str() : binaryDigits(value, base, {});
}

namespace {
constexpr std::string_view kDigitsLimit = "int_max_str_digits";
}  // namespace

std::size_t decimalDigitsLimit(Vm& vm) {
    const Value limit = dictGetStr(vm.privates.get(), vm.intern(kDigitsLimit));
    if (limit.isUnbound()) return kMaxDecimalDigits;
    return limit.integer == 0 ? SIZE_MAX : static_cast<std::size_t>(limit.integer);
}

void setDecimalDigitsLimit(Vm& vm, std::size_t digits) {
    dictSetStr(vm, vm.privates.get(), vm.intern(kDigitsLimit),
               Value::ofInt(static_cast<std::int64_t>(digits)));
}

bool burnDigits(Vm& vm, std::size_t digits) {
    if (digits <= kMaxDecimalDigits) return true;
    const auto limbs = static_cast<std::int64_t>(digits / 19);
    return burnFuel(vm, std::min<std::int64_t>(limbs, 1'000'000'000) * limbs / 4);
}

Outcome<std::string> intText(Vm& vm, Value value) {
    if (value.isSmallInt() || value.isBool()) return fmt::format_int(value.integer).str();
    const BigNumber& big = value.as<BigInt>()->value;
    // log2(10) > 3.32: past so many bits there are surely too many digits.
    CORO_TRY(reserveBytes(vm, big.backend().size() * sizeof(mp::limb_type)));
    const double bits = big == 0 ? 0 : static_cast<double>(mp::msb(mp::abs(big)));
    const auto least = static_cast<std::size_t>(bits / 3.3219281);
    const std::size_t limit = least < kFewestDigitsLimit - 2 ? SIZE_MAX : decimalDigitsLimit(vm);
    const auto tooLong = [&]() -> Outcome<std::string> {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("Exceeds the limit ({} digits) for integer string conversion; use "
                                 "sys.set_int_max_str_digits() to increase the limit",
                                 limit));
    };
    if (least > limit) return tooLong();
    if (!burnDigits(vm, least)) return Raised{};
    CORO_TRY(reserveBytes(vm, least * 3));  // the number is copied as it is divided
    std::string text = bigDigits(big, 10);
    if (text.size() - (big < 0 ? 1 : 0) > limit) return tooLong();
    return text;
}

std::string prefixedDigits(Value value, int base) {
    const char* prefix = base == 16 ? "0x" : base == 8 ? "0o" : "0b";
    if (value.isSmallInt() || value.isBool()) return binaryDigits(value.integer, base, prefix);
    return binaryDigits(value.as<BigInt>()->value, base, prefix);
}

}  // namespace coroscope::runtime
