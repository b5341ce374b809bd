// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace coroscope::app {

/// The cross that puts away what it stands on, in the theme's muted ink.
class CloseButton final : public QToolButton {
    Q_OBJECT

public:
    /// `what` it does, for the tooltip and for those who cannot see it.
    explicit CloseButton(const QString& what, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyTheme();
};

}  // namespace coroscope::app
