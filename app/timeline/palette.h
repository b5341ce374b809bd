#pragma once

/// The colours of the timeline: hue says who, shape says in which state.

#include <QColor>

#include <cstdint>

#include "engine/trace/ids.h"

namespace coroscope::app {

enum class Theme : std::uint8_t { Light, Dark };

struct Palette {
    Theme theme = Theme::Light;
    QColor ink;          ///< text, end caps, the playhead
    QColor muted;        ///< secondary text
    QColor grid;         ///< lines between lanes and at ticks
    QColor pane;         ///< the ground of the chart
    QColor window;       ///< what surrounds panes
    QColor notAlive;     ///< the field where a lane does not exist
    QColor loop;         ///< runs on the loop's lane
    QColor trouble;      ///< vermillion: blocked, cancelled, raised; never a task's hue
    QColor troubleText;  ///< the same, dark (or light) enough for small type
    QColor starved;      ///< the ground of lanes that a blocked loop starves
    QColor starvedHatch;
    QColor selection;    ///< the ground of the selected lane
    QColor onHue;        ///< text on a bar

    /// A task's hue, by its place in the order of creation: seven hues, then the same in a lighter
    /// value (see `ringed`), and so on by turns.
    [[nodiscard]] QColor hue(trace::TaskId task) const;
    /// Whether the hue is of the lighter round, drawn with a ring to tell it from the first.
    [[nodiscard]] static bool ringed(trace::TaskId task);

    [[nodiscard]] static Palette of(Theme theme);
};

/// WCAG's contrast of two colours, 1 … 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

}  // namespace coroscope::app
