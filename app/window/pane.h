// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace coroscope::app {

/// A white field with round corners and, if it is given names, a row of tabs
/// above its contents.
class Pane final : public QFrame {
    Q_OBJECT

public:
    explicit Pane(QWidget* parent = nullptr);

    /// Without a name the widget fills the pane, with no tab.
    void add(QWidget* content, const QString& name = QString());
    /// Does nothing for a tab that there is not.
    void showTab(int index);
    [[nodiscard]] int count() const;
    [[nodiscard]] int currentTab() const;

Q_SIGNALS:
    void tabShown(int index);

private:
    QVBoxLayout* column_;
    QTabBar* tabs_;
    QStackedWidget* contents_;
};

}  // namespace coroscope::app
