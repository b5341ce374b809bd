// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Whether there is something to open a window on. Where there is nothing, Qt would only abort.

#include <string_view>

namespace coroscope {

/// Is this one of the options that Qt takes out of the arguments itself?
[[nodiscard]] bool isQtOption(std::string_view argument);

/// There is a display, or an option of Qt's says what to draw on instead.
[[nodiscard]] bool canOpenWindow(int argc, char** argv);

/// Said where a window cannot be opened; a line.
inline constexpr const char* kNoDisplay =
    "coroscope: there is no display for the window; coroscope run FILE needs none\n";

}  // namespace coroscope
