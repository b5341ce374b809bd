// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QHelpEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabWidget>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include <gtest/gtest.h>

#include "app/inspector/console_model.h"
#include "app/inspector/console_view.h"
#include "app/inspector/event_list_model.h"
#include "app/inspector/event_list_view.h"
#include "app/inspector/loop_cards.h"
#include "app/inspector/loop_view.h"
#include "app/inspector/spoken.h"
#include "app/inspector/task_list_model.h"
#include "app/inspector/task_list_view.h"
#include "engine/trace/recorder.h"
#include "tests/app/inspector/panel_fixture.h"
#include "tests/app/support/sample_run.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

using trace::EventKind;
using trace::TaskId;

class InspectorTest : public PanelTest {
protected:
    static std::string text(const QAbstractItemModel& model, int row) {
        return model.index(row, 0).data().toString().toStdString();
    }
    static void show(ConsoleModel& model, trace::Recorder& recorder) {
        auto trace = std::make_shared<const trace::Trace>(recorder.take());
        auto lines = std::make_shared<const PrintedLines>(*trace);
        const trace::EventIndex last = trace->last();
        model.setRun(std::move(trace), std::move(lines), last);
    }
};

TEST_F(InspectorTest, TheConsoleHasARowForEachLine) {
    ConsoleView view(session_);
    ASSERT_EQ(view.console().rowCount(), 7);
    EXPECT_EQ(text(view.console(), 0), "parcel 1 delivered");
    EXPECT_EQ(text(view.console(), 3), "parcel 99 returned");
    EXPECT_TRUE(view.console().index(3).data(ConsoleModel::StderrRole).toBool());
    EXPECT_FALSE(view.console().index(2).data(ConsoleModel::StderrRole).toBool());
}

TEST_F(InspectorTest, TheConsolesCurrentRowFollowsThePlayhead) {
    ConsoleView view(session_);
    EXPECT_EQ(view.currentRow(), -1);
    session_.playhead().moveToTime(1.0);
    EXPECT_EQ(view.currentRow(), 1);
    session_.playhead().toEnd();
    EXPECT_EQ(view.currentRow(), 6);
    session_.playhead().toStart();
    EXPECT_EQ(view.currentRow(), -1);
}

TEST_F(InspectorTest, AClickOnAConsoleLineGoesToItsEvent) {
    ConsoleView view(session_);
    view.resize(400, 300);
    view.show();
    const QModelIndex third = view.console().index(2);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(third).center());
    EXPECT_EQ(session_.playhead().current(), view.console().eventOf(2));
    EXPECT_EQ(session_.selection().task(), TaskId(0));
    EXPECT_EQ(session_.selection().line(), 25);
    EXPECT_EQ(view.currentRow(), 2);
}

TEST_F(InspectorTest, AnEventOfSeveralLinesIsSeveralRowsAndALongLineIsCut) {
    trace::Recorder recorder(100);
    recorder.output(0, {}, trace::Stream::Stdout,
                    "one\n\n" + std::string(PrintedLines::kLongestLine + 5, 'x') + "\ntail", {});
    recorder.finished(0, trace::Finish::Ok, {});
    ConsoleModel model;
    show(model, recorder);
    ASSERT_EQ(model.rowCount(), 4);
    EXPECT_EQ(text(model, 0), "one");
    EXPECT_EQ(text(model, 1), "");
    EXPECT_EQ(model.index(2).data().toString().size(),
              static_cast<qsizetype>(PrintedLines::kLongestLine) + 1);
    EXPECT_EQ(text(model, 3), "tail");
    EXPECT_EQ(model.rowAt(trace::EventIndex(0)), 3);
}

TEST_F(InspectorTest, ALineWiderThanTheConsoleIsWrapped) {
    ConsoleView view(session_);
    view.show();
    const auto heightOfFirst = [&](int width) {
        view.resize(width, 200);
        passTime(20);
        EXPECT_EQ(view.horizontalScrollBar()->maximum(), 0);
        return view.visualRect(view.model()->index(0, 0)).height();
    };
    const int one = heightOfFirst(900);
    EXPECT_EQ(view.linesOf(0), QStringList(QStringLiteral("parcel 1 delivered")));
    EXPECT_GT(heightOfFirst(150), one);
    EXPECT_GT(view.linesOf(0).size(), 1);
    EXPECT_EQ(view.linesOf(0).join(QLatin1Char(' ')).remove(QLatin1Char(' ')),
              QStringLiteral("parcel1delivered"));
    // A click below the first line of it still means it, and the next row begins below.
    const QRect second = view.visualRect(view.model()->index(1, 0));
    EXPECT_EQ(view.indexAt(second.topLeft() - QPoint(0, 1)).row(), 0);
    EXPECT_EQ(view.indexAt(second.topLeft()).row(), 1);
}

TEST_F(InspectorTest, AWrappedConsoleScrollsToTheWholeOfItsLastLine) {
    ConsoleView view(session_);
    view.resize(150, 120);
    view.show();
    passTime(20);
    session_.playhead().toEnd();
    passTime(20);
    const QRect last = view.visualRect(view.model()->index(view.model()->rowCount() - 1, 0));
    EXPECT_TRUE(view.viewport()->rect().contains(last));
}

TEST_F(InspectorTest, OfMillionsOfLinesTheLastAreShownAsWellAsTheFirst) {
    constexpr int kLines = 3'000'000;
    trace::Recorder recorder(100);
    recorder.output(0, {}, trace::Stream::Stdout, std::string(kLines, '\n'), {});
    std::string numbered;
    for (int i = 0; i < 1000; ++i) numbered += "line " + std::to_string(i) + "\n";
    recorder.output(0, {}, trace::Stream::Stdout, numbered, {});
    recorder.output(2, {}, trace::Stream::Stdout, "the end", {});
    recorder.finished(2, trace::Finish::Ok, {});
    ConsoleModel model;
    show(model, recorder);
    ASSERT_EQ(model.rowCount(), kLines + 1001);
    EXPECT_EQ(text(model, kLines - 1), "");
    EXPECT_EQ(text(model, kLines), "line 0");
    EXPECT_EQ(text(model, kLines + 777), "line 777");
    EXPECT_EQ(text(model, kLines + 1000), "the end");
    EXPECT_EQ(model.index(kLines + 1000).data(ConsoleModel::TimeRole).toDouble(), 2.0);
    EXPECT_EQ(model.rowAt(trace::EventIndex(1)), kLines + 999);
}

TEST_F(InspectorTest, TheLoopShowsWhoRunsWhoIsNextAndWhichTimersAreSet) {
    LoopView view(session_);
    view.resize(700, 240);
    goTo(EventKind::CancelRequested);
    session_.playhead().stepEvent(2);
    const LoopCards& cards = view.cards();
    ASSERT_EQ(cards.running.size(), 1U);
    EXPECT_EQ(cards.running[0].label, QStringLiteral("Task-1 main"));
    ASSERT_EQ(cards.ready.size(), 1U);
    EXPECT_EQ(cards.ready[0].label, QStringLiteral("urgent"));
    ASSERT_EQ(cards.timers.size(), 2U);
    EXPECT_EQ(cards.timers[0].label, QStringLiteral("Task-6 parcel"));
    EXPECT_EQ(cards.timers[0].when, QStringLiteral("1.5 s"));
    EXPECT_EQ(cards.timers[1].when, QStringLiteral("2 s"));
    EXPECT_EQ(cards.clock, QStringLiteral("1.25 s"));
    EXPECT_TRUE(cards.next.isEmpty());
}

TEST_F(InspectorTest, TheLoopSaysWhereTheClockGoesNext) {
    LoopView view(session_);
    session_.playhead().moveToTime(0.0);
    EXPECT_TRUE(view.cards().running.empty());
    EXPECT_EQ(view.cards().next, QStringLiteral("next jump → 0.5 s (Task-4 parcel)"));
    goTo(EventKind::ClockJumped);
    EXPECT_EQ(view.cards().clock, QStringLiteral("0.5 s"));
    EXPECT_EQ(view.cards().next, QStringLiteral("due now: Task-4 parcel"));
}

TEST(LoopCards, ADeadlockIsNoPlainEnd) {
    for (const trace::Finish how : {trace::Finish::Ok, trace::Finish::Deadlock}) {
        trace::Recorder recorder(100);
        recorder.finished(0, how, {});
        const auto made = std::make_shared<const trace::Trace>(recorder.take());
        trace::StateReader states(made);
        const LoopCards cards = makeLoopCards(*made, states.stateAt(made->last()));
        EXPECT_TRUE(cards.finished);
        EXPECT_EQ(cards.deadlock, how == trace::Finish::Deadlock);
    }
}

TEST(LoopCards, TheProgramsOwnLinesRunOutsideOfAllTasks) {
    trace::Recorder recorder(100);
    recorder.blockingBegan(0, {}, recorder.intern("code"), 0, {2, 0, 2, 4});
    recorder.output(1, {}, trace::Stream::Stdout, "x\n", {3, 0, 3, 4});
    recorder.finished(1, trace::Finish::Limit, "");
    const auto trace = std::make_shared<const trace::Trace>(recorder.take());
    trace::StateReader states(trace);
    for (std::uint32_t i = 0; i < 2; ++i) {
        const LoopCards cards = makeLoopCards(*trace, states.stateAt(trace::EventIndex(i)));
        ASSERT_EQ(cards.running.size(), 1U);
        EXPECT_EQ(cards.running.front().label, QStringLiteral("the program"));
        EXPECT_FALSE(cards.blocked) << "there is no loop";
    }
    const LoopCards end = makeLoopCards(*trace, states.stateAt(trace->last()));
    EXPECT_TRUE(end.running.empty());
    EXPECT_FALSE(end.blocked);
}

TEST(Spoken, TwoMomentsThatAreNotTheSameAreNotSpelledTheSame) {
    EXPECT_EQ(spokenSeconds(3.9999, 4), "3.9999 s");
    EXPECT_EQ(spokenSeconds(4, 3.9999), "4 s");
    EXPECT_EQ(spokenSeconds(3.9999996, 4), "3.9999996 s");
    EXPECT_EQ(spokenSeconds(3.5, 4), "3.5 s");
    EXPECT_EQ(spokenSeconds(4, 4), "4 s");
}

TEST_F(InspectorTest, TheLoopSaysWhenItIsBlocked) {
    LoopView view(session_);
    goTo(EventKind::BlockingBegan);
    EXPECT_TRUE(view.cards().blocked);
    EXPECT_EQ(view.cards().blockedText, QStringLiteral("time.sleep 0.75 s"));
    session_.playhead().stepEvent(1);
    EXPECT_FALSE(view.cards().blocked);
}

TEST_F(InspectorTest, TimersThatANarrowPanelHasNoRoomForAreScrolledTo) {
    LoopView view(session_);
    view.resize(260, 130);
    view.show();
    session_.playhead().moveToTime(0.0);
    view.grab();
    const QRect last = view.rectOf(TaskId(2));  // of `urgent`, due at 10.00
    ASSERT_FALSE(last.isEmpty());
    EXPECT_GT(last.bottom(), view.height());
    auto* bar = view.findChild<QScrollBar*>();
    ASSERT_TRUE(bar->isVisible());
    for (int turn = 0; turn < 30; ++turn) {
        QWheelEvent down({50, 50}, view.mapToGlobal(QPointF(50, 50)), {}, {0, -120}, Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &down);
    }
    const QRect now = view.rectOf(TaskId(2));
    EXPECT_TRUE(view.rect().contains(now));
    QTest::mouseClick(&view, Qt::LeftButton, {}, now.center());
    EXPECT_EQ(session_.selection().task(), TaskId(2));
    view.resize(900, 400);
    EXPECT_FALSE(bar->isVisible());
}

TEST_F(InspectorTest, AClickOnACardSelectsItsTask) {
    LoopView view(session_);
    view.resize(700, 240);
    view.show();
    session_.playhead().moveToTime(0.0);
    view.grab();
    const QRect card = view.rectOf(TaskId(4));
    ASSERT_FALSE(card.isEmpty());
    QTest::mouseClick(&view, Qt::LeftButton, {}, card.center());
    EXPECT_EQ(session_.selection().task(), TaskId(4));
}

TEST_F(InspectorTest, CardsThatDoNotFitAreCountedAndTheViewNeverOverflows) {
    LoopView view(session_);
    view.show();
    session_.playhead().moveToTime(0.0);
    for (const int width : {40, 160, 300, 1200}) {
        view.resize(width, 120);
        EXPECT_FALSE(view.grab().isNull());
    }
}

TEST_F(InspectorTest, TasksStandUnderTheirCreatorWithWhatTheyWaitFor) {
    TaskListView view(session_);
    TaskListModel& tasks = view.tasks();
    EXPECT_EQ(tasks.rowCount(), 0) << "rows that nobody sees";
    view.show();
    session_.playhead().moveToTime(1.0);
    ASSERT_EQ(tasks.rowCount(), 7);
    EXPECT_EQ(tasks.taskOf(0), TaskId(0));
    EXPECT_EQ(tasks.taskOf(1), TaskId(1));
    EXPECT_EQ(tasks.taskOf(2), TaskId(3));
    EXPECT_EQ(tasks.taskOf(6), TaskId(2));
    EXPECT_EQ(tasks.index(2).data(TaskListModel::DepthRole).toInt(), 2);
    EXPECT_EQ(tasks.index(2).data(TaskListModel::StateRole).toString(), QStringLiteral("returned"));
    EXPECT_EQ(tasks.index(6).data(TaskListModel::StateRole).toString(),
              QStringLiteral("suspended"));
    EXPECT_TRUE(tasks.index(6)
                    .data(TaskListModel::ReasonRole)
                    .toString()
                    .contains(QStringLiteral("sleep 10 s")));
    EXPECT_EQ(tasks.index(6).data(TaskListModel::SinceRole).toString(), QStringLiteral("1 s"));
    EXPECT_EQ(tasks.index(6).data(TaskListModel::AgeRole).toString(), QStringLiteral("1 s old"));
    EXPECT_EQ(tasks.index(2).data(TaskListModel::SinceRole).toString(), QString());
    EXPECT_EQ(tasks.index(2).data(TaskListModel::AgeRole).toString(),
              QStringLiteral("lived 0.5 s"));
    session_.playhead().toStart();
    EXPECT_EQ(tasks.index(6).data(TaskListModel::StateRole).toString(),
              QStringLiteral("not created yet"));
}

TEST_F(InspectorTest, ATaskSaysHowItHasSpentItsTimeUpToThePlayhead) {
    TaskListView view(session_);
    view.resize(900, 300);
    view.show();
    TaskListModel& tasks = view.tasks();
    const auto say = [&tasks](int row, int role) { return tasks.index(row).data(role).toString(); };
    session_.playhead().moveToTime(1.0);
    EXPECT_EQ(say(6, TaskListModel::WaitedRole), QStringLiteral("waited 1 s"));
    EXPECT_TRUE(say(6, Qt::ToolTipRole)
                    .contains(QStringLiteral("so far it ran 0 s, stood ready 0 s and waited 1 s")));
    session_.playhead().toStart();
    EXPECT_EQ(say(6, TaskListModel::WaitedRole), QString());
    EXPECT_FALSE(say(6, Qt::ToolTipRole).contains(QStringLiteral("so far")));
    session_.playhead().toEnd();
    for (int row = 0; row < tasks.rowCount(); ++row) {
        const auto& whole = session_.statistics().tasks[tasks.taskOf(row).index()];
        const QString told =
            QStringLiteral("waited %1").arg(QString::fromStdString(spokenSeconds(whole.waiting)));
        EXPECT_TRUE(say(row, Qt::ToolTipRole).contains(told)) << row;
    }
}

TEST_F(InspectorTest, AClickOnATaskSelectsIt) {
    TaskListView view(session_);
    view.resize(400, 300);
    view.show();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                      view.visualRect(view.tasks().index(1)).center());
    EXPECT_EQ(session_.selection().task(), TaskId(1));
}

TEST_F(InspectorTest, AClickOnAnEventGoesThere) {
    EventListView view(session_);
    view.resize(400, 300);
    view.show();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                      view.visualRect(view.model()->index(3, 0)).center());
    EXPECT_EQ(session_.playhead().current(), trace::EventIndex(3));
    EXPECT_EQ(view.currentRow(), 3);
}

TEST_F(InspectorTest, TheEventsShowThePlayheadsWhenTheirTabIsOpened) {
    QTabWidget tabs;
    auto* panel = new EventsPanel(session_);
    tabs.addTab(new QWidget, QStringLiteral("Console"));
    tabs.addTab(panel, QStringLiteral("Events"));
    tabs.resize(300, 160);
    tabs.show();
    for (const bool opened : {false, true}) {
        opened ? session_.playhead().toEnd() : session_.playhead().toStart();
        tabs.setCurrentIndex(1);
        QApplication::processEvents();
        const EventListView& list = panel->list();
        const QRect row = list.visualRect(list.model()->index(list.currentRow(), 0));
        EXPECT_TRUE(list.viewport()->rect().contains(row)) << opened;
        tabs.setCurrentIndex(0);
    }
}

TEST_F(InspectorTest, WordsNarrowTheEventsDown) {
    EventsPanel panel(session_);
    panel.show();
    const int all = panel.list().events().rowCount();
    QTest::keyClicks(&panel.filter(), QStringLiteral("PRINTS parcel"));
    ASSERT_TRUE(waitUntil([&] { return panel.list().events().complete(); }));
    EXPECT_EQ(panel.list().events().rowCount(), 5);
    session_.playhead().toEnd();
    EXPECT_EQ(panel.list().currentRow(), 4);
    const QModelIndex second = panel.list().events().index(1);
    QTest::mouseClick(panel.list().viewport(), Qt::LeftButton, {},
                      panel.list().visualRect(second).center());
    EXPECT_EQ((*session_.trace())[session_.playhead().current()].time, 1.0);
    panel.filter().clear();
    EXPECT_EQ(panel.list().events().rowCount(), all);
}

}  // namespace
}  // namespace coroscope::app
