// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace coroscope::app {

class CloseButton;
class ElidedLabel;
class Session;

/// Asks the class which task runs next, takes the answer, and says whether it was right and why.
/// Shown while there is a question (Prediction).
class PredictStrip final : public QFrame {
    Q_OBJECT

public:
    /// The session must outlive it.
    explicit PredictStrip(Session& session, QWidget* parent = nullptr);

    /// Whether tasks are predicted, though the header's question may have its place.
    [[nodiscard]] bool isPredicting() const;
    /// The question, or what came of the answer.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString score() const;
    /// One for each of the prediction's choices.
    [[nodiscard]] const std::vector<QToolButton*>& choices() const { return buttons_; }
    [[nodiscard]] QToolButton& nextButton() { return *next_; }

private:
    void refresh();
    void offerChoices();
    [[nodiscard]] QString verdict();

    Session& session_;
    QLabel* title_;
    QHBoxLayout* row_;
    std::vector<QToolButton*> buttons_;
    ElidedLabel* words_;
    QToolButton* next_;
    QLabel* score_;
    CloseButton* close_;
};

}  // namespace coroscope::app
