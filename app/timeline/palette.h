// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The colours of the timeline: hue says who, shape says in which state. They are those of the
/// window's scheme (app/style/scheme.h) and a few more that only a chart needs.

#include <QColor>

#include "app/style/scheme.h"
#include "engine/trace/ids.h"

namespace coroscope::app {

struct Palette {
    Scheme scheme{};
    QColor ink;            ///< text, end caps, the playhead
    QColor muted;          ///< secondary text
    QColor grid;           ///< lines between lanes and at ticks
    QColor pane;           ///< the ground of the chart
    QColor notAlive;       ///< the field where a lane does not exist
    QColor loop;           ///< runs on the loop's lane
    QColor trouble;        ///< vermillion: blocked, cancelled, raised; never a task's hue
    QColor troubleText;    ///< the same, of enough contrast for small type
    QColor starved;        ///< the ground of lanes that a blocked loop starves
    QColor starvedHatch;   ///< the diagonals on it
    QColor selection;      ///< the ground of the selected lane's name
    QColor thumb;          ///< the part of the overview that is in view
    bool inkOnly = false;  ///< tasks have greys instead of hues

    /// A task's hue, by its place in the order of creation; the loop's when there is no task.
    [[nodiscard]] QColor hue(trace::TaskId task) const;
    /// Whether the hue is of the lighter round, drawn with a ring to tell it from the first.
    [[nodiscard]] static bool ringed(trace::TaskId task);

    [[nodiscard]] static Palette of(const Scheme& scheme);
    /// For paper, and for printers without colour: ink alone.
    [[nodiscard]] static Palette forPrint();
};

}  // namespace coroscope::app
