// SPDX-License-Identifier: GPL-3.0-or-later

/// Panels are moved from pane to pane, have windows of their own, and are where they were the next
/// time.

#include <array>

#include <QAction>
#include <QTabBar>

#include "app/inspector/console_panel.h"
#include "app/inspector/explain_view.h"
#include "app/inspector/loop_view.h"
#include "app/window/floating_panel.h"
#include "app/window/pane.h"
#include "app/window/panel_row.h"
#include "tests/app/window/main_window_fixture.h"

namespace coroscope::app {
namespace {

class PanelsTest : public MainWindowTest {
protected:
    PanelRow& panels() { return *window_->findChild<PanelRow*>(); }
    QWidget* loop() { return loop_ = loop_ ? loop_ : window_->findChild<LoopView*>(); }
    QTabBar& tabs(std::size_t pane) { return panels().pane(pane).tabs(); }
    /// Takes hold of the first tab of a pane and lets go at a place on the screen.
    void dragFirstTab(std::size_t pane, const QPoint& to) {
        QTabBar& bar = tabs(pane);
        const QPoint from = bar.tabRect(0).center();
        QTest::mousePress(&bar, Qt::LeftButton, {}, from);
        QTest::mouseMove(&bar, from + QPoint(30, 30));
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, bar.mapFromGlobal(to));
        passTime(20);
    }
    QPoint middleOf(std::size_t pane) {
        const QWidget& widget = panels().pane(pane);
        return widget.mapToGlobal(widget.rect().center());
    }
    FloatingPanel* floating() {
        for (QWidget* each : QApplication::topLevelWidgets()) {
            auto* found = qobject_cast<FloatingPanel*>(each);
            if (found != nullptr && found->isVisible()) return found;
        }
        return nullptr;
    }

    QWidget* loop_ = nullptr;
};

TEST_F(PanelsTest, ATabIsDraggedIntoAnotherPane) {
    ASSERT_EQ(panels().paneOf(loop()), 2U);
    dragFirstTab(2, middleOf(0));
    EXPECT_EQ(panels().paneOf(loop()), 0U);
    EXPECT_TRUE(panels().isInFront(loop()));
    EXPECT_EQ(tabs(0).count(), 4);
    EXPECT_EQ(tabs(2).count(), 2);
    EXPECT_TRUE(loop()->isVisible());
}

TEST_F(PanelsTest, TabsAreReachedByKeysAndTheArrowsGoFromOneToTheNext) {
    panels().moveTo(loop(), 0);
    QTabBar& bar = tabs(0);
    bar.setFocus(Qt::TabFocusReason);
    ASSERT_TRUE(bar.hasFocus());
    const auto before = session().playhead().current();
    panels().pane(0).bringToFront(panels().pane(0).content(0));
    key(Qt::Key_Right);
    EXPECT_TRUE(panels().isInFront(panels().pane(0).content(1)));
    EXPECT_TRUE(bar.hasFocus());
    EXPECT_EQ(session().playhead().current(), before) << "the arrow belongs to the tabs";
}

TEST_F(PanelsTest, ATabThatIsLetGoInItsOwnPaneStays) {
    dragFirstTab(2, middleOf(2));
    EXPECT_EQ(panels().paneOf(loop()), 2U);
    EXPECT_FALSE(panels().isFloating(loop()));
}

TEST_F(PanelsTest, APaneWithoutPanelsLeavesItsRoomToTheOthers) {
    for (int i = 0; i < 3; ++i) dragFirstTab(2, middleOf(0));
    EXPECT_EQ(tabs(0).count(), 6);
    EXPECT_FALSE(panels().pane(2).isVisible());
    panels().moveTo(loop(), 2);
    EXPECT_TRUE(panels().pane(2).isVisible());
}

TEST_F(PanelsTest, DroppedOutsideAPanelHasAWindowAndComesBackWhenThatIsClosed) {
    dragFirstTab(2, window_->mapToGlobal(QPoint(-300, -200)));
    ASSERT_TRUE(panels().isFloating(loop()));
    ASSERT_NE(floating(), nullptr);
    EXPECT_EQ(floating()->windowTitle(), QStringLiteral("Loop"));
    EXPECT_TRUE(floating()->isAncestorOf(loop()));
    EXPECT_TRUE(loop()->isVisible());
    EXPECT_TRUE(window_->action(Act::PanelLoop)->isChecked());
    floating()->close();
    EXPECT_FALSE(panels().isFloating(loop()));
    EXPECT_TRUE(panels().isInFront(loop()));
    passTime(20);
    EXPECT_EQ(floating(), nullptr);
}

TEST_F(PanelsTest, DroppedOnTheTimelineAPanelFloatsOverIt) {
    const QWidget& timeline = window_->timeline();
    dragFirstTab(2, timeline.mapToGlobal(timeline.rect().center()));
    EXPECT_TRUE(panels().isFloating(loop()));
}

TEST_F(PanelsTest, ItsKeyPutsAFloatingPanelAwayAndBringsItsWindowBack) {
    panels().floatAt(loop(), window_->mapToGlobal(QPoint(40, 40)));
    panels().goTo(loop());
    ASSERT_TRUE(waitUntil([this] { return panels().hasFocus(loop()); }));
    window_->run(Act::PanelLoop);
    EXPECT_EQ(floating(), nullptr);
    EXPECT_FALSE(panels().isInFront(loop()));
    window_->run(Act::PanelLoop);
    EXPECT_NE(floating(), nullptr);
    EXPECT_TRUE(panels().isFloating(loop()));
    EXPECT_TRUE(panels().isInFront(loop()));
}

TEST_F(PanelsTest, AKeyGoesToAPanelAndFromItPutsThatOneAwayAlone) {
    key(Qt::Key_6, Qt::AltModifier);  // it is in front, but has not the focus
    EXPECT_TRUE(panels().isInFront(loop()));
    EXPECT_TRUE(panels().hasFocus(loop()));
    key(Qt::Key_6, Qt::AltModifier);
    EXPECT_FALSE(loop()->isVisible());
    EXPECT_TRUE(panels().pane(2).isVisible());
    EXPECT_FALSE(tabs(2).isTabVisible(0));
    EXPECT_TRUE(tabs(2).isTabVisible(1));
    EXPECT_TRUE(window_->timeline().hasFocus());
    key(Qt::Key_6, Qt::AltModifier);
    EXPECT_TRUE(panels().hasFocus(loop()));
    EXPECT_EQ(tabs(2).currentIndex(), 0);
}

TEST_F(PanelsTest, ThePaneThatATabWouldBeDroppedIntoIsMarked) {
    QTabBar& bar = tabs(2);
    const QPoint from = bar.tabRect(0).center();
    const auto over = [&](std::size_t pane) {
        QTest::mouseMove(&bar, bar.mapFromGlobal(middleOf(pane)));
        return std::array{panels().pane(0).isTarget(), panels().pane(1).isTarget(),
                          panels().pane(2).isTarget()};
    };
    QTest::mousePress(&bar, Qt::LeftButton, {}, from);
    EXPECT_EQ(over(0), (std::array{true, false, false}));
    EXPECT_EQ(over(1), (std::array{false, true, false}));
    EXPECT_EQ(over(2), (std::array{false, false, false}));  // there it is already
    over(0);
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, bar.mapFromGlobal(middleOf(0)));
    EXPECT_FALSE(panels().pane(0).isTarget());
    passTime(20);
    EXPECT_EQ(panels().paneOf(loop()), 0U);
}

TEST_F(PanelsTest, PresentingShowsWhatExplainsAndWhatIsPrintedWhereverTheyAre) {
    panels().moveTo(window_->findChild<ExplainView*>(), 2);
    panels().moveTo(loop(), 0);
    window_->run(Act::FullScreen);
    EXPECT_FALSE(panels().pane(0).isVisible());
    EXPECT_TRUE(panels().pane(1).isVisible());
    EXPECT_TRUE(panels().pane(2).isVisible());
    window_->run(Act::FullScreen);
    EXPECT_TRUE(panels().isInFront(loop()));
}

TEST_F(PanelsTest, AFloatingPanelGoesAlongWithItsScenario) {
    panels().floatAt(loop(), window_->mapToGlobal(QPoint(40, 40)));
    ASSERT_NE(floating(), nullptr);
    window_->run(Act::Gallery);
    EXPECT_EQ(floating(), nullptr);
    window_->run(Act::Gallery);
    passTime(20);
    EXPECT_NE(floating(), nullptr);
    window_->run(Act::FullScreen);
    EXPECT_EQ(floating(), nullptr);
    window_->run(Act::FullScreen);
    EXPECT_NE(floating(), nullptr);
}

TEST_F(PanelsTest, WhereThePanelsAreIsRemembered) {
    panels().moveTo(loop(), 0);
    panels().floatAt(window_->findChild<ConsolePanel*>(), window_->mapToGlobal(QPoint(40, 40)));
    window_->close();
    window_ = std::make_unique<MainWindow>(sample::runner());
    window_->show();
    passTime(20);
    loop_ = nullptr;
    EXPECT_EQ(panels().paneOf(loop()), 0U);
    EXPECT_TRUE(panels().isInFront(loop()));
    ASSERT_NE(floating(), nullptr);
    EXPECT_EQ(floating()->windowTitle(), QStringLiteral("Console"));
}

}  // namespace
}  // namespace coroscope::app
