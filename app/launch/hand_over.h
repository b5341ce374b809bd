// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace coroscope {

/// The window, and the program that only draws figures.
inline constexpr std::string_view kDesktopProgram = "coroscope-desktop";
inline constexpr std::string_view kFiguresProgram = "coroscope-figures";

/// Replaces this process by `program`, found beside this program's own file, with the same
/// arguments. Comes back only if that failed, with the reason for the user to read.
///
/// What was written before must have been flushed: a buffer does not survive the change.
[[nodiscard]] std::string handOver(std::string_view program, int argc, char** argv);

}  // namespace coroscope
