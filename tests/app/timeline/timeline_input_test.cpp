// SPDX-License-Identifier: GPL-3.0-or-later
/// Zoom, pan, drag and wheel on the timeline, and what a drag measures.

#include <QSignalSpy>

#include <gtest/gtest.h>

#include "tests/app/timeline/plot_fixture.h"

namespace coroscope::app::testing {
namespace {

using TimelineInputTest = TimelinePlotTest;

TEST_F(TimelineInputTest, ControlWheelZoomsAtThePointer) {
    const QPoint pointer = at(3, 1.0);
    const double before = range();
    wheel(pointer, 3, Qt::ControlModifier);
    EXPECT_LT(range(), before * 0.6);
    EXPECT_NEAR(plot.view().axisScale().toX(1.0), pointer.x(), 2);
}

TEST_F(TimelineInputTest, ZoomNeverLeavesTheRun) {
    const Place whole = placeOf(plot.view());
    wheel(at(3, 1.0), -5, Qt::ControlModifier);
    EXPECT_EQ(placeOf(plot.view()), whole);
    for (int i = 0; i < 200; ++i) key(Qt::Key_W);
    EXPECT_GT(range(), 0);
    for (int i = 0; i < 50; ++i) key(Qt::Key_D);
    EXPECT_LE(plot.view().end, whole.end);
}

TEST_F(TimelineInputTest, KeysPanAndFitBringsAllBack) {
    const Place whole = placeOf(plot.view());
    key(Qt::Key_W);
    key(Qt::Key_W);
    const double begin = plot.view().begin;
    key(Qt::Key_D);
    EXPECT_GT(plot.view().begin, begin);
    key(Qt::Key_A);
    EXPECT_DOUBLE_EQ(plot.view().begin, begin);
    key(Qt::Key_F);
    EXPECT_EQ(placeOf(plot.view()), whole);
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_DOUBLE_EQ(plot.view().begin, begin);
}

TEST_F(TimelineInputTest, ControlDragZoomsToAnArea) {
    QTest::mousePress(&plot, Qt::LeftButton, Qt::ControlModifier, at(3, 0.5));
    QTest::mouseMove(&plot, at(3, 0.7));
    QTest::mouseMove(&plot, at(3, 1.0));
    QTest::mouseRelease(&plot, Qt::LeftButton, Qt::ControlModifier, at(3, 1.0));
    EXPECT_NEAR(plot.view().begin, 0.5, 0.02);
    EXPECT_NEAR(plot.view().end, 1.0, 0.02);
}

TEST_F(TimelineInputTest, WheelScrollsLanesThatDoNotFit) {
    plot.resize(1000, 200);
    settle();
    wheel(at(2, 1.0), -2, Qt::NoModifier);
    EXPECT_GT(plot.view().scroll, 0);
    EXPECT_GT(plot.drawn().tasks.rows.front().lane, 1U);
    EXPECT_EQ(plot.drawn().loop.rows.front().lane, 0U);  // the loop's lane stays
}

TEST_F(TimelineInputTest, ADragMeasuresFromEventToEvent) {
    const double begin = plot.view().begin;
    QTest::mousePress(&plot, Qt::LeftButton, {}, at(1, 0.5) + QPoint(2, 0));
    QTest::mouseMove(&plot, at(1, 1.5) - QPoint(3, 0));
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, at(1, 1.5));
    EXPECT_EQ(plot.measured(), QStringLiteral("1 s"));
    EXPECT_EQ(plot.view().begin, begin);
    EXPECT_FALSE(plot.selectedSpan());
    key(Qt::Key_Escape);
    EXPECT_TRUE(plot.measured().isEmpty());
}

TEST_F(TimelineInputTest, ADragOfTheMiddleButtonOrWithShiftPans) {
    for (const bool shift : {false, true}) {
        plot.fit();
        plot.zoomIn();
        plot.zoomIn();
        const double begin = plot.view().begin;
        const QPoint from = plot.view().lanesRect().center().toPoint();
        const Qt::MouseButton button = shift ? Qt::LeftButton : Qt::MiddleButton;
        QTest::mousePress(&plot, button, shift ? Qt::ShiftModifier : Qt::NoModifier, from);
        QTest::mouseMove(&plot, from + QPoint(60, 0));
        QTest::mouseRelease(&plot, button, {}, from + QPoint(60, 0));
        EXPECT_LT(plot.view().begin, begin);
        EXPECT_TRUE(plot.measured().isEmpty());
    }
}

TEST_F(TimelineInputTest, WhatWasMeasuredGoesWithTheViewItWasMeasuredIn) {
    QTest::mousePress(&plot, Qt::LeftButton, {}, at(1, 0.5) + QPoint(2, 0));
    QTest::mouseMove(&plot, at(1, 1.5) - QPoint(3, 0));
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, at(1, 1.5));
    EXPECT_EQ(plot.measured(), QStringLiteral("1 s"));
    plot.zoomIn();
    EXPECT_TRUE(plot.measured().isEmpty());
}

TEST_F(TimelineInputTest, DraggingThePlayheadScrubsFromEventToEvent) {
    plot.setPlayhead(trace::EventIndex(0));
    settle();
    QSignalSpy asked(&plot, &TimelinePlot::playheadRequested);
    const QPoint from(static_cast<int>(plot.playheadX()), 200);
    QTest::mousePress(&plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(&plot, from + QPoint(20, 0));
    QTest::mouseMove(&plot, {static_cast<int>(plot.view().axisScale().toX(1.26)), 200});
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, from + QPoint(400, 0));
    ASSERT_GE(asked.size(), 2);
    const auto instant = plot.model().instantOf(plot.playhead());
    EXPECT_EQ(plot.model().instants[instant].time, 1.25);
}

TEST_F(TimelineInputTest, APressOnTheTicksBringsThePlayheadThere) {
    QTest::mouseClick(&plot, Qt::LeftButton, {}, {at(0, 1.0).x(), 10});
    EXPECT_EQ(plot.model().instants[plot.model().instantOf(plot.playhead())].time, 1.0);
}

TEST_F(TimelineInputTest, AnotherRunKeepsWhatWasZoomedIn) {
    key(Qt::Key_W);
    key(Qt::Key_W);
    const double begin = plot.view().begin;
    const double end = plot.view().end;
    plot.setTrace(oneSleeper());  // a run of another length
    settle();
    EXPECT_EQ(plot.view().begin, begin);
    EXPECT_LE(plot.view().end, end);
}

TEST_F(TimelineInputTest, APlayheadBeyondTheViewIsFollowed) {
    for (int i = 0; i < 8; ++i) wheel(at(3, 0.0), 1, Qt::ControlModifier);
    plot.setPlayhead(trace::EventIndex::fromIndex(plot.model().eventCount - 1));
    EXPECT_LT(plot.playheadX(), plot.view().lanesRect().right());
    EXPECT_GT(plot.playheadX(), plot.view().lanesRect().left());
}

TEST_F(TimelineInputTest, TheOtherAxisShowsTheWholeRun) {
    plot.setPlayhead(plot.model().instants[2].first);
    for (int i = 0; i < 6; ++i) key(Qt::Key_W);
    key(Qt::Key_T);
    EXPECT_LE(plot.view().begin, 0);
    EXPECT_GE(plot.view().end, static_cast<double>(plot.model().steps.size()));
    EXPECT_EQ(plot.playhead(), plot.model().instants[2].first);
    EXPECT_TRUE(plot.view().lanesRect().contains(plot.playheadX(), 100));
}

TEST_F(TimelineInputTest, ThePlayheadStaysOnItsEventWhenTheAxisChanges) {
    plot.setPlayhead(trace::EventIndex(20));
    QSignalSpy changed(&plot, &TimelinePlot::axisChanged);
    key(Qt::Key_T);
    EXPECT_EQ(changed.size(), 1);
    EXPECT_EQ(plot.axis(), AxisKind::Steps);
    EXPECT_EQ(plot.playhead(), trace::EventIndex(20));
    EXPECT_EQ(eventAtX(plot.model(), plot.view(), plot.playheadX()), trace::EventIndex(20));
    key(Qt::Key_T);
    EXPECT_EQ(plot.playhead(), trace::EventIndex(20));
}

}  // namespace
}  // namespace coroscope::app::testing
