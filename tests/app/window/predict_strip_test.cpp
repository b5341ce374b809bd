// SPDX-License-Identifier: GPL-3.0-or-later

/// The question that is put to a class, by real keys and clicks.

#include "app/window/predict_strip.h"

#include <algorithm>
#include <set>

#include <QAction>
#include <QImage>
#include <QToolButton>

#include "app/inspector/cancel_list_view.h"
#include "app/inspector/console_model.h"
#include "app/inspector/console_view.h"
#include "app/inspector/event_list_model.h"
#include "app/inspector/event_list_view.h"
#include "app/inspector/statistics_view.h"
#include "app/window/workbench.h"
#include "tests/app/window/main_window_fixture.h"

namespace coroscope::app {
namespace {

class PredictStripTest : public MainWindowTest {
protected:
    PredictStripTest() {
        session().playhead().toStart();
        session().playhead().stepLoop(1);
    }
    PredictStrip& strip() { return window_->workbench().predictStrip(); }
    static void click(QToolButton* button) {
        QApplication::processEvents();  // it gets its place
        QTest::mouseClick(button, Qt::LeftButton);
    }
};

TEST_F(PredictStripTest, QAsksAndEndsIt) {
    EXPECT_FALSE(strip().isVisible());
    key(Qt::Key_Q);
    EXPECT_TRUE(strip().isVisible());
    EXPECT_TRUE(window_->action(Act::Predict)->isChecked());
    key(Qt::Key_Q);
    EXPECT_FALSE(strip().isVisible());
    EXPECT_FALSE(window_->action(Act::Predict)->isChecked());
}

TEST_F(PredictStripTest, AClickAnswersAndTheNextQuestionFollows) {
    key(Qt::Key_Q);
    ASSERT_EQ(strip().choices().size(), 2U);
    EXPECT_EQ(strip().choices().front()->text(), QStringLiteral("Task-1 main"));
    click(strip().choices().back());
    EXPECT_EQ(strip().text(), QStringLiteral("Right: courier."));
    EXPECT_EQ(strip().score(), QStringLiteral("1 of 1 right"));
    EXPECT_TRUE(strip().choices().empty());
    click(&strip().nextButton());
    EXPECT_EQ(strip().text(), QStringLiteral("Which task runs next?"));
    EXPECT_FALSE(strip().choices().empty());
}

TEST_F(PredictStripTest, WhatLiesAheadIsOutOfSight) {
    TimelinePlot& timeline = window_->timeline();
    const auto colours = [&timeline] {
        QApplication::processEvents();
        const QImage picture = timeline.grab().toImage();
        std::set<QRgb> found;
        const int from = static_cast<int>(timeline.playheadX()) + 30;
        for (int x = from; x < picture.width() - 20; ++x) {
            for (int y = 40; y < picture.height() - 60; ++y) found.insert(picture.pixel(x, y));
        }
        return found.size();
    };
    const std::size_t seen = colours();
    key(Qt::Key_Q);
    EXPECT_LT(colours(), seen / 4);
    key(Qt::Key_Q);
    EXPECT_EQ(colours(), seen);
}

TEST_F(PredictStripTest, NoPanelHasARowOfWhatIsYetToCome) {
    const Workbench& bench = window_->workbench();
    const auto& events = bench.findChild<EventListView*>()->events();
    const auto& console = bench.findChild<ConsoleView*>()->console();
    const auto& cancels = bench.findChild<CancelListView*>()->cancels();
    const auto& statistics = *bench.findChild<StatisticsView*>();
    const QString summary = statistics.summary();
    const int all = events.rowCount();
    ASSERT_GT(console.rowCount(), 0);
    ASSERT_GT(cancels.rowCount(), 0);
    key(Qt::Key_Q);
    const auto past = static_cast<int>(session().playhead().current().index()) + 1;
    EXPECT_EQ(events.rowCount(), past);
    EXPECT_EQ(console.rowCount(), 0);
    EXPECT_EQ(cancels.rowCount(), 0);
    EXPECT_NE(statistics.summary(), summary);
    click(strip().choices().back());
    EXPECT_GT(events.rowCount(), past);
    EXPECT_LT(events.rowCount(), all);
    key(Qt::Key_Q);
    EXPECT_EQ(events.rowCount(), all);
    EXPECT_GT(console.rowCount(), 0);
    EXPECT_GT(cancels.rowCount(), 0);
    EXPECT_EQ(statistics.summary(), summary);
}

TEST_F(PredictStripTest, TheTimelineIsThatOfARunThatHasComeNoFurther) {
    TimelinePlot& timeline = window_->timeline();
    const std::size_t lanes = timeline.model().lanes.size();
    const double end = timeline.view().end;
    key(Qt::Key_Q);
    EXPECT_EQ(timeline.model().eventCount, session().playhead().current().index() + 1);
    EXPECT_LT(timeline.model().lanes.size(), lanes);
    EXPECT_FALSE(timeline.findTask(QStringLiteral("urgent")));
    EXPECT_EQ(timeline.view().end, end) << "the axis stays";
    QApplication::processEvents();
    const auto ahead = [&timeline](const Text& tick) {
        return tick.rect.center().x() > timeline.playheadX() + 1;
    };
    EXPECT_TRUE(std::ranges::none_of(timeline.drawn().ticks, ahead)) << "but does not tell its end";
    EXPECT_TRUE(timeline.legendItemRect(LegendItem::Forever).isNull());
    EXPECT_EQ(timeline.wholeModel()->lanes.size(), lanes);
    session().playhead().toEnd();
    EXPECT_EQ(timeline.model().eventCount, session().trace()->size());
    key(Qt::Key_Q);
    EXPECT_EQ(timeline.model().lanes.size(), lanes);
    QApplication::processEvents();
    EXPECT_FALSE(timeline.drawn().ticks.empty());
}

}  // namespace
}  // namespace coroscope::app
