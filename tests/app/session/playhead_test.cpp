// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/playhead.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include "app/session/bookmarks.h"
#include "tests/app/support/sample_run.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

using trace::EventIndex;
using trace::EventKind;

class PlayheadTest : public testing::Test {
protected:
    PlayheadTest() { playhead_.setTrace(trace_); }

    [[nodiscard]] EventKind kind() const { return (*trace_)[playhead_.current()].kind; }

    std::shared_ptr<const trace::Trace> trace_ = sample::makeTrace();
    Playhead playhead_;
};

TEST_F(PlayheadTest, BeginsAtTheFirstEvent) {
    EXPECT_EQ(playhead_.current(), EventIndex(0));
    EXPECT_TRUE(playhead_.atStart());
    EXPECT_FALSE(playhead_.atEnd());
}

TEST_F(PlayheadTest, HasNoPlaceWithoutATrace) {
    playhead_.setTrace(nullptr);
    EXPECT_FALSE(playhead_.current().valid());
    playhead_.stepEvent(1);
    playhead_.stepLoop(-1);
    playhead_.play();
    playhead_.toEnd();
    EXPECT_FALSE(playhead_.current().valid());
    EXPECT_FALSE(playhead_.isPlaying());
}

TEST_F(PlayheadTest, StepsByEventsAndStopsAtTheEnds) {
    playhead_.stepEvent(3);
    EXPECT_EQ(playhead_.current(), EventIndex(3));
    playhead_.stepEvent(-10);
    EXPECT_EQ(playhead_.current(), EventIndex(0));
    playhead_.stepEvent(1'000'000);
    EXPECT_EQ(playhead_.current(), trace_->last());
}

TEST_F(PlayheadTest, StepsByTheLoopLandWhereATaskBeginsToRun) {
    for (int i = 0; i < 5; ++i) {
        playhead_.stepLoop(1);
        EXPECT_EQ(kind(), EventKind::StepBegan);
    }
    const EventIndex there = playhead_.current();
    playhead_.stepLoop(1);
    playhead_.stepLoop(-1);
    EXPECT_EQ(playhead_.current(), there);
}

TEST_F(PlayheadTest, GoesToTheLastEventOfATime) {
    playhead_.moveToTime(1.3);
    EXPECT_DOUBLE_EQ(playhead_.time(), 1.25);
    EXPECT_GT((*trace_)[EventIndex(playhead_.current().value + 1)].time, 1.3);
}

TEST_F(PlayheadTest, KeepsItsTimeAndPlaceInAnotherTrace) {
    playhead_.moveToTime(1.25);
    playhead_.stepEvent(-3);
    const EventIndex before = playhead_.current();
    playhead_.setTrace(sample::makeTrace());
    EXPECT_EQ(playhead_.current(), before);
}

TEST_F(PlayheadTest, PlayingReachesTheEndAndStops) {
    QSignalSpy playing(&playhead_, &Playhead::playingChanged);
    playhead_.setSpeed(100);
    playhead_.play();
    EXPECT_TRUE(waitUntil([&] { return playhead_.atEnd(); }));
    EXPECT_FALSE(playhead_.isPlaying());
    EXPECT_EQ(playing.count(), 2);
}

TEST_F(PlayheadTest, PlayingFromTheEndBeginsAnew) {
    playhead_.toEnd();
    playhead_.play();
    EXPECT_TRUE(playhead_.atStart());
    EXPECT_TRUE(playhead_.isPlaying());
}

TEST_F(PlayheadTest, AStepPausesPlaying) {
    playhead_.play();
    playhead_.stepEvent(1);
    EXPECT_FALSE(playhead_.isPlaying());
}

TEST_F(PlayheadTest, LongWaitsAreBoundedAndShortOnesAreNot) {
    trace::Recorder recorder(100);
    const auto task = recorder.taskCreated(0, {}, recorder.intern("main"), 1, {});
    recorder.stepBegan(0, task, {});
    recorder.stepSuspended(0, task, {}, {});
    recorder.clockJumped(0, 1.0);
    recorder.clockJumped(1.0, 3600.0);
    recorder.finished(3600.0, trace::Finish::Ok, {});
    playhead_.setTrace(std::make_shared<const trace::Trace>(recorder.take()));
    EXPECT_DOUBLE_EQ(playhead_.restBefore(EventIndex(3)), 1.0);
    EXPECT_LE(playhead_.restBefore(EventIndex(4)), 5.0);
    playhead_.setPacing(Pacing::Steps);
    EXPECT_LT(playhead_.restBefore(EventIndex(3)), 0.5);
}

TEST_F(PlayheadTest, SpeedsAreThoseOfTheTable) {
    playhead_.setSpeed(2.2);
    EXPECT_DOUBLE_EQ(playhead_.speed(), 2);
    playhead_.setSpeed(100000);
    EXPECT_DOUBLE_EQ(playhead_.speed(), 100);
    playhead_.setSpeed(0.25);
    EXPECT_DOUBLE_EQ(playhead_.speed(), 0.25);
}

TEST_F(PlayheadTest, GoesToTheNextAndThePreviousTimeOfALine) {
    // Line 4 prints "delivered", once for each of the four parcels.
    int times = 0;
    while (playhead_.toLine(4, 1)) ++times;
    EXPECT_EQ(times, 4);
    EXPECT_EQ((*trace_)[playhead_.current()].time, 2.0);
    EXPECT_TRUE(playhead_.toLine(4, -1));
    EXPECT_EQ((*trace_)[playhead_.current()].time, 1.5);
    EXPECT_FALSE(playhead_.toLine(1000, 1));
}

TEST_F(PlayheadTest, PausesAtABreakpoint) {
    playhead_.setSpeed(100);
    playhead_.toggleBreakpoint(25);
    playhead_.play();
    ASSERT_TRUE(waitUntil([this] { return !playhead_.isPlaying(); }));
    EXPECT_EQ((*trace_)[playhead_.current()].line, 25U);
    EXPECT_EQ(kind(), EventKind::Output);
}

TEST_F(PlayheadTest, RunsOnToTheNextBreakpointThenToTheEndThenAnew) {
    playhead_.runOn();
    EXPECT_TRUE(playhead_.atEnd());
    playhead_.toStart();
    playhead_.toggleBreakpoint(25);
    playhead_.runOn();
    const EventIndex there = playhead_.current();
    EXPECT_EQ((*trace_)[there].line, 25U);
    EXPECT_FALSE(playhead_.isPlaying());
    playhead_.runOn();
    EXPECT_TRUE(playhead_.atEnd());
    playhead_.runOn();
    EXPECT_EQ(playhead_.current(), there);
}

TEST_F(PlayheadTest, GoesToWhereALineIsMetAndPausesThere) {
    // Line 24 is `except`: of what follows it, the loop sees the print at 25.
    auto places = std::make_shared<const LinePlaces>(
        *trace_, LinePlaces::Statements{{"", {{24, 24, 24, 16, -1}, {25, 25, 25, 16, -1}}}});
    playhead_.setTrace(trace_, nullptr, places);
    EXPECT_EQ(playhead_.meetingOf(24), 25);
    ASSERT_TRUE(playhead_.toLine(24, 1));
    EXPECT_EQ((*trace_)[playhead_.current()].line, 25U);
    playhead_.toStart();
    playhead_.setSpeed(100);
    playhead_.toggleBreakpoint(24);
    playhead_.play();
    ASSERT_TRUE(waitUntil([this] { return !playhead_.isPlaying(); }));
    EXPECT_EQ((*trace_)[playhead_.current()].line, 25U);
    EXPECT_EQ(playhead_.breakpoints(), std::set<int>{24});
}

TEST_F(PlayheadTest, GoesRoundInARegion) {
    const EventIndex first(10);
    const EventIndex last(13);
    playhead_.setRegion(Playhead::Region{last, first});  // in any order
    ASSERT_TRUE(playhead_.region());
    EXPECT_EQ(playhead_.region()->first, first);
    playhead_.setSpeed(100);
    playhead_.play();
    EXPECT_EQ(playhead_.current(), first);
    int rounds = 0;
    EventIndex before = first;
    ASSERT_TRUE(waitUntil([&] {
        if (playhead_.current() < before) ++rounds;
        before = playhead_.current();
        EXPECT_LE(before, last);
        return rounds >= 2;
    }));
    EXPECT_TRUE(playhead_.isPlaying());
}

TEST_F(PlayheadTest, ARegionBeyondTheRunIsNone) {
    playhead_.setRegion(Playhead::Region{EventIndex(3), EventIndex(1'000'000)});
    EXPECT_FALSE(playhead_.region());
}

TEST_F(PlayheadTest, GlidesOnlyWhenAskedTo) {
    QSignalSpy glided(&playhead_, &Playhead::glided);
    playhead_.setSpeed(0.25);
    playhead_.play();
    passTime(60);
    EXPECT_EQ(glided.count(), 0);
    playhead_.setSmooth(true);
    ASSERT_TRUE(waitUntil([this] { return playhead_.fraction() > 0; }));
    playhead_.pause();
    EXPECT_EQ(playhead_.fraction(), 0.0);
}

TEST(BookmarksTest, LeadFromOneToTheNext) {
    Bookmarks marks;
    marks.toggle(EventIndex(9));
    marks.toggle(EventIndex(3));
    EXPECT_EQ(marks.from(EventIndex(0), 1), EventIndex(3));
    EXPECT_EQ(marks.from(EventIndex(3), 1), EventIndex(9));
    EXPECT_EQ(marks.from(EventIndex(9), -1), EventIndex(3));
    EXPECT_FALSE(marks.from(EventIndex(9), 1).valid());
    marks.toggle(EventIndex(3));
    EXPECT_FALSE(marks.from(EventIndex(9), -1).valid());
    marks.keepWithin(5);
    EXPECT_TRUE(marks.all().empty());
}

}  // namespace
}  // namespace coroscope::app
