// SPDX-License-Identifier: GPL-3.0-or-later

/// The window with the real engine behind it.

#include <tuple>

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <gtest/gtest.h>

#include "app/bundle/bundled_scenarios.h"
#include "app/editor/editor_pane.h"
#include "app/editor/source_editor.h"
#include "app/inspector/console_model.h"
#include "app/inspector/console_panel.h"
#include "app/inspector/console_view.h"
#include "app/session/engine_runner.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/banner.h"
#include "app/window/limits_dialog.h"
#include "app/window/main_window.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

class EngineWindowTest : public testing::Test {
protected:
    EngineWindowTest() {
        QSettings().clear();
        window_ = std::make_unique<MainWindow>(engineRunner());
        window_->show();
    }

    Session& session() { return window_->session(); }
    bool settled() {
        return waitUntil([this] { return !session().runs().isBusy(); }, 30'000);
    }
    void open(const char* text) {
        session().document().openText(QStringLiteral("test.py"), QString::fromUtf8(text));
        ASSERT_TRUE(settled());
    }
    /// What ends a run badly is told when the playhead is there.
    void openAtEnd(const char* text) {
        open(text);
        session().playhead().toEnd();
    }
    QStringList printed() {
        ConsoleModel& console = window_->findChild<ConsoleView*>()->console();
        QStringList lines;
        for (int row = 0; row < console.rowCount(); ++row) {
            lines << console.index(row).data().toString();
        }
        return lines;
    }

    std::unique_ptr<MainWindow> window_;
};

TEST_F(EngineWindowTest, EveryBundledScenarioRunsAndCanBeSteppedThroughBothWays) {
    for (const BundledScenario& scenario : bundledScenarios()) {
        SCOPED_TRACE(std::string(scenario.name));
        window_->openExample(scenario);
        ASSERT_TRUE(settled());
        EXPECT_TRUE(session().diagnostics().empty());
        ASSERT_TRUE(session().hasRun());
        EXPECT_FALSE(printed().isEmpty());
        EXPECT_GE(window_->timeline().model().lanes.size(), 2U);
        Playhead& playhead = session().playhead();
        while (!playhead.atEnd()) playhead.stepEvent(1);
        while (!playhead.atStart()) playhead.stepEvent(-1);
        EXPECT_FALSE(window_->grab().isNull());
    }
}

TEST_F(EngineWindowTest, AnEditChangesWhatIsPrinted) {
    open("print('one')\n");
    EXPECT_EQ(printed(), QStringList{QStringLiteral("one")});
    SourceEditor& source = window_->editorPane().editor();
    source.setFocus();
    source.setSelection(0, 7, 0, 10);
    QTest::keyClicks(&source, QStringLiteral("two"));
    ASSERT_TRUE(waitUntil([this] { return printed() == QStringList{QStringLiteral("two")}; }));
}

TEST_F(EngineWindowTest, ASyntaxErrorKeepsTheTimelineOfTheLastGoodText) {
    open("import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n");
    const std::size_t lanes = window_->timeline().model().lanes.size();
    session().document().setText(QStringLiteral("import asyncio\nasync def main(:\n"));
    ASSERT_TRUE(waitUntil([this] { return session().isStale(); }));
    EXPECT_EQ(window_->timeline().model().lanes.size(), lanes);
    EXPECT_EQ(window_->banner().title(), QStringLiteral("test.py, line 2"));
    EXPECT_TRUE(window_->banner().text().startsWith(QStringLiteral("SyntaxError: ")));
}

TEST_F(EngineWindowTest, WhereThereIsNoRunToExportItSaysWhereTheProgramIsWrong) {
    open("import asyncio\nasync def main(:\n    pass\n");
    auto& source = *window_->findChild<SourceEditor*>();
    for (const auto& [key, shift, title] : {std::tuple(Qt::Key_E, false, "Not exported"),
                                            std::tuple(Qt::Key_C, true, "Nothing to show")}) {
        QTest::keyClick(&source, key,
                        shift ? Qt::ControlModifier | Qt::ShiftModifier : Qt::ControlModifier);
        EXPECT_EQ(window_->banner().title(), QLatin1String(title));
        EXPECT_TRUE(window_->banner().text().contains(QLatin1String("line 2: SyntaxError")))
            << window_->banner().text().toStdString();
    }
}

TEST_F(EngineWindowTest, AnExceptionIsSaidWithItsLine) {
    openAtEnd(
        "import asyncio\nasync def main():\n    raise ValueError('no')\nasyncio.run(main())\n");
    EXPECT_EQ(session().result().status, RunStatus::Raised);
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Ended by an exception"));
    EXPECT_EQ(window_->banner().text(), QStringLiteral("ValueError: no"));
}

TEST_F(EngineWindowTest, AGroupOfExceptionsIsSaidByItsName) {
    openAtEnd(
        "import asyncio\n"
        "async def boom():\n"
        "    raise ValueError('down')\n"
        "async def main():\n"
        "    async with asyncio.TaskGroup() as group:\n"
        "        group.create_task(boom())\n"
        "asyncio.run(main())\n");
    EXPECT_EQ(window_->banner().text(),
              QStringLiteral("ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)"));
    openAtEnd("raise ExceptionGroup('outer', [ExceptionGroup('inner', [OSError()])])\n");
    EXPECT_EQ(window_->banner().text(), QStringLiteral("ExceptionGroup: outer (1 sub-exception)"));
}

TEST_F(EngineWindowTest, AMessageOfSeveralLinesDoesNotHideTheExceptionsName) {
    openAtEnd("error = ValueError('first\\nsecond')\nerror.add_note('a note')\nraise error\n");
    EXPECT_EQ(window_->banner().text(), QStringLiteral("ValueError: first"));
}

TEST_F(EngineWindowTest, ADeadlockIsSaidWithoutRepeatingItsTitle) {
    openAtEnd(
        "import asyncio\nasync def main():\n    await asyncio.Event().wait()\n"
        "asyncio.run(main())\n");
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Deadlock"));
    // A few words for the line; the rest follows.
    const QString text = window_->banner().text();
    EXPECT_EQ(text.section(QLatin1Char('\n'), 0, 0), QStringLiteral("nobody can go on"));
    EXPECT_TRUE(
        text.section(QLatin1Char('\n'), 1).startsWith(QStringLiteral("at 0 s: nothing is ready")))
        << text.toStdString();
}

TEST_F(EngineWindowTest, ALimitIsSaidWithItsLineAndCanBeRaisedThere) {
    session().setLimits({.instructions = 5'000'000});
    open("total = 0\nfor n in range(1_000_000):\n    total += n\nprint(total)\n");
    EXPECT_EQ(session().result().status, RunStatus::Limit);
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Cut off here"));
    const QString text = window_->banner().text();
    EXPECT_TRUE(text.startsWith(QStringLiteral("The program ran 5,000,000 instructions")))
        << text.toStdString();
    EXPECT_FALSE(text.contains(QStringLiteral("--limit")));

    // The banner's button leads to the limits; a larger one lets the program end.
    QTimer::singleShot(0, window_.get(), [] {
        auto* dialog = qobject_cast<LimitsDialog*>(QApplication::activeModalWidget());
        ASSERT_NE(dialog, nullptr);
        auto* instructions = dialog->findChild<QSpinBox*>();
        instructions->selectAll();
        QTest::keyClicks(instructions, QStringLiteral("50"));
        QTest::keyClick(instructions, Qt::Key_Return);
    });
    QTest::mouseClick(window_->banner().findChild<QToolButton*>(QStringLiteral("bannerOffer")),
                      Qt::LeftButton);
    EXPECT_EQ(limitsOfSettings().instructions, 50'000'000U);
    ASSERT_TRUE(settled());
    EXPECT_EQ(session().result().status, RunStatus::Ok);
    EXPECT_FALSE(window_->banner().isVisible());
}

TEST_F(EngineWindowTest, DamagedLimitsInTheSettingsAreNotTaken) {
    QSettings().setValue(QStringLiteral("limits/instructions"), QStringLiteral("nonsense"));
    QSettings().setValue(QStringLiteral("limits/events"), -5);
    EXPECT_EQ(limitsOfSettings().instructions, scenario::limitsForViewing().instructions);
    EXPECT_EQ(limitsOfSettings().events, scenario::limitsForViewing().events);
}

TEST_F(EngineWindowTest, AfterSavingUnderAnotherNameTracebacksHaveIt) {
    open("raise ValueError('oh')\n");
    const QTemporaryDir folder;
    ASSERT_TRUE(window_->saveAs(folder.filePath(QStringLiteral("renamed.py"))));
    ASSERT_TRUE(settled());
    EXPECT_TRUE(printed().join(QLatin1Char('\n')).contains(QStringLiteral("renamed.py")));
}

TEST_F(EngineWindowTest, AnEndlessLoopCanBeStoppedAndTheWindowGoesOn) {
    session().document().openText(QStringLiteral("loop.py"),
                                  QStringLiteral("while True:\n    pass\n"));
    passTime(100);
    EXPECT_TRUE(session().runs().isRunning());
    window_->action(Act::Stop)->trigger();
    ASSERT_TRUE(settled());
    EXPECT_EQ(session().result().status, RunStatus::Cancelled);
    open("print('next')\n");
    EXPECT_EQ(printed(), QStringList{QStringLiteral("next")});
}

TEST_F(EngineWindowTest, WhatAProgramReadsIsEditedInTheConsole) {
    open("print(input(), input())\n");
    auto* console = window_->findChild<ConsolePanel*>();
    EXPECT_EQ(console->inputText(), QStringLiteral("There is nothing for it to read."));
    QTimer::singleShot(50, window_.get(), [] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        ASSERT_NE(dialog, nullptr);
        dialog->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Ada\nBob"));
        dialog->accept();
    });
    QTest::mouseClick(console->findChild<QToolButton*>(QStringLiteral("inputEdit")),
                      Qt::LeftButton);
    EXPECT_TRUE(session().document().text().startsWith(
        QStringLiteral("# /// coroscope\n# stdin = [\"Ada\", \"Bob\"]\n# ///\nprint(")));
    ASSERT_TRUE(settled());
    session().playhead().toEnd();
    EXPECT_EQ(printed(), (QStringList{QStringLiteral("› Ada"), QStringLiteral("› Bob"),
                                      QStringLiteral("Ada Bob")}));
    EXPECT_EQ(console->inputText(), QStringLiteral("All 2 lines have been read."));
    window_->editorPane().editor().undo();
    EXPECT_EQ(session().document().text(), QStringLiteral("print(input(), input())\n"));
}

TEST_F(EngineWindowTest, WhatWasReadStandsInTheConsoleWhereItWasRead) {
    open(
        "# /// coroscope\n# stdin = [\"Ada\", \"Bob\"]\n# ///\n"  // 1 – 3
        "import asyncio\n"                                        // 4
        "async def ask(after):\n"                                 // 5
        "    await asyncio.sleep(after)\n"                        // 6
        "    print('hello', input('who? '))\n"                    // 7
        "async def main():\n"                                     // 8
        "    await asyncio.gather(ask(1), ask(2))\n"              // 9
        "asyncio.run(main())\n");                                 // 10
    EXPECT_EQ(printed(), (QStringList{QStringLiteral("who? "), QStringLiteral("› Ada"),
                                      QStringLiteral("hello Ada"), QStringLiteral("who? "),
                                      QStringLiteral("› Bob"), QStringLiteral("hello Bob")}));
    auto& panel = *window_->findChild<ConsolePanel*>();
    ConsoleView& view = panel.view();
    const QModelIndex bob = view.model()->index(4, 0);
    EXPECT_EQ(bob.data(ConsoleModel::TimeRole).toDouble(), 2.0);
    EXPECT_EQ(bob.data(ConsoleModel::TaskRole).toUInt(), 2U);
    view.scrollTo(bob);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(bob).center());
    EXPECT_EQ((*session().trace())[session().playhead().current()].time, 2.0);
    EXPECT_EQ(session().selection().task(), trace::TaskId(2));
    EXPECT_EQ(session().selection().line(), 7);
    EXPECT_EQ(panel.inputText(), QStringLiteral("All 2 lines have been read."));
    session().playhead().moveToTime(1.0);
    EXPECT_EQ(panel.inputText(), QStringLiteral("Next to be read: Bob"));
    session().playhead().toStart();
    EXPECT_EQ(panel.inputText(), QStringLiteral("Next to be read: Ada ⏎ Bob"));
}

TEST_F(EngineWindowTest, AProgramThatReadsNothingHasNoLineForIt) {
    open("print(1)\n");
    EXPECT_TRUE(window_->findChild<ConsolePanel*>()->inputText().isEmpty());
}

}  // namespace
}  // namespace coroscope::app
