// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/scheme.h"

#include <array>

#include "app/style/legible.h"

namespace coroscope::app {

namespace {

QColor hex(std::uint32_t rgb) { return QColor(QRgb(0xFF000000U | rgb)); }

constexpr std::array<std::uint32_t, 7> kHues{0x0072B2, 0x009E73, 0xE69F00, 0xCC79A7,
                                             0x56B4E9, 0xA6761D, 0x7B61B0};

/// The colour mixed with white until it is as light as wanted.
QColor lightenedTo(const QColor& color, double target) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 20; ++i) {
        const double share = (low + high) / 2;
        (luminance(blend(Qt::white, color, share)) < target ? low : high) = share;
    }
    return blend(Qt::white, color, high);
}

/// On the dark ground a hue has a contrast of at least 4.5; the map grows with
/// luminance, so that hues keep their order of values.
QColor onDark(const QColor& color) { return lightenedTo(color, 0.225 + 0.775 * luminance(color)); }

}  // namespace

const Scheme& lightScheme() {
    static const Scheme theme{
        .dark = false,
        .ink = hex(0x1F2933),
        .muted = hex(0x6B7785),
        .faint = hex(0x8A95A1),
        .grid = hex(0xE4E8EC),
        .border = hex(0xDCE1E6),
        .pane = hex(0xFFFFFF),
        .backdrop = hex(0xF6F7F9),
        .raised = hex(0xF6F7F9),
        .accent = hex(0x0072B2),
        .accentInk = hex(0xFFFFFF),
        .accentSoft = hex(0xDFEDF6),
        .trouble = hex(0xD55E00),
        .troubleSoft = hex(0xFDEEE3),
        .gone = hex(0xEDF0F3),
        .keyword = hex(0x0A5C9E),
        .text = hex(0x2E7D4F),
        .number = hex(0x9A5B00),
        .comment = hex(0x626E7B),
        .definition = hex(0x6A3FA0),
        .decorator = hex(0x8A5A14),
    };
    return theme;
}

const Scheme& darkScheme() {
    static const Scheme theme{
        .dark = true,
        .ink = hex(0xE6EAEE),
        .muted = hex(0x98A4B0),
        .faint = hex(0x66717D),
        .grid = hex(0x2A3139),
        .border = hex(0x2F3740),
        .pane = hex(0x14181D),
        .backdrop = hex(0x0D1013),
        .raised = hex(0x1E242B),
        .accent = hex(0x3D9BDB),
        .accentInk = hex(0x0B1116),
        .accentSoft = hex(0x1B3346),
        .trouble = hex(0xFF8A3D),
        .troubleSoft = hex(0x3A2213),
        .gone = hex(0x252C34),
        .keyword = hex(0x6CB6F0),
        .text = hex(0x7CCB9A),
        .number = hex(0xE8B266),
        .comment = hex(0x82909D),
        .definition = hex(0xC3A6F0),
        .decorator = hex(0xD9B066),
    };
    return theme;
}

const Scheme& contrastScheme() {
    static const Scheme theme{
        .dark = true,
        .ink = hex(0xFFFFFF),
        .muted = hex(0xE0E4E8),
        .faint = hex(0xB4BCC4),
        .grid = hex(0x5A636C),
        .border = hex(0xFFFFFF),
        .pane = hex(0x000000),
        .backdrop = hex(0x000000),
        .raised = hex(0x101010),
        .accent = hex(0xFFD60A),
        .accentInk = hex(0x000000),
        .accentSoft = hex(0x4A3F00),
        .trouble = hex(0xFF9A4D),
        .troubleSoft = hex(0x40200A),
        .gone = hex(0x2B2B2B),
        .keyword = hex(0x8CCBFF),
        .text = hex(0x9BF0B8),
        .number = hex(0xFFD08A),
        .comment = hex(0xC8D0D8),
        .definition = hex(0xE0C8FF),
        .decorator = hex(0xFFE08A),
    };
    return theme;
}

const Scheme& schemeOf(const QPalette& palette) {
    // Whatever is out of use now: that has a ground of its own.
    const QColor ground = palette.color(QPalette::Active, QPalette::Base);
    if (ground == contrastScheme().pane) return contrastScheme();
    return ground.lightness() < 128 ? darkScheme() : lightScheme();
}

QColor taskHue(std::uint32_t index, const Scheme& theme) {
    QColor hue = hex(kHues[index % kHues.size()]);
    if (theme.dark) hue = onDark(hue);
    return taskHueHasRing(index) ? blend(Qt::white, hue, theme.dark ? 0.5 : 0.42) : hue;
}

bool taskHueHasRing(std::uint32_t index) { return (index / kHues.size()) % 2 == 1; }

QColor readableOn(const QColor& background) {
    const QColor ink = lightScheme().ink;
    // White reads better than the numbers say on a saturated ground.
    const bool white = contrast(Qt::white, background) * 1.5 >= contrast(ink, background);
    return white ? QColor(Qt::white) : ink;
}

QColor blend(const QColor& front, const QColor& back, double share) {
    const auto mix = [share](float a, float b) {
        return static_cast<float>(a * share + b * (1.0 - share));
    };
    return QColor::fromRgbF(mix(front.redF(), back.redF()), mix(front.greenF(), back.greenF()),
                            mix(front.blueF(), back.blueF()));
}

}  // namespace coroscope::app
