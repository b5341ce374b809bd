// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/run_window.h"

#include <QApplication>
#include <QTimer>

#include "app/session/engine_runner.h"
#include "app/window/main_window.h"
#include "app/window/signal_watch.h"

#ifndef COROSCOPE_VERSION
#define COROSCOPE_VERSION "0"
#endif

namespace coroscope::app {

int runWindow(int argc, char** argv, const std::vector<std::string>& files) {
    QCoreApplication::setOrganizationName(QStringLiteral("Coroscope"));
    QCoreApplication::setApplicationName(QStringLiteral("Coroscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COROSCOPE_VERSION));
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.coroscope.Coroscope"));

    MainWindow window(engineRunner());
    QStringList names;
    for (const std::string& file : files) names << QString::fromLocal8Bit(file.c_str());
    if (names.isEmpty()) window.openStart();
    window.openAll(names);  // what is wrong with a file stands in the banner
    window.offerRecovery();
    window.show();
    const SignalWatch watch([&window] { window.keepWork(); });
    // The session ends, with or without an answer to what the window may ask.
    QObject::connect(&application, &QGuiApplication::commitDataRequest, &window,
                     &MainWindow::keepWork, Qt::DirectConnection);
    return QApplication::exec();
}

}  // namespace coroscope::app
