// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/run_window.h"

#include <QApplication>
#include <QFileInfo>
#include <QTimer>

#include "app/bundle/bundled_scenarios.h"
#include "app/session/engine_runner.h"
#include "app/window/main_window.h"

#ifndef COROSCOPE_VERSION
#define COROSCOPE_VERSION "0"
#endif

namespace coroscope::app {

int runWindow(int argc, char** argv, const std::string& file) {
    QCoreApplication::setOrganizationName(QStringLiteral("Coroscope"));
    QCoreApplication::setApplicationName(QStringLiteral("Coroscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COROSCOPE_VERSION));
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.coroscope.Coroscope"));

    MainWindow window(engineRunner());
    const QString path = QString::fromLocal8Bit(file.c_str());
    const BundledScenario* bundled =
        file.empty() || QFileInfo::exists(path) ? nullptr : findBundledScenario(file);
    if (file.empty()) {
        window.openStart();
    } else if (bundled != nullptr) {
        window.openExample(*bundled);
    } else if (!window.openFile(path)) {
        // What is wrong with the file stands in the banner; an empty document
        // waits behind it.
    }
    window.offerRecovery();
    window.show();
    return QApplication::exec();
}

}  // namespace coroscope::app
