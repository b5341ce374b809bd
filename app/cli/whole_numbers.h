// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as they are typed behind an option: decimal, whole, and refused where they do not fit
// (CLI11 reads a leading 0 as octal, and takes the nearest number that fits).
#pragma once

#include <cstdint>
#include <string>

namespace coroscope::app {

/// Each throws CLI::ValidationError, whose message names the option and what it takes.
[[nodiscard]] std::int64_t readSigned(const std::string& option, const std::string& text);
[[nodiscard]] std::uint64_t readCount(const std::string& option, const std::string& text);
/// A count with a unit behind it or none: 512MB, 64 kb, 1GiB; a kilobyte is 1024 bytes.
[[nodiscard]] std::uint64_t readBytes(const std::string& option, const std::string& text);

}  // namespace coroscope::app
