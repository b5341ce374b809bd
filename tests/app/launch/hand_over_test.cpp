// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/launch/hand_over.h"

#include <string>

#include <gtest/gtest.h>

namespace coroscope {
namespace {

TEST(HandOver, SaysWhichProgramIsMissing) {
    std::string name = "coroscope";
    char* arguments[] = {name.data(), nullptr};
    const std::string reason = handOver(kFiguresProgram, 1, arguments);
    EXPECT_NE(reason.find("coroscope-figures"), std::string::npos) << reason;
    EXPECT_NE(reason.find("No such file"), std::string::npos) << reason;
}

}  // namespace
}  // namespace coroscope
