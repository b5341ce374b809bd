// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/inspector/explain_text.h"

class QBoxLayout;
class QLabel;
class QScrollArea;
class QToolButton;

namespace coroscope::app {

class Session;

/// The Explain panel: what the event at the playhead is, why, and what the scenario's author has
/// to say about the line. Newcomer or expert, as was chosen last, in a foot below the text or,
/// where there is no room for one, in the menu of the right button.
class ExplainView final : public QWidget {
    Q_OBJECT

public:
    explicit ExplainView(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] QString what() const;
    [[nodiscard]] QString why() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] Audience audience() const { return audience_; }
    void setAudience(Audience audience);
    /// What scrolls: the text, without the foot.
    [[nodiscard]] QScrollArea& text() { return *text_; }
    /// Leaves out the choice of the audience and the place, and takes a smaller type where the
    /// text would not fit.
    void setCompact(bool compact);
    /// That of the text alone: a foot that has no room goes.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void audienceChanged();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void fit();
    void makeChoice();
    void makeText();
    void makeMenu();
    void showFoot();
    [[nodiscard]] QString noteAtPlayhead() const;

    Session& session_;
    Audience audience_ = Audience::Newcomer;
    bool compact_ = false;
    QScrollArea* text_;
    QWidget* content_;
    QWidget* foot_;
    QBoxLayout* choice_ = nullptr;  ///< of the audience
    QLabel* place_;
    QLabel* what_;
    QLabel* why_;
    QLabel* note_;
    QToolButton* newcomer_;
    QToolButton* expert_;
};

}  // namespace coroscope::app
