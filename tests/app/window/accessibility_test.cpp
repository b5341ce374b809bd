// SPDX-License-Identifier: GPL-3.0-or-later

/// For those who do not see the window or have no mouse: everything has a name and can be reached.

#include <set>
#include <string>
#include <vector>

#include <QAbstractButton>
#include <QAccessible>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>

#include "app/window/command_palette.h"
#include "tests/app/window/main_window_fixture.h"

namespace coroscope::app {
namespace {

class AccessibilityTest : public MainWindowTest {
protected:
    /// What can be worked in the window as it is.
    std::vector<QWidget*> controls() {
        std::vector<QWidget*> found;
        for (QWidget* each : window_->findChildren<QWidget*>()) {
            const bool inside = each->objectName().startsWith(QLatin1String("qt_"));
            if (!each->isVisible() || !each->isEnabled() || inside) continue;
            if ((each->focusPolicy() & Qt::TabFocus) != 0) found.push_back(each);
        }
        return found;
    }
    static std::string described(const QWidget& widget) {
        return std::string(widget.metaObject()->className()) + " " +
               widget.objectName().toStdString() + " in " +
               widget.parentWidget()->metaObject()->className();
    }
    void expectNames() {
        for (QWidget* each : controls()) {
            QAccessibleInterface* told = QAccessible::queryAccessibleInterface(each);
            ASSERT_NE(told, nullptr) << described(*each);
            EXPECT_FALSE(told->text(QAccessible::Name).trimmed().isEmpty()) << described(*each);
        }
    }
};

TEST_F(AccessibilityTest, EverythingThatCanBeWorkedHasAName) {
    expectNames();
    for (const auto panel : {Qt::Key_2, Qt::Key_5, Qt::Key_7, Qt::Key_3, Qt::Key_8}) {
        key(panel, Qt::AltModifier);
        expectNames();
    }
    window_->run(Act::HoldRun);
    window_->run(Act::Predict);
    window_->run(Act::Find);
    expectNames();
    window_->run(Act::Gallery);
    expectNames();
}

TEST_F(AccessibilityTest, TabReachesEverythingButNeverLeadsIntoTheSourceUnawares) {
    std::set<const QWidget*> reached;
    window_->timeline().setFocus();
    for (int i = 0; i < 60; ++i) {
        const QWidget* now = QApplication::focusWidget();
        ASSERT_NE(now, nullptr);
        if (!reached.insert(now).second) break;
        EXPECT_FALSE(source().hasFocus()) << "there Tab would be typed into the program";
        key(Qt::Key_Tab);
    }
    EXPECT_GT(reached.size(), 5U);
    for (QWidget* each : controls()) {
        const auto* button = qobject_cast<const QAbstractButton*>(each);
        // Of those that exclude each other, the arrows lead from one to the next.
        const bool chosen = button == nullptr || button->group() == nullptr || button->isChecked();
        if (chosen) {
            EXPECT_TRUE(reached.contains(each)) << described(*each);
        }
    }
}

TEST_F(AccessibilityTest, WhatF6GoesToHasAName) {
    std::set<const QWidget*> reached;
    for (const auto panel : {Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_2}) {
        key(panel, Qt::AltModifier);
        window_->timeline().setFocus();
        for (int i = 0; i < 5; ++i) {
            key(Qt::Key_F6);
            const QWidget* now = QApplication::focusWidget();
            ASSERT_NE(now, nullptr);
            QAccessibleInterface* told =
                QAccessible::queryAccessibleInterface(QApplication::focusWidget());
            EXPECT_FALSE(told->text(QAccessible::Name).isEmpty()) << described(*now);
            reached.insert(now);
        }
    }
    EXPECT_GE(reached.size(), 5U);
}

TEST_F(AccessibilityTest, NamesInMenusAreTheCommandsWithoutTheirKeys) {
    for (const QMenu* menu : window_->menuBar()->findChildren<QMenu*>()) {
        for (const QAction* action : menu->actions()) {
            EXPECT_FALSE(action->text().contains(QLatin1Char('\t')))
                << action->text().toStdString();
        }
    }
}

TEST_F(AccessibilityTest, BordersBetweenPanesHaveNames) {
    for (QSplitter* splitter : window_->findChildren<QSplitter*>()) {
        for (int i = 1; i < splitter->count(); ++i) {
            EXPECT_FALSE(splitter->handle(i)->accessibleName().isEmpty());
        }
    }
}

TEST_F(AccessibilityTest, LanesArePinnedHiddenAndFoldedByCommands) {
    const TimelinePlot& plot = window_->timeline();
    window_->run(Act::PinLane);
    EXPECT_FALSE(plot.laneChoice().any()) << "no lane is selected";
    session().selection().selectTask(trace::TaskId(1));
    const LaneKey lane{trace::TaskId(1), {}};
    window_->run(Act::PinLane);
    EXPECT_TRUE(plot.laneChoice().isPinned(lane));
    window_->run(Act::FoldLane);
    EXPECT_TRUE(plot.laneChoice().folded.contains(lane.task));
    window_->run(Act::HideLane);
    EXPECT_TRUE(plot.laneChoice().hidden.contains(lane));
    window_->run(Act::HideLane);
    EXPECT_FALSE(plot.laneChoice().hidden.contains(lane));
    window_->run(Act::AllLanes);
    EXPECT_FALSE(plot.laneChoice().any());
}

TEST_F(AccessibilityTest, ThePaletteFindsWhatIsDoneToLanesAndLegend) {
    window_->run(Act::Palette);
    auto* palette = window_->findChild<CommandPalette*>();
    ASSERT_NE(palette, nullptr);
    const auto* list = palette->findChild<QListWidget*>();
    for (const char* word : {"legend", "hide", "pin or", "fold or unfold what"}) {
        palette->field().setText(QString::fromLatin1(word));
        EXPECT_NE(list->item(0)->flags(), Qt::NoItemFlags) << word;
    }
}

}  // namespace
}  // namespace coroscope::app
