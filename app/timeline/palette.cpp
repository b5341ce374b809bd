// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/palette.h"

#include <array>

namespace coroscope::app {

namespace {

/// Far enough from one another to be told apart by a poor copier, in neighbouring lanes.
constexpr std::array<QRgb, 3> kGreys = {0xFF2E2E2E, 0xFF6A6A6A, 0xFF9C9C9C};

}  // namespace

QColor Palette::hue(trace::TaskId task) const {
    if (!task.valid()) return loop;
    return inkOnly ? QColor(kGreys[task.index() % kGreys.size()]) : taskHue(task.value, scheme);
}

bool Palette::ringed(trace::TaskId task) { return task.valid() && taskHueHasRing(task.value); }

Palette Palette::of(const Scheme& scheme) {
    Palette p;
    p.scheme = scheme;
    p.ink = scheme.ink;
    p.muted = scheme.muted;
    p.grid = scheme.grid;
    p.pane = scheme.pane;
    p.notAlive = scheme.gone;
    p.loop = scheme.dark ? QColor(0x9AA5B1) : QColor(0x4B5563);
    p.trouble = scheme.trouble;
    p.troubleText = scheme.dark ? scheme.trouble : QColor(0xB84F00);
    p.starved = blend(scheme.trouble, scheme.pane, scheme.dark ? 0.10 : 0.07);
    p.starvedHatch = blend(scheme.trouble, scheme.pane, scheme.dark ? 0.34 : 0.30);
    p.selection = scheme.accentSoft;
    p.thumb = blend(scheme.accent, scheme.pane, scheme.dark ? 0.45 : 0.28);
    return p;
}

Palette Palette::forPrint() {
    Palette p = of(lightScheme());
    p.inkOnly = true;
    p.ink = Qt::black;
    p.muted = QColor(0x3A3A3A);
    p.grid = QColor(0xC4C4C4);
    p.notAlive = QColor(0xE8E8E8);
    p.loop = QColor(0x585858);
    p.trouble = Qt::black;
    p.troubleText = Qt::black;
    p.starved = Qt::white;
    p.starvedHatch = QColor(0xB0B0B0);
    return p;
}

}  // namespace coroscope::app
