// SPDX-License-Identifier: GPL-3.0-or-later

/// `coroscope export`, for the formats that need a painter. A program of its own, for the loader
/// takes longer for the window's libraries than a figure takes to draw.
///
///     coroscope-figures export …

#include <cstdio>
#include <cstdlib>
#include <optional>

#include <QGuiApplication>
#include <QHashFunctions>

#include "app/cli/command_line.h"
#include "app/export/export_run.h"

int main(int argc, char** argv) {
    using namespace coroscope::app;
    QHashSeed::setDeterministicGlobalSeed();  // the same run gives the same file
    // No display is needed; what one says of type and resolution must make no difference.
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
