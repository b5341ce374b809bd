// SPDX-License-Identifier: GPL-3.0-or-later
/// The panels that tell: Explain, Variables, Statistics.
#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include "app/inspector/explain_view.h"
#include "app/inspector/statistics_model.h"
#include "app/inspector/statistics_view.h"
#include "app/inspector/variables_view.h"
#include "app/session/engine_runner.h"
#include "tests/app/inspector/panel_fixture.h"

namespace coroscope::app {
namespace {

using trace::EventKind;
using trace::TaskId;

class ToldPanels : public PanelTest {};

TEST_F(ToldPanels, ExplainFollowsThePlayhead) {
    ExplainView view(session_);
    view.show();
    goTo(EventKind::BlockingBegan);
    EXPECT_EQ(view.what(), QStringLiteral("courier blocks the loop for 0.75 s by time.sleep."));
    goTo(EventKind::CancelDelivered);
    EXPECT_EQ(view.what(), QStringLiteral("CancelledError is raised in urgent in line 3."));
}

TEST_F(ToldPanels, ExplainSpeaksToExpertsWhenAskedAndRemembersIt) {
    ExplainView view(session_);
    view.show();
    goTo(EventKind::ClockJumped);
    const QString simple = view.why();
    for (auto* button : view.findChildren<QToolButton*>()) {
        if (button->text() == QStringLiteral("Expert")) QTest::mouseClick(button, Qt::LeftButton);
    }
    EXPECT_NE(view.why(), simple);
    ExplainView later(session_);
    EXPECT_EQ(later.audience(), Audience::Expert);
}

TEST_F(ToldPanels, ASmallExplainPanelShowsWhatHappenedWithoutScrolling) {
    ExplainView view(session_);
    view.resize(190, 110);
    view.show();
    for (const EventKind kind : {EventKind::BlockingBegan, EventKind::CancelDelivered}) {
        goTo(kind);
        QApplication::processEvents();
        const auto* what = view.findChild<QLabel*>(QStringLiteral("explainWhat"));
        const QRect seen(QPoint(), view.text().viewport()->size());
        EXPECT_TRUE(
            seen.contains(QRect(what->mapTo(view.text().viewport(), QPoint()), what->size())));
        EXPECT_EQ(view.text().widget()->width(), view.text().viewport()->width());
    }
}

TEST_F(ToldPanels, TheChoiceOfTheAudienceIsAsHighAsItsButtons) {
    ExplainView view(session_);
    view.show();
    goTo(EventKind::Output, 2);
    const auto* choice = view.findChild<QFrame*>(QStringLiteral("explainAudience"));
    const auto* place = view.findChild<QLabel*>(QStringLiteral("explainPlace"));
    bool wrapped = false;
    for (int width = 480; width >= 150; width -= 10) {
        view.resize(width, 320);
        QApplication::processEvents();
        ASSERT_TRUE(choice->isVisible()) << width;
        QRect buttons;
        for (auto* button : choice->findChildren<QToolButton*>()) buttons |= button->geometry();
        const QMargins frame = choice->layout()->contentsMargins();
        EXPECT_EQ(choice->contentsRect(), buttons.marginsAdded(frame)) << width;
        wrapped = wrapped || place->height() > choice->height();
    }
    EXPECT_TRUE(wrapped) << "the text beside it was never the higher one";
}

TEST_F(ToldPanels, WhereThereIsNoRoomForAFootTheMenuHasTheChoiceOfTheAudience) {
    ExplainView view(session_);
    view.resize(190, view.minimumSizeHint().height());
    view.show();
    QApplication::processEvents();
    EXPECT_FALSE(view.findChild<QFrame*>(QStringLiteral("explainAudience"))->isVisible());
    ASSERT_EQ(view.contextMenuPolicy(), Qt::ActionsContextMenu);
    view.actions().last()->trigger();
    EXPECT_EQ(view.audience(), Audience::Expert);
}

TEST_F(ToldPanels, ALongExplanationLeavesTheChoiceOfItsAudienceInView) {
    ExplainView view(session_);
    view.show();
    goTo(EventKind::Output, 2);
    ASSERT_FALSE(view.note().isEmpty());
    for (int height = 240; height > 100 && view.text().verticalScrollBar()->maximum() == 0;
         height -= 5) {
        view.resize(240, height);
        QApplication::processEvents();
    }
    ASSERT_GT(view.text().verticalScrollBar()->maximum(), 0) << "it is never too long";
    int seen = 0;
    for (auto* button : view.findChildren<QToolButton*>()) {
        const QRect place(button->mapTo(&view, QPoint()), button->size());
        EXPECT_TRUE(view.rect().contains(place)) << button->text().toStdString();
        const QRect text(view.text().viewport()->mapTo(&view, QPoint()),
                         view.text().viewport()->size());
        EXPECT_FALSE(text.intersects(place));
        seen += button->isVisible() ? 1 : 0;
    }
    EXPECT_EQ(seen, 2);
    view.resize(240, 90);
    QApplication::processEvents();
    EXPECT_GE(view.text().viewport()->height(), 80) << "there is no room for it beside the text";
}

TEST_F(ToldPanels, TheAuthorsNoteStandsAtItsLine) {
    ExplainView view(session_);
    view.show();
    goTo(EventKind::Output, 2);  // line 25
    EXPECT_EQ(view.note(), QStringLiteral("Too late: who is to blame?"));
    goTo(EventKind::Output, 0);
    EXPECT_TRUE(view.note().isEmpty());
}

TEST_F(ToldPanels, ANoteStandsWhereTheRunDoesAndSaysOfWhichLineItIs) {
    Session session{engineRunner()};
    ExplainView view(session);
    view.show();
    session.document().openText(QStringLiteral("noted.py"),
                                QStringLiteral("# /// coroscope\n"
                                               "# [[note]]\n"
                                               "# line = 11\n"
                                               "# text = \"Counted\"\n"
                                               "# [[note]]\n"
                                               "# line = 13\n"
                                               "# text = \"Begins\"\n"
                                               "# ///\n"
                                               "import asyncio\n"
                                               "async def main():\n"
                                               "    n = 1\n"  // 11
                                               "    await asyncio.sleep(n)\n"
                                               "asyncio.run(main())\n"));
    ASSERT_TRUE(waitUntil([&] { return !session.runs().isBusy(); }));
    EXPECT_EQ(view.note(), QStringLiteral("Begins"));
    const auto noteAt = [&](EventKind kind) {
        for (auto row = session.trace()->events().begin(); !row.atEnd(); ++row) {
            if (row->kind != kind) continue;
            session.playhead().moveTo(row.index());
            break;
        }
        return view.note();
    };
    EXPECT_EQ(noteAt(EventKind::TimerSet), QStringLiteral("Line 11: Counted"));
    EXPECT_EQ(noteAt(EventKind::ClockJumped), QString());
    EXPECT_EQ(noteAt(EventKind::CallbackScheduled), QString()) << "the loop's own work";
}

TEST_F(ToldPanels, VariablesAreThoseOfTheSelectedTask) {
    VariablesView view(session_);
    view.show();
    goTo(EventKind::ClockJumped);
    session_.selection().selectTask(TaskId(1));
    ASSERT_TRUE(waitUntil([&] { return view.topLevelItemCount() == 1; }));
    EXPECT_EQ(view.topLevelItem(0)->text(0), QStringLiteral("courier()"));
    EXPECT_EQ(view.topLevelItem(0)->child(0)->text(0), QStringLiteral("done"));
    session_.selection().selectTask(TaskId(0));
    EXPECT_EQ(view.topLevelItem(0)->text(0), QStringLiteral("main()"));
}

TEST_F(ToldPanels, AVariableThatChangedIsMarked) {
    VariablesView view(session_);
    view.show();
    session_.selection().selectTask(TaskId(0));
    goTo(EventKind::ClockJumped, 0);
    ASSERT_TRUE(waitUntil([&] { return view.topLevelItemCount() == 1; }));
    const QString before = view.topLevelItem(0)->child(0)->text(1);
    goTo(EventKind::ClockJumped, 1);
    ASSERT_TRUE(waitUntil([&] { return view.topLevelItem(0)->child(0)->text(1) != before; }));
    EXPECT_TRUE(view.topLevelItem(0)->child(0)->data(0, VariablesView::ChangedRole).toBool());
    session_.selection().selectTask(TaskId(1));
    EXPECT_FALSE(view.topLevelItem(0)->child(0)->data(0, VariablesView::ChangedRole).toBool());
}

TEST_F(ToldPanels, AnObjectSaysWhatItIsLikeBeforeWhereItLies) {
    Session session{engineRunner()};
    VariablesView view(session);
    view.show();
    session.document().openText(QStringLiteral("lock.py"),
                                QStringLiteral("import asyncio\n"
                                               "async def main():\n"
                                               "    lock = asyncio.Lock()\n"
                                               "    bare = object()\n"
                                               "    await asyncio.sleep(1)\n"
                                               "asyncio.run(main())\n"));
    ASSERT_TRUE(waitUntil([&] { return !session.runs().isBusy(); }));
    session.playhead().moveToTime(0.0);
    ASSERT_TRUE(waitUntil(
        [&] { return view.topLevelItemCount() == 1 && view.topLevelItem(0)->childCount() == 2; }));
    const QTreeWidgetItem* lock = view.topLevelItem(0)->child(0);
    EXPECT_EQ(lock->text(1), QStringLiteral("<Lock [unlocked]>"));
    EXPECT_TRUE(lock->toolTip(1).contains(QStringLiteral("<asyncio.locks.Lock object at 0x")));
    EXPECT_TRUE(view.topLevelItem(0)->child(1)->text(1).contains(QStringLiteral("object at 0x")));
}

TEST_F(ToldPanels, AHiddenVariablesPanelAsksForNothing) {
    int asked = 0;
    Session session([&asked](const RunRequest& request, CancelSwitch& cancel) {
        RunReport report = sample::runner()(request, cancel);
        report.replay = [&asked](trace::EventIndex at, CancelSwitch& stop) {
            ++asked;
            return sample::inspection(at, stop);
        };
        return report;
    });
    VariablesView view(session);
    session.document().openText(QStringLiteral("parcels.py"), QString::fromUtf8(sample::kText));
    ASSERT_TRUE(waitUntil([&] { return !session.runs().isBusy(); }));
    session.playhead().toEnd();
    passTime(30);
    EXPECT_EQ(asked, 0);
}

TEST_F(ToldPanels, StatisticsHaveARowForEachTaskAndALineForTheLoop) {
    StatisticsView view(session_);
    StatisticsModel& numbers = view.numbers();
    EXPECT_EQ(numbers.rowCount(), 0) << "rows that nobody sees";
    view.show();
    ASSERT_EQ(numbers.rowCount(), 7);
    const auto cell = [&](int row, StatisticsModel::Column column) {
        return numbers.index(row, column).data().toString();
    };
    EXPECT_EQ(cell(1, StatisticsModel::Task), QStringLiteral("courier"));
    EXPECT_EQ(cell(1, StatisticsModel::Running), QStringLiteral("0.75"));
    EXPECT_EQ(cell(1, StatisticsModel::Waiting), QStringLiteral("2"));
    EXPECT_EQ(cell(1, StatisticsModel::Turnaround), QStringLiteral("2.75"));
    EXPECT_TRUE(view.summary().startsWith(
        QStringLiteral("The loop was busy for 27 % of 2.75 s, blocked for 0.75 s")))
        << view.summary().toStdString();
}

TEST_F(ToldPanels, StatisticsHaveRoomForTheirNumbers) {
    StatisticsView view(session_);
    view.resize(240, 300);
    view.show();
    StatisticsModel& numbers = view.numbers();
    const QFontMetrics metrics(view.font());
    for (int column = StatisticsModel::Steps; column < StatisticsModel::ColumnCount; ++column) {
        for (int row = 0; row < numbers.rowCount(); ++row) {
            const QString text = numbers.index(row, column).data().toString();
            EXPECT_GE(view.table().columnWidth(column) - 10, metrics.horizontalAdvance(text));
        }
    }
}

TEST_F(ToldPanels, StatisticsAreSortedByAClickOnAHeader) {
    StatisticsView view(session_);
    view.resize(900, 300);
    view.show();
    QHeaderView& header = *view.table().horizontalHeader();
    const int x = header.sectionViewportPosition(StatisticsModel::Turnaround) + 20;
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, QPoint(x, header.height() / 2));
    const auto first = [&] {
        return view.table().model()->index(0, StatisticsModel::Turnaround).data().toString();
    };
    const QString one = first();
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, QPoint(x, header.height() / 2));
    EXPECT_NE(first(), one);
}

TEST_F(ToldPanels, AClickInTheStatisticsSelectsTheTask) {
    StatisticsView view(session_);
    view.resize(900, 300);
    view.show();
    const QModelIndex row = view.table().model()->index(2, StatisticsModel::Task);
    QTest::mouseClick(view.table().viewport(), Qt::LeftButton, {},
                      view.table().visualRect(row).center());
    EXPECT_EQ(session_.selection().task(), TaskId(2));
}

}  // namespace
}  // namespace coroscope::app
