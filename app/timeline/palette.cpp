// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/palette.h"

namespace coroscope::app {

QColor Palette::hue(trace::TaskId task) const {
    return task.valid() ? taskHue(task.value, scheme) : loop;
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

}  // namespace coroscope::app
