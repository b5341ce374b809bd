// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The colours of the window and of figures, in a light, a dark and a high-contrast version.

#include <cstdint>

#include <QColor>
#include <QPalette>

namespace coroscope::app {

/// What each colour is for. Vermillion (`trouble`) is kept for problems; the
/// hues of tasks are `taskHue`.
struct Scheme {
    bool dark;
    QColor ink;          ///< text, the playhead
    QColor muted;        ///< secondary text
    QColor faint;        ///< what has not happened yet, what is off
    QColor grid;         ///< lines within a pane
    QColor border;       ///< around panes and buttons
    QColor pane;         ///< where content stands
    QColor backdrop;     ///< between panes
    QColor raised;       ///< buttons at rest
    QColor accent;       ///< the play button, what is chosen
    QColor accentInk;    ///< text on `accent`
    QColor accentSoft;   ///< the running line, the current console line
    QColor trouble;      ///< errors, cancels, a blocked loop
    QColor troubleSoft;  ///< behind a message of trouble
    QColor gone;         ///< a lane that is not alive
    QColor keyword, text, number, comment, definition, decorator;  ///< source code
};

[[nodiscard]] const Scheme& lightScheme();
[[nodiscard]] const Scheme& darkScheme();
/// White on black, for poor projectors and tired eyes.
[[nodiscard]] const Scheme& contrastScheme();
/// The theme whose palette this is.
[[nodiscard]] const Scheme& schemeOf(const QPalette& palette);

/// The hue of the task with this index, in order of creation. After the seven
/// hues come lighter values of the same, to be drawn with a ring.
[[nodiscard]] QColor taskHue(std::uint32_t index, const Scheme& theme);
/// Whether the hue of this task is one of the lighter ones, that need a ring.
[[nodiscard]] bool taskHueHasRing(std::uint32_t index);
/// Ink or white, whichever reads better on `background`.
[[nodiscard]] QColor readableOn(const QColor& background);
/// `front` laid over `back`, `share` (0 … 1) of it.
[[nodiscard]] QColor blend(const QColor& front, const QColor& back, double share);

}  // namespace coroscope::app
