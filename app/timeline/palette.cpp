#include "app/timeline/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace coroscope::app {
namespace {

/// Okabe and Ito's set without vermillion (kept for trouble) and yellow (unseen on white), then
/// brown and violet.
constexpr std::array<QRgb, 7> kHues{0x0072B2, 0x009E73, 0xE69F00, 0xCC79A7,
                                    0x56B4E9, 0xA6761D, 0x7B61B0};
constexpr QRgb kVermillion = 0xD55E00;

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor& a, const QColor& b, double share) {
    return QColor::fromRgbF(static_cast<float>(a.redF() * (1 - share) + b.redF() * share),
                            static_cast<float>(a.greenF() * (1 - share) + b.greenF() * share),
                            static_cast<float>(a.blueF() * (1 - share) + b.blueF() * share));
}

/// The colour mixed with white until it is as light as wanted.
QColor lightenedTo(const QColor& colour, double target) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 20; ++i) {
        const double share = (low + high) / 2;
        (luminance(mixed(colour, Qt::white, share)) < target ? low : high) = share;
    }
    return mixed(colour, Qt::white, high);
}

/// On the dark ground every hue is lightened to a contrast of at least 4.5. The map grows with
/// luminance, so that hues keep their order of values.
QColor onDark(const QColor& colour) { return lightenedTo(colour, 0.225 + 0.775 * luminance(colour)); }

QColor secondRound(const QColor& colour, Theme theme) {
    return theme == Theme::Light ? mixed(colour, Qt::white, 0.42) : mixed(colour, Qt::white, 0.5);
}

}  // namespace

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a) + 0.05;
    const double lb = luminance(b) + 0.05;
    return std::max(la, lb) / std::min(la, lb);
}

QColor Palette::hue(trace::TaskId task) const {
    if (!task.valid()) return loop;
    QColor colour = QColor::fromRgb(kHues[task.index() % kHues.size()]);
    if (theme == Theme::Dark) colour = onDark(colour);
    return ringed(task) ? secondRound(colour, theme) : colour;
}

bool Palette::ringed(trace::TaskId task) {
    return task.valid() && task.index() / kHues.size() % 2 == 1;
}

Palette Palette::of(Theme theme) {
    Palette p;
    p.theme = theme;
    const QColor vermillion = QColor::fromRgb(kVermillion);
    if (theme == Theme::Light) {
        p.ink = QColor(0x1F2933);
        p.muted = QColor(0x6B7785);
        p.grid = QColor(0xE4E8EC);
        p.pane = QColor(0xFFFFFF);
        p.window = QColor(0xF6F7F9);
        p.notAlive = QColor(0xEDF0F3);
        p.loop = QColor(0x4B5563);
        p.trouble = vermillion;
        p.troubleText = QColor(0xB84F00);
        p.starved = QColor(0xFDF3EB);
        p.starvedHatch = QColor(0xF6CFAE);
        p.selection = QColor(0xEAF3FA);
        p.onHue = QColor(0xFFFFFF);
    } else {
        p.ink = QColor(0xE6EAEE);
        p.muted = QColor(0x98A4B1);
        p.grid = QColor(0x2B323A);
        p.pane = QColor(0x14181D);
        p.window = QColor(0x0E1115);
        p.notAlive = QColor(0x1E242B);
        p.loop = QColor(0x9AA5B1);
        p.trouble = onDark(vermillion);
        p.troubleText = p.trouble;
        p.starved = QColor(0x2A1C14);
        p.starvedHatch = QColor(0x5E3A1F);
        p.selection = QColor(0x1B2733);
        p.onHue = QColor(0x14181D);
    }
    return p;
}

}  // namespace coroscope::app
