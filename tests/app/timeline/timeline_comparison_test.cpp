// SPDX-License-Identifier: GPL-3.0-or-later
/// Two runs at one measure, each in a real timeline.

#include "app/timeline/timeline_comparison.h"

#include <memory>

#include <QApplication>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

/// A task that sleeps once.
std::shared_ptr<const trace::Trace> sleeper(double seconds, std::string_view name = "main") {
    Script s;
    const TaskId task = s.create(name);
    s.begin(task);
    s.sleep(task, seconds);
    s.jump(seconds);
    s.wake(task);
    s.begin(task);
    s.finish(task);
    return s.end();
}

class TimelineComparisonTest : public ::testing::Test {
protected:
    void SetUp() override {
        for (TimelinePlot* plot : {&moving, &held}) {
            plot->resize(900, 300);
            plot->show();
        }
        moving.setTrace(sleeper(2));
        held.setTrace(sleeper(8, "a_task_with_a_long_name"));
        comparison = std::make_unique<TimelineComparison>(moving, held);
        settle();
        QObject::connect(&moving, &TimelinePlot::playheadRequested, &moving,
                         &TimelinePlot::setPlayhead);
    }
    static void settle() {
        for (int i = 0; i < 3; ++i) QApplication::processEvents();
    }
    static double xOfTime(const TimelinePlot& plot, double time) {
        return plot.view().axisScale().toX(time);
    }
    static double timeOf(const TimelinePlot& plot) {
        return plot.view().axisScale().toValue(plot.playheadX());
    }

    TimelinePlot moving;
    TimelinePlot held;
    std::unique_ptr<TimelineComparison> comparison;
};

TEST_F(TimelineComparisonTest, ATimeIsAtTheSamePlaceOfBoth) {
    EXPECT_EQ(xOfTime(moving, 0), xOfTime(held, 0));
    EXPECT_EQ(xOfTime(moving, 2), xOfTime(held, 2));
    EXPECT_LT(xOfTime(moving, 8), moving.width());
}

TEST_F(TimelineComparisonTest, WhatIsInViewOfOneIsInViewOfTheOther) {
    moving.showStretch(0.5, 1.5);
    EXPECT_EQ(held.view().begin, 0.5);
    EXPECT_EQ(held.view().end, 1.5);
    held.showStretch(4, 6);  // where the other run has long been over
    EXPECT_EQ(moving.view().begin, 4);
    EXPECT_EQ(moving.view().end, 6);
    moving.fit();
    EXPECT_FALSE(held.stretch());
}

TEST_F(TimelineComparisonTest, TheAxisIsSwitchedInBoth) {
    held.setAxis(AxisKind::Steps);
    EXPECT_EQ(moving.axis(), AxisKind::Steps);
    moving.setAxis(AxisKind::Time);
    EXPECT_EQ(held.axis(), AxisKind::Time);
}

TEST_F(TimelineComparisonTest, TheHeldPlayheadStandsAtTheSameTime) {
    moving.setPlayhead(moving.model().trace->first());
    EXPECT_NEAR(timeOf(held), 0, 0.2);
    moving.setPlayhead(moving.model().trace->last());
    EXPECT_LE(timeOf(held), 2.2);
    moving.setTrace(sleeper(8));
    moving.setPlayhead(moving.model().trace->last());
    EXPECT_NEAR(timeOf(held), 8, 0.3);
}

TEST_F(TimelineComparisonTest, AClickOnTheHeldAxisAsksForThePlayheadOfTheOther) {
    moving.setPlayhead(moving.model().trace->first());
    // Its end, when the other has long been over.
    QTest::mouseClick(&held, Qt::LeftButton, Qt::NoModifier,
                      QPointF(xOfTime(held, 8), held.view().tickHeight() / 2).toPoint());
    settle();
    EXPECT_NEAR(timeOf(moving), 2, 0.3);
}

TEST_F(TimelineComparisonTest, ALongerRunMakesRoomInBoth) {
    moving.setTrace(sleeper(20));
    EXPECT_LT(xOfTime(held, 20), held.width());
    EXPECT_EQ(xOfTime(moving, 20), xOfTime(held, 20));
}

TEST_F(TimelineComparisonTest, LargeTypeGivesWayInBothWhereOneHasTooManyLanes) {
    Script s;
    const TaskId main = s.create("main");
    for (int i = 0; i < 4; ++i) s.create("child", main);
    s.begin(main);
    s.finish(main);
    for (TimelinePlot* plot : {&moving, &held}) plot->setScale(1.6);
    settle();
    ASSERT_EQ(held.view().scale, 1.6);
    moving.setTrace(s.end());
    settle();
    EXPECT_LT(moving.view().scale, 1.6);
    EXPECT_EQ(held.view().scale, moving.view().scale);
}

TEST_F(TimelineComparisonTest, ALaneThatEndsElsewhereIsMarkedThereAndSaysByHowMuch) {
    const auto words = [this] {
        QStringList found;
        for (const Text& text : moving.drawn().tasks.texts) found << text.text;
        return found;
    };
    const auto marks = [this] {
        std::vector<double> found;
        for (const Box& box : moving.drawn().tasks.boxes) {
            if (box.shape == Shape::OtherEnd) found.push_back(box.rect.left());
        }
        return found;
    };
    held.setTrace(sleeper(8));
    moving.setOtherRun(held.wholeModel());
    settle();
    EXPECT_TRUE(words().contains(QStringLiteral("6 s earlier")));
    ASSERT_EQ(marks().size(), 1U);
    EXPECT_NEAR(marks().front(), xOfTime(moving, 8), 12);
    moving.setTrace(sleeper(9));
    settle();
    EXPECT_TRUE(words().contains(QStringLiteral("1 s later")));
    moving.setTrace(sleeper(8));
    settle();
    EXPECT_TRUE(marks().empty());
    moving.setTrace(sleeper(2, "another"));
    settle();
    EXPECT_TRUE(marks().empty()) << "it is another task";
}

TEST_F(TimelineComparisonTest, TheTypeFollowsFromTheHeightWhateverItWasBefore) {
    Script s;
    const TaskId main = s.create("main");
    for (int i = 0; i < 9; ++i) s.create("child", main);
    s.begin(main);
    s.finish(main);
    comparison.reset();
    moving.setTrace(s.end());
    moving.setScale(1.6);
    const auto scaleAt = [this](int before, int height) {
        moving.resize(900, before);
        moving.resize(900, height);
        return moving.view().scale;
    };
    for (int height = 200; height < 600; height += 10) {
        EXPECT_EQ(scaleAt(1200, height), scaleAt(100, height)) << height;
    }
}

TEST_F(TimelineComparisonTest, ComparedNoLongerEachHasItsOwnMeasure) {
    comparison.reset();
    EXPECT_GT(xOfTime(moving, 8), moving.width());
}

}  // namespace
}  // namespace coroscope::app::testing
