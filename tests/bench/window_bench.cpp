// SPDX-License-Identifier: GPL-3.0-or-later
/// The whole window, offscreen: how soon it is there, and how soon it shows another run.

#include <QApplication>
#include <QPixmap>
#include <QSettings>

#include <benchmark/benchmark.h>

#include "app/session/engine_runner.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/main_window.h"

namespace coroscope::app {
namespace {

void untilShown(MainWindow& window) {
    while (window.session().runs().isBusy() || window.session().trace()->empty()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    QCoreApplication::processEvents();
}

/// From nothing to the first example, run and painted.
void openWindow(benchmark::State& state) {
    for (auto _ : state) {
        QSettings().clear();
        MainWindow window(engineRunner());
        window.resize(1600, 900);
        window.openFirstExample();
        window.show();
        untilShown(window);
        benchmark::DoNotOptimize(window.grab());
    }
}
BENCHMARK(openWindow)->Unit(benchmark::kMillisecond);

/// Another run of a lesson: from asking for it to its timeline, and all panels, painted.
void runAgain(benchmark::State& state) {
    MainWindow window(engineRunner());
    window.resize(1600, 900);
    window.openFirstExample();
    window.show();
    untilShown(window);
    window.session().playhead().pause();
    for (auto _ : state) {
        window.session().runNow();
        untilShown(window);
    }
}
BENCHMARK(runAgain)->Unit(benchmark::kMillisecond);

/// A step of the playhead with all panels following it.
void stepWithAllPanels(benchmark::State& state) {
    MainWindow window(engineRunner());
    window.resize(1600, 900);
    window.openFirstExample();
    window.show();
    untilShown(window);
    Playhead& playhead = window.session().playhead();
    playhead.pause();
    for (auto _ : state) {
        if (playhead.atEnd()) playhead.toStart();
        playhead.stepEvent(1);
        QCoreApplication::processEvents();
    }
}
BENCHMARK(stepWithAllPanels)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace coroscope::app
