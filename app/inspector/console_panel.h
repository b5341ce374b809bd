// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QToolButton;

namespace coroscope::app {

class ConsoleView;
class Session;

/// The console and, where a program reads its input, a line below it: what of the lines that the
/// scenario's header gives it is still to be read at the playhead, and a button that leads to the
/// whole list. What has been read stands in the console, where it was read.
class ConsolePanel final : public QWidget {
    Q_OBJECT

public:
    explicit ConsolePanel(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] ConsoleView& view() { return *view_; }
    /// What the line below says; empty when it is not there.
    [[nodiscard]] QString inputText() const;
    /// Lets the user edit the list.
    void editInput();

Q_SIGNALS:
    /// The user wants these lines to be read.
    void inputWanted(const QStringList& lines);

private:
    void takeRun();
    void showInput();

    Session& session_;
    ConsoleView* view_;
    QStringList lines_;  ///< all that it can read
    QWidget* input_;     ///< the line below
    QLabel* text_;
    QToolButton* edit_;
};

}  // namespace coroscope::app
