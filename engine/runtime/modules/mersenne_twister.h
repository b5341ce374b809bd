// MT19937 as CPython uses it (Modules/_randommodule.c).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace coroscope::runtime {

class MersenneTwister {
public:
    static constexpr std::size_t kWords = 624;

    /// init_by_array; `key` has at least one word, least significant first.
    void seed(const std::vector<std::uint32_t>& key);
    std::uint32_t next32();
    /// A float in [0, 1) of 53 bits.
    double nextDouble();

    std::array<std::uint32_t, kWords> state{};
    std::size_t index = kWords;

private:
    void seedByOne(std::uint32_t value);
};

}  // namespace coroscope::runtime
