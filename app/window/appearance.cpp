// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/appearance.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QSettings>

#include "app/session/keep_settings.h"

namespace coroscope::app {

namespace {

const QString kThemeKey = QStringLiteral("theme");
const QString kZoomKey = QStringLiteral("zoom");
constexpr double kSmallest = 0.6;
constexpr double kLargest = 2.5;
constexpr double kPresenting = 1.6;

}  // namespace

Appearance::Appearance(QObject* parent) : QObject(parent) {
    static const bool systemIsDark =
        QApplication::palette().color(QPalette::Window).lightness() < 128;
    systemIsDark_ = systemIsDark;
    const QSettings settings;
    const QString theme = settings.value(kThemeKey).toString();
    if (theme == QLatin1String("light")) theme_ = ThemeChoice::Light;
    if (theme == QLatin1String("dark")) theme_ = ThemeChoice::Dark;
    if (theme == QLatin1String("contrast")) theme_ = ThemeChoice::HighContrast;
    bool isNumber = false;
    const double zoom = settings.value(kZoomKey).toDouble(&isNumber);
    if (isNumber) zoom_ = std::clamp(zoom, kSmallest, kLargest);
}

double Appearance::scale() const { return presenting_ ? zoom_ * presentingFactor() : zoom_; }

/// On a small screen type that is larger by so much would leave no room for what it says.
double Appearance::presentingFactor() const {
    if (room_.isEmpty()) return kPresenting;
    constexpr double kLeastWidth = 560;
    constexpr double kLeastHeight = 400;
    const double fits = std::min(room_.width() / kLeastWidth, room_.height() / kLeastHeight);
    return std::clamp(std::floor(fits * 10) / 10, 1.0, kPresenting);
}

void Appearance::setRoom(const QSize& window) {
    const double before = scale();
    room_ = window;
    if (scale() != before) apply();
}

void Appearance::setTheme(ThemeChoice theme) {
    if (theme == theme_) return;
    theme_ = theme;
    const char* name = theme == ThemeChoice::Light          ? "light"
                       : theme == ThemeChoice::Dark         ? "dark"
                       : theme == ThemeChoice::HighContrast ? "contrast"
                                                            : "system";
    keepSetting(kThemeKey, QString::fromLatin1(name));
    apply();
}

void Appearance::zoom(int direction) {
    const double wanted = direction == 0 ? 1.0 : std::round(zoom_ * 10 + direction) / 10;
    const double next = std::clamp(wanted, kSmallest, kLargest);
    if (next == zoom_) return;
    zoom_ = next;
    keepSetting(kZoomKey, zoom_);
    apply();
}

void Appearance::setPresenting(bool presenting) {
    if (presenting == presenting_) return;
    presenting_ = presenting;
    apply();
}

void Appearance::apply() {
    applyTheme(theme_, systemIsDark_, scale());
    Q_EMIT changed();
}

}  // namespace coroscope::app
