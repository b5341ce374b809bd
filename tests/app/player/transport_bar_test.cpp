// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/player/transport_bar.h"

#include <QLabel>
#include <QLayout>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include "app/player/number_text.h"
#include "app/session/session.h"
#include "app/style/counted.h"
#include "tests/app/support/sample_run.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

class TransportBarTest : public testing::Test {
protected:
    TransportBarTest() {
        bar_.show();
        session_.document().openText(QStringLiteral("parcels.py"),
                                     QString::fromUtf8(sample::kText));
        EXPECT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
    }

    void click(const char* name) {
        QTest::mouseClick(bar_.findChild<QToolButton*>(QLatin1String(name)), Qt::LeftButton);
    }
    [[nodiscard]] bool enabled(const char* name) const {
        return bar_.findChild<QToolButton*>(QLatin1String(name))->isEnabled();
    }
    [[nodiscard]] std::string label(const char* name) const {
        return bar_.findChild<QLabel*>(QLatin1String(name))->text().toStdString();
    }

    Session session_{sample::runner()};
    TransportBar bar_{session_};
};

TEST_F(TransportBarTest, StepsForwardsAndBack) {
    click("step");
    click("step");
    EXPECT_EQ(session_.playhead().current(), trace::EventIndex(2));
    EXPECT_EQ(label("event"), "event 3 of 85");
    click("stepBack");
    EXPECT_EQ(session_.playhead().current(), trace::EventIndex(1));
}

TEST_F(TransportBarTest, WhileTheFutureIsHiddenItSaysNotHowManyEventsThereAre) {
    click("step");
    session_.prediction().ask();
    EXPECT_EQ(label("event"), "event 2");
    session_.prediction().stop();
    EXPECT_EQ(label("event"), "event 2 of 85");
}

TEST_F(TransportBarTest, GoesToTheEndsAndSaysTheTime) {
    EXPECT_FALSE(enabled("stepBack"));
    click("toEnd");
    EXPECT_TRUE(session_.playhead().atEnd());
    EXPECT_EQ(label("clock"), "t = 2.75 s");
    EXPECT_FALSE(enabled("step"));
    EXPECT_TRUE(enabled("stepBack"));
    click("toStart");
    EXPECT_TRUE(session_.playhead().atStart());
}

TEST_F(TransportBarTest, TheClockKeepsItsWidth) {
    const auto width = [&] { return bar_.sizeHint().width(); };
    const int before = width();
    while (!session_.playhead().atEnd()) {
        click("step");
        ASSERT_EQ(width(), before);
    }
}

TEST_F(TransportBarTest, PlaysAndPauses) {
    click("play");
    EXPECT_TRUE(session_.playhead().isPlaying());
    click("play");
    EXPECT_FALSE(session_.playhead().isPlaying());
}

TEST_F(TransportBarTest, TheSliderChoosesTheSpeed) {
    auto* slider = bar_.findChild<QSlider*>();
    EXPECT_EQ(label("speedText"), "1×");
    QTest::keyClick(slider, Qt::Key_End);
    EXPECT_DOUBLE_EQ(session_.playhead().speed(), 100);
    EXPECT_EQ(label("speedText"), "100×");
    session_.playhead().setSpeed(0.25);
    EXPECT_EQ(slider->value(), 0);
}

TEST_F(TransportBarTest, TheSegmentsChooseTheAxis) {
    click("steps");
    EXPECT_EQ(session_.playhead().pacing(), Pacing::Steps);
    session_.playhead().setPacing(Pacing::Time);
    EXPECT_TRUE(bar_.findChild<QToolButton*>(QStringLiteral("time"))->isChecked());
    EXPECT_FALSE(bar_.findChild<QToolButton*>(QStringLiteral("steps"))->isChecked());
}

TEST_F(TransportBarTest, IsIdleWithoutARun) {
    session_.document().openText(QStringLiteral("bad.py"), QStringLiteral("oops"));
    ASSERT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
    for (const char* name : {"toStart", "stepBack", "play", "step", "toEnd"}) {
        EXPECT_FALSE(enabled(name)) << name;
    }
    EXPECT_EQ(label("clock"), "");
}

TEST(NumberText, SecondsHaveAsManyDecimalsAsOneReads) {
    EXPECT_EQ(secondsText(1.25), QStringLiteral("1.25 s"));
    EXPECT_EQ(secondsText(3.522947835), QStringLiteral("3.523 s"));
    EXPECT_EQ(secondsText(0), QStringLiteral("0 s"));
    EXPECT_EQ(secondsText(10), QStringLiteral("10 s"));
    EXPECT_EQ(secondsText(0.1 + 0.2), QStringLiteral("0.3 s"));
}

TEST(NumberText, ThousandsStandApart) {
    EXPECT_EQ(countText(78), QStringLiteral("78"));
    EXPECT_EQ(countText(1234567), QStringLiteral("1,234,567"));
}

TEST_F(TransportBarTest, LeavesOutWhatIsMissedLeastWhereItDoesNotFit) {
    const auto seen = [this](const char* name) {
        return bar_.findChild<QWidget*>(QLatin1String(name))->isVisible();
    };
    const int whole = bar_.layout()->minimumSize().width();
    bar_.fitInto(whole, false);
    for (const char* each : {"toStart", "play", "speed", "steps", "clock", "event"}) {
        EXPECT_TRUE(seen(each)) << each;
    }
    std::size_t before = 99;
    for (int room = whole; room > 250; room -= 7) {
        bar_.fitInto(room, false);
        bar_.layout()->invalidate();
        std::size_t count = 0;
        for (const char* each : {"event", "speed", "toStart", "steps"}) count += seen(each) ? 1 : 0;
        if (count > 0) {
            EXPECT_LE(bar_.layout()->minimumSize().width(), room);
        }
        EXPECT_LE(count, before) << room;
        before = count;
        for (const char* each : {"stepBack", "play", "step", "clock"}) {
            EXPECT_TRUE(seen(each)) << each << ' ' << room;
        }
    }
    bar_.fitInto(whole, true);
    EXPECT_FALSE(seen("speed"));
    EXPECT_TRUE(seen("steps"));
    bar_.fitInto(whole, false);
    EXPECT_TRUE(seen("event"));
}

}  // namespace
}  // namespace coroscope::app
