// SPDX-License-Identifier: GPL-3.0-or-later
/// What the timeline says to those who do not see it.

#include <QAccessible>
#include <QApplication>

#include <gtest/gtest.h>

#include "app/timeline/overview_bar.h"
#include "app/timeline/timeline_plot.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

/// What is asked for over the platform's accessibility bus.
QString descriptionOf(const QWidget& widget) {
    auto* object = const_cast<QWidget*>(&widget);
    return QAccessible::queryAccessibleInterface(object)->text(QAccessible::Description);
}

class TimelineTold : public ::testing::Test {
protected:
    void SetUp() override {
        plot_.resize(1000, 560);
        plot_.setTrace(parcels());
        plot_.show();
        QApplication::processEvents();
    }
    /// The last event up to a moment.
    void goToTime(double time) {
        const trace::Trace& trace = *plot_.model().trace;
        std::size_t at = 0;
        while (at + 1 < trace.size() && trace[EventIndex::fromIndex(at + 1)].time <= time) ++at;
        plot_.setPlayhead(EventIndex::fromIndex(at));
    }
    void goTo(trace::EventKind kind) {
        const trace::Trace& trace = *plot_.model().trace;
        std::size_t at = 0;
        while (trace[EventIndex::fromIndex(at)].kind != kind) ++at;
        plot_.setPlayhead(EventIndex::fromIndex(at));
    }
    void expectTold(const char* part) {
        const QString told = descriptionOf(plot_);
        EXPECT_TRUE(told.contains(QString::fromUtf8(part))) << part << " in " << told.toStdString();
    }

    TimelinePlot plot_;
};

TEST_F(TimelineTold, WhoRunsAtThePlayhead) {
    goTo(trace::EventKind::StepBegan);
    expectTold("Playhead at 0 s, step 1: Task-1 main is running");
    goToTime(0);
    expectTold("step 7: no task is running");
    goTo(trace::EventKind::BlockingBegan);
    expectTold("courier is blocked");
    goTo(trace::EventKind::ClockJumped);
    expectTold("0.5 s");
}

TEST_F(TimelineTold, WhatTheSelectedTaskWaitsFor) {
    goToTime(0.5);
    expectTold("Playhead at 0.5 s");
    plot_.setSelectedTask(TaskId(4));
    expectTold("Selected: parcel 2 is suspended: sleep 1 s");
    goToTime(1);
    expectTold("Selected: parcel 2 has returned");
    plot_.setSelectedTask(TaskId(2));
    expectTold("Selected: urgent is suspended: sleep 10 s");
    goToTime(2);
    expectTold("Selected: urgent: cancelled");
    goTo(trace::EventKind::TaskCreated);
    expectTold("Selected: urgent does not exist yet");
}

TEST_F(TimelineTold, HowLargeItIs) { expectTold("7 lanes, 2.75 s"); }

TEST_F(TimelineTold, TheOverviewSaysWhichPartIsInView) {
    EXPECT_EQ(descriptionOf(plot_.overview()), QStringLiteral("The whole run is in view"));
    plot_.showStretch(0.5, 1.5);
    EXPECT_EQ(descriptionOf(plot_.overview()), QStringLiteral("In view: from 0.5 s to 1.5 s"));
}

}  // namespace
}  // namespace coroscope::app::testing
