// SPDX-License-Identifier: GPL-3.0-or-later

/// The desktop program: the window and, for the command line, pictures.
///
///     coroscope-desktop [FILE]
///     coroscope-desktop --paint FILE|NAME|- ROOT OUT…

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include <QFileInfo>
#include <QGuiApplication>

#include "app/cli/exit_status.h"
#include "app/cli/load_scenario.h"
#include "app/export/figure.h"
#include "app/window/run_window.h"
#include "engine/simulation.h"

namespace coroscope::app {

namespace {

/// `coroscope export`, which has checked the arguments. Needs no display.
int paint(int argc, char** argv) {
    if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const auto loaded = loadScenario(argv[2]);
    if (!loaded) return kCannotRun;

    SimulationOptions options;
    options.path = loaded->path;
    options.root = argv[3];
    Simulation simulation(loaded->source, loaded->header, std::move(options));
    const RunResult result = simulation.run();
    for (const scenario::Diagnostic& diagnostic : result.diagnostics) {
        std::fputs(scenario::render(diagnostic, &loaded->source).c_str(), stderr);
    }
    if (result.status == RunStatus::Refused) return result.exitCode;
    // A run that went wrong is worth a picture all the same.
    std::fputs(result.message.c_str(), stderr);

    // Of no interest to who wants a picture, and no matter for one.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& message) {
        if (!message.startsWith(QLatin1String("QStandardPaths:")))
            std::fprintf(stderr, "%s\n", qUtf8Printable(message));
    });
    const QGuiApplication application(argc, argv);
    FigureOptions figure;
    figure.title = QString::fromStdString(loaded->header.title);
    if (figure.title.isEmpty()) {
        figure.title = QFileInfo(QString::fromStdString(loaded->source.name())).completeBaseName();
    }
    int status = kSuccess;
    for (int index = 4; index < argc; ++index) {
        const auto problem =
            exportFigure(simulation.trace(), figure, QString::fromLocal8Bit(argv[index]));
        if (problem) {
            std::fprintf(stderr, "coroscope: %s\n", qUtf8Printable(*problem));
            status = kFailure;
        }
    }
    return status;
}

/// The first argument that is neither an option nor an option's value.
std::string fileAmong(int argc, char** argv) {
    for (int index = 1; index < argc; ++index) {
        const std::string_view argument = argv[index];
        if (!argument.starts_with('-')) return std::string(argument);
        // What is left are Qt's own options, which take a value.
        if (argument.find('=') == std::string_view::npos) ++index;
    }
    return {};
}

}  // namespace

}  // namespace coroscope::app

int main(int argc, char** argv) {
    using namespace coroscope::app;
    if (argc >= 5 && std::string_view(argv[1]) == "--paint") return paint(argc, argv);
    return runWindow(argc, argv, fileAmong(argc, argv));
}
