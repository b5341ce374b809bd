// Digests of bytes, by Nettle.
#pragma once

#include <string>
#include <string_view>

namespace coroscope::runtime {

/// The digest of data by an algorithm that exists ("sha512").
[[nodiscard]] std::string digestOf(std::string_view algorithm, std::string_view data);

}  // namespace coroscope::runtime
