// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace coroscope {

/// Replaces this process by `coroscope-desktop`, found beside this program's own file, with the
/// same arguments. Comes back only if that failed, with the reason for the user to read.
///
/// What was written before must have been flushed: a buffer does not survive the change.
[[nodiscard]] std::string launchDesktop(int argc, char** argv);

}  // namespace coroscope
