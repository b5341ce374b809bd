// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The axis on which every step of a task has the same width, so that what happens "at the same
/// instant" is seen in order.
///
/// Step k fills [k + kStepLead, k + 1); what the loop does before it (timers, callbacks, the jump
/// of the clock) fills [k, k + kStepLead). Within both, events stand at equal distances. So each
/// event has a place of its own, and places grow with events.

#include <vector>

#include "app/timeline/lane_model.h"
#include "app/timeline/time_axis.h"

namespace coroscope::app {

inline constexpr double kStepLead = 0.3;

/// The place of an event.
[[nodiscard]] double stepPosition(const LaneModel& model, EventIndex event);

/// The event nearest to a place; none when there are no events.
[[nodiscard]] EventIndex eventAtStepPosition(const LaneModel& model, double position);

/// The first step of each instant, labelled with its time where there is room for it, when a
/// character takes `characterWidth` pixels.
[[nodiscard]] std::vector<Tick> stepTicks(const LaneModel& model, const AxisScale& scale,
                                          double characterWidth);

}  // namespace coroscope::app
