// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Zoom, pan, fit: how a view moves over the lanes. Plain functions; none lets the view leave the
/// run.

#include "app/timeline/chart_layout.h"

namespace coroscope::app {

/// The stretch of the axis that a view shows, and how far its lanes are scrolled.
struct Place {
    double begin = 0;
    double end = 1;
    double scroll = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

[[nodiscard]] Place placeOf(const ChartView& view);

/// Whether fewer than four lanes of a good height are seen at once.
[[nodiscard]] bool hasLittleRoom(const ChartView& view);
/// The whole run, with room for the pills at its ends.
void fitAll(const LaneModel& model, ChartView& view);
/// The stretch [begin, end] of the axis with a margin.
void fitStretch(const LaneModel& model, ChartView& view, double begin, double end);
/// Makes `factor` times as much visible; what is at `x` stays there.
void zoomAt(const LaneModel& model, ChartView& view, double x, double factor);
void panBy(const LaneModel& model, ChartView& view, double pixels);
void scrollBy(const LaneModel& model, ChartView& view, double pixels);
/// Moves the view by as little as needed for an event's x to be in it, but then well within it.
/// Returns whether it moved.
bool reveal(const LaneModel& model, ChartView& view, EventIndex event);
/// Scrolls by as little as needed for a lane to be seen. Returns whether it moved.
bool revealLane(const LaneModel& model, ChartView& view, std::size_t lane);
/// Back within the bounds of the run, after the view's size or the run is another.
void keepInside(const LaneModel& model, ChartView& view);
/// The lane height that shows all lanes if it can, between the bounds of good reading.
/// Whether all lanes are seen without scrolling, each with its words.
[[nodiscard]] bool lanesFit(const LaneModel& model, const ChartView& view);
[[nodiscard]] double comfortableLaneHeight(const LaneModel& model, const ChartView& view);

}  // namespace coroscope::app
