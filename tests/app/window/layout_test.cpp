// SPDX-License-Identifier: GPL-3.0-or-later

/// Where everything is in the window is the user's: it is the same after presenting, after the
/// window was another size, and the next time.

#include <map>
#include <string>

#include <QAction>
#include <QSplitter>
#include <QTabBar>

#include "app/window/pane.h"
#include "app/window/panel_row.h"
#include "tests/app/window/main_window_fixture.h"

namespace coroscope::app {
namespace {

class LayoutTest : public MainWindowTest {
protected:
    void SetUp() override {
        MainWindowTest::SetUp();
        window_->resize(1200, 700);
        passTime(20);
    }
    PanelRow& panels() { return *window_->findChild<PanelRow*>(); }
    /// The splitter between source and timeline, and that above the panels.
    QSplitter& over(const QWidget& widget, Qt::Orientation orientation) {
        QWidget* at = widget.parentWidget();
        for (; at != nullptr; at = at->parentWidget()) {
            auto* found = qobject_cast<QSplitter*>(at);
            if (found != nullptr && found->orientation() == orientation) return *found;
        }
        throw std::logic_error("no such splitter");
    }
    QSplitter& columns() { return over(source(), Qt::Horizontal); }
    QSplitter& rows() { return over(panels(), Qt::Vertical); }
    static void drag(QSplitter& splitter, int handle, int by) {
        QWidget* grip = splitter.handle(handle);
        const QPoint from = grip->rect().center();
        const QPoint to =
            from + (splitter.orientation() == Qt::Horizontal ? QPoint(by, 0) : QPoint(0, by));
        QTest::mousePress(grip, Qt::LeftButton, {}, from);
        QTest::mouseMove(grip, to);
        QTest::mouseRelease(grip, Qt::LeftButton, {}, to);
        passTime(10);
    }
    void drawBorders() {
        drag(columns(), 1, -90);
        drag(rows(), 1, -60);
        drag(panels(), 1, 70);
        drag(panels(), 2, -40);
    }
    /// The places of all panes, which panels are in front, and of what the timeline is made up.
    std::map<std::string, QRect> places() {
        passTime(30);
        std::map<std::string, QRect> found;
        const auto add = [&](const QString& name, const QWidget& widget) {
            found[name.toStdString()] = QRect(widget.mapTo(window_.get(), QPoint()), widget.size());
        };
        add(QStringLiteral("source"), source());
        add(QStringLiteral("timeline"), window_->timeline());
        for (std::size_t i = 0; i < PanelRow::kPanes; ++i) {
            const Pane& pane = panels().pane(i);
            if (pane.isVisible()) add(pane.current()->objectName(), *pane.current());
        }
        found["lanes"] = window_->timeline().view().lanesRect().toRect();
        return found;
    }
    void present(bool on) {
        ASSERT_NE(window_->appearance().isPresenting(), on);
        window_->run(Act::FullScreen);
        passTime(30);
        // The platform of the tests does not give a window its former size back.
        if (!on) window_->resize(1200, 700);
    }
};

TEST_F(LayoutTest, IsAfterPresentingWhatItWasBefore) {
    const auto usual = places();
    present(true);
    EXPECT_NE(places(), usual);
    present(false);
    EXPECT_EQ(places(), usual);

    drawBorders();
    const auto drawn = places();
    ASSERT_NE(drawn, usual);
    present(true);
    present(false);
    EXPECT_EQ(places(), drawn);
}

TEST_F(LayoutTest, IsNotChangedByWhatIsDoneWhilePresenting) {
    drawBorders();
    const auto before = places();
    present(true);
    key(Qt::Key_5, Qt::AltModifier);
    key(Qt::Key_7, Qt::AltModifier);
    drag(columns(), 1, -120);
    drag(rows(), 1, -50);
    window_->resize(900, 600);
    passTime(20);
    present(false);
    EXPECT_EQ(places(), before);
}

TEST_F(LayoutTest, ScrollsTheSourceBackToWhereItWas) {
    openText(QStringLiteral("# /// coroscope\n# title = \"T\"\n# ///\n") +
             QStringLiteral("\n").repeated(60) + QString::fromUtf8(sample::kText));
    for (const int top : {0, 40}) {
        source().setFirstVisibleLine(top);
        passTime(20);
        present(true);
        passTime(30);
        present(false);
        passTime(50);
        EXPECT_EQ(source().firstVisibleLine(), top);
    }
}

TEST_F(LayoutTest, OfAWindowThatShrinksAndGrowsAgainIsWhatItWas) {
    drawBorders();
    const auto before = places();
    for (const QSize& size : {QSize(640, 480), QSize(1500, 500), QSize(1200, 700)}) {
        window_->resize(size);
        passTime(20);
    }
    EXPECT_EQ(places(), before);
}

TEST_F(LayoutTest, IsTheSameAgainOncePanelsAreBack) {
    drawBorders();
    const auto before = places();
    // Twice: to the panel, and away with it. A pane whose panels are all away goes, too.
    for (const auto panel : {Qt::Key_4, Qt::Key_5, Qt::Key_1, Qt::Key_6}) {
        key(panel, Qt::AltModifier);
        key(panel, Qt::AltModifier);
    }
    EXPECT_FALSE(panels().pane(1).isVisible());
    EXPECT_NE(places(), before);
    for (const auto panel : {Qt::Key_6, Qt::Key_5, Qt::Key_4, Qt::Key_1}) {
        key(panel, Qt::AltModifier);
    }
    EXPECT_EQ(places(), before);
}

TEST_F(LayoutTest, IsTheSameTheNextTimeEvenIfTheWindowWasPresentingWhenItClosed) {
    drawBorders();
    key(Qt::Key_5, Qt::AltModifier);
    const auto before = places();
    for (const bool presenting : {false, true}) {
        if (presenting) present(true);
        ASSERT_TRUE(window_->close());
        window_ = std::make_unique<MainWindow>(sample::runner());
        window_->show();
        window_->resize(1200, 700);
        EXPECT_FALSE(window_->isFullScreen());
        openText(QString::fromUtf8(sample::kText));
        EXPECT_EQ(places(), before) << presenting;
    }
}

TEST_F(LayoutTest, ADamagedLayoutIsTheUsualOne) {
    const auto usual = places();
    for (const char* damaged : {"", "-4,x", "1,2,3,4,5", "99999999999,1"}) {
        ASSERT_TRUE(window_->close());
        for (const char* key : {"window/top", "window/rows", "window/bottom"}) {
            QSettings().setValue(QLatin1String(key),
                                 QString::fromLatin1(damaged).split(QLatin1Char(',')));
        }
        window_ = std::make_unique<MainWindow>(sample::runner());
        window_->show();
        window_->resize(1200, 700);
        openText(QString::fromUtf8(sample::kText));
        EXPECT_EQ(places(), usual) << damaged;
    }
}

}  // namespace
}  // namespace coroscope::app
