// SPDX-License-Identifier: GPL-3.0-or-later

/// The desktop program: the window and, for the command line, pictures.
///
///     coroscope-desktop [FILE…]
///     coroscope-desktop export …        as `coroscope export`, which hands over what needs a
///     painter

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QGuiApplication>
#include <QHashFunctions>

#include "app/cli/command_line.h"
#include "app/cli/exit_status.h"
#include "app/export/export_run.h"
#include "app/launch/display.h"
#include "app/window/run_window.h"

namespace coroscope::app {

namespace {

constexpr const char* kUsage =
    "Usage: coroscope-desktop [FILE|NAME]…\n"
    "Opens the window, with a tab for each FILE or bundled scenario.\n"
    "All else is done by coroscope: see coroscope --help.\n";

/// Needs no display; what a display says of type and resolution must make no difference.
int exportWithPainter(int argc, char** argv) {
    if (std::getenv("QT_QPA_PLATFORM") == nullptr) qputenv("QT_QPA_PLATFORM", "offscreen");
    // Of no interest to who wants a picture, and no matter for one.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) {
        if (!message.startsWith(QLatin1String("QStandardPaths:")))
            std::fprintf(stderr, "%s\n", qUtf8Printable(message));
    });
    std::optional<QGuiApplication> application;
    RunPainter painter;
    const FigurePainter paint = [&](auto&&... what) {
        if (!application) application.emplace(argc, argv);
        return painter.paint(what...);
    };
    return runCommandLine(argc, argv, COROSCOPE_VERSION, paint);
}

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
    if (argc > 1 && std::string_view(argv[1]) == "export") return exportWithPainter(argc, argv);
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
