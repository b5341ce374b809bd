// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace coroscope::app {

/// Opens the window with a tab for each of `files` (paths, or names of bundled scenarios); without
/// any on a running example or the gallery. Returns when the window is closed, with the process's
/// exit status.
int runWindow(int argc, char** argv, const std::vector<std::string>& files);

}  // namespace coroscope::app
