// Positions in text: characters to bytes and back, searching.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/runtime/types/str.h"

namespace coroscope::runtime {

/// Character index of a byte offset.
[[nodiscard]] std::int64_t charIndex(Str* str, std::size_t byteOffset);

/// First or last occurrence at or behind `from`; npos. Linear in the length of the text, whatever
/// the needle is.
[[nodiscard]] std::size_t findText(std::string_view text, std::string_view needle,
                                   std::size_t from = 0);
[[nodiscard]] std::size_t findTextLast(std::string_view text, std::string_view needle);
/// How often the needle, which is not empty, occurs; occurrences do not overlap.
[[nodiscard]] std::int64_t countText(std::string_view text, std::string_view needle);

}  // namespace coroscope::runtime
