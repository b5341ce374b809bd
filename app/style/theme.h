// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How the window takes on a scheme of colours.

#include "app/style/scheme.h"

namespace coroscope::app {

/// What the user chose; `System` follows the desktop's palette.
enum class ThemeChoice { System, Light, Dark, HighContrast };

/// Gives the application the palette of the theme, the fonts (times `zoom`) and
/// the flat style. `systemIsDark` is what `System` means.
void applyTheme(ThemeChoice choice, bool systemIsDark, double zoom);

}  // namespace coroscope::app
