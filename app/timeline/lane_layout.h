// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The shapes and words of a single lane; chart_layout.h puts lanes together.

#include "app/timeline/chart_layout.h"

namespace coroscope::app {

/// What one lane's layout needs to know.
struct LaneContext {
    const LaneModel& model;
    const ChartView& view;
    const ChartFonts& fonts;
    AxisScale scale;
};

/// Shapes, marks and words, in a row high enough for them.
void layoutLane(const LaneContext& context, const Row& row, LaneGroup& group);

/// Coloured cells, in a row too low for shapes.
void layoutStrip(const LaneContext& context, const Row& row, LaneGroup& group);

}  // namespace coroscope::app
