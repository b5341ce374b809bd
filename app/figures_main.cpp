// SPDX-License-Identifier: GPL-3.0-or-later

/// `coroscope export`, for the formats that need a painter. A program of its own, for the loader
/// takes longer for the window's libraries than a figure takes to draw.
///
///     coroscope-figures export …

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <future>
#include <thread>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QHashFunctions>

#include "app/cli/command_line.h"
#include "app/cli/exit_status.h"
#include "app/export/export_run.h"
#include "app/style/fonts.h"

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
    int ownCount = 1;  // of the arguments none is for Qt, which takes those away that are
    const QGuiApplication application(ownCount, argv);
    std::promise<void> ready;
    RunPainter painter;
    const FigurePainter paint = [&, begun = ready.get_future().share()](auto&&... what) {
        begun.wait();
        return painter.paint(what...);
    };
    int status = 0;
    std::thread work([&] {
        try {
            status = runCommandLine(argc, argv, COROSCOPE_VERSION, paint);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "coroscope: %s\n", error.what());
            status = kFailure;
        }
    });
    // Qt finds its fonts while the scenario runs: that takes as long.
    static_cast<void>(QFontMetricsF(uiFont(1)).horizontalAdvance(QLatin1Char('0')));
    static_cast<void>(QFontMetricsF(codeFont()).horizontalAdvance(QLatin1Char('0')));
    ready.set_value();
    work.join();
    return status;
}
