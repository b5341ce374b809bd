// SPDX-License-Identifier: GPL-3.0-or-later
/// The window: a run in it, its keys, its banner.

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

#include <gtest/gtest.h>

#include "app/bundle/bundled_scenarios.h"
#include "app/editor/find_bar.h"
#include "app/gallery/gallery_model.h"
#include "app/gallery/gallery_view.h"
#include "app/style/theme.h"
#include "app/timeline/palette.h"
#include "app/window/banner.h"
#include "app/window/command_palette.h"
#include "app/window/examples_menu.h"
#include "tests/app/window/main_window_fixture.h"

namespace coroscope::app {
namespace {

TEST_F(MainWindowTest, ShowsTheDocumentInTitleSourceAndTimeline) {
    EXPECT_EQ(window_->windowTitle(), QStringLiteral("parcels.py[*] — Coroscope"));
    EXPECT_EQ(source().text(), QString::fromUtf8(sample::kText));
    EXPECT_EQ(window_->timeline().model().lanes.size(), 8U);
    EXPECT_FALSE(window_->isWindowModified());
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

TEST_F(MainWindowTest, WhatIsSaidOfARunCoversNothingAndMovesNothingThatIsTyped) {
    const auto place = [](const QWidget& widget) {
        return QRect(widget.mapToGlobal(QPoint()), widget.size());
    };
    const QRect before = place(source());
    const QRect timeline = place(window_->timeline());
    source().setFocus();
    source().setCursorPosition(1, 0);
    QTest::keyClicks(&source(), QStringLiteral("oops "));
    ASSERT_TRUE(waitUntil([this] { return window_->banner().isVisible(); }));
    passTime(20);
    EXPECT_EQ(place(source()), before);
    EXPECT_EQ(place(window_->timeline()).topLeft(), timeline.topLeft());
    EXPECT_FALSE(place(window_->timeline()).intersects(place(window_->banner())));
    EXPECT_TRUE(timeline.intersects(place(window_->banner())));
    for (int i = 0; i < 5; ++i) source().undo();
    ASSERT_TRUE(settled());
    passTime(20);
    EXPECT_FALSE(window_->banner().isVisible());
    EXPECT_EQ(place(source()), before);
    EXPECT_EQ(place(window_->timeline()), timeline);
}

TEST_F(MainWindowTest, ADeadlockStandsInTheBanner) {
    openText(QStringLiteral("deadlock\n"));
    session().playhead().toEnd();
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

TEST_F(MainWindowTest, ControlLAsksForALineInsteadOfCuttingOne) {
    source().setFocus();
    const QString before = source().text();
    key(Qt::Key_L, Qt::ControlModifier);
    EXPECT_EQ(source().text(), before);
    EXPECT_TRUE(window_->editorPane().findBar().isVisible());
}

TEST_F(MainWindowTest, ControlZInTheTimelineNeverTakesBackText) {
    source().setFocus();
    QTest::keyClicks(&source(), QStringLiteral("#"));
    const QString typed = source().text();
    ASSERT_TRUE(waitUntil([&] { return window_->action(Act::Undo)->isEnabled(); }));
    ASSERT_TRUE(settled());
    TimelinePlot& timeline = window_->timeline();
    timeline.setFocus();
    const auto whole = timeline.view().end - timeline.view().begin;
    timeline.zoomIn();
    ASSERT_LT(timeline.view().end - timeline.view().begin, whole);
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(source().text(), typed);
    EXPECT_DOUBLE_EQ(timeline.view().end - timeline.view().begin, whole);
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

TEST_F(MainWindowTest, F5RunsOnToABreakpointAndShowsItsLineThoughTheSourceHasTheFocus) {
    openText(QString::fromUtf8(sample::kText) + QStringLiteral("\n").repeated(200));
    session().playhead().toggleBreakpoint(13);
    source().setFocus();
    source().setCursorPosition(240, 0);
    source().setFirstVisibleLine(200);
    key(Qt::Key_F5);
    EXPECT_EQ((*session().trace())[session().playhead().current()].line, 13U);
    EXPECT_LT(source().firstVisibleLine(), 13);
    EXPECT_TRUE(source().hasFocus());
    key(Qt::Key_F5);
    EXPECT_TRUE(session().playhead().atEnd());
}

TEST_F(MainWindowTest, F5AfterAnEditGoesOnInTheRunOfTheNewText) {
    source().setFocus();
    source().setCursorPosition(0, 0);
    QTest::keyClicks(&source(), QStringLiteral("#"));
    key(Qt::Key_F5);
    ASSERT_TRUE(settled());
    EXPECT_TRUE(session().playhead().atEnd());
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

TEST_F(MainWindowTest, ControlZTakesBackATurnedNumberInOneStep) {
    const QString before = source().text();
    // Line 13: `    time.sleep(0.75)`.
    const long at = source().SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, 12) + 16;
    const auto coordinate = [&](unsigned int message) {
        return static_cast<int>(source().SendScintilla(message, 0UL, at));
    };
    const QPoint on(coordinate(QsciScintilla::SCI_POINTXFROMPOSITION),
                    coordinate(QsciScintilla::SCI_POINTYFROMPOSITION) + 5);
    QTest::mousePress(source().viewport(), Qt::LeftButton, Qt::ControlModifier, on);
    QTest::mouseMove(source().viewport(), on + QPoint(13, 0));
    QTest::mouseMove(source().viewport(), on + QPoint(31, 0));
    QTest::mouseRelease(source().viewport(), Qt::LeftButton, Qt::ControlModifier,
                        on + QPoint(31, 0));
    EXPECT_EQ(source().text(12), QStringLiteral("    time.sleep(0.80)\n"));
    EXPECT_TRUE(source().hasFocus());
    ASSERT_TRUE(waitUntil([&] { return window_->action(Act::Undo)->isEnabled(); }));
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(source().text(), before);
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
    EXPECT_LT(
        matchCost(QStringLiteral("restore"), QStringLiteral("Previous time of the cursor's line")),
        0);
    EXPECT_GE(matchCost(QStringLiteral("imeline"), QStringLiteral("Go to the timeline")), 0);
    window_->run(Act::Palette);
    auto* palette = window_->findChild<CommandPalette*>();
    ASSERT_NE(palette, nullptr);
    QTest::keyClicks(&palette->field(), QStringLiteral("zzz"));
    const auto* list = palette->findChild<QListWidget*>();
    ASSERT_EQ(list->count(), 1) << "that there is nothing is said";
    EXPECT_EQ(list->item(0)->flags(), Qt::NoItemFlags);
    palette->field().clear();
    QTest::keyClicks(&palette->field(), QStringLiteral("to the end"));
    QTest::keyClick(&palette->field(), Qt::Key_Return);
    EXPECT_TRUE(session().playhead().atEnd());
}

TEST_F(MainWindowTest, TheEditMenuSaysByWhichKeysOneCopies) {
    QAction* copy = window_->action(Act::Copy);
    EXPECT_EQ(copy->shortcut(), QKeySequence(QKeySequence::Copy));
    source().selectAll();
    ASSERT_TRUE(copy->isEnabled());
    QSignalSpy copied(copy, &QAction::triggered);
    for (QWidget* each : {static_cast<QWidget*>(&window_->timeline()), window_->focusWidget()}) {
        QTest::keyClick(each, Qt::Key_C, Qt::ControlModifier);
    }
    EXPECT_TRUE(copied.isEmpty()) << "in the timeline it is nobody's key";
}

TEST_F(MainWindowTest, F6GoesFromPaneToPaneAndBack) {
    window_->timeline().setFocus();
    const QWidget* first = QApplication::focusWidget();
    std::vector<const QWidget*> seen;
    bool source = false;
    do {
        key(Qt::Key_F6);
        seen.push_back(QApplication::focusWidget());
        source = source || this->source().hasFocus();
    } while (QApplication::focusWidget() != first && seen.size() < 20);
    EXPECT_EQ(seen.size(), 5U) << "three panels, source, timeline";
    EXPECT_TRUE(source);
    key(Qt::Key_F6, Qt::ShiftModifier);
    EXPECT_TRUE(this->source().hasFocus());
}

TEST_F(MainWindowTest, ABannersButtonIsReachedAndPressedByKeys) {
    Banner& banner = window_->banner();
    bool pressed = false;
    banner.offer(QStringLiteral("A"), QStringLiteral("b"), QStringLiteral("Do it"),
                 [&pressed] { pressed = true; });
    window_->timeline().setFocus();
    key(Qt::Key_F6, Qt::ShiftModifier);
    key(Qt::Key_F6, Qt::ShiftModifier);
    ASSERT_TRUE(banner.isAncestorOf(QApplication::focusWidget()));
    key(Qt::Key_Space);
    EXPECT_TRUE(pressed);
    EXPECT_FALSE(session().playhead().isPlaying());
}

}  // namespace
}  // namespace coroscope::app
