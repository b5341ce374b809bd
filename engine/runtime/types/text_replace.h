// `replace` of str and of bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// What the items of a text are: characters of UTF-8, or bytes.
enum class TextItem : std::uint8_t { Character, Byte };

/// The text with the first `limit` places of `old` (negative: all) become `with`; none where there
/// is no such place. An empty `old` is before every item and at the end. As reserveBytes where there
/// is no room for it and the value that is made of it.
[[nodiscard]] Outcome<std::optional<std::string>> replaceText(Vm& vm, std::string_view text,
                                                              std::string_view old,
                                                              std::string_view with,
                                                              std::int64_t limit, TextItem item);

}  // namespace coroscope::runtime
