// SPDX-License-Identifier: GPL-3.0-or-later

/// A scenario of several files: tabs, edits, where the run stands, saving, leaving.

#include <QAction>
#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include "app/editor/editor_pane.h"
#include "app/session/engine_runner.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/banner.h"
#include "app/window/main_window.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

class SiblingFilesTest : public testing::Test {
protected:
    SiblingFilesTest() {
        QSettings().clear();
        write("helper.py",
              "import asyncio\n"                    // 1
              "\n"                                  // 2
              "async def nap(seconds):\n"           // 3
              "    await asyncio.sleep(seconds)\n"  // 4
              "    print('napped', seconds)\n");    // 5
        write("main.py",
              "import asyncio\n"              // 1
              "import helper\n"               // 2
              "\n"                            // 3
              "async def main():\n"           // 4
              "    await asyncio.sleep(1)\n"  // 5
              "    await helper.nap(2)\n"     // 6
              "\n"                            // 7
              "asyncio.run(main())\n");       // 8
        window_ = std::make_unique<MainWindow>(engineRunner());
        window_->resize(1440, 860);
        window_->show();
        window_->activateWindow();
        EXPECT_TRUE(window_->openFile(path("main.py")));
        EXPECT_TRUE(settled());
        window_->timeline().setFocus();
    }

    [[nodiscard]] QString path(const char* name) const {
        return folder_.filePath(QLatin1String(name));
    }
    void write(const char* name, const char* text) const {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] QByteArray read(const char* name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Session& session() { return window_->session(); }
    EditorPane& pane() { return window_->editorPane(); }
    bool settled() {
        return waitUntil([this] { return !session().runs().isBusy(); }, 20'000);
    }
    void clickTab(int number) {
        QTest::mouseClick(&pane().tabs(), Qt::LeftButton, {},
                          pane().tabs().tabRect(number).center());
    }
    void type(const char* text) {
        pane().editor().setFocus();
        QTest::keyClicks(&pane().editor(), QLatin1String(text));
    }
    void answer(QMessageBox::StandardButton button) {
        QTimer::singleShot(50, window_.get(), [this, button] {
            for (QWidget* each : QApplication::topLevelWidgets()) {
                auto* box = qobject_cast<QMessageBox*>(each);
                if (box == nullptr || !box->isVisible()) continue;
                asked_ << box->text();
                QTest::mouseClick(box->button(button), Qt::LeftButton);
                return;
            }
        });
    }

    QTemporaryDir folder_;
    QStringList asked_;
    std::unique_ptr<MainWindow> window_;
};

TEST_F(SiblingFilesTest, EachImportedFileHasATab) {
    ASSERT_TRUE(pane().tabs().isVisible());
    ASSERT_EQ(pane().tabs().count(), 2);
    EXPECT_EQ(pane().tabs().tabText(0), QStringLiteral("main.py"));
    EXPECT_EQ(pane().tabs().tabText(1), QStringLiteral("helper.py"));
    clickTab(1);
    EXPECT_TRUE(
        pane().editor().text().startsWith(QStringLiteral("import asyncio\n\nasync def nap")));
}

TEST_F(SiblingFilesTest, AFileAloneHasNoTabs) {
    write("alone.py", "print(1)\n");
    ASSERT_TRUE(window_->openFile(path("alone.py")));
    ASSERT_TRUE(settled());
    EXPECT_FALSE(pane().tabs().isVisible());
    EXPECT_EQ(pane().editor().text(), QStringLiteral("print(1)\n"));
}

TEST_F(SiblingFilesTest, TheTabOfTheFileThatRunsComesToTheFront) {
    Playhead& playhead = session().playhead();
    playhead.moveToTime(0.5);
    EXPECT_EQ(pane().fileName(), "");
    ASSERT_EQ(pane().editor().chips().size(), 1U);
    EXPECT_EQ(pane().editor().chips().front().line, 5);
    ASSERT_TRUE(playhead.toLine(5, 1, path("helper.py").toStdString()));
    EXPECT_EQ(pane().document().name(), QStringLiteral("helper.py"));
    EXPECT_EQ(pane().editor().runningLine(), 5);
    playhead.moveToTime(2);  // it sleeps there
    ASSERT_EQ(pane().editor().chips().size(), 1U);
    EXPECT_EQ(pane().editor().chips().front().line, 4);
    clickTab(0);
    ASSERT_EQ(pane().editor().chips().size(), 1U);
    EXPECT_EQ(pane().editor().chips().front().line, 6);
}

TEST_F(SiblingFilesTest, PlayingPausesAtABreakpointOfAnImportedFile) {
    clickTab(1);
    pane().editor().setCursorPosition(4, 0);
    window_->action(Act::ToggleBreakpoint)->trigger();
    EXPECT_EQ(pane().editor().breakpoints(), std::set<int>{5});
    EXPECT_TRUE(session().playhead().breakpoints().empty());
    Playhead& playhead = session().playhead();
    playhead.toStart();
    playhead.setSpeed(100);
    playhead.play();
    ASSERT_TRUE(waitUntil([&] { return !playhead.isPlaying(); }));
    EXPECT_FALSE(playhead.atEnd());
    EXPECT_DOUBLE_EQ(playhead.time(), 3.0);
    EXPECT_EQ(pane().editor().runningLine(), 5);
}

TEST_F(SiblingFilesTest, AnUnsavedEditOfAnImportedFileIsRunAndSavedToItsOwnFile) {
    clickTab(1);
    pane().editor().setCursorPosition(4, 11);
    type("well ");
    ASSERT_TRUE(waitUntil(
        [&] { return session().trace()->written(trace::Stream::Stdout) == "well napped 2\n"; }));
    EXPECT_TRUE(window_->isWindowModified());
    EXPECT_EQ(pane().tabs().tabText(1), QStringLiteral("helper.py •"));
    EXPECT_FALSE(session().document().isModified());
    EXPECT_FALSE(read("helper.py").contains("well"));
    const QByteArray scenario = read("main.py");
    QTest::keyClick(&pane().editor(), Qt::Key_S, Qt::ControlModifier);
    EXPECT_TRUE(read("helper.py").contains("print('well napped', seconds)"));
    EXPECT_EQ(read("main.py"), scenario);
    EXPECT_FALSE(window_->isWindowModified());
    EXPECT_EQ(pane().tabs().tabText(1), QStringLiteral("helper.py"));
}

TEST_F(SiblingFilesTest, WhatIsWrongInAnImportedFileIsMarkedThere) {
    clickTab(1);
    type("def (");
    QTest::keyClick(&pane().editor(), Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return !pane().editor().messages().empty(); }));
    EXPECT_EQ(pane().editor().messages().front().line, 1);
    EXPECT_TRUE(window_->banner().title().contains(QStringLiteral("helper.py")));
    clickTab(0);
    EXPECT_TRUE(pane().editor().messages().empty());
    Q_EMIT window_->banner().lineWanted(1);
    EXPECT_EQ(pane().document().name(), QStringLiteral("helper.py"));
    for (int i = 0; i < 6; ++i) window_->action(Act::Undo)->trigger();
    EXPECT_TRUE(waitUntil([&] { return pane().editor().messages().empty(); }));
}

TEST_F(SiblingFilesTest, WhoWaitsInAFileMayStandThereWhenItIsNotImportedAnyMore) {
    session().playhead().moveToTime(2);
    ASSERT_EQ(pane().tabs().count(), 2);
    clickTab(0);
    pane().editor().goToLine(2);
    type("#");  // before import helper
    EXPECT_TRUE(pane().editor().text().contains(QStringLiteral("#import helper")));
    EXPECT_TRUE(waitUntil([&] { return pane().tabs().count() == 1; }));
    window_->action(Act::Undo)->trigger();
    EXPECT_TRUE(waitUntil([&] { return pane().tabs().count() == 2; }));
}

TEST_F(SiblingFilesTest, TheFilesOfALessonHaveTabsAndAreSavedWithIt) {
    const QString lesson = path("l.coroscope");
    ASSERT_TRUE(window_->saveAs(lesson));
    ASSERT_TRUE(window_->openFile(lesson));
    ASSERT_TRUE(settled());
    ASSERT_EQ(pane().tabs().count(), 2);
    EXPECT_EQ(pane().tabs().tabText(1), QStringLiteral("helper.py"));
    EXPECT_FALSE(window_->isWindowModified());

    clickTab(1);
    type("print('from the lesson')");
    QTest::keyClick(&pane().editor(), Qt::Key_Return);
    ASSERT_TRUE(settled());
    EXPECT_TRUE(window_->isWindowModified());
    EXPECT_NE(session().trace()->written(trace::Stream::Stdout).find("from the lesson"),
              std::string::npos);
    window_->action(Act::Save)->trigger();
    EXPECT_FALSE(window_->isWindowModified());
    EXPECT_EQ(pane().document().name(), QStringLiteral("helper.py"));
    EXPECT_FALSE(read("helper.py").contains("from the lesson")) << "a file beside it";
    ASSERT_TRUE(settled());
    pane().editor().undo();  // its history is kept
    EXPECT_FALSE(pane().editor().text().startsWith(QStringLiteral("print('from the lesson')\n")));
    pane().editor().redo();
    window_->action(Act::Save)->trigger();

    ASSERT_TRUE(window_->openFile(path("main.py")));
    ASSERT_TRUE(settled());
    ASSERT_TRUE(window_->openFile(lesson));
    ASSERT_TRUE(settled());
    clickTab(1);
    EXPECT_TRUE(pane().editor().text().startsWith(QStringLiteral("print('from the lesson')")));
}

TEST_F(SiblingFilesTest, LeavingAsksOnceForAllFilesWithUnsavedEdits) {
    type("#");
    clickTab(1);
    type("#");
    ASSERT_TRUE(settled());
    answer(QMessageBox::Cancel);
    EXPECT_FALSE(window_->close());
    ASSERT_EQ(asked_.size(), 1);
    EXPECT_TRUE(asked_[0].contains(QStringLiteral("main.py")));
    EXPECT_TRUE(asked_[0].contains(QStringLiteral("helper.py")));
    EXPECT_FALSE(read("main.py").startsWith('#'));
    answer(QMessageBox::Save);
    EXPECT_TRUE(window_->closeTab(window_->workbench()));
    EXPECT_TRUE(read("main.py").startsWith('#'));
    EXPECT_TRUE(read("helper.py").startsWith('#'));
}

TEST_F(SiblingFilesTest, AnImportedFileThatAnotherProgramWritesIsRunAnew) {
    write("helper.py", "async def nap(seconds):\n    print('awake')\n");
    EXPECT_TRUE(
        waitUntil([&] { return session().trace()->written(trace::Stream::Stdout) == "awake\n"; }));
    clickTab(1);
    EXPECT_TRUE(pane().editor().text().contains(QStringLiteral("awake")));
}

TEST_F(SiblingFilesTest, AFileThatIsNoLongerImportedLosesItsTab) {
    pane().editor().load(QStringLiteral("print(1)\n"));
    session().document().setText(QStringLiteral("print(1)\n"));
    EXPECT_TRUE(waitUntil([&] { return pane().tabs().count() == 1; }));
    EXPECT_FALSE(pane().tabs().isVisible());
}

}  // namespace
}  // namespace coroscope::app
