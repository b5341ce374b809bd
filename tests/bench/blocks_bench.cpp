// SPDX-License-Identifier: GPL-3.0-or-later
/// How long the window does not answer: the longest that one event holds the GUI thread while a
/// large run is opened, looked at and edited. The counters are milliseconds, one for each thing
/// that a user does.

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <QAction>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QSettings>
#include <QThread>

#include <benchmark/benchmark.h>

#include "app/editor/editor_pane.h"
#include "app/editor/source_editor.h"
#include "app/inspector/tasks_panel.h"
#include "app/session/engine_runner.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/main_window.h"
#include "app/window/workbench.h"
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

void tell(benchmark::State& state, const char* what, double milliseconds,
          const std::string& culprit) {
    state.counters[what] = milliseconds;
    if (milliseconds > 50) {
        std::fprintf(stderr, "  %-12s %7.1f ms in %s\n", what, milliseconds, culprit.c_str());
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
    tell(state, what, app.milliseconds(), app.culprit());
}

/// One run, opened in the window and looked at from all sides.
class Visit {
public:
    Visit(benchmark::State& state, MainWindow& window) : state_(state), window_(window) {}

    void open(const std::string& text) {
        settle(window_);
        act("open", [&] {
            session().document().openText(QStringLiteral("large.py"), QString::fromStdString(text));
        });
    }

    void move() {
        act("end", [&] { playhead().toEnd(); });
        act("back", [&] { playhead().stepEvent(-1); });
        act("backLoop", [&] { playhead().stepLoop(-1); });
        act("page", [&] { playhead().page(-1); });
        act("start", [&] { playhead().toStart(); });
        act("step", [&] { playhead().stepLoop(1); });
        act("middle", [&] { playhead().moveToTime(session().trace()->endTime() / 2); });
        act("nextOnLine", [&] { playhead().toLine(4, 1); });
        scrub("scrub");
    }

    void play() {
        for (const auto& [smooth, what] : {std::pair{false, "play"}, std::pair{true, "smooth"}}) {
            playhead().setSmooth(smooth);
            playFor(what, Playhead::kSpeeds.back());
        }
        playhead().setSmooth(false);
        playhead().toEnd();
        const trace::EventIndex last = playhead().current();
        if (last.valid() && last.index() > 1000) {
            playhead().setRegion({{trace::EventIndex::fromIndex(last.index() - 1000), last}});
        }
        playFor("loop", Playhead::kSpeeds.back());
        playhead().setRegion(std::nullopt);
    }

    void timeline() {
        act("axis", [&] { window_.timeline().toggleAxis(); });
        act("axisBack", [&] { window_.timeline().toggleAxis(); });
        act("thin", [&] { window_.timeline().setLaneHeight(1); });
        act("hover", [&] {
            const QPointF at(window_.timeline().width() * 0.6, window_.timeline().height() * 0.6);
            QMouseEvent move(QEvent::MouseMove, at, at, {}, {}, {});
            QCoreApplication::sendEvent(&window_.timeline(), &move);
        });
        act("zoom", [&] { window_.timeline().zoomIn(); });
        act("whole", [&] { window_.timeline().fit(); });
        act("find", [&] { window_.timeline().findTask(QStringLiteral("99")); });
        act("findNone", [&] { window_.timeline().findTask(QStringLiteral("no such")); });
        if (session().trace()->taskCount() > 0) {
            act("select", [&] { session().selection().selectTask(trace::TaskId(0)); });
        }
    }

    void panels() {
        for (const auto& [act, name] :
             {std::pair{Act::PanelVariables, "variables"}, std::pair{Act::PanelStatistics, "stats"},
              std::pair{Act::PanelEvents, "events"}, std::pair{Act::PanelTasks, "tasks"},
              std::pair{Act::PanelLoop, "loop"}, std::pair{Act::PanelSync, "sync"},
              std::pair{Act::PanelExplain, "explain"}, std::pair{Act::PanelConsole, "console"}}) {
            bring(act, name);
            if (act == Act::PanelEvents) filterEvents();
            if (act == Act::PanelTasks) pagesOfTasks();
        }
    }

    void look() {
        for (const auto& [act, name] :
             {std::pair{Act::ZoomIn, "larger"}, std::pair{Act::ThemeDark, "dark"},
              std::pair{Act::FullScreen, "present"}, std::pair{Act::FullScreen, "desk"},
              std::pair{Act::Predict, "predict"}, std::pair{Act::Predict, "predictOff"},
              std::pair{Act::HoldRun, "hold"}, std::pair{Act::HoldRun, "holdOff"},
              std::pair{Act::Gallery, "gallery"}, std::pair{Act::Gallery, "galleryOff"}}) {
            run(act, name);
        }
    }

    void write() {
        SourceEditor& editor = window_.editorPane().editor();
        const int last = editor.lines() - 1;
        act("complete", [&] {
            editor.insertAt(QStringLiteral("asyncio.sl"), last, 0);
            editor.setCursorPosition(last, 10);
            editor.complete();
        });
        act("letter", [&] {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_E, {}, QStringLiteral("e"));
            QCoreApplication::sendEvent(&editor, &press);
        });
        act("own", [&] {
            editor.insertAt(QStringLiteral("\nself."), last, 0);
            editor.setCursorPosition(last + 1, 5);
            editor.complete();
        });
        act("edit", [&] { editor.insertAt(QStringLiteral("# more\n"), 0, 0); });
        act("undo", [&] { run(Act::Undo); });
    }

private:
    Session& session() { return window_.session(); }
    Playhead& playhead() { return session().playhead(); }
    void run(Act act) { window_.action(act)->trigger(); }
    void run(Act act, const char* what) {
        this->act(what, [&] { run(act); });
    }
    void act(const std::string& what, const std::function<void()>& does) {
        measure(state_, window_, what.c_str(), does);
    }

    /// The panel's tab, and what it costs there to move.
    void bring(Act act, const std::string& name) {
        if (!window_.workbench().showsPanel(act).value_or(false)) run(act, name.c_str());
        this->act(name + "Step", [&] { playhead().stepLoop(1); });
        this->act(name + "End", [&] { playhead().toEnd(); });
        scrub(name + "Scrub");
    }

    void filterEvents() {
        auto* filter = window_.findChild<QLineEdit*>(QStringLiteral("eventFilter"));
        act("filter", [&] { filter->setText(QStringLiteral("ends")); });
        act("filterStep", [&] { playhead().stepLoop(-1); });
        act("filterNone", [&] { filter->setText(QStringLiteral("no such")); });
        act("filterOff", [&] { filter->clear(); });
    }

    void pagesOfTasks() {
        auto* tasks = window_.findChild<TasksPanel*>();
        act("waits", [&] { tasks->setPage(TasksPanel::Waits); });
        act("waitsStep", [&] { playhead().stepLoop(-1); });
        act("cancels", [&] { tasks->setPage(TasksPanel::Cancels); });
        act("cancelsStep", [&] { playhead().stepLoop(-1); });
        tasks->setPage(TasksPanel::List);
    }

    /// From place to place over the whole run, each shown before the next.
    void scrub(const std::string& what) {
        TimedApplication& app = application();
        double longest = 0;
        std::string culprit;
        for (int i = 0; i < 20; ++i) {
            app.forget();
            const qint64 began = TimedApplication::nanoseconds();
            window_.timeline().playheadRequested(trace::EventIndex::fromIndex(
                playhead().eventCount() * static_cast<std::size_t>(i * 7 % 20) / 20));
            app.note(TimedApplication::nanoseconds() - began, "the call itself", 0);
            for (int turn = 0; turn < 3; ++turn) QCoreApplication::processEvents();
            if (app.milliseconds() <= longest) continue;
            longest = app.milliseconds();
            culprit = app.culprit();
        }
        tell(state_, what.c_str(), longest, culprit);
    }

    void playFor(const char* what, double speed) {
        playhead().toStart();
        playhead().setSpeed(speed);
        TimedApplication& app = application();
        app.forget();
        playhead().play();
        QElapsedTimer all;
        for (all.start(); all.elapsed() < 1500;) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            QThread::usleep(500);
        }
        playhead().pause();
        tell(state_, what, app.milliseconds(), app.culprit());
    }

    benchmark::State& state_;
    MainWindow& window_;
};

void live(benchmark::State& state, const std::string& text) {
    for (auto _ : state) {
        QSettings().clear();
        MainWindow window(engineRunner());
        window.resize(1600, 900);
        window.show();
        Visit visit(state, window);
        visit.open(text);
        visit.move();
        visit.play();
        visit.timeline();
        visit.panels();
        visit.look();
        visit.write();
    }
}

/// Until the run of what the editor holds is on view; the milliseconds that it took.
double untilRun(MainWindow& window) {
    QElapsedTimer all;
    all.start();
    do {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QThread::usleep(200);
    } while (window.session().runs().isBusy() || window.session().isStale());
    return static_cast<double>(all.nsecsElapsed()) / 1e6;
}

/// Somebody types a loop without an end, letter by letter, takes it back, and turns a number.
void typed(benchmark::State& state) {
    for (auto _ : state) {
        QSettings().clear();
        MainWindow window(engineRunner());
        window.resize(1600, 900);
        window.show();
        settle(window);
        window.session().document().openText(QStringLiteral("typed.py"),
                                             QStringLiteral("import asyncio\n"
                                                            "async def main():\n"
                                                            "    await asyncio.sleep(1)\n"
                                                            "asyncio.run(main())\n"));
        settle(window);
        SourceEditor& editor = window.editorPane().editor();
        TimedApplication& app = application();
        app.forget();
        const auto pauseFor = [](int milliseconds) {
            QElapsedTimer pause;
            for (pause.start(); pause.elapsed() < milliseconds;) {
                QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
                QThread::usleep(200);
            }
        };
        int column = 0;
        for (const char* letter = "while True: pass"; *letter != '\0'; ++letter, ++column) {
            editor.insertAt(QString(QLatin1Char(*letter)), 4, column);
            pauseFor(60);
        }
        pauseFor(400);  // it is under way
        state.counters["loopRuns"] = window.session().runs().isRunning() ? 1 : 0;
        for (; column > 0; --column) {
            editor.setSelection(4, column - 1, 4, column);
            editor.removeSelectedText();
        }
        state.counters["runAfterLoop"] = untilRun(window);
        tell(state, "typing", app.milliseconds(), app.culprit());
        app.forget();
        double longest = 0;
        for (int turn = 1; turn <= 50; ++turn) {
            editor.setSelection(2, 24, 2, 25);
            editor.replaceSelectedText(QString::number(turn % 10));
            Q_EMIT editor.numberTurned();
            longest = std::max(longest, untilRun(window));
        }
        state.counters["turnToRun"] = longest;
        tell(state, "turning", app.milliseconds(), app.culprit());
    }
}

BENCHMARK(typed)->Iterations(1)->Unit(benchmark::kMillisecond);

/// A program of so many lines, all of which define something.
std::string manyLines(int lines) {
    std::string text = "import asyncio\n";
    for (int i = 0; i < lines / 5; ++i) {
        const std::string n = std::to_string(i);
        text += "async def worker_" + n + "(self, queue):\n    value_" + n +
                " = await asyncio.sleep(0.0" + n + ")\n    queue.items_" + n +
                " = 1\n    return value_" + n + "\n\n";
    }
    return text +
           "class Box: pass\n"
           "async def main():\n"
           "    await asyncio.gather(*(worker_7(None, Box()) for n in range(9)))\n"
           "asyncio.run(main())\n";
}

/// Notes and questions at lines that the run never meets.
std::string manyNotes(int notes) {
    std::string text = "# /// coroscope\n";
    for (int i = 0; i < notes; ++i) {
        text += "# [[note]]\n# line = " + std::to_string(6 * notes + 40) + "\n# text = \"note " +
                std::to_string(i) + "\"\n";
    }
    text +=
        "# ///\n"
        "import asyncio\n"
        "async def worker(n):\n"
        "    for i in range(200):\n"
        "        await asyncio.sleep(n)\n"
        "async def main():\n"
        "    await asyncio.gather(*(worker(n) for n in range(1_000)))\n"
        "asyncio.run(main())\n";
    for (int i = 0; i < 3 * notes + 40; ++i) text += "# nothing\n";
    return text + "def never():\n    pass\n";
}

struct Load {
    const char* name;
    std::string text;
};

std::vector<Load> loads() {
    return {
        {"tenMillionLinesAtOnce", "print('\\n' * 10_000_000)\n"},
        {"millionsOfLines",
         "for n in range(10_000_000):\n"
         "    print(n)\n"},
        {"hundredThousandTasks",
         "import asyncio\n"
         "async def sleeper(n):\n"
         "    await asyncio.sleep(n % 100 / 10)\n"
         "async def main():\n"
         "    await asyncio.gather(*(sleeper(n) for n in range(100_000)))\n"
         "asyncio.run(main())\n"},
        {"tasksThatPrint",
         "import asyncio\n"
         "async def worker(n, lock):\n"
         "    for i in range(100):\n"
         "        await asyncio.sleep(i)\n"
         "        print(n, i)\n"
         "async def main():\n"
         "    lock = asyncio.Lock()\n"
         "    await asyncio.gather(*(worker(n, lock) for n in range(5_000)))\n"
         "asyncio.run(main())\n"},
        {"manyCancelled",
         "import asyncio\n"
         "async def nap():\n"
         "    await asyncio.sleep(9)\n"
         "async def main():\n"
         "    naps = asyncio.gather(*(nap() for _ in range(50_000)))\n"
         "    await asyncio.sleep(1)\n"
         "    naps.cancel()\n"
         "    await asyncio.sleep(1)\n"
         "asyncio.run(main())\n"},
        {"millionEvents",
         "import asyncio\n"
         "async def worker(n):\n"
         "    for i in range(1_000):\n"
         "        await asyncio.sleep(0 if i % 10 else n % 7 / 10)\n"
         "async def main():\n"
         "    await asyncio.gather(*(worker(n) for n in range(500)))\n"
         "asyncio.run(main())\n"},
        {"hundredThousandLocks",
         "import asyncio\n"
         "async def holder(lock, other):\n"
         "    async with lock:\n"
         "        await asyncio.sleep(1)\n"
         "        async with other:\n"
         "            pass\n"
         "async def main():\n"
         "    locks = [asyncio.Lock() for _ in range(100_000)]\n"
         "    await asyncio.gather(*(holder(a, b) for a, b in zip(locks, locks[1:])))\n"
         "asyncio.run(main())\n"},
        {"ringOfLocks",
         "import asyncio\n"
         "async def holder(lock, other):\n"
         "    async with lock:\n"
         "        await asyncio.sleep(1)\n"
         "        async with other:\n"
         "            pass\n"
         "async def main():\n"
         "    locks = [asyncio.Lock() for _ in range(50_000)]\n"
         "    await asyncio.gather(*(holder(a, b) for a, b in zip(locks, locks[1:] + locks)))\n"
         "asyncio.run(main())\n"},
        {"megabyteLine", "import asyncio\nprint('x' * 1_000_000)\nprint('é\\t' * 500_000)\n"},
        {"megabyteLines",
         "import asyncio\n"
         "async def main():\n"
         "    for _ in range(50):\n"
         "        print('x' * 1_000_000)\n"
         "        await asyncio.sleep(1)\n"
         "asyncio.run(main())\n"},
        {"fiveThousandLines", manyLines(5'000)},
        {"manyNotes", manyNotes(200)},
    };
}

const bool kAdded = [] {
    for (const Load& load : loads()) {
        benchmark::RegisterBenchmark(load.name, live, load.text)
            ->Iterations(1)
            ->Unit(benchmark::kMillisecond);
    }
    return true;
}();

}  // namespace
}  // namespace coroscope::app
