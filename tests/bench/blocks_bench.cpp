// SPDX-License-Identifier: GPL-3.0-or-later
/// How long the window does not answer: the longest that one event holds the GUI thread while a
/// large run is opened, looked at and edited. The counters are milliseconds, one for each thing
/// that a user does.

#include <algorithm>
#include <functional>
#include <memory>
#include <string>

#include <QAction>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QSettings>
#include <QThread>

#include <benchmark/benchmark.h>

#include "app/editor/editor_pane.h"
#include "app/editor/source_editor.h"
#include "app/session/engine_runner.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/main_window.h"
#include "tests/bench/timed_application.h"

namespace coroscope::app {
namespace {

TimedApplication& application() { return *static_cast<TimedApplication*>(qApp); }

/// Handles events until nothing has come for a while; what never rests is left after three seconds.
void settle(MainWindow& window) {
    QElapsedTimer all;
    QElapsedTimer quiet;
    all.start();
    quiet.start();
    while (quiet.elapsed() < 150) {
        QElapsedTimer one;
        one.start();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QThread::usleep(500);  // the threads that run and look up want the processor
        if (window.session().runs().isBusy()) {
            all.restart();
            quiet.restart();
        } else if (one.elapsed() > 3) {
            if (all.elapsed() > 3000) return;
            quiet.restart();
        }
    }
}

void measure(benchmark::State& state, MainWindow& window, const char* what,
             const std::function<void()>& act) {
    TimedApplication& app = application();
    app.forget();
    const qint64 began = TimedApplication::nanoseconds();
    act();
    app.note(TimedApplication::nanoseconds() - began, "the call itself", 0);
    settle(window);
    state.counters[what] = app.milliseconds();
    if (app.milliseconds() > 50) {
        std::fprintf(stderr, "  %-12s %7.1f ms in %s\n", what, app.milliseconds(),
                     app.culprit().c_str());
    }
}

void live(benchmark::State& state, const char* text) {
    for (auto _ : state) {
        QSettings().clear();
        MainWindow window(engineRunner());
        window.resize(1600, 900);
        window.show();
        Session& session = window.session();
        Playhead& playhead = session.playhead();
        settle(window);
        measure(state, window, "open", [&] {
            session.document().openText(QStringLiteral("large.py"), QString::fromUtf8(text));
        });
        measure(state, window, "end", [&] { playhead.toEnd(); });
        measure(state, window, "back", [&] { playhead.stepEvent(-1); });
        measure(state, window, "page", [&] { playhead.page(-1); });
        measure(state, window, "start", [&] { playhead.toStart(); });
        measure(state, window, "step", [&] { playhead.stepLoop(1); });
        measure(state, window, "middle",
                [&] { playhead.moveToTime(session.trace()->endTime() / 2); });
        measure(state, window, "axis", [&] { window.timeline().toggleAxis(); });
        measure(state, window, "axisBack", [&] { window.timeline().toggleAxis(); });
        measure(state, window, "thin", [&] { window.timeline().setLaneHeight(1); });
        measure(state, window, "hover", [&] {
            const QPointF at(window.timeline().width() * 0.6, window.timeline().height() * 0.6);
            QMouseEvent move(QEvent::MouseMove, at, at, {}, {}, {});
            QCoreApplication::sendEvent(&window.timeline(), &move);
        });
        measure(state, window, "whole", [&] { window.timeline().fit(); });
        for (const auto& [act, name] :
             {std::pair{Act::PanelVariables, "variables"}, std::pair{Act::PanelStatistics, "stats"},
              std::pair{Act::PanelEvents, "events"}, std::pair{Act::PanelTasks, "tasks"},
              std::pair{Act::PanelSync, "sync"}, std::pair{Act::PanelConsole, "console"}}) {
            measure(state, window, name, [&, act = act] { window.action(act)->trigger(); });
            measure(state, window, (std::string(name) + "Step").c_str(),
                    [&] { playhead.stepLoop(1); });
        }
        if (session.trace()->taskCount() > 0) {
            measure(state, window, "select",
                    [&] { session.selection().selectTask(trace::TaskId(0)); });
        }
        for (const auto& [act, name] :
             {std::pair{Act::ZoomIn, "larger"}, std::pair{Act::ThemeDark, "dark"},
              std::pair{Act::FullScreen, "present"}, std::pair{Act::FullScreen, "desk"}}) {
            measure(state, window, name, [&, act = act] { window.action(act)->trigger(); });
        }
        measure(state, window, "find", [&] { window.timeline().findTask(QStringLiteral("99")); });
        measure(state, window, "edit",
                [&] { window.editorPane().editor().insertAt(QStringLiteral("# more\n"), 0, 0); });
    }
}

BENCHMARK_CAPTURE(live, tenMillionLinesAtOnce, "print('\\n' * 10_000_000)\n")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(live, millionsOfLines,
                  "for n in range(10_000_000):\n"
                  "    print(n)\n")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(live, hundredThousandTasks,
                  "import asyncio\n"
                  "async def sleeper(n):\n"
                  "    await asyncio.sleep(n % 100 / 10)\n"
                  "async def main():\n"
                  "    await asyncio.gather(*(sleeper(n) for n in range(100_000)))\n"
                  "asyncio.run(main())\n")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(live, tasksThatPrint,
                  "import asyncio\n"
                  "async def worker(n, lock):\n"
                  "    for i in range(100):\n"
                  "        await asyncio.sleep(i)\n"
                  "        print(n, i)\n"
                  "async def main():\n"
                  "    lock = asyncio.Lock()\n"
                  "    await asyncio.gather(*(worker(n, lock) for n in range(5_000)))\n"
                  "asyncio.run(main())\n")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(live, manyCancelled,
                  "import asyncio\n"
                  "async def nap():\n"
                  "    await asyncio.sleep(9)\n"
                  "async def main():\n"
                  "    naps = asyncio.gather(*(nap() for _ in range(50_000)))\n"
                  "    await asyncio.sleep(1)\n"
                  "    naps.cancel()\n"
                  "    await asyncio.sleep(1)\n"
                  "asyncio.run(main())\n")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace coroscope::app
