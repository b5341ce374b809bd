// SPDX-License-Identifier: GPL-3.0-or-later

/// For those who do not see the window or have no mouse: everything has a name and can be reached.

#include <set>
#include <string>
#include <vector>

#include <QAbstractButton>
#include <QAccessible>

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

}  // namespace
}  // namespace coroscope::app
