#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace coroscope::trace {

/// 500,000,000: a long number is read in groups.
[[nodiscard]] inline std::string countText(std::uint64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, 1, ',');
    return text;
}

}  // namespace coroscope::trace
