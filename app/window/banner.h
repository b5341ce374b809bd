// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QFrame>

class QLabel;
class QToolButton;

namespace coroscope::app {

class CloseButton;

/// The bar that says what is wrong: an error in the text, a deadlock, a limit,
/// a file that could not be opened or saved; or what went well and cannot be
/// seen otherwise. One line high, so that the
/// timeline keeps its room; what has more lines can be unfolded.
class Banner final : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    /// Shows `title` (a few words), `text` (a sentence or a few lines) and, if
    /// `line` is known (from 1), a way to go there.
    void say(const QString& title, const QString& text, int line = 0);
    /// The same with a button that does something; when it is pressed, the
    /// banner goes.
    void offer(const QString& title, const QString& text, const QString& button,
               std::function<void()> accept, int line = 0);
    /// The same for good news.
    void report(const QString& title, const QString& text, const QString& button,
                std::function<void()> accept);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// The user wants to see the line.
    void lineWanted(int line);
    /// The user has read it.
    void dismissed();

private:
    void showText();
    void setGood(bool good);

    QString full_;
    QLabel* title_;
    QLabel* text_;
    QToolButton* more_;
    QToolButton* go_;
    QToolButton* offer_;
    CloseButton* close_;
    int line_ = 0;
    std::function<void()> accept_;
};

}  // namespace coroscope::app
