// SPDX-License-Identifier: GPL-3.0-or-later
// The main of every test that needs Qt: one application, on the offscreen platform unless the
// environment names another, with settings that never touch those of the user.
#include <QApplication>
#include <QTemporaryDir>

#include <gtest/gtest.h>

/// Fontconfig and the platform plugins keep what they have loaded until the process ends; that is
/// none of our leaks.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\nleak:libQt6Gui\nleak:libQt6XcbQpa\nleak:libqoffscreen\n";
}

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QCoreApplication::setOrganizationName(QStringLiteral("Coroscope tests"));
    QCoreApplication::setApplicationName(QStringLiteral("coroscope-tests"));
    // Settings and safety copies are of each process's own: tests run side by side.
    const QTemporaryDir own;
    for (const char* name :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, own.path().toLocal8Bit());
    testing::InitGoogleTest(&argc, argv);
    QApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
