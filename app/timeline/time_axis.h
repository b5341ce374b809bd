// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The axis on which x is virtual time.
///
/// Code takes no time, so that many events share an instant and their runs would have no width.
/// They are drawn as pills of a fixed width around the instant; events are spread over that width,
/// so that the playhead is seen to move from one to the next.

#include <string>
#include <vector>

#include "app/timeline/axis_scale.h"
#include "app/timeline/lane_model.h"

namespace coroscope::app {

/// A labelled place of an axis.
struct Tick {
    double value = 0;
    std::string label;  ///< empty: only a grid line
};

/// Round times in the visible stretch, at least `spacing` pixels apart.
[[nodiscard]] std::vector<Tick> timeTicks(const AxisScale& scale, double spacing);

/// Where an event stands: its instant's x, and within the pill by its rank.
[[nodiscard]] double timeAxisX(const LaneModel& model, const AxisScale& scale, double pillWidth,
                               EventIndex event);

/// The event that the pointer means: within a pill by rank, else the last one of the nearest
/// instant. None when there are no events.
[[nodiscard]] EventIndex timeAxisEventAt(const LaneModel& model, const AxisScale& scale,
                                         double pillWidth, double x);

/// "0.75 s", "2 s", "150 ms", "20 µs": at most four digits that count.
[[nodiscard]] std::string formatDuration(double seconds);

/// A moment, in seconds without their unit, with no more digits than it needs: "1.25", "3.0".
[[nodiscard]] std::string formatMoment(double seconds);

/// The moment of an instant, with as many digits more as tell it from the instants beside it.
[[nodiscard]] std::string distinctMoment(const LaneModel& model, std::size_t instant);

/// The same to the nanosecond, for tooltips.
[[nodiscard]] std::string exactMoment(double seconds);

}  // namespace coroscope::app
