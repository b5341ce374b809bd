// SPDX-License-Identifier: GPL-3.0-or-later
/// What the gallery or a dialog covers is neither edited nor played.

#include <QAction>
#include <QContextMenuEvent>
#include <QDialog>
#include <QMenu>
#include <QMessageBox>

#include <gtest/gtest.h>

#include "app/gallery/gallery_view.h"
#include "tests/app/window/main_window_fixture.h"

namespace coroscope::app {
namespace {

TEST_F(MainWindowTest, WhoGoesToTheSourceSeesItBeforeHeTypes) {
    window_->run(Act::Gallery);
    ASSERT_TRUE(window_->gallery().isVisible());
    key(Qt::Key_1, Qt::ControlModifier);
    EXPECT_FALSE(window_->gallery().isVisible());
    EXPECT_TRUE(source().isVisible());
    EXPECT_TRUE(source().hasFocus());
}

TEST_F(MainWindowTest, NoActionLeavesTheFocusInASourceThatTheGalleryCovers) {
    for (const ActionRow& row : actionTable()) {
        if (row.kind == ActionRow::Submenu) continue;
        switch (row.act) {
            case Act::Open:
            case Act::Save:
            case Act::SaveAs:
            case Act::Export:
            case Act::Print:
            case Act::PrintPreview:
            case Act::Notes:
            case Act::Limits:
            case Act::About:
            case Act::Palette:
            case Act::Shortcuts:
            case Act::Quit: continue;  // these open windows of their own, or close this one
            default: break;
        }
        if (!window_->gallery().isVisible()) window_->run(Act::Gallery);
        window_->action(row.act)->trigger();
        QWidget* focused = QApplication::focusWidget();
        EXPECT_TRUE(focused == nullptr || focused->isVisible()) << row.text;
    }
}

TEST_F(MainWindowTest, TheGalleryKeepsWhatItCoversFromBeingEdited) {
    source().setFocus();
    QTest::keyClicks(&source(), QStringLiteral("x"));
    const QString before = source().text();
    window_->run(Act::Gallery);
    for (const Act act : {Act::Undo, Act::Redo, Act::Cut, Act::Paste, Act::SelectAll}) {
        EXPECT_FALSE(window_->action(act)->isEnabled());
        window_->action(act)->trigger();
    }
    EXPECT_EQ(source().text(), before);
    EXPECT_FALSE(source().hasSelectedText());
    window_->run(Act::Gallery);
    EXPECT_TRUE(window_->action(Act::Undo)->isEnabled());
    EXPECT_TRUE(window_->action(Act::SelectAll)->isEnabled());
}

TEST_F(MainWindowTest, TheMenuOfTheSourceIsMadeOfTheWindowsActionsForTheLinePointedAt) {
    const long at = source().SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, 2) + 8;
    const QPoint on(
        static_cast<int>(source().SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, at)),
        static_cast<int>(source().SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, at)) +
            4);
    QContextMenuEvent event(QContextMenuEvent::Mouse, on, source().viewport()->mapToGlobal(on));
    QApplication::sendEvent(source().viewport(), &event);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    for (const Act act : {Act::Redo, Act::SelectAll, Act::ToggleBreakpoint, Act::RunToCursor}) {
        EXPECT_TRUE(menu->actions().contains(window_->action(act)));
    }
    window_->action(Act::ToggleBreakpoint)->trigger();
    EXPECT_EQ(source().breakpoints(), std::set<int>{3});
    menu->close();
}

TEST_F(MainWindowTest, ARunPausesBehindADialog) {
    session().playhead().toStart();
    session().playhead().play();
    ASSERT_TRUE(session().playhead().isPlaying());
    QDialog dialog(window_.get());
    dialog.open();
    EXPECT_TRUE(waitUntil([this] { return !session().playhead().isPlaying(); }));
}

}  // namespace
}  // namespace coroscope::app
