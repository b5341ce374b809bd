// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/timeline/level_of_detail.h"
#include "app/timeline/step_axis.h"
#include "app/timeline/time_axis.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> labels(const std::vector<Tick>& ticks) {
    std::vector<std::string> labels;
    for (const Tick& tick : ticks) labels.push_back(tick.label);
    return labels;
}

TEST(TimeTicks, AreRoundAndFarEnoughApart) {
    EXPECT_THAT(labels(timeTicks({0, 2.6, 0, 600}, 100)),
                ElementsAre("0 s", "0.5 s", "1 s", "1.5 s", "2 s", "2.5 s"));
    EXPECT_THAT(labels(timeTicks({0, 0.004, 0, 400}, 90)),
                ElementsAre("0 s", "0.001 s", "0.002 s", "0.003 s", "0.004 s"));
}

TEST(TimeTicks, OfARunOfDaysCountHoursAndDays) {
    EXPECT_THAT(labels(timeTicks({0, 262800, 0, 1000}, 100)),
                ElementsAre("0 s", "12 h", "1 d", "1 d 12 h", "2 d", "2 d 12 h", "3 d"));
    EXPECT_THAT(labels(timeTicks({86400, 90000, 0, 600}, 100)),
                ElementsAre("1 d", "1 d 10 min", "1 d 20 min", "1 d 30 min", "1 d 40 min",
                            "1 d 50 min", "1 d 1 h"));
}

TEST(TimeTicks, WithinAMinuteOfARunOfDaysCountSeconds) {
    EXPECT_THAT(labels(timeTicks({86400, 86440, 0, 400}, 100)),
                ElementsAre("86400 s", "86410 s", "86420 s", "86430 s", "86440 s"));
}

TEST(TimeTicks, NothingBeforeZero) {
    EXPECT_EQ(timeTicks({-1, 1, 0, 400}, 100).front().label, "0 s");
}

TEST(Durations, HaveNoMoreDigitsThanTheyNeed) {
    EXPECT_EQ(formatDuration(2), "2 s");
    EXPECT_EQ(formatDuration(0.75), "0.75 s");
    EXPECT_EQ(formatDuration(0.005), "5 ms");
    EXPECT_EQ(formatDuration(0.00002), "20 µs");
    EXPECT_EQ(formatMoment(3), "3.0");
    EXPECT_EQ(formatMoment(1.25), "1.25");
}

TEST(TimeAxis, EventsOfAnInstantAreSpreadOverThePill) {
    const LaneModel model = buildLaneModel(parcels());
    const AxisScale scale{0, 3, 0, 600};
    const std::size_t last = model.lastEventOf(0).index();
    EXPECT_DOUBLE_EQ(timeAxisX(model, scale, 10, EventIndex(0)), -5);
    EXPECT_DOUBLE_EQ(timeAxisX(model, scale, 10, EventIndex::fromIndex(last)), 5);
    for (std::size_t i = 0; i <= last; ++i) {
        const EventIndex event = EventIndex::fromIndex(i);
        EXPECT_EQ(timeAxisEventAt(model, scale, 10, timeAxisX(model, scale, 10, event)), event);
    }
}

TEST(TimeAxis, BetweenInstantsTheNearestIsMeant) {
    const LaneModel model = buildLaneModel(oneSleeper());
    const AxisScale scale{0, 3, 0, 600};
    EXPECT_EQ(timeAxisEventAt(model, scale, 10, 80), model.lastEventOf(0));
    EXPECT_EQ(timeAxisEventAt(model, scale, 10, 130), model.instants[1].first);
    EXPECT_EQ(timeAxisEventAt(model, scale, 10, 9999), model.lastEventOf(2));
}

Lane laneOf(std::vector<double> boundaries) {
    Lane lane;
    lane.task = TaskId(0);
    lane.kinds.assign(boundaries.size() - 1, SpanKind::Suspended);
    lane.boundaries[0] = std::move(boundaries);
    for (std::size_t i = 0; i < lane.boundaries[0].size(); ++i) {
        lane.runsBefore.push_back(static_cast<std::uint32_t>(i));
    }
    return lane;
}

std::vector<std::pair<std::size_t, std::size_t>> fold(const Lane& lane, const AxisScale& scale,
                                                      double width) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    foldLane(lane, AxisKind::Time, scale, width,
             [&](const Stretch& s) { found.emplace_back(s.first, s.last); });
    return found;
}

TEST(StepTicks, InstantsCloseTogetherHaveLabelsThatTellThemApart) {
    trace::Recorder r(1000);
    const TaskId main = r.taskCreated(0, {}, r.intern("main"), 1, {});
    for (const double time : {0.0, 1.0001, 1.0002, 2.0}) {
        r.stepBegan(time, main, {});
        r.stepSuspended(time, main, {trace::WaitKind::Yield, {}, {}, 0}, {});
    }
    const LaneModel model = buildLaneModel(std::make_shared<const trace::Trace>(r.take()));
    EXPECT_THAT(labels(stepTicks(model, {0, 4, 0, 1000}, 8)),
                ElementsAre("0 s", "1.0001 s", "1.0002 s", "2 s"));
}

TEST(StepTicks, AnInstantIsNamedOnce) {
    trace::Recorder r(100'000);
    const TaskId main = r.taskCreated(0, {}, r.intern("main"), 1, {});
    for (int step = 0; step < 9000; ++step) {
        r.stepBegan(step / 3000, main, {});
        r.stepSuspended(step / 3000, main, {trace::WaitKind::Yield, {}, {}, 0}, {});
    }
    const LaneModel model = buildLaneModel(std::make_shared<const trace::Trace>(r.take()));
    const std::vector<Tick> ticks = stepTicks(model, {0, 9000, 0, 900}, 8);
    EXPECT_THAT(labels(ticks), ElementsAre("0 s", "1 s", "2 s"));
    EXPECT_EQ(ticks[1].value, 3000);
    EXPECT_THAT(labels(stepTicks(model, {4000, 5000, 0, 900}, 8)), ElementsAre("1 s"));
}

TEST(LevelOfDetail, WideSpansStandAlone) {
    EXPECT_THAT(fold(laneOf({0, 10, 20, 30}), {0, 30, 0, 300}, 5),
                ElementsAre(std::pair(0, 1), std::pair(1, 2), std::pair(2, 3)));
}

TEST(LevelOfDetail, NarrowNeighboursAreOne) {
    EXPECT_THAT(fold(laneOf({0, 10, 10.1, 10.2, 10.3, 20}), {0, 20, 0, 200}, 5),
                ElementsAre(std::pair(0, 1), std::pair(1, 4), std::pair(4, 5)));
}

TEST(LevelOfDetail, OnlyWhatIsInViewIsTouched) {
    std::vector<double> many;
    for (int i = 0; i <= 100'000; ++i) many.push_back(i);
    const auto found = fold(laneOf(std::move(many)), {500, 510, 0, 1000}, 5);
    EXPECT_GE(found.size(), 10U);
    EXPECT_LE(found.size(), 14U);
}

TEST(LevelOfDetail, AMillionSpansInAFewPixelsAreOneStretch) {
    std::vector<double> many;
    for (int i = 0; i <= 1'000'000; ++i) many.push_back(i);
    EXPECT_THAT(fold(laneOf(std::move(many)), {0, 1'000'000, 0, 1000}, 2),
                ElementsAre(std::pair(0, 1'000'000)));
}

}  // namespace
}  // namespace coroscope::app::testing
