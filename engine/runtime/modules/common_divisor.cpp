// Lehmer's algorithm, as in CPython's _PyLong_GCD: several of Euclid's steps are found from the
// leading bits alone and then made at once. (Boost's goes bit by bit.)
#include "engine/runtime/modules/common_divisor.h"

#include <numeric>
#include <utility>

namespace coroscope::runtime {

namespace mp = boost::multiprecision;

namespace {

using Limb = mp::limb_type;
__extension__ using Wide = __int128;

constexpr unsigned kLimbBits = 64;
constexpr unsigned kLeadingBits = 61;  // so that no product of the steps passes 63

/// The bits of `number` from bit `shift` on: no more than kLeadingBits, as the caller knows.
std::int64_t bitsFrom(const BigNumber& number, unsigned shift) {
    const Limb* limbs = number.backend().limbs();
    const unsigned size = number.backend().size();
    const unsigned at = shift / kLimbBits;
    const unsigned offset = shift % kLimbBits;
    Limb bits = at < size ? limbs[at] >> offset : 0;
    if (offset != 0 && at + 1 < size) bits |= limbs[at + 1] << (kLimbBits - offset);
    return static_cast<std::int64_t>(bits);
}

/// Steps of Euclid's, made at once: the pair becomes (aOfA·a − bOfA·b, bOfB·b − aOfB·a), with a
/// and b exchanged after an odd number of them.
struct Steps {
    std::int64_t aOfA = 1, bOfA = 0, aOfB = 0, bOfB = 1;
    int count = 0;
};

/// As many steps as are certain, whatever the bits below the leading ones are.
Steps certainSteps(std::int64_t a, std::int64_t b) {
    Steps steps;
    while (b != steps.aOfB) {
        const std::int64_t quotient = (a + steps.aOfA - 1) / (b - steps.aOfB);
        const std::int64_t factor = steps.bOfA + quotient * steps.bOfB;
        const std::int64_t rest = a - quotient * b;
        if (factor > rest) break;
        a = std::exchange(b, rest);
        const std::int64_t other = steps.aOfA + quotient * steps.aOfB;
        steps.aOfA = std::exchange(steps.bOfB, other);
        steps.bOfA = std::exchange(steps.aOfB, factor);
        ++steps.count;
    }
    return steps;
}

void makeSteps(const Steps& steps, BigNumber& a, BigNumber& b) {
    const unsigned size = a.backend().size();
    const unsigned before = b.backend().size();
    b.backend().resize(size, size);
    std::fill(b.backend().limbs() + before, b.backend().limbs() + size, Limb{0});
    if (steps.count % 2 != 0) a.swap(b);
    Limb* as = a.backend().limbs();
    Limb* bs = b.backend().limbs();
    Wide carryA = 0, carryB = 0;
    for (unsigned i = 0; i < size; ++i) {
        const Wide x = as[i], y = bs[i];
        carryA += x * steps.aOfA - y * steps.bOfA;
        carryB += y * steps.bOfB - x * steps.aOfB;
        as[i] = static_cast<Limb>(carryA);
        bs[i] = static_cast<Limb>(carryB);
        carryA >>= kLimbBits;
        carryB >>= kLimbBits;
    }
    a.backend().normalize();
    b.backend().normalize();
}

}  // namespace

BigNumber commonDivisor(BigNumber a, BigNumber b) {
    if (a < 0) a = -a;
    if (b < 0) b = -b;
    if (a < b) a.swap(b);
    while (b.backend().size() > 1) {
        const unsigned shift = mp::msb(a) + 1 - kLeadingBits;
        const Steps steps = certainSteps(bitsFrom(a, shift), bitsFrom(b, shift));
        if (steps.count != 0) {
            makeSteps(steps, a, b);
        } else {
            a %= b;
            a.swap(b);
        }
    }
    if (b == 0) return a;
    const Limb small = *b.backend().limbs();
    return std::gcd(static_cast<Limb>(a % small), small);
}

}  // namespace coroscope::runtime
