// How many bytes something takes whose count a scenario names.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace coroscope::runtime {

/// `count` times `each`, or more than any limit allows where that is beyond all numbers; `count`
/// is not negative.
[[nodiscard]] constexpr std::size_t bytesOf(std::int64_t count, std::size_t each) {
    std::size_t bytes = 0;
    if (__builtin_mul_overflow(static_cast<std::size_t>(count), each, &bytes)) return SIZE_MAX / 2;
    return bytes < SIZE_MAX / 2 ? bytes : SIZE_MAX / 2;
}

/// The same of so many bits, however many.
[[nodiscard]] constexpr std::size_t bytesOfBits(double bits) {
    return static_cast<std::size_t>(std::min(bits / 8, 1e18));
}

}  // namespace coroscope::runtime
