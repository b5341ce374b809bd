#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace coroscope::runtime {

/// What lies between the separators, which is not empty; at most `limit` splits, if that is not
/// negative (Objects/stringlib/split.h: split, rsplit). In the order of the text.
[[nodiscard]] std::vector<std::string_view> splitText(std::string_view text,
                                                      std::string_view separator,
                                                      std::int64_t limit);
/// The same from the end of the text on.
[[nodiscard]] std::vector<std::string_view> splitTextBackwards(std::string_view text,
                                                               std::string_view separator,
                                                               std::int64_t limit);

}  // namespace coroscope::runtime
