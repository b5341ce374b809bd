// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The two families of type, at sizes that follow the window's zoom.

#include <QFont>

namespace coroscope::app {

/// The platform's UI font, `zoom` times its size, tabular figures.
[[nodiscard]] QFont uiFont(double zoom = 1.0);
/// A monospaced font, at the size of the application's font.
[[nodiscard]] QFont codeFont();
/// `font` with its size multiplied.
[[nodiscard]] QFont scaled(QFont font, double factor);
/// `font` in bold.
[[nodiscard]] QFont bold(QFont font);

}  // namespace coroscope::app
