// SPDX-License-Identifier: GPL-3.0-or-later

/// The question that is put to a class, by real keys and clicks.

#include "app/window/predict_strip.h"

#include <set>

#include <QAction>
#include <QImage>
#include <QToolButton>

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

}  // namespace
}  // namespace coroscope::app
