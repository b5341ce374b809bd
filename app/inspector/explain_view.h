// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "app/inspector/explain_text.h"

class QBoxLayout;
class QLabel;
class QToolButton;

namespace coroscope::app {

class Session;

/// The Explain panel: what the event at the playhead is, why, and what the scenario's author has
/// to say about the line. Newcomer or expert, as was chosen last.
class ExplainView final : public QScrollArea {
    Q_OBJECT

public:
    explicit ExplainView(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] QString what() const;
    [[nodiscard]] QString why() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] Audience audience() const { return audience_; }
    void setAudience(Audience audience);
    /// Leaves out the choice of the audience and the place, and takes a smaller type where the
    /// text would not fit.
    void setCompact(bool compact);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void fit();
    void placeFoot();
    [[nodiscard]] QString noteAtPlayhead() const;

    Session& session_;
    Audience audience_ = Audience::Newcomer;
    bool compact_ = false;
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
