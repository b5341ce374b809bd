// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace coroscope::app {

/// Of a colour as WCAG has it, from 0 (black) to 1 (white).
[[nodiscard]] double luminance(const QColor& color);
/// Of two colours as WCAG has it, from 1 (none) to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);
/// The colour, made darker on a light ground or lighter on a dark one until small type in it reads
/// well there (a contrast of 4.5).
[[nodiscard]] QColor legibleOn(const QColor& color, const QColor& ground);

}  // namespace coroscope::app
