// SPDX-License-Identifier: GPL-3.0-or-later

/// A random walk over the real window: thousands of keys, clicks, drags, wheels, edits and commands
/// in any order, under sanitizers. It must end without a crash, a leak or an action that takes too
/// long. COROSCOPE_WALK_STEPS makes them longer, COROSCOPE_WALK_SEED makes others of them.

#include <array>
#include <random>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <gtest/gtest.h>

#include "app/bundle/bundled_scenarios.h"
#include "app/editor/editor_pane.h"
#include "app/editor/source_editor.h"
#include "app/session/engine_runner.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/actions.h"
#include "app/window/main_window.h"
#include "app/window/workbench.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

/// Programs that end in all the ways there are; edits make many more.
constexpr std::array kPrograms = {
    "",
    "print('plain')\n",
    "def broken(:\n",
    "import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())\n",
    "import asyncio, time\nasync def f(n):\n    await asyncio.sleep(n)\n    time.sleep(0.1)\n"
    "    return 1 / (n - 2)\nasync def main():\n    await asyncio.gather(*map(f, range(5)))\n"
    "asyncio.run(main())\n",
    "import asyncio\nasync def w(q):\n    while True:\n        print(await q.get())\n"
    "async def main():\n    q = asyncio.Queue(2)\n"
    "    t = [asyncio.create_task(w(q), name=f'w{i}') for i in range(9)]\n"
    "    for n in range(40):\n        await q.put(n)\n    for x in t:\n        x.cancel()\n"
    "asyncio.run(main())\n",
    "import asyncio, time\nasync def main():\n"
    "    await asyncio.gather(*(asyncio.to_thread(time.sleep, n) for n in (1, 2)))\n"
    "asyncio.run(main())\n",
    "n = 0\nwhile n < 300_000:\n    n += 1\n",
};

class Walker {
public:
    Walker(MainWindow& window, unsigned seed) : window_(window), random_(seed) {
        // Whatever opens while an action waits for it is dealt with in its own event loop.
        QObject::connect(&visitor_, &QTimer::timeout, &visitor_, [this] { visitOpened(); });
        visitor_.start(1);
    }

    void step() {
        // An endless loop, as an edit may make one, ends soon.
        for (Workbench* each : window_.workbenches()) {
            each->session().setLimits({.instructions = 3'000'000,
                                       .memoryBytes = 64 << 20,
                                       .events = 60'000,
                                       .outputBytes = 1 << 20});
        }
        switch (below(14)) {
            case 0:
            case 1: command(); break;
            case 2:
            case 3: pressKey(); break;
            case 4:
            case 5: click(); break;
            case 6: drag(); break;
            case 7: wheel(); break;
            case 8:
            case 9: edit(); break;
            case 10: hover(); break;
            case 11: widgets(); break;
            case 12: programs(); break;
            default: QTest::qWait(below(30)); break;
        }
        QCoreApplication::processEvents();
    }

    [[nodiscard]] const QString& last() const { return last_; }

private:
    int below(int end) { return std::uniform_int_distribution(0, end - 1)(random_); }
    bool chance(int percent) { return below(100) < percent; }
    template <typename Range>
    auto& oneOf(Range& range) {
        return range[static_cast<std::size_t>(below(static_cast<int>(std::size(range))))];
    }
    void note(const QString& what) { last_ = what; }

    void command() {
        const ActionRow& row = oneOf(actionTable());
        // These leave the program, or ask the desktop for a file.
        if (row.kind == ActionRow::Submenu || row.act == Act::Quit) return;
        note(QStringLiteral("command %1").arg(QString::fromUtf8(row.text)));
        window_.action(row.act)->trigger();
    }

    void pressKey() {
        static constexpr std::array kKeys = {
            Qt::Key_Space, Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Up,       Qt::Key_Down,
            Qt::Key_Home,  Qt::Key_End,    Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_T,
            Qt::Key_F,     Qt::Key_W,      Qt::Key_S,      Qt::Key_A,        Qt::Key_D,
            Qt::Key_M,     Qt::Key_Period, Qt::Key_Comma,  Qt::Key_Escape,   Qt::Key_Tab,
            Qt::Key_Slash, Qt::Key_Return, Qt::Key_Delete, Qt::Key_Z,        Qt::Key_BracketLeft,
            Qt::Key_F8,    Qt::Key_F9,     Qt::Key_F11,    Qt::Key_Plus,     Qt::Key_BracketRight};
        static constexpr std::array kModifiers = {Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier,
                                                  Qt::ControlModifier};
        QWidget* target = QApplication::focusWidget();
        if (target == nullptr) target = &window_;
        const Qt::Key key = oneOf(kKeys);
        note(QStringLiteral("key %1 on %2").arg(key).arg(nameOf(*target)));
        QTest::keyClick(target, key, oneOf(kModifiers));
    }

    /// A visible widget under a random point of the window, and the point in it.
    std::pair<QWidget*, QPoint> somewhere() {
        const QPoint point(below(std::max(1, window_.width())),
                           below(std::max(1, window_.height())));
        QWidget* child = window_.childAt(point);
        if (child == nullptr) return {&window_, point};
        return {child, child->mapFrom(&window_, point)};
    }
    Qt::KeyboardModifiers modifiers() {
        return chance(20) ? Qt::ControlModifier : chance(20) ? Qt::ShiftModifier : Qt::NoModifier;
    }

    void click() {
        const auto [widget, point] = somewhere();
        note(QStringLiteral("click on %1").arg(nameOf(*widget)));
        const Qt::MouseButton button = chance(15) ? Qt::RightButton : Qt::LeftButton;
        if (chance(10)) {
            QTest::mouseDClick(widget, button, modifiers(), point);
        } else {
            QTest::mouseClick(widget, button, modifiers(), point);
        }
    }

    void drag() {
        const auto [widget, from] = somewhere();
        note(QStringLiteral("drag on %1").arg(nameOf(*widget)));
        const Qt::KeyboardModifiers held = modifiers();
        const QPointer<QWidget> alive(widget);
        QTest::mousePress(widget, Qt::LeftButton, held, from);
        QPoint at = from;
        for (int n = below(6); n >= 0 && alive; --n) {
            at += QPoint(below(161) - 80, below(81) - 40);
            QMouseEvent move(QEvent::MouseMove, at, alive->mapToGlobal(at), Qt::NoButton,
                             Qt::LeftButton, held);
            QCoreApplication::sendEvent(alive, &move);
        }
        if (alive) QTest::mouseRelease(alive, Qt::LeftButton, held, at);
    }

    void wheel() {
        const auto [widget, point] = somewhere();
        note(QStringLiteral("wheel on %1").arg(nameOf(*widget)));
        const QPoint turn(chance(20) ? below(480) - 240 : 0, below(480) - 240);
        QWheelEvent event(point, widget->mapToGlobal(point), QPoint(), turn, Qt::NoButton,
                          modifiers(), Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(widget, &event);
    }

    void hover() {
        const auto [widget, point] = somewhere();
        note(QStringLiteral("hover over %1").arg(nameOf(*widget)));
        QTest::mouseMove(widget, point);
        if (!chance(30)) return;
        QHelpEvent help(QEvent::ToolTip, point, widget->mapToGlobal(point));
        QCoreApplication::sendEvent(widget, &help);
    }

    void edit() {
        SourceEditor& source = window_.editorPane().editor();
        if (!source.isVisible()) return;
        note(QStringLiteral("edit"));
        const int line = below(std::max(1, source.lines()));
        source.setCursorPosition(line, below(std::max(1, source.lineLength(line))));
        static constexpr std::array kTexts = {"0", "9",    "#",      "\n",  "await ", "(",
                                              "'", "    ", "async ", ":\n", "é",      "x = 1\n"};
        switch (below(5)) {
            case 0: QTest::keyClick(&source, Qt::Key_Backspace); break;
            case 1:
                source.setSelection(line, 0, line + 1, 0);
                source.removeSelectedText();
                break;
            case 2: source.undo(); break;
            case 3: source.redo(); break;
            default: source.insert(QString::fromUtf8(oneOf(kTexts))); break;
        }
    }

    void widgets() {
        switch (below(4)) {
            case 0:
                note(QStringLiteral("resize"));
                window_.resize(300 + below(1400), 200 + below(900));
                break;
            case 1: {
                note(QStringLiteral("choose from a box"));
                const auto boxes = window_.findChildren<QComboBox*>();
                if (boxes.isEmpty()) break;
                QComboBox* box = boxes[below(static_cast<int>(boxes.size()))];
                if (box->count() > 0) box->setCurrentIndex(below(box->count()));
                break;
            }
            case 2: {
                const auto buttons = window_.findChildren<QAbstractButton*>();
                QAbstractButton* button = buttons[below(static_cast<int>(buttons.size()))];
                note(QStringLiteral("press %1").arg(nameOf(*button)));
                if (button->isVisible()) QTest::mouseClick(button, Qt::LeftButton);
                break;
            }
            default: {
                note(QStringLiteral("move the playhead"));
                const std::size_t events = window_.session().trace()->size();
                if (events == 0) break;
                window_.session().playhead().moveTo(
                    trace::EventIndex::fromIndex(random_() % events));
                break;
            }
        }
    }

    void programs() {
        if (chance(60)) return;
        if (chance(50)) {
            const auto scenarios = bundledScenarios();
            const BundledScenario& scenario = oneOf(scenarios);
            note(QStringLiteral("example ") + QString::fromStdString(std::string(scenario.name)));
            window_.openExample(scenario);
        } else {
            note(QStringLiteral("program"));
            window_.session().document().openText(QStringLiteral("walk.py"),
                                                  QString::fromUtf8(oneOf(kPrograms)));
        }
    }

    /// Chooses something in a menu or a dialog that has opened, or leaves it.
    void visitOpened() {
        if (QWidget* popup = QApplication::activePopupWidget()) {
            if (auto* menu = qobject_cast<QMenu*>(popup); menu != nullptr && chance(50)) {
                const auto actions = menu->actions();
                if (!actions.isEmpty()) {
                    menu->setActiveAction(actions[below(static_cast<int>(actions.size()))]);
                    QTest::keyClick(menu, Qt::Key_Return);
                    return;
                }
            }
            popup->close();
            return;
        }
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) return;
        if (qobject_cast<QMessageBox*>(dialog) != nullptr && chance(70)) {
            const auto buttons = dialog->findChildren<QAbstractButton*>();
            QTest::mouseClick(buttons[below(static_cast<int>(buttons.size()))], Qt::LeftButton);
        } else {
            dialog->reject();
        }
    }

    static QString nameOf(const QWidget& widget) {
        return QStringLiteral("%1 %2").arg(QString::fromLatin1(widget.metaObject()->className()),
                                           widget.objectName());
    }

    MainWindow& window_;
    std::mt19937 random_;
    QTimer visitor_;
    QString last_;
};

/// Several walks, each short enough for a test; together they are thousands of actions.
class RandomWalk : public testing::TestWithParam<unsigned> {};

TEST_P(RandomWalk, EndsWithoutACrashAHangOrALeak) {
    constexpr qint64 kLongest = 5000;  // milliseconds, under sanitizers on a busy machine
    bool isGiven = false;
    unsigned steps = qEnvironmentVariable("COROSCOPE_WALK_STEPS").toUInt(&isGiven);
    if (!isGiven) steps = 500;
    QSettings().clear();
    auto window = std::make_unique<MainWindow>(engineRunner());
    window->resize(1280, 720);
    window->show();
    window->openFirstExample();
    Walker walker(*window, GetParam() + qEnvironmentVariable("COROSCOPE_WALK_SEED").toUInt());
    QElapsedTimer clock;
    for (unsigned n = 0; n < steps; ++n) {
        clock.start();
        walker.step();
        ASSERT_LT(clock.elapsed(), kLongest)
            << "action " << n << ": " << walker.last().toStdString();
    }
    // Still alive: what it is asked to run, it runs.
    window->session().document().openText(QStringLiteral("after.py"),
                                          QStringLiteral("print('alive')\n"));
    ASSERT_TRUE(waitUntil([&] { return !window->session().runs().isBusy(); }, 30'000));
    EXPECT_EQ(window->session().result().stdoutText, "alive\n");
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomWalk, testing::Range(1U, 7U));

}  // namespace
}  // namespace coroscope::app
