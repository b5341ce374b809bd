// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "app/inspector/explain_text.h"

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
    /// Leaves out the choice of the audience and the place.
    void setCompact(bool compact);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    [[nodiscard]] QString noteAtPlayhead() const;

    Session& session_;
    Audience audience_ = Audience::Newcomer;
    QWidget* foot_;
    QLabel* place_;
    QLabel* what_;
    QLabel* why_;
    QLabel* note_;
    QToolButton* newcomer_;
    QToolButton* expert_;
};

}  // namespace coroscope::app
