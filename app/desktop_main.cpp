// SPDX-License-Identifier: GPL-3.0-or-later

/// The desktop program: the window.
///
///     coroscope-desktop [FILE…]

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <QHashFunctions>

#include "app/cli/exit_status.h"
#include "app/launch/display.h"
#include "app/window/run_window.h"

namespace coroscope::app {

namespace {

constexpr const char* kUsage =
    "Usage: coroscope-desktop [FILE|NAME]…\n"
    "Opens the window, with a tab for each FILE or bundled scenario.\n"
    "All else is done by coroscope: see coroscope --help.\n";

/// The arguments that are neither options nor an option's value.
std::vector<std::string> filesAmong(int argc, char** argv) {
    std::vector<std::string> files;
    for (int index = 1; index < argc; ++index) {
        const std::string_view argument = argv[index];
        if (!argument.starts_with('-')) {
            files.emplace_back(argument);
        } else if (argument.find('=') == std::string_view::npos) {
            ++index;  // what is left are Qt's own options, which take a value
        }
    }
    return files;
}

}  // namespace

}  // namespace coroscope::app

int main(int argc, char** argv) {
    using namespace coroscope::app;
    QHashSeed::setDeterministicGlobalSeed();  // the same run gives the same file
    const std::string_view first = argc > 1 ? argv[1] : "";
    if (first == "--help" || first == "-h") {
        std::fputs(kUsage, stdout);
        return kSuccess;
    }
    if (first == "--version") {
        std::puts("coroscope-desktop " COROSCOPE_VERSION);
        return kSuccess;
    }
    if (!coroscope::canOpenWindow(argc, argv)) {
        std::fputs(coroscope::kNoDisplay, stderr);
        return kCannotRun;
    }
    return runWindow(argc, argv, filesAmong(argc, argv));
}
