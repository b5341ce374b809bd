// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace coroscope::app {

/// Opens the window on `file` (a path, or the name of a bundled scenario); on
/// a running example if it is empty. Returns when the window is closed, with
/// the process's exit status.
int runWindow(int argc, char** argv, const std::string& file);

}  // namespace coroscope::app
