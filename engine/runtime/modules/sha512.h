// SHA-512 (FIPS 180-4): what `random.seed` makes of text.
#pragma once

#include <string>
#include <string_view>

namespace coroscope::runtime {

/// The 64 bytes of the digest.
[[nodiscard]] std::string sha512(std::string_view data);

}  // namespace coroscope::runtime
