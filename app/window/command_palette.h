// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QDialog>

class QAction;
class QLineEdit;
class QListWidget;

namespace coroscope::app {

/// Finds any command by a few of its letters and runs it: every action of the menus, with its
/// keys.
class CommandPalette final : public QDialog {
    Q_OBJECT

public:
    CommandPalette(const std::vector<QAction*>& actions, QWidget* parent);

    [[nodiscard]] QLineEdit& field() { return *field_; }
    [[nodiscard]] QListWidget& list() { return *list_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void runCurrent();

    std::vector<QAction*> actions_;
    QLineEdit* field_;
    QListWidget* list_;
};

/// Whether the letters of `wanted` are beginnings of words of `text`, in their order, or stand
/// together somewhere in it, whatever their case. Smaller is better; negative: no.
[[nodiscard]] int matchCost(const QString& wanted, const QString& text);

}  // namespace coroscope::app
