// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QUrl>

#include <gtest/gtest.h>

#include "app/bundle/bundled_scenarios.h"
#include "app/editor/editor_pane.h"
#include "app/editor/find_bar.h"
#include "app/editor/source_editor.h"
#include "app/gallery/gallery_model.h"
#include "app/gallery/gallery_view.h"
#include "app/inspector/explain_view.h"
#include "app/style/fonts.h"
#include "app/style/theme.h"
#include "app/timeline/palette.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/banner.h"
#include "app/window/command_palette.h"
#include "app/window/examples_menu.h"
#include "app/window/recent_files.h"
#include "app/window/shortcuts_dialog.h"
#include "tests/app/support/sample_run.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

class MainWindowTest : public testing::Test {
protected:
    MainWindowTest() {
        QSettings().clear();
        window_ = std::make_unique<MainWindow>(sample::runner());
        window_->resize(1440, 860);
        window_->show();
        window_->activateWindow();
        openText(QString::fromUtf8(sample::kText));
        window_->timeline().setFocus();
    }

    Session& session() { return window_->session(); }
    SourceEditor& source() { return window_->editorPane().editor(); }
    bool settled() {
        return waitUntil([this] { return !session().runs().isBusy(); });
    }
    void openText(const QString& text) {
        session().document().openText(QStringLiteral("parcels.py"), text);
        ASSERT_TRUE(settled());
    }
    QString write(const char* name, const QByteArray& bytes) {
        const QString path = folder_.filePath(QLatin1String(name));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }
    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<unreadable>");
    }
    void key(int code, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(
            QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : window_.get(),
            static_cast<Qt::Key>(code), modifiers);
    }
    /// Presses a button of the question that is about to be asked.
    void answer(QMessageBox::StandardButton button) {
        QTimer::singleShot(50, window_.get(), [this, button] {
            for (QWidget* each : QApplication::topLevelWidgets()) {
                auto* box = qobject_cast<QMessageBox*>(each);
                if (box == nullptr || !box->isVisible()) continue;
                ++asked_;
                QTest::mouseClick(box->button(button), Qt::LeftButton);
                return;
            }
        });
    }

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;
    int asked_ = 0;
};

TEST_F(MainWindowTest, ShowsTheDocumentInTitleSourceAndTimeline) {
    EXPECT_EQ(window_->windowTitle(), QStringLiteral("parcels.py[*] — Coroscope"));
    EXPECT_EQ(source().text(), QString::fromUtf8(sample::kText));
    EXPECT_EQ(window_->timeline().model().lanes.size(), 8U);
    EXPECT_FALSE(window_->isWindowModified());
}

TEST_F(MainWindowTest, OpensAFileRunsItAndRemembersIt) {
    const QString path = write("mine.py", sample::kText);
    EXPECT_TRUE(window_->openFile(path));
    ASSERT_TRUE(settled());
    EXPECT_TRUE(session().hasRun());
    EXPECT_EQ(RecentFiles::list(), QStringList{path});
    EXPECT_EQ(window_->windowTitle(), QStringLiteral("mine.py[*] — Coroscope"));
}

TEST_F(MainWindowTest, WhatCannotBeOpenedIsSaidAndNothingIsLost) {
    for (const QString& path : {folder_.filePath(QStringLiteral("missing.py")), folder_.path(),
                                write("binary.py", QByteArray("\0\1\2", 3))}) {
        EXPECT_FALSE(window_->openFile(path));
        EXPECT_TRUE(window_->banner().isVisible());
        EXPECT_EQ(window_->banner().title(), QStringLiteral("Not opened"));
        EXPECT_EQ(source().text(), QString::fromUtf8(sample::kText));
    }
    EXPECT_TRUE(RecentFiles::list().isEmpty());
}

TEST_F(MainWindowTest, KeysMoveThePlayhead) {
    Playhead& playhead = session().playhead();
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    EXPECT_EQ(playhead.current(), trace::EventIndex(2));
    key(Qt::Key_Left);
    EXPECT_EQ(playhead.current(), trace::EventIndex(1));
    key(Qt::Key_End);
    EXPECT_TRUE(playhead.atEnd());
    key(Qt::Key_Home);
    EXPECT_TRUE(playhead.atStart());
    key(Qt::Key_PageDown);
    EXPECT_EQ(playhead.current(), trace::EventIndex(8));
    key(Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ((*session().trace())[playhead.current()].kind, trace::EventKind::StepBegan);
    key(Qt::Key_Space);
    EXPECT_TRUE(playhead.isPlaying());
    key(Qt::Key_Space);
    EXPECT_FALSE(playhead.isPlaying());
    key(Qt::Key_Plus);
    EXPECT_DOUBLE_EQ(playhead.speed(), 2);
    key(Qt::Key_T);
    EXPECT_EQ(playhead.pacing(), Pacing::Steps);
    EXPECT_EQ(window_->timeline().axis(), AxisKind::Steps);
}

TEST_F(MainWindowTest, KeysBelongToTheSourceWhileItHasTheFocus) {
    source().setFocus();
    source().setCursorPosition(0, 0);
    QTest::keyClick(&source(), Qt::Key_Space);
    QTest::keyClick(&source(), Qt::Key_T);
    QTest::keyClick(&source(), Qt::Key_Right);
    QTest::keyClick(&source(), Qt::Key_End);
    QTest::keyClick(&source(), Qt::Key_Question);
    EXPECT_FALSE(session().playhead().isPlaying());
    EXPECT_TRUE(session().playhead().atStart());
    EXPECT_EQ(session().playhead().pacing(), Pacing::Time);
    EXPECT_TRUE(source().text().startsWith(QStringLiteral(" t")));
    EXPECT_EQ(QApplication::activeModalWidget(), nullptr);
    QTest::keyClick(&source(), Qt::Key_Escape);
    EXPECT_FALSE(source().hasFocus());
}

TEST_F(MainWindowTest, AnEditRunsAgainAndKeepsThePlayhead) {
    session().playhead().moveToTime(1.25);
    const auto place = session().playhead().current();
    const auto before = session().trace();
    source().setFocus();
    source().setCursorPosition(0, 0);
    QTest::keyClicks(&source(), QStringLiteral("#"));
    EXPECT_TRUE(window_->isWindowModified());
    ASSERT_TRUE(settled());
    EXPECT_NE(session().trace(), before);
    EXPECT_EQ(session().playhead().current(), place);
    EXPECT_EQ(window_->timeline().playhead(), place);
}

TEST_F(MainWindowTest, AnErrorStandsInTheBannerWithItsLine) {
    source().setFocus();
    source().setCursorPosition(1, 0);
    QTest::keyClicks(&source(), QStringLiteral("oops "));
    ASSERT_TRUE(waitUntil([this] { return session().isStale(); }));
    EXPECT_TRUE(window_->banner().isVisible());
    EXPECT_EQ(window_->banner().title(), QStringLiteral("parcels.py, line 2"));
    EXPECT_TRUE(window_->banner().text().contains(QStringLiteral("SyntaxError: invalid syntax")));
    source().setCursorPosition(9, 0);
    QTest::mouseClick(window_->banner().findChild<QToolButton*>(QStringLiteral("bannerGo")),
                      Qt::LeftButton);
    int line = 0;
    int column = 0;
    source().getCursorPosition(&line, &column);
    EXPECT_EQ(line, 1);
    for (int i = 0; i < 5; ++i) source().undo();
    ASSERT_TRUE(settled());
    EXPECT_FALSE(window_->banner().isVisible());
}

TEST_F(MainWindowTest, ADeadlockStandsInTheBanner) {
    openText(QStringLiteral("deadlock\n"));
    EXPECT_TRUE(window_->banner().isVisible());
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Deadlock"));
    EXPECT_FALSE(session().trace()->empty());
}

TEST_F(MainWindowTest, ARunThatIsStoppedSaysSo) {
    session().document().openText(QStringLiteral("f.py"), QStringLiteral("forever\n"));
    passTime(50);
    EXPECT_TRUE(window_->action(Act::Stop)->isEnabled());
    window_->action(Act::Stop)->trigger();
    ASSERT_TRUE(settled());
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Stopped here"));
    EXPECT_FALSE(window_->action(Act::Stop)->isEnabled());
}

TEST_F(MainWindowTest, SavesUnderItsPath) {
    const QString path = write("mine.py", "x = 1\n");
    ASSERT_TRUE(window_->openFile(path));
    source().setFocus();
    source().setCursorPosition(0, 0);
    QTest::keyClicks(&source(), QStringLiteral("y"));
    QTest::keyClick(&source(), Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(read(path), "yx = 1\n");
    EXPECT_FALSE(window_->isWindowModified());
}

TEST_F(MainWindowTest, ASaveThatFailsSaysWhyAndKeepsTheOldFile) {
    const QByteArray name = QByteArray(249, 'a') + ".py";
    const QString path = write(name.constData(), "old\n");
    ASSERT_TRUE(window_->openFile(path));
    session().document().setText(QStringLiteral("new\n"));
    EXPECT_FALSE(window_->save());
    EXPECT_EQ(read(path), "old\n");
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Not saved"));
    ASSERT_TRUE(settled());
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Not saved"));
    EXPECT_TRUE(session().document().isModified());
    EXPECT_TRUE(window_->saveAs(folder_.filePath(QStringLiteral("b.py"))));
    EXPECT_FALSE(window_->banner().isVisible());
}

TEST_F(MainWindowTest, ExportsTheRunOrSaysWhyNot) {
    ASSERT_TRUE(settled());
    const QString path = folder_.filePath(QStringLiteral("run.csv"));
    EXPECT_TRUE(window_->exportTo(path));
    EXPECT_TRUE(read(path).startsWith("event,time"));
    EXPECT_FALSE(window_->exportTo(folder_.filePath(QStringLiteral("none/run.json"))));
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Not exported"));
    EXPECT_TRUE(window_->exportTo(folder_.filePath(QStringLiteral("run.svg"))));
    EXPECT_FALSE(window_->banner().isVisible());
}

TEST_F(MainWindowTest, CancelAtTheQuestionKeepsTheDocument) {
    session().document().setText(QStringLiteral("changed\n"));
    answer(QMessageBox::Cancel);
    EXPECT_FALSE(window_->openFile(write("other.py", "z\n")));
    EXPECT_EQ(asked_, 1);
    EXPECT_EQ(session().document().text(), QStringLiteral("changed\n"));
    answer(QMessageBox::Cancel);
    EXPECT_FALSE(window_->close());
    EXPECT_TRUE(window_->isVisible());
}

TEST_F(MainWindowTest, DiscardAtTheQuestionOpensTheOther) {
    session().document().setText(QStringLiteral("changed\n"));
    answer(QMessageBox::Discard);
    EXPECT_TRUE(window_->openFile(write("other.py", "z\n")));
    EXPECT_EQ(source().text(), QStringLiteral("z\n"));
}

TEST_F(MainWindowTest, SaveAtTheQuestionSavesFirst) {
    const QString path = write("mine.py", "x\n");
    ASSERT_TRUE(window_->openFile(path));
    session().document().setText(QStringLiteral("y\n"));
    answer(QMessageBox::Save);
    EXPECT_TRUE(window_->openFile(write("other.py", "z\n")));
    EXPECT_EQ(read(path), "y\n");
}

TEST_F(MainWindowTest, NothingIsAskedWithoutChanges) {
    EXPECT_TRUE(window_->openFile(write("other.py", "z\n")));
    EXPECT_TRUE(window_->close());
    EXPECT_EQ(asked_, 0);
}

TEST_F(MainWindowTest, RecentFilesAreOfferedNewestFirstWithoutThoseThatAreGone) {
    const QString first = write("first.py", "1\n");
    const QString second = write("second.py", "2\n");
    ASSERT_TRUE(window_->openFile(first));
    ASSERT_TRUE(window_->openFile(second));
    EXPECT_EQ(RecentFiles::list(), (QStringList{second, first}));
    QFile::remove(second);
    EXPECT_EQ(RecentFiles::list(), QStringList{first});
    for (int i = 0; i < 15; ++i) RecentFiles::add(first + QString::number(i));
    RecentFiles::add(first);
    EXPECT_EQ(RecentFiles::list(), QStringList{first});
}

TEST_F(MainWindowTest, AFileDroppedOnTheWindowIsOpened) {
    const QString path = write("dropped.py", "d\n");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window_.get(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window_.get(), &drop);
    EXPECT_EQ(session().document().name(), QStringLiteral("dropped.py"));
}

TEST_F(MainWindowTest, EveryBundledScenarioIsInTheMenu) {
    std::size_t count = 0;
    QMenu menu;
    fillExamples(menu, [](const BundledScenario&) {});
    for (const QAction* category : menu.actions()) {
        ASSERT_NE(category->menu(), nullptr);
        count += static_cast<std::size_t>(category->menu()->actions().size());
    }
    EXPECT_EQ(count, bundledScenarios().size());
    EXPECT_EQ(readableName("02-running-together"), QStringLiteral("Running together"));
    EXPECT_EQ(readableName("three_sleepers"), QStringLiteral("Three sleepers"));
}

TEST_F(MainWindowTest, OpensOnARunningExample) {
    window_->openFirstExample();
    ASSERT_TRUE(settled());
    EXPECT_FALSE(source().text().isEmpty());
    EXPECT_TRUE(session().hasRun());
    EXPECT_TRUE(session().playhead().isPlaying());
    EXPECT_FALSE(session().document().isModified());
    session().playhead().pause();
    openText(QString::fromUtf8(sample::kText));
    EXPECT_FALSE(session().playhead().isPlaying());
}

TEST_F(MainWindowTest, ThemeAndZoomChangeEverythingAndAreRemembered) {
    window_->action(Act::ThemeDark)->trigger();
    EXPECT_TRUE(schemeOf(source().palette()).dark);
    EXPECT_TRUE(schemeOf(window_->timeline().palette()).dark);
    const double before = QApplication::font().pointSizeF();
    window_->action(Act::ZoomIn)->trigger();
    window_->action(Act::ZoomIn)->trigger();
    EXPECT_NEAR(QApplication::font().pointSizeF(), before * 1.2, 0.01);
    EXPECT_FALSE(window_->grab().isNull());
    {
        const MainWindow second(sample::runner());
        EXPECT_NEAR(QApplication::font().pointSizeF(), before * 1.2, 0.01);
    }
    window_->action(Act::ZoomReset)->trigger();
    EXPECT_NEAR(QApplication::font().pointSizeF(), before, 0.01);
    window_->action(Act::ThemeLight)->trigger();
    EXPECT_FALSE(schemeOf(source().palette()).dark);
}

TEST_F(MainWindowTest, OnlyWhatCanBeDoneToTheTextIsOffered) {
    const auto offered = [this](Act act) { return window_->action(act)->isEnabled(); };
    EXPECT_FALSE(offered(Act::Undo));
    EXPECT_FALSE(offered(Act::Redo));
    EXPECT_FALSE(offered(Act::Copy));
    source().setFocus();
    QTest::keyClicks(&source(), QStringLiteral("x"));
    EXPECT_TRUE(waitUntil([&] { return offered(Act::Undo); }));
    EXPECT_FALSE(offered(Act::Redo));
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(waitUntil([&] { return !offered(Act::Undo) && offered(Act::Redo); }));
    key(Qt::Key_A, Qt::ControlModifier);
    EXPECT_TRUE(offered(Act::Copy));
    openText(QStringLiteral("another = 1\n"));
    EXPECT_TRUE(waitUntil([&] { return !offered(Act::Redo) && !offered(Act::Copy); }));
}

TEST_F(MainWindowTest, FindOpensFromAnywhere) {
    key(Qt::Key_F, Qt::ControlModifier);
    EXPECT_TRUE(window_->editorPane().findBar().isVisible());
    key(Qt::Key_Escape);
    EXPECT_FALSE(window_->editorPane().findBar().isVisible());
}

TEST_F(MainWindowTest, FitsASmallScreen) {
    window_->resize(640, 480);
    passTime(50);
    ASSERT_EQ(window_->size(), QSize(640, 480));
    const auto end = [this](const QWidget& widget) {
        return widget.mapTo(window_.get(), QPoint(widget.width(), widget.height()));
    };
    EXPECT_LE(end(window_->timeline()).x(), 640);
    EXPECT_GE(window_->timeline().width(), 240);
    EXPECT_GE(source().width(), 160);
    for (const char* name : {"explain", "console", "loop"}) {
        const auto* panel = window_->findChild<QWidget*>(QLatin1String(name));
        ASSERT_NE(panel, nullptr) << name;
        EXPECT_LE(end(*panel).x(), 640) << name;
        EXPECT_LE(end(*panel).y(), 480) << name;
    }
}

TEST(ActionTable, NoTwoActionsShareAKey) {
    QList<QKeySequence> seen;
    for (const ActionRow& row : actionTable()) {
        for (const QKeySequence& keys : row.keys) {
            EXPECT_FALSE(seen.contains(keys)) << keys.toString().toStdString();
            seen << keys;
        }
    }
}

TEST(ActionTable, TheListOfShortcutsIsMadeFromIt) {
    ShortcutsDialog dialog;
    EXPECT_FALSE(dialog.grab().isNull());
    QStringList texts;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) texts << label->text();
    EXPECT_TRUE(texts.contains(QStringLiteral("Source: Undo")));
}

TEST(ActionTable, TheListOfShortcutsFitsTheScreenAndIsScrolled) {
    ShortcutsDialog dialog;
    dialog.show();
    EXPECT_LE(dialog.height(), dialog.screen()->availableGeometry().height());
    EXPECT_LT(dialog.minimumSizeHint().height(), 400);
    dialog.resize(dialog.width(), 400);
    passTime(20);
    auto* area = dialog.findChild<QScrollArea*>();
    ASSERT_NE(area, nullptr);
    EXPECT_GT(area->verticalScrollBar()->maximum(), 0);
}

TEST(TaskHues, AreTheSameInTheSourceAndOnTheTimeline) {
    for (const bool dark : {false, true}) {
        const Scheme& scheme = dark ? darkScheme() : lightScheme();
        const Palette palette = Palette::of(scheme);
        for (std::uint32_t i = 0; i < 20; ++i) {
            EXPECT_EQ(palette.hue(trace::TaskId(i)).rgb(), taskHue(i, scheme).rgb()) << i;
        }
    }
}

TEST_F(MainWindowTest, KeysSetBookmarksAndLeadToThem) {
    key(Qt::Key_Right);
    key(Qt::Key_M);
    const trace::EventIndex marked = session().playhead().current();
    key(Qt::Key_End);
    key(Qt::Key_Left, Qt::ControlModifier);
    EXPECT_EQ(session().playhead().current(), marked);
    key(Qt::Key_M);
    EXPECT_TRUE(session().bookmarks().all().empty());
}

TEST_F(MainWindowTest, BracketsMarkARegionThatIsRepeated) {
    key(Qt::Key_PageDown);
    const trace::EventIndex first = session().playhead().current();
    key(Qt::Key_BracketLeft);
    key(Qt::Key_PageDown);
    key(Qt::Key_BracketRight);
    ASSERT_TRUE(session().playhead().region());
    EXPECT_EQ(session().playhead().region()->first, first);
    EXPECT_EQ(session().playhead().region()->last, session().playhead().current());
    key(Qt::Key_Backslash);
    EXPECT_FALSE(session().playhead().region());
}

TEST_F(MainWindowTest, GoesToTheCursorsLine) {
    source().setFocus();
    source().setCursorPosition(12, 0);  // line 13, the blocking call
    key(Qt::Key_F8, Qt::ControlModifier);
    EXPECT_EQ((*session().trace())[session().playhead().current()].line, 13U);
    key(Qt::Key_F9);
    EXPECT_EQ(session().playhead().breakpoints(), std::set<int>{13});
}

TEST_F(MainWindowTest, ControlArrowsInTheSourceMoveTheCursorByWords) {
    source().setFocus();
    source().setCursorPosition(0, 0);
    const trace::EventIndex before = session().playhead().current();
    key(Qt::Key_Right, Qt::ControlModifier);
    int line = 0;
    int column = 0;
    source().getCursorPosition(&line, &column);
    EXPECT_GT(column, 0);
    EXPECT_EQ(session().playhead().current(), before);
}

TEST_F(MainWindowTest, TheHighContrastThemeIsBlackAndRemembered) {
    window_->run(Act::ThemeContrast);
    EXPECT_EQ(QApplication::palette().color(QPalette::Base), QColor(Qt::black));
    EXPECT_TRUE(window_->action(Act::ThemeContrast)->isChecked());
    Appearance next;
    EXPECT_EQ(next.theme(), ThemeChoice::HighContrast);
    window_->run(Act::ThemeLight);
}

TEST_F(MainWindowTest, AFileChangedElsewhereIsTakenUnlessThereAreEdits) {
    const QString path = write("mine.py", sample::kText);
    ASSERT_TRUE(window_->openFile(path));
    write("mine.py", "x = 1\n");
    ASSERT_TRUE(waitUntil([&] { return source().text() == QStringLiteral("x = 1\n"); }));
    source().setText(QStringLiteral("mine\n"));
    write("mine.py", "x = 2\n");
    ASSERT_TRUE(
        waitUntil([&] { return window_->banner().title() == QStringLiteral("Changed on disk"); }));
    EXPECT_EQ(source().text(), QStringLiteral("mine\n"));
    QTest::mouseClick(window_->banner().findChild<QToolButton*>(QStringLiteral("bannerOffer")),
                      Qt::LeftButton);
    EXPECT_EQ(source().text(), QStringLiteral("x = 2\n"));
    EXPECT_FALSE(window_->isWindowModified());
}

TEST_F(MainWindowTest, SavingOverAnotherProgramsTextIsAsked) {
    const QString path = write("mine.py", "x = 1\n");
    ASSERT_TRUE(window_->openFile(path));
    source().setText(QStringLiteral("mine\n"));
    write("mine.py", "theirs\n");
    answer(QMessageBox::Cancel);
    EXPECT_FALSE(window_->save());
    EXPECT_EQ(asked_, 1);
    EXPECT_EQ(read(path), "theirs\n");
    EXPECT_EQ(source().text(), QStringLiteral("mine\n"));
    answer(QMessageBox::Save);
    EXPECT_TRUE(window_->save());
    EXPECT_EQ(read(path), "mine\n");
    source().setText(QStringLiteral("mine too\n"));
    write("mine.py", "theirs\n");
    answer(QMessageBox::Discard);
    EXPECT_FALSE(window_->save());
    EXPECT_EQ(asked_, 3);
    EXPECT_EQ(read(path), "theirs\n");
    EXPECT_EQ(source().text(), QStringLiteral("theirs\n"));
    EXPECT_FALSE(window_->isWindowModified());
}

TEST_F(MainWindowTest, ANewFileIsThereToBeTypedInto) {
    window_->run(Act::New);
    EXPECT_TRUE(source().hasFocus());
}

TEST_F(MainWindowTest, SpacePlaysOnceANumberIsTurned) {
    source().setFocus();
    Q_EMIT source().numberLetGo();
    EXPECT_TRUE(window_->timeline().hasFocus());
}

TEST_F(MainWindowTest, IsNoLargerThanTheScreenAndRemembersItsSize) {
    MainWindow first(sample::runner());
    const QSize room = first.screen()->availableGeometry().size();
    EXPECT_LE(first.height(), room.height());
    EXPECT_LE(first.width(), std::max(room.width(), first.minimumSizeHint().width()));
    window_->resize(window_->minimumSizeHint() + QSize(7, 11));
    window_->move(20, 30);
    const QSize size = window_->size();
    ASSERT_TRUE(window_->close());
    MainWindow next(sample::runner());
    EXPECT_EQ(next.size(), size.boundedTo(next.size()));
}

TEST_F(MainWindowTest, UnsavedWorkOfACrashIsOfferedAndRestored) {
    QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    ASSERT_TRUE(folder.mkpath(QStringLiteral("unsaved")));
    QFile left(folder.filePath(QStringLiteral("unsaved/left.json")));
    ASSERT_TRUE(left.open(QIODevice::WriteOnly));
    left.write(R"({"path":"","name":"lesson.py","text":"print(1)\n"})");
    left.close();
    EXPECT_FALSE(window_->openFile(folder_.filePath(QStringLiteral("missing.py"))));
    window_->offerRecovery();
    EXPECT_TRUE(window_->banner().isVisible());
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Not opened"));
    EXPECT_EQ(window_->recoveryBanner().title(), QStringLiteral("Unsaved work"));
    QTest::mouseClick(
        window_->recoveryBanner().findChild<QToolButton*>(QStringLiteral("bannerOffer")),
        Qt::LeftButton);
    EXPECT_EQ(source().text(), QStringLiteral("print(1)\n"));
    EXPECT_TRUE(window_->isWindowModified());
    EXPECT_FALSE(left.exists());
}

TEST_F(MainWindowTest, TheGalleryOpensALessonAndEscapeLeavesIt) {
    window_->run(Act::Gallery);
    ASSERT_TRUE(window_->gallery().isVisible());
    EXPECT_FALSE(window_->timeline().isVisible());
    QTest::keyClick(&window_->gallery().search(), Qt::Key_Escape);
    EXPECT_TRUE(window_->timeline().isVisible());
    window_->run(Act::Gallery);
    QTest::keyClicks(&window_->gallery().search(), QStringLiteral("deadlock"));
    QTest::keyClick(&window_->gallery().search(), Qt::Key_Return);
    EXPECT_FALSE(window_->gallery().isVisible());
    EXPECT_EQ(session().document().name(), QStringLiteral("deadlock.py"));
}

TEST_F(MainWindowTest, ThePaletteFindsACommandByItsLetters) {
    EXPECT_GE(matchCost(QStringLiteral("thd"), QStringLiteral("Theme: dark")), 0);
    EXPECT_LT(matchCost(QStringLiteral("xyz"), QStringLiteral("Theme: dark")), 0);
    window_->run(Act::Palette);
    auto* palette = window_->findChild<CommandPalette*>();
    ASSERT_NE(palette, nullptr);
    QTest::keyClicks(&palette->field(), QStringLiteral("to the end"));
    QTest::keyClick(&palette->field(), Qt::Key_Return);
    EXPECT_TRUE(session().playhead().atEnd());
}

TEST_F(MainWindowTest, KeysBringPanelsToTheFrontAndPutThemAway) {
    const auto seen = [this](const char* name) {
        const auto* panel = window_->findChild<QWidget*>(QLatin1String(name));
        return panel != nullptr && panel->isVisible();
    };
    EXPECT_TRUE(seen("console"));
    EXPECT_FALSE(seen("sync"));
    key(Qt::Key_8, Qt::AltModifier);
    EXPECT_TRUE(seen("sync"));
    EXPECT_TRUE(window_->action(Act::PanelSync)->isChecked());
    key(Qt::Key_8, Qt::AltModifier);
    EXPECT_FALSE(seen("sync"));
    key(Qt::Key_4, Qt::AltModifier);
    EXPECT_FALSE(seen("console"));
    const int before = window_->timeline().height();
    key(Qt::Key_1, Qt::AltModifier);  // the last pane goes: its room is the timeline's
    EXPECT_TRUE(waitUntil([&] { return window_->timeline().height() > before; }));

    // All that is remembered.
    key(Qt::Key_5, Qt::AltModifier);
    window_->close();
    window_ = std::make_unique<MainWindow>(sample::runner());
    window_->show();
    EXPECT_TRUE(seen("events"));
    EXPECT_FALSE(seen("sync"));
    EXPECT_FALSE(window_->action(Act::PanelExplain)->isChecked());
}

TEST_F(MainWindowTest, TheLongestLineOfALessonFitsTheSource) {
    window_->resize(1366, 768);
    QString text = QStringLiteral("x = 1\n#") + QString(67, QLatin1Char('=')) + QLatin1Char('\n');
    openText(text);
    EXPECT_GE(source().viewport()->width(),
              QFontMetrics(codeFont()).horizontalAdvance(QString(68, QLatin1Char('='))));
    // A line that is too long leaves the timeline its half.
    openText(QStringLiteral("#") + QString(300, QLatin1Char('=')));
    EXPECT_GT(window_->timeline().width(), window_->width() * 48 / 100);
}

TEST_F(MainWindowTest, PresentingLeavesMostOfTheRoomToSourceAndTimeline) {
    window_->resize(1366, 768);
    passTime(50);
    const auto otherHeight = [this] { return window_->height() - window_->timeline().height(); };
    const int before = otherHeight();
    window_->run(Act::FullScreen);
    passTime(50);
    EXPECT_GE(window_->timeline().height(), window_->height() * 6 / 10);
    EXPECT_TRUE(window_->action(Act::PanelExplain)->isChecked());
    EXPECT_FALSE(window_->action(Act::PanelLoop)->isChecked());
    window_->run(Act::FullScreen);
    passTime(50);
    EXPECT_NEAR(otherHeight(), before, 12);  // the screen may have made it a little larger
    EXPECT_TRUE(window_->action(Act::PanelLoop)->isChecked());
}

TEST_F(MainWindowTest, PresentingGivesTheKeysToTheTimeline) {
    const QString before = session().document().text();
    source().setFocus();
    window_->run(Act::FullScreen);
    EXPECT_TRUE(window_->timeline().hasFocus());
    key(Qt::Key_Space);
    EXPECT_EQ(session().document().text(), before);
    window_->run(Act::FullScreen);
}

TEST_F(MainWindowTest, APanelThatGoesLeavesItsFocusToTheTimeline) {
    for (const auto& [name, panelKey] : {std::pair("console", Qt::Key_4), {"explain", Qt::Key_1}}) {
        auto* panel = window_->findChild<QWidget*>(QLatin1String(name));
        ASSERT_NE(panel, nullptr) << name;
        panel->setFocus();
        ASSERT_TRUE(panel->hasFocus()) << name;
        key(panelKey, Qt::AltModifier);
        EXPECT_FALSE(panel->isVisible()) << name;
        EXPECT_FALSE(source().hasFocus()) << name;
    }
}

TEST_F(MainWindowTest, TheExplanationIsNotCutOffInFrontOfAClass) {
    auto* panel = window_->findChild<ExplainView*>();
    ASSERT_NE(panel, nullptr);
    window_->run(Act::FullScreen);
    window_->setWindowState(Qt::WindowNoState);
    window_->resize(1366, 768);
    passTime(50);
    Playhead& playhead = session().playhead();
    for (playhead.toStart(); !playhead.atEnd(); playhead.stepEvent(1)) {
        passTime(1);
        EXPECT_LE(panel->widget()->height(), panel->viewport()->height())
            << panel->what().toStdString() << ' ' << panel->why().toStdString();
    }
}

TEST_F(MainWindowTest, PresentingFitsASmallProjector) {
    window_->run(Act::FullScreen);
    EXPECT_TRUE(window_->appearance().isPresenting());
    EXPECT_LE(window_->minimumSizeHint().width(), 1280);
    EXPECT_LE(window_->minimumSizeHint().height(), 720);
    window_->run(Act::FullScreen);
    EXPECT_FALSE(window_->appearance().isPresenting());
}

}  // namespace
}  // namespace coroscope::app
