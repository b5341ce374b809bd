// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// An instant of the time axis, opened where it stands: a strip over its place shows the steps of
/// that instant side by side, in the same rows, as the axis of steps does.

#include "app/timeline/chart_layout.h"

namespace coroscope::app {

/// The view that the strip gives of an instant, in the same pixels as `view`, whose axis is time;
/// its `lanesRect` is the strip.
[[nodiscard]] ChartView burstView(const LaneModel& model, const ChartView& view,
                                  std::size_t instant);

/// What to draw in the strip: no names, and nothing beside it.
[[nodiscard]] DrawList layoutBurst(const LaneModel& model, const ChartView& burst,
                                   std::size_t instant, const ChartFonts& fonts);

/// Takes the words out of a chart that a strip over it, from one x to another, would cut.
void keepBeside(DrawList& list, std::pair<double, double> strip);

/// The event of the instant that an x within the strip means.
[[nodiscard]] EventIndex burstEventAtX(const LaneModel& model, const ChartView& burst,
                                       std::size_t instant, double x);

}  // namespace coroscope::app
