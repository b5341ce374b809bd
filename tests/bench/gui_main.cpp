// SPDX-License-Identifier: GPL-3.0-or-later
/// The main of the benchmarks that paint: the application lives in it, since one that outlives
/// main dies after what Qt's own statics hold, and takes the process down.

#include <QSettings>
#include <QStandardPaths>

#include <benchmark/benchmark.h>

#include "tests/bench/timed_application.h"

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    coroscope::app::TimedApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Coroscope tests"));
    QCoreApplication::setApplicationName(QStringLiteral("coroscope-bench"));
    QSettings().clear();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
