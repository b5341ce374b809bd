// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Who created, woke or cancelled whom: which arrows a view shows, and where they run.

#include "app/timeline/chart_layout.h"

namespace coroscope::app {

/// Appends arrows to a draw list whose rows are laid out.
void layoutArrows(const LaneModel& model, const ChartView& view, DrawList& list);

/// What the legend calls an arrow, and hides it by.
[[nodiscard]] LegendItem legendItemOf(ArrowKind kind);

}  // namespace coroscope::app
