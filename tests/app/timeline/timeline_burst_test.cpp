// SPDX-License-Identifier: GPL-3.0-or-later
/// An instant that is opened where it stands.

#include <gtest/gtest.h>

#include "app/timeline/burst.h"
#include "tests/app/timeline/plot_fixture.h"

namespace coroscope::app::testing {
namespace {

using TimelineBurstTest = TimelinePlotTest;

TEST_F(TimelineBurstTest, AnOpenedInstantCutsNoWordsOfTheLanesBehindIt) {
    plot.openBurst(EventIndex(0));
    settle();
    ASSERT_TRUE(plot.burstRect());
    for (const LaneGroup* group : {&plot.drawn().loop, &plot.drawn().tasks}) {
        for (const Text& text : group->texts) {
            EXPECT_FALSE(text.rect.left() < plot.burstRect()->right() &&
                         text.rect.right() > plot.burstRect()->left())
                << text.text.toStdString();
        }
    }
}

TEST_F(TimelineBurstTest, AnInstantIsOpenedWhereItStands) {
    const QPoint pill = at(4, 0);
    QTest::mouseDClick(&plot, Qt::LeftButton, Qt::NoModifier, pill);
    settle();
    ASSERT_TRUE(plot.burstRect());
    const QRectF strip = *plot.burstRect();
    EXPECT_GT(strip.width(), 100);
    EXPECT_GE(strip.left(), plot.view().lanesRect().left());

    // Its steps stand side by side, in their order; what happens later stands where it stood.
    double before = strip.left() - 1;
    std::size_t steps = 0;
    for (const Step& step : plot.model().steps) {
        if (step.instant != 0) break;
        EXPECT_GT(plot.xOf(step.began), before + 5);
        before = plot.xOf(step.began);
        ++steps;
    }
    EXPECT_GE(steps, 6U);
    EXPECT_LT(before, strip.right());
    const EventIndex later = plot.model().instants[2].first;
    EXPECT_EQ(plot.xOf(later), eventX(plot.model(), plot.view(), later));

    // A click in it hits the step that is drawn there.
    const Step& third = plot.model().steps[2];
    const std::size_t lane = *plot.model().laneOf(third.task);
    const int y = at(static_cast<std::uint32_t>(lane), 0).y();
    click({static_cast<int>((plot.xOf(third.began) + plot.xOf(third.ended)) / 2), y});
    ASSERT_TRUE(plot.selectedSpan());
    EXPECT_EQ(plot.model().lanes[lane].events[plot.selectedSpan()->first], third.began);

    key(Qt::Key_Escape);
    EXPECT_FALSE(plot.burstRect());
    EXPECT_TRUE(plot.selectedSpan());
}

TEST_F(TimelineBurstTest, AnOpenedInstantShowsNothingOfOtherInstants) {
    const std::size_t instant = 0;
    const ChartView strip = burstView(plot.model(), plot.view(), instant);
    const DrawList list = layoutBurst(plot.model(), strip, instant, ChartFonts(1));
    const EventIndex last = plot.model().lastEventOf(instant);
    ASSERT_FALSE(list.tasks.boxes.empty());
    for (const Box& box : list.tasks.boxes) {
        EXPECT_NE(box.shape, Shape::Cap);  // nobody ends at the first instant
        EXPECT_FALSE(isMark(box.shape));   // and nothing goes wrong yet
    }
    for (const Text& text : list.tasks.texts) {
        EXPECT_TRUE(!text.since.valid() || text.since <= last);
        EXPECT_GE(text.rect.left(), strip.lanesRect().left());
        EXPECT_LE(text.rect.right(), strip.lanesRect().right());
    }
}

TEST_F(TimelineBurstTest, TheInstantAtThePlayheadIsOpenedAndClosedByAKey) {
    plot.setPlayhead(plot.model().steps[1].began);
    key(Qt::Key_O);
    ASSERT_TRUE(plot.burstRect());
    // The playhead moves within it, step by step.
    const double x = plot.playheadX();
    plot.setPlayhead(plot.model().steps[2].began);
    EXPECT_GT(plot.playheadX(), x + 10);
    key(Qt::Key_O);
    EXPECT_FALSE(plot.burstRect());
    key(Qt::Key_O);
    plot.setAxis(AxisKind::Steps);
    EXPECT_FALSE(plot.burstRect());
    key(Qt::Key_O);  // there everything is open already
    EXPECT_FALSE(plot.burstRect());
}

}  // namespace
}  // namespace coroscope::app::testing
