// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>
#include <QString>

class QGridLayout;
class QLabel;
class QToolButton;

namespace coroscope::app {

class CloseButton;
class Playhead;
class Quiz;

/// Puts a question of the scenario's header to the class, takes the answer, and shows the right
/// one. There while the playhead stands where the question is asked.
class QuestionStrip final : public QFrame {
    Q_OBJECT

public:
    /// Both must outlive it.
    QuestionStrip(Quiz& quiz, Playhead& playhead, QWidget* parent = nullptr);

    /// The question, and after it what came of the answer.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString verdict() const;
    /// One for each choice; where there are none, one that shows the answer.
    [[nodiscard]] const std::vector<QToolButton*>& choices() const { return buttons_; }

private:
    void refresh();
    void offer(const QString& text, const QString& answer);
    [[nodiscard]] QString wordsOn() const;

    Quiz& quiz_;
    QLabel* question_;
    QLabel* hint_;
    QLabel* verdict_;
    QGridLayout* choices_;
    std::vector<QToolButton*> buttons_;
    QToolButton* goOn_;
};

}  // namespace coroscope::app
