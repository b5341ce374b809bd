// SPDX-License-Identifier: GPL-3.0-or-later

/// The command line. It links no Qt: where a window is wanted it becomes
/// coroscope-desktop.

#include "app/cli/command_line.h"

int main(int argc, char** argv) {
    return coroscope::app::runCommandLine(argc, argv, COROSCOPE_VERSION);
}
