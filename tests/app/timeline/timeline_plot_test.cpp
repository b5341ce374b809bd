// SPDX-License-Identifier: GPL-3.0-or-later
/// What the timeline shows, and what is selected on it.

#include "app/timeline/timeline_plot.h"

#include <algorithm>

#include <QHelpEvent>
#include <QSignalSpy>
#include <QToolTip>

#include <gtest/gtest.h>

#include "tests/app/timeline/plot_fixture.h"

namespace coroscope::app::testing {
namespace {

TEST_F(TimelinePlotTest, ShowsTheWholeRunAtFirst) {
    EXPECT_LT(plot.view().begin, 0);
    EXPECT_GT(plot.view().end, 2.75);
    EXPECT_EQ(plot.drawn().tasks.rows.size(), 7U);
}

TEST_F(TimelinePlotTest, InLittleRoomLanesAreLowerSoThatMoreAreSeen) {
    plot.resize(1000, 230);
    settle();
    EXPECT_LT(plot.view().laneHeight, 36);
    EXPECT_GE(plot.view().laneHeight, 20);
}

TEST_F(TimelinePlotTest, ANarrowTimelineHasSeveralTimesAndTellsTasksByTheirNumbers) {
    plot.resize(300, 400);
    settle();
    EXPECT_GE(plot.drawn().ticks.size(), 3U);
    for (const Text& name : plot.drawn().tasks.names) {
        EXPECT_FALSE(name.text.startsWith(QStringLiteral("Task-"))) << name.text.toStdString();
    }
}

TEST_F(TimelinePlotTest, AClickOnASpanSelectsItsTaskAndItsLine) {
    QSignalSpy task(&plot, &TimelinePlot::taskSelected);
    QSignalSpy span(&plot, &TimelinePlot::spanSelected);
    click(at(4, 0.6));  // parcel 2, asleep
    ASSERT_EQ(task.size(), 1);
    EXPECT_EQ(task[0][0].value<trace::TaskId>(), trace::TaskId(4));
    ASSERT_EQ(span.size(), 1);
    EXPECT_EQ(span[0][2].toInt(), 3);
    EXPECT_EQ(plot.model().lanes[4].kinds[plot.selectedSpan()->first], SpanKind::Suspended);
}

TEST_F(TimelinePlotTest, APillIsHitThoughItTookNoTime) {
    click(at(4, 0) + QPoint(3, 0));
    ASSERT_TRUE(plot.selectedSpan());
    EXPECT_EQ(plot.model().lanes[4].kinds[plot.selectedSpan()->first], SpanKind::Running);
}

TEST_F(TimelinePlotTest, AClickOnANameSelectsTheTask) {
    QSignalSpy task(&plot, &TimelinePlot::taskSelected);
    QSignalSpy span(&plot, &TimelinePlot::spanSelected);
    click({60, at(2, 0).y()});
    EXPECT_EQ(task.size(), 1);
    EXPECT_EQ(span.size(), 0);
    EXPECT_EQ(plot.view().selectedTask, trace::TaskId(1));
    EXPECT_FALSE(plot.drawn().arrows.empty());
}

TEST_F(TimelinePlotTest, EscapeClearsTheSelection) {
    click(at(4, 0.6));
    QSignalSpy cleared(&plot, &TimelinePlot::selectionCleared);
    key(Qt::Key_Escape);
    EXPECT_EQ(cleared.size(), 1);
    EXPECT_FALSE(plot.view().selectedTask.valid());
}

TEST_F(TimelinePlotTest, PeriodAndCommaWalkAlongTheLane) {
    click(at(4, 0.6));
    const std::size_t first = plot.selectedSpan()->first;
    key(Qt::Key_Period);
    EXPECT_EQ(plot.selectedSpan()->first, first + 1);
    key(Qt::Key_Comma);
    EXPECT_EQ(plot.selectedSpan()->first, first);
}

TEST_F(TimelinePlotTest, TheSpanKnowsTheSessionsEcho) {
    click(at(4, 0) + QPoint(3, 0));
    const auto span = plot.selectedSpan();
    plot.setSelectedSpan(plot.view().selectedTask, plot.model().lanes[4].events[span->first]);
    EXPECT_EQ(plot.selectedSpan(), span);
}

TEST_F(TimelinePlotTest, ADoubleClickBringsThePlayheadToTheSpan) {
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, at(4, 0.6));
    EXPECT_EQ(plot.model().lanes[4].spanAt(plot.playhead()), 2U);
}

TEST_F(TimelinePlotTest, AnotherRunKeepsTheSelectedTaskIfThereIsOne) {
    plot.setSelectedTask(trace::TaskId(5));
    plot.setTrace(parcels());
    EXPECT_EQ(plot.view().selectedTask, trace::TaskId(5));
    plot.setTrace(oneSleeper());
    EXPECT_FALSE(plot.view().selectedTask.valid());
    plot.setTrace(nullptr);
    settle();
    EXPECT_EQ(plot.drawn().tasks.rows.size(), 0U);
    key(Qt::Key_F);
    key(Qt::Key_Period);
    key(Qt::Key_T);
    click({500, 80});
}

TEST_F(TimelinePlotTest, HoverShowsTheArrowsOfTheSpanAndALineAtThePointer) {
    QTest::mouseMove(&plot, at(4, 0.6));
    settle();
    EXPECT_TRUE(plot.drawn().arrows.empty());
    QTest::mouseMove(&plot, at(1, 0) + QPoint(2, 1));  // main, as it creates courier and urgent
    settle();
    ASSERT_TRUE(plot.view().hoveredSpan);
    EXPECT_EQ(plot.view().hoveredSpan->lane, 1U);
    EXPECT_EQ(plot.drawn().arrows.size(), 2U);
    const QString folder = qEnvironmentVariable("COROSCOPE_SCREENSHOTS");
    if (!folder.isEmpty()) plot.grab().save(folder + QStringLiteral("/hover.png"));
}

TEST_F(TimelinePlotTest, TooltipsTellTaskStateReasonAndTimes) {
    QHelpEvent help(QEvent::ToolTip, at(4, 0.6), plot.mapToGlobal(at(4, 0.6)));
    QApplication::sendEvent(&plot, &help);
    const QString text = QToolTip::text();
    for (const char* part : {"parcel 2", "suspended", "sleep 1 s", "0.0 – 1.0 s", "line 3"}) {
        EXPECT_TRUE(text.contains(QString::fromUtf8(part))) << part << " in " << text.toStdString();
    }
}

TEST_F(TimelinePlotTest, ScreenReadersHearWhatIsSelected) {
    EXPECT_EQ(plot.accessibleName(), QStringLiteral("Timeline"));
    click(at(4, 0.6));
    EXPECT_TRUE(plot.told().contains(QStringLiteral("sleep 1 s"))) << plot.told().toStdString();
}

TEST_F(TimelinePlotTest, NoWordsOverlapInALane) {
    for (const int width : {500, 700, 1000, 1600}) {
        plot.resize(width, 560);
        settle();
        for (const LaneGroup* group : {&plot.drawn().loop, &plot.drawn().tasks}) {
            for (std::size_t i = 0; i < group->texts.size(); ++i) {
                const Text& a = group->texts[i];
                EXPECT_GE(a.rect.left(), group->area.left() - 1) << a.text.toStdString();
                EXPECT_LE(a.rect.right(), group->area.right() + 1) << a.text.toStdString();
                for (std::size_t k = i + 1; k < group->texts.size(); ++k) {
                    const Text& b = group->texts[k];
                    if (a.lane != b.lane) continue;
                    EXPECT_FALSE(
                        a.rect.adjusted(1, 3, -1, -3).intersects(b.rect.adjusted(1, 3, -1, -3)))
                        << width << ": " << a.text.toStdString() << " / " << b.text.toStdString();
                }
            }
        }
    }
}

TEST_F(TimelinePlotTest, AClickInTheLegendHidesAKindOfState) {
    const auto lines = [this] {
        return std::count_if(plot.drawn().tasks.boxes.begin(), plot.drawn().tasks.boxes.end(),
                             [](const Box& box) { return box.shape == Shape::Line; });
    };
    ASSERT_GT(lines(), 0);
    const QPoint item = plot.legendItemRect(LegendItem::Suspended).center().toPoint();
    click(item);
    EXPECT_EQ(lines(), 0);
    EXPECT_FALSE(plot.legendItemRect(LegendItem::Suspended).isEmpty());  // to be shown again
    click(item);
    EXPECT_GT(lines(), 0);
}

TEST_F(TimelinePlotTest, ThePlayheadLeavesOrdinalsReadable) {
    const auto ordinal = std::ranges::find_if(
        plot.drawn().tasks.texts, [](const Text& text) { return text.role == TextRole::Ordinal; });
    ASSERT_NE(ordinal, plot.drawn().tasks.texts.end());
    const auto shown = [&] { return plot.grab(ordinal->rect.toAlignedRect()).toImage(); };
    const QImage before = shown();
    plot.setPlayhead(plot.model().steps[3].began);  // at the ordinals' moment
    settle();
    ASSERT_GT(plot.playheadX(), ordinal->rect.left());
    ASSERT_LT(plot.playheadX(), ordinal->rect.right());
    const QImage after = shown();
    const int middle = after.height() / 2;
    for (int x = 0; x < after.width(); ++x) {
        EXPECT_EQ(after.pixel(x, middle), before.pixel(x, middle)) << x;
    }
}

TEST_F(TimelinePlotTest, ThePlayheadLeavesTheReasonsOfWaitsReadable) {
    const auto reason = std::ranges::find_if(
        plot.drawn().tasks.texts, [](const Text& text) { return text.role == TextRole::Reason; });
    ASSERT_NE(reason, plot.drawn().tasks.texts.end());
    const QRectF words = reason->rect;
    const auto shown = [&] { return plot.grab(words.toAlignedRect()).toImage(); };
    const auto x = [&](EventIndex at) { return eventX(plot.model(), plot.view(), at); };
    const QImage before = shown();
    // Between two events, as playing moves it.
    EventIndex at(0);
    const double middle = words.center().x();
    while (x(EventIndex(at.value + 1)) < middle) ++at.value;
    plot.setPlayhead(at);
    plot.setPlayheadFraction((middle - x(at)) / (x(EventIndex(at.value + 1)) - x(at)));
    settle();
    ASSERT_NEAR(plot.playheadX(), middle, 1);
    const QImage after = shown();
    for (int column = 0; column < after.width(); ++column) {
        EXPECT_EQ(after.pixel(column, after.height() / 2), before.pixel(column, after.height() / 2))
            << column;
    }
}

TEST_F(TimelinePlotTest, ThePlayheadGlidesBetweenEvents) {
    plot.setPlayhead(plot.model().lanes[1].events[1]);
    const double x = plot.playheadX();
    plot.setPlayheadFraction(0.5);
    EXPECT_GE(plot.playheadX(), x);
    plot.setPlayhead(plot.playhead());
    EXPECT_EQ(plot.playheadX(), x);
}

TEST_F(TimelinePlotTest, AReasonThatAMarkCrowdsOutStandsBelowTheLine) {
    trace::Recorder r(1000);
    const TaskId main = r.taskCreated(0, {}, r.intern("main"), 1, {});
    r.stepBegan(0, main, {});
    r.exceptionRaised(0, main, r.intern("ConnectionResetError"), {});
    r.stepSuspended(0, main, {WaitKind::Sleep, {}, {}, 1}, {});
    r.clockJumped(0, 1);
    r.taskWoken(1, main, {}, {});
    r.stepBegan(1, main, {});
    r.stepSuspended(1, main, {WaitKind::Sleep, {}, {}, 7}, {});
    r.clockJumped(1, 8);
    r.taskWoken(8, main, {}, {});
    r.stepBegan(8, main, {});
    r.stepReturned(8, main, {});
    r.finished(8, trace::Finish::Ok, {});
    plot.setTrace(std::make_shared<const trace::Trace>(r.take()));
    settle();
    const double line = row(1).top + row(1).height * 0.54;
    const auto place = [this](const QString& words) {
        for (const Text& text : plot.drawn().tasks.texts) {
            if (text.text.startsWith(words)) return text.rect;
        }
        return QRectF();
    };
    EXPECT_LT(place(QStringLiteral("ConnectionResetError")).bottom(), line);
    EXPECT_LT(place(QStringLiteral("sleep 7 s")).bottom(), line);
    const QRectF crowdedOut = place(QStringLiteral("sleep 1 s"));
    EXPECT_GT(crowdedOut.top(), line);
    EXPECT_LE(crowdedOut.bottom(), row(1).top + row(1).height);
    EXPECT_LT(crowdedOut.right(), plot.view().axisScale().toX(1));
}

TEST_F(TimelinePlotTest, TheTipOfASignSaysWhatHappenedAndWhere) {
    const auto& boxes = plot.drawn().tasks.boxes;
    const auto sign = std::find_if(boxes.begin(), boxes.end(),
                                   [](const Box& box) { return box.shape == Shape::MarkDown; });
    ASSERT_NE(sign, boxes.end());
    const QPoint at = sign->rect.center().toPoint();
    QHelpEvent help(QEvent::ToolTip, at, plot.mapToGlobal(at));
    QApplication::sendEvent(&plot, &help);
    EXPECT_TRUE(
        QToolTip::text().contains(QStringLiteral("cancel requested by main at 1.25 s, line 5")))
        << QToolTip::text().toStdString();
    EXPECT_TRUE(QToolTip::text().contains(QStringLiteral("CancelledError at 1.25 s, line 6")));
}

}  // namespace
}  // namespace coroscope::app::testing
