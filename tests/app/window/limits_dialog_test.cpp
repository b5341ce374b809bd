// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/limits_dialog.h"

#include <QSpinBox>
#include <QTest>

#include <gtest/gtest.h>

namespace coroscope::app {
namespace {

TEST(LimitsDialog, WritesOutHowManyEventsThereMayBe) {
    LimitsDialog dialog(scenario::limitsForViewing());
    const auto boxes = dialog.findChildren<QSpinBox*>();
    ASSERT_EQ(boxes.size(), 4);
    QSpinBox& events = *boxes[1];
    EXPECT_EQ(events.text(), QStringLiteral("6,000,000"));
    events.selectAll();
    QTest::keyClicks(&events, QStringLiteral("7000000"));
    QTest::keyClick(&events, Qt::Key_Tab);
    EXPECT_EQ(dialog.limits().events, 7'000'000U);
    events.stepUp();
    EXPECT_GT(dialog.limits().events, 7'000'000U);
}

}  // namespace
}  // namespace coroscope::app
