#include "engine/loop/clock.h"

#include <gtest/gtest.h>

namespace coroscope::loop {
namespace {

TEST(Clock, StartsAtZeroAndStaysThereWhileItIsReadSeldom) {
    Clock clock;
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(clock.read(), 0.0);
}

TEST(Clock, CreepsPastAThousandReadingsAtOneInstant) {
    Clock clock;
    for (int i = 0; i < 1000; ++i) clock.read();
    EXPECT_EQ(clock.read(), 10e-6);
    EXPECT_EQ(clock.read(), 20e-6);
}

TEST(Clock, CreepsPastAThousandPollsAtOneInstant) {
    Clock clock;
    for (int i = 0; i < 1001; ++i) clock.polled();
    EXPECT_EQ(clock.now(), 10e-6);
}

TEST(Clock, BeingMovedStartsTheCountAfresh) {
    Clock clock;
    for (int i = 0; i < 1000; ++i) clock.read();
    clock.moveTo(1.0);
    EXPECT_EQ(clock.read(), 1.0);
}

TEST(Clock, ACreepByReadingsStartsTheCountOfPollsAfresh) {
    Clock clock;
    for (int i = 0; i < 1000; ++i) clock.polled();
    for (int i = 0; i < 1001; ++i) clock.read();
    const double then = clock.now();
    clock.polled();
    EXPECT_EQ(clock.now(), then);
}

TEST(Clock, NeverGoesBack) {
    Clock clock;
    clock.moveTo(2);
    clock.moveTo(1);
    EXPECT_EQ(clock.now(), 2.0);
}

}  // namespace
}  // namespace coroscope::loop
