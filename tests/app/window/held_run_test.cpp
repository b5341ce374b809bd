// SPDX-License-Identifier: GPL-3.0-or-later

/// A run that is held below the timeline, to be compared with what is above it.

#include "app/window/held_run.h"

#include <QAction>
#include <QToolButton>

#include "app/window/workbench.h"
#include "tests/app/window/main_window_fixture.h"

namespace coroscope::app {
namespace {

class HeldRunTest : public MainWindowTest {
protected:
    HeldRunView& view() { return window_->workbench().heldView(); }
};

TEST_F(HeldRunTest, HHoldsTheRunAndLetsItGo) {
    EXPECT_FALSE(view().isVisible());
    key(Qt::Key_H);
    EXPECT_TRUE(view().isVisible());
    EXPECT_TRUE(window_->action(Act::HoldRun)->isChecked());
    EXPECT_EQ(&view().timeline().model(), &window_->timeline().model());
    key(Qt::Key_H);
    EXPECT_FALSE(view().isVisible());
    EXPECT_FALSE(window_->action(Act::HoldRun)->isChecked());
}

TEST_F(HeldRunTest, StaysWhileTheProgramIsChanged) {
    key(Qt::Key_H);
    const LaneModel* held = &view().timeline().model();
    openText(QStringLiteral("x = 1\n"));
    EXPECT_EQ(&view().timeline().model(), held);
    EXPECT_NE(&window_->timeline().model(), held);
}

TEST_F(HeldRunTest, SaysHowTheTwoDiffer) {
    key(Qt::Key_H);
    const QString run = QStringLiteral("%1 s, %2 steps")
                            .arg(session().statistics().duration)
                            .arg(session().statistics().steps);
    EXPECT_EQ(view().difference(),
              QStringLiteral("Held: %1, %2. Above: %3.")
                  .arg(session().title(), run,
                       QString(run).replace(QStringLiteral(","), QStringLiteral(" (the same),"))));
}

TEST_F(HeldRunTest, GoesAlongToTheTabThatComesToTheFront) {
    key(Qt::Key_H);
    const auto held = window_->workbench().held();
    EXPECT_TRUE(window_->openFile(write("other.py", "x = 2\n")));
    EXPECT_TRUE(settled());
    EXPECT_TRUE(view().isVisible());
    EXPECT_EQ(window_->workbench().held(), held);
}

TEST_F(HeldRunTest, ItsCrossLetsItGo) {
    key(Qt::Key_H);
    auto* cross = view().findChild<QToolButton*>(QString(), Qt::FindDirectChildrenOnly);
    ASSERT_NE(cross, nullptr);
    QApplication::processEvents();  // it gets its place
    QTest::mouseClick(cross, Qt::LeftButton);
    EXPECT_FALSE(view().isVisible());
    EXPECT_EQ(window_->workbench().held(), nullptr);
}

}  // namespace
}  // namespace coroscope::app
