// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/session_binding.h"

#include <QApplication>
#include <QTest>

#include <gtest/gtest.h>

#include "app/session/session.h"
#include "app/timeline/timeline_plot.h"
#include "tests/app/support/sample_run.h"
#include "tests/app/support/wait.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app {
namespace {

class SessionBinding : public ::testing::Test {
protected:
    void SetUp() override {
        plot_.resize(1000, 560);
        bindTimeline(plot_, session_);
        session_.document().openText(QStringLiteral("parcels.py"),
                                     QString::fromUtf8(sample::kText));
        ASSERT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
        plot_.show();
        for (int i = 0; i < 3; ++i) QApplication::processEvents();
    }
    [[nodiscard]] QPoint inLane(std::uint32_t lane, double time) const {
        const Row& row = plot_.drawn().tasks.rows.at(lane - 1);
        return {static_cast<int>(plot_.view().axisScale().toX(time)),
                static_cast<int>(row.top + row.height * 0.54)};
    }

    Session session_{sample::runner()};
    TimelinePlot plot_;
};

TEST_F(SessionBinding, TheTimelineShowsTheSessionsRun) {
    EXPECT_EQ(plot_.model().trace, session_.trace());
    EXPECT_EQ(plot_.playhead(), session_.playhead().current());
}

TEST(SessionBindingOfALongRun, ItsLanesAreMadeAsideAndTheOldOnesGreyedUntilThen) {
    const auto longTrace = testing::crowd(20, 30'000);
    Session session([longTrace](const RunRequest& request, CancelSwitch&) {
        RunReport report;
        report.trace = request.text == "long" ? longTrace : sample::makeTrace();
        return report;
    });
    TimelinePlot plot;
    plot.resize(1000, 560);
    bindTimeline(plot, session);
    const auto open = [&session](const char* text) {
        session.document().setText(QString::fromUtf8(text));
        session.runNow();
    };
    open("short");
    ASSERT_TRUE(waitUntil([&] { return plot.model().lanes.size() == 8; }));
    open("long");
    ASSERT_TRUE(waitUntil([&] { return session.trace() == longTrace; }));
    // A click on the old lanes does not reach the new run.
    session.playhead().toStart();
    Q_EMIT plot.playheadRequested(trace::EventIndex(5));
    EXPECT_TRUE(plot.model().trace == longTrace || session.playhead().atStart());
    ASSERT_TRUE(waitUntil([&] { return plot.model().trace == longTrace; }));
    EXPECT_EQ(plot.playhead(), session.playhead().current());
    open("short");
    ASSERT_TRUE(waitUntil([&] { return plot.model().lanes.size() == 8; }));
}

TEST_F(SessionBinding, BothShareOnePlayhead) {
    session_.playhead().moveToTime(1.0);
    EXPECT_EQ(plot_.playhead(), session_.playhead().current());
    const QPoint tick(static_cast<int>(plot_.view().axisScale().toX(2.0)), 8);
    QTest::mouseClick(&plot_, Qt::LeftButton, {}, tick);
    EXPECT_DOUBLE_EQ(session_.playhead().time(), 2.0);
    EXPECT_EQ(plot_.playhead(), session_.playhead().current());
}

TEST_F(SessionBinding, BothShareOneSelection) {
    QTest::mouseClick(&plot_, Qt::LeftButton, {}, inLane(3, 0.3));
    EXPECT_EQ(session_.selection().task(), plot_.model().lanes[3].task);
    EXPECT_TRUE(session_.selection().span().valid());
    EXPECT_TRUE(plot_.selectedSpan());
    session_.selection().selectTask(trace::TaskId(1));
    EXPECT_EQ(plot_.view().selectedTask, trace::TaskId(1));
    EXPECT_FALSE(plot_.selectedSpan());
    QTest::keyClick(&plot_, Qt::Key_Escape);
    EXPECT_TRUE(session_.selection().empty());
}

TEST_F(SessionBinding, TheAxisIsThePacing) {
    QTest::keyClick(&plot_, Qt::Key_T);
    EXPECT_EQ(session_.playhead().pacing(), Pacing::Steps);
    session_.playhead().setPacing(Pacing::Time);
    EXPECT_EQ(plot_.axis(), AxisKind::Time);
}

}  // namespace
}  // namespace coroscope::app
