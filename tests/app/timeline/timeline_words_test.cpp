// SPDX-License-Identifier: GPL-3.0-or-later
/// What the timeline says at the pointer, and how it calls its tasks.

#include <QApplication>
#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

#include <gtest/gtest.h>

#include "app/timeline/timeline_plot.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

class TimelineWordsTest : public ::testing::Test {
protected:
    void show(const std::shared_ptr<const trace::Trace>& trace) {
        plot.resize(1000, 560);
        plot.setTrace(trace);
        plot.show();
        for (int i = 0; i < 3; ++i) QApplication::processEvents();
    }
    /// What is said at a time on the lane with this name.
    QString said(std::string_view lane, double time) {
        for (const Row& row : plot.drawn().tasks.rows) {
            if (plot.model().lanes[row.lane].name != lane) continue;
            const QPoint at(static_cast<int>(plot.view().axisScale().toX(time)),
                            static_cast<int>(row.top + row.height * 0.54));
            QHelpEvent help(QEvent::ToolTip, at, plot.mapToGlobal(at));
            QApplication::sendEvent(&plot, &help);
            return QToolTip::text();
        }
        return {};
    }
    QStringList shownNames() {
        QStringList names;
        for (const Text& name : plot.drawn().tasks.names) names << name.text;
        return names;
    }

    TimelinePlot plot;
};

TEST_F(TimelineWordsTest, WhereATaskIsOverItSaysSinceWhenAndHowItEnded) {
    show(parcels());
    EXPECT_TRUE(said("urgent", 1.9).contains(QStringLiteral("over since 1.25 s: cancelled")))
        << said("urgent", 1.9).toStdString();
    const QString well = said("parcel 1", 1.2);
    EXPECT_TRUE(well.contains(QStringLiteral("over since 0.5 s"))) << well.toStdString();
    EXPECT_FALSE(well.contains(QStringLiteral("0.5 s:"))) << well.toStdString();
}

TEST_F(TimelineWordsTest, WhereATaskIsNotBornItSaysWhenItWillBe) {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main);
    s.sleep(main, 4);
    s.jump(4);
    s.wake(main);
    s.begin(main);
    const TaskId late = s.create("late", main);
    s.finish(main);
    s.begin(late);
    s.finish(late);
    show(s.end());
    EXPECT_TRUE(said("Task-2 late", 2).contains(QStringLiteral("not created before 4.0 s")))
        << said("Task-2 late", 2).toStdString();
}

TEST_F(TimelineWordsTest, TasksKeepTheirNamesWhereShorterOnesWouldGainNothing) {
    Script s;
    const TaskId main = s.create("main");
    s.create("job", main, std::string(80, 'x'));
    s.begin(main);
    s.finish(main);
    show(s.end());
    EXPECT_TRUE(shownNames().contains(QStringLiteral("Task-1 main")))
        << shownNames().join(QStringLiteral(", ")).toStdString();
}

TEST_F(TimelineWordsTest, TasksOfOneKindAreCalledByTheirNumbersWhereThereIsNoRoom) {
    Script s;
    const TaskId main = s.create("main");
    s.create(std::string(80, 'x'), main);
    s.begin(main);
    s.finish(main);
    show(s.end());
    EXPECT_TRUE(shownNames().contains(QStringLiteral("1 main")))
        << shownNames().join(QStringLiteral(", ")).toStdString();
}

TEST_F(TimelineWordsTest, WithoutBlockedLoopsThereIsNoShadeOfOneEither) {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main);
    s.block(main, 2);
    s.finish(main);
    show(s.end());
    ASSERT_FALSE(plot.drawn().tasks.shades.empty());
    QTest::mouseClick(&plot, Qt::LeftButton, {},
                      plot.legendItemRect(LegendItem::Blocked).center().toPoint());
    for (int i = 0; i < 3; ++i) QApplication::processEvents();
    EXPECT_TRUE(plot.drawn().tasks.shades.empty());
}

}  // namespace
}  // namespace coroscope::app::testing
