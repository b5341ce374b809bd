// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSize>

#include "app/style/theme.h"

namespace coroscope::app {

/// Theme and size of type of the whole application, kept in the settings.
class Appearance final : public QObject {
    Q_OBJECT

public:
    /// Remembers what the desktop's palette is like; make it before anything
    /// changes that.
    explicit Appearance(QObject* parent = nullptr);

    [[nodiscard]] ThemeChoice theme() const { return theme_; }
    /// How much larger than normal everything is, presenting included.
    [[nodiscard]] double scale() const;

    [[nodiscard]] bool isPresenting() const { return presenting_; }
    void setTheme(ThemeChoice theme);
    /// By steps of a tenth; 0 goes back to normal.
    void zoom(int direction);
    /// Presenting multiplies everything by 1.6, by less in a window that is too small for that.
    void setPresenting(bool presenting);
    /// How large the window is.
    void setRoom(const QSize& window);
    void apply();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] double presentingFactor() const;

    QSize room_;
    ThemeChoice theme_ = ThemeChoice::System;
    bool systemIsDark_ = false;
    double zoom_ = 1.0;
    bool presenting_ = false;
};

}  // namespace coroscope::app
