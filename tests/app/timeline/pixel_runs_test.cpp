// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/pixel_runs.h"

#include <tuple>
#include <vector>

#include <gmock/gmock.h>

namespace coroscope::app {
namespace {

using ::testing::ElementsAre;
using Piece = std::tuple<std::size_t, std::size_t, QRgb>;

std::vector<Piece> runsOf(const std::vector<QRgb>& pixels, std::size_t cell) {
    std::vector<Piece> runs;
    forEachRun(pixels, mostFrequent(pixels), cell,
               [&runs](auto from, auto to, auto colour) { runs.emplace_back(from, to, colour); });
    return runs;
}

TEST(PixelRuns, LeaveOutTheColourOfWhichThereIsMost) {
    EXPECT_THAT(runsOf({2, 2, 1, 1, 1, 1, 3, 3, 2}, 1),
                ElementsAre(Piece(0, 2, 2), Piece(6, 8, 3), Piece(8, 9, 2)));
    EXPECT_THAT(runsOf({}, 1), ElementsAre());
    EXPECT_THAT(runsOf({1, 1}, 4), ElementsAre());
}

TEST(PixelRuns, LoseNothingInACell) {
    EXPECT_THAT(runsOf({1, 1, 1, 2, 1, 1, 1, 1, 1, 2}, 3),
                ElementsAre(Piece(3, 6, 2), Piece(9, 10, 2)));
    EXPECT_THAT(runsOf({1, 2, 1, 1, 2, 1, 1, 1}, 2), ElementsAre(Piece(0, 2, 2), Piece(4, 6, 2)));
}

}  // namespace
}  // namespace coroscope::app
