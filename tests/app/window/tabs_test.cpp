// SPDX-License-Identifier: GPL-3.0-or-later

/// Several scenarios in one window.

#include <QAction>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QTabBar>
#include <QToolButton>

#include "app/gallery/gallery_view.h"
#include "app/window/banner.h"
#include "app/window/workbench.h"
#include "tests/app/window/main_window_fixture.h"

namespace coroscope::app {
namespace {

class TabsTest : public MainWindowTest {
protected:
    TabsTest() {
        first_ = write("first.py", sample::kText);
        second_ = write("second.py", "x = 2\n");
        EXPECT_TRUE(window_->openFile(first_));
        EXPECT_TRUE(settled());
    }
    [[nodiscard]] QString name() { return session().document().name(); }
    [[nodiscard]] int count() const { return window_->tabs().count(); }
    void clickTab(int number) {
        QTest::mouseClick(&window_->tabs(), Qt::LeftButton, {},
                          window_->tabs().tabRect(number).center());
    }
    /// It is not there in front of a class.
    bool loopPanel() { return window_->workbench().showsPanel(Act::PanelLoop).value_or(false); }
    static void leave(const char* name, const char* text) {
        leaveUnsavedWork(name, QStringLiteral(R"({"path":"","name":"%1","text":"%2\\n"})")
                                   .arg(QLatin1String(name), QLatin1String(text))
                                   .toUtf8());
    }

    QString first_;
    QString second_;
};

TEST_F(TabsTest, AFileTakesThePlaceOfAnExampleButNotOfAnotherFile) {
    EXPECT_EQ(count(), 1);
    EXPECT_FALSE(window_->tabs().isVisible());
    EXPECT_TRUE(window_->openFile(second_));
    EXPECT_EQ(count(), 2);
    EXPECT_TRUE(window_->tabs().isVisible());
    EXPECT_EQ(name(), QStringLiteral("second.py"));
    EXPECT_EQ(window_->tabs().tabText(0), QStringLiteral("first.py"));
    EXPECT_EQ(window_->tabs().tabToolTip(1), second_);
}

TEST_F(TabsTest, AFileThatIsOpenIsShownWhereItIs) {
    ASSERT_TRUE(window_->openFile(second_));
    source().setText(QStringLiteral("mine\n"));
    ASSERT_TRUE(window_->openFile(first_));
    EXPECT_EQ(count(), 2);
    ASSERT_TRUE(window_->openFile(second_));
    EXPECT_EQ(count(), 2);
    EXPECT_EQ(source().text(), QStringLiteral("mine\n"));
}

TEST_F(TabsTest, EachTabKeepsItsTextPlayheadUndoAndSelection) {
    Playhead& playhead = session().playhead();
    playhead.toEnd();
    playhead.stepEvent(-1);
    const trace::EventIndex there = playhead.current();
    session().selection().selectTask(trace::TaskId(0));
    source().insertAt(QStringLiteral("#"), 0, 0);
    ASSERT_TRUE(settled());
    ASSERT_TRUE(window_->openFile(second_));
    EXPECT_FALSE(window_->action(Act::Undo)->isEnabled());
    EXPECT_TRUE(session().selection().empty());
    clickTab(0);
    EXPECT_EQ(name(), QStringLiteral("first.py"));
    EXPECT_EQ(session().playhead().current(), there);
    EXPECT_FALSE(session().selection().empty());
    ASSERT_TRUE(window_->action(Act::Undo)->isEnabled());
    window_->action(Act::Undo)->trigger();
    EXPECT_FALSE(window_->isWindowModified());
}

TEST_F(TabsTest, KeysGoFromTabToTabAndOpenAndCloseThem) {
    ASSERT_TRUE(window_->openFile(second_));
    source().setFocus();
    key(Qt::Key_Tab, Qt::ControlModifier);
    EXPECT_EQ(name(), QStringLiteral("first.py"));
    key(Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(name(), QStringLiteral("second.py"));
    key(Qt::Key_PageUp, Qt::ControlModifier);
    EXPECT_EQ(name(), QStringLiteral("first.py"));
    key(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(name(), QStringLiteral("second.py"));
    source().setFocus();
    key(Qt::Key_T, Qt::ControlModifier);
    EXPECT_EQ(count(), 3);
    EXPECT_TRUE(window_->gallery().isVisible());
    key(Qt::Key_Escape);
    EXPECT_EQ(name(), QStringLiteral("untitled.py"));
    source().setFocus();
    key(Qt::Key_W, Qt::ControlModifier);
    EXPECT_EQ(count(), 2);
    EXPECT_EQ(name(), QStringLiteral("second.py"));
    EXPECT_EQ(asked_, 0);
}

TEST_F(TabsTest, APlayingTabPausesWhenAnotherComesToTheFront) {
    session().playhead().toStart();
    session().playhead().play();
    Playhead& first = session().playhead();
    ASSERT_TRUE(window_->openFile(second_));
    EXPECT_FALSE(first.isPlaying());
}

TEST_F(TabsTest, TheLastTabLeavesTheGalleryBehind) {
    EXPECT_TRUE(window_->closeTab(window_->workbench()));
    EXPECT_EQ(count(), 1);
    EXPECT_TRUE(window_->gallery().isVisible());
    EXPECT_TRUE(window_->workbench().isPassing());
}

TEST_F(TabsTest, ClosingATabInTheBackKeepsTheOneInFront) {
    ASSERT_TRUE(window_->openFile(second_));
    EXPECT_TRUE(window_->closeTab(*window_->workbenches().front()));
    EXPECT_EQ(count(), 1);
    EXPECT_EQ(name(), QStringLiteral("second.py"));
    EXPECT_FALSE(window_->tabs().isVisible());
}

TEST_F(TabsTest, QuittingAsksOnceForAllTabsAndSavesThem) {
    source().setText(QStringLiteral("one\n"));
    ASSERT_TRUE(window_->openFile(second_));
    source().setText(QStringLiteral("two\n"));
    answer(QMessageBox::Cancel);
    EXPECT_FALSE(window_->close());
    EXPECT_EQ(readFile(first_), sample::kText);
    answer(QMessageBox::Save);
    EXPECT_TRUE(window_->close());
    EXPECT_EQ(asked_, 2);
    EXPECT_EQ(readFile(first_), "one\n");
    EXPECT_EQ(readFile(second_), "two\n");
}

TEST_F(TabsTest, FilesDroppedTogetherAreOpenedSideBySide) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(second_), QUrl(QStringLiteral("http://localhost/x.py")),
                  QUrl::fromLocalFile(write("third.py", "x = 3\n"))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window_.get(), &enter);
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window_.get(), &drop);
    EXPECT_EQ(count(), 3);
    EXPECT_EQ(name(), QStringLiteral("third.py"));
}

TEST_F(TabsTest, ExamplesNamedTogetherAreOpenedSideBySide) {
    window_->openAll({second_, QStringLiteral("patience"), QStringLiteral("deadlock")});
    ASSERT_EQ(count(), 4);
    EXPECT_EQ(window_->tabs().tabText(2), QStringLiteral("patience.py"));
    EXPECT_EQ(window_->tabs().tabText(3), QStringLiteral("deadlock.py"));
}

TEST_F(TabsTest, AFileThatCannotBeOpenedLeavesNoTab) {
    EXPECT_FALSE(window_->openFile(folder_.filePath(QStringLiteral("missing.py"))));
    EXPECT_EQ(count(), 1);
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Not opened"));
}

TEST_F(TabsTest, AllUnsavedWorkOfACrashComesBackInTabs) {
    leave("a.py", "print(1)");
    leave("b.py", "print(2)");
    window_->offerRecovery();
    EXPECT_TRUE(window_->recoveryBanner().text().contains(QStringLiteral("a.py")));
    EXPECT_TRUE(window_->recoveryBanner().text().contains(QStringLiteral("b.py")));
    QTest::mouseClick(
        window_->recoveryBanner().findChild<QToolButton*>(QStringLiteral("bannerOffer")),
        Qt::LeftButton);
    EXPECT_EQ(count(), 3);
    EXPECT_TRUE(window_->workbenches()[1]->isModified());
    EXPECT_TRUE(window_->workbenches()[2]->isModified());
    EXPECT_TRUE(Autosave::leftBehind().empty());
}

TEST_F(TabsTest, AllTabsShareOneLayout) {
    window_->action(Act::PanelEvents)->trigger();
    ASSERT_TRUE(window_->action(Act::PanelEvents)->isChecked());
    ASSERT_TRUE(window_->openFile(second_));
    EXPECT_TRUE(window_->action(Act::PanelEvents)->isChecked());
    EXPECT_TRUE(window_->workbench().showsPanel(Act::PanelEvents).value_or(false));
    window_->action(Act::PanelConsole)->trigger();
    clickTab(0);
    EXPECT_TRUE(window_->workbench().showsPanel(Act::PanelConsole).value_or(false));
}

TEST_F(TabsTest, TheFullScreenGoesAlongFromTabToTab) {
    ASSERT_TRUE(window_->openFile(second_));
    window_->run(Act::FullScreen);
    clickTab(0);
    EXPECT_FALSE(loopPanel());
    window_->run(Act::FullScreen);
    EXPECT_TRUE(loopPanel());
    clickTab(1);
    EXPECT_TRUE(loopPanel());
}

TEST_F(TabsTest, ATabIsMovedAmongTheOthers) {
    ASSERT_TRUE(window_->openFile(second_));
    window_->tabs().moveTab(1, 0);
    EXPECT_EQ(window_->workbenches()[0]->session().document().name(), QStringLiteral("second.py"));
    clickTab(1);
    EXPECT_EQ(name(), QStringLiteral("first.py"));
}

}  // namespace
}  // namespace coroscope::app
