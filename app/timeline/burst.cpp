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
    burst.covered.reset();
    burst.axis = AxisKind::Steps;
    burst.begin = model.instants[instant].firstStep;
    burst.end = burst.begin + steps;
    burst.headerWidth = std::min(left, lanes.right() - width);
    burst.size.setWidth(burst.headerWidth + width);
    return burst;
}

namespace {

/// Takes out what belongs to other instants: words of waits that began earlier, ends and waits that
/// come later. A wait that goes on through the instant stays, as a line.
void keepInstant(const LaneModel& model, const ChartView& burst, std::size_t instant,
                 LaneGroup& group) {
    const EventIndex first = model.instants[instant].first;
    const EventIndex last = model.lastEventOf(instant);
    const double begin = eventX(model, burst, first) - 1;
    const double end = eventX(model, burst, last) + 1;
    const auto elsewhere = [&](EventIndex event) { return event < first || event > last; };
    std::erase_if(group.texts,
                  [&](const Text& text) { return text.since.valid() && elsewhere(text.since); });
    std::erase_if(group.boxes, [&](const Box& box) {
        const Lane& lane = model.lanes[box.lane];
        if (lane.spanCount() == 0) return false;
        if (isCap(box.shape)) return elsewhere(lane.events.back());
        if (box.lastSpan > box.firstSpan) return lane.events[box.firstSpan] > last;
        const double x = box.rect.center().x();
        if (isMark(box.shape)) return x < begin || x > end;
        // What is left of a lane's life: nothing before it has ended.
        return box.shape == Shape::Field && box.rect.left() > group.area.left() + 1 &&
               lane.events.back() > last;
    });
}

}  // namespace

DrawList layoutBurst(const LaneModel& model, const ChartView& burst, std::size_t instant,
                     const ChartFonts& fonts) {
    DrawList list = layoutChart(model, burst, fonts);
    for (LaneGroup* group : {&list.loop, &list.tasks}) {
        keepInstant(model, burst, instant, *group);
    }
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

void keepBeside(DrawList& list, std::pair<double, double> strip) {
    const auto isCut = [strip](const Text& text) {
        return text.rect.left() < strip.second && text.rect.right() > strip.first;
    };
    std::erase_if(list.ticks, isCut);
    for (LaneGroup* group : {&list.loop, &list.tasks}) std::erase_if(group->texts, isCut);
}

EventIndex burstEventAtX(const LaneModel& model, const ChartView& burst, std::size_t instant,
                         double x) {
    return std::clamp(eventAtX(model, burst, x), model.instants[instant].first,
                      model.lastEventOf(instant));
}

}  // namespace coroscope::app
