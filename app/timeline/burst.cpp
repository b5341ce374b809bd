// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/burst.h"

#include <algorithm>

#include "app/timeline/step_axis.h"

namespace coroscope::app {

ChartView burstView(const LaneModel& model, const ChartView& view, std::size_t instant) {
    const QRectF lanes = view.lanesRect();
    // The loop's own doings before the first step and after the last have room at both ends.
    const double steps = model.stepsAt(instant) + kStepLead;
    const double width =
        std::min(std::max(steps * 40, 120.0) * view.scale, std::max(1.0, lanes.width() * 0.7));
    const double middle = view.axisScale().toX(model.instants[instant].time);
    const double left = std::max(lanes.left(), std::min(middle, lanes.right()) - width / 2);
    ChartView burst = view;
    burst.axis = AxisKind::Steps;
    burst.begin = model.instants[instant].firstStep;
    burst.end = burst.begin + steps;
    burst.headerWidth = std::min(left, lanes.right() - width);
    burst.size.setWidth(burst.headerWidth + width);
    return burst;
}

DrawList layoutBurst(const LaneModel& model, const ChartView& burst, const ChartFonts& fonts) {
    DrawList list = layoutChart(model, burst, fonts);
    list.bounds.setLeft(list.lanes.left());
    // Its own moment alone, not that of the next instant, whose first step would begin at the edge.
    if (list.ticks.size() > 1) list.ticks.resize(1);
    if (list.grid.size() > 1) list.grid.resize(1);
    for (LaneGroup* group : {&list.loop, &list.tasks}) {
        group->headers = QRectF();
        group->dots.clear();
        group->names.clear();
    }
    return list;
}

EventIndex burstEventAtX(const LaneModel& model, const ChartView& burst, std::size_t instant,
                         double x) {
    return std::clamp(eventAtX(model, burst, x), model.instants[instant].first,
                      model.lastEventOf(instant));
}

}  // namespace coroscope::app
