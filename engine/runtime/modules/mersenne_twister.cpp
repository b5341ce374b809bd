#include "engine/runtime/modules/mersenne_twister.h"

#include <algorithm>

namespace coroscope::runtime {

void MersenneTwister::seedByOne(std::uint32_t value) {
    state[0] = value;
    for (std::size_t i = 1; i < kWords; ++i) {
        state[i] =
            1812433253U * (state[i - 1] ^ (state[i - 1] >> 30)) + static_cast<std::uint32_t>(i);
    }
    index = kWords;
}

void MersenneTwister::seed(const std::vector<std::uint32_t>& key) {
    seedByOne(19650218U);
    std::size_t i = 1, j = 0;
    const auto mixed = [this](std::size_t at) { return state[at - 1] ^ (state[at - 1] >> 30); };
    const auto wrap = [this, &i] {
        if (i >= kWords) {
            state[0] = state[kWords - 1];
            i = 1;
        }
    };
    for (std::size_t k = std::max(kWords, key.size()); k > 0; --k) {
        state[i] = (state[i] ^ (mixed(i) * 1664525U)) + key[j] + static_cast<std::uint32_t>(j);
        ++i;
        ++j;
        wrap();
        if (j >= key.size()) j = 0;
    }
    for (std::size_t k = kWords - 1; k > 0; --k) {
        state[i] = (state[i] ^ (mixed(i) * 1566083941U)) - static_cast<std::uint32_t>(i);
        ++i;
        wrap();
    }
    state[0] = 0x80000000U;
}

std::uint32_t MersenneTwister::next32() {
    constexpr std::size_t kMiddle = 397;
    if (index >= kWords) {
        for (std::size_t k = 0; k < kWords; ++k) {
            const std::uint32_t y =
                (state[k] & 0x80000000U) | (state[(k + 1) % kWords] & 0x7fffffffU);
            state[k] = state[(k + kMiddle) % kWords] ^ (y >> 1) ^ ((y & 1) != 0 ? 0x9908b0dfU : 0U);
        }
        index = 0;
    }
    std::uint32_t y = state[index++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680U;
    y ^= (y << 15) & 0xefc60000U;
    return y ^ (y >> 18);
}

double MersenneTwister::nextDouble() {
    const std::uint32_t a = next32() >> 5, b = next32() >> 6;
    return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
}

}  // namespace coroscope::runtime
