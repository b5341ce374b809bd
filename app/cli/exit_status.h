// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coroscope::app {

/// Exit statuses that do not come from a run (RunResult has those).
enum ExitStatus : int {
    kSuccess = 0,
    kFailure = 1,    ///< an output could not be written
    kCannotRun = 2,  ///< wrong arguments, or a scenario that cannot be run
    kInterrupted = 130,
    kReaderGone = 141,  ///< nobody reads standard output any more (128 + SIGPIPE)
};

}  // namespace coroscope::app
