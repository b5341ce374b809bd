// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/arrows.h"

#include <algorithm>
#include <cmath>

#include "app/timeline/step_axis.h"
#include "app/timeline/time_axis.h"

namespace coroscope::app {
namespace {

/// No more arrows than this are looked through for those of the selection.
constexpr std::size_t kMostSearched = 20'000;

/// Whether an arrow begins or ends at a span: within it, or at either of its ends. To a run belongs
/// what led to it: who woke its task, by a cancel or by a result.
bool touches(const LaneModel& model, const Arrow& arrow, const SpanRef& span) {
    if (arrow.from != span.lane && arrow.to != span.lane) return false;
    const Lane& lane = model.lanes[span.lane];
    const bool woken = span.first > 0 && lane.kinds[span.first] == SpanKind::Running &&
                       lane.kinds[span.first - 1] == SpanKind::Ready;
    const EventIndex begin = lane.events[span.first - (woken ? 1 : 0)];
    if (arrow.event > lane.events[span.last]) return false;
    if (arrow.event >= begin) return true;
    const bool leads = arrow.kind == ArrowKind::Cancelled || arrow.kind == ArrowKind::Result;
    return woken && leads && arrow.to == span.lane &&
           model.instantOf(arrow.event) == model.instantOf(begin);
}

/// Whether a cancel is drawn already that led to this waking: on the axis of time both would lie
/// upon one another.
bool isSaid(const LaneModel& model, const DrawList& list, const ArrowPath& path) {
    return std::ranges::any_of(list.arrows, [&](const ArrowPath& other) {
        return other.from == path.from && other.to == path.to &&
               model.arrows[other.arrow].kind == ArrowKind::Cancelled;
    });
}

/// The middle of a lane's row, if it is in view.
std::optional<double> laneMiddle(const ChartView& view, const DrawList& list, std::uint32_t lane) {
    const LaneGroup& group = lane == 0 ? list.loop : list.tasks;
    const auto found = std::find_if(group.rows.begin(), group.rows.end(),
                                    [lane](const Row& each) { return each.lane == lane; });
    if (found == group.rows.end()) return std::nullopt;
    const Row& row = *found;
    const double y = row.top + row.height * (row.height >= 36 * view.scale ? 0.54 : 0.5);
    if (y < group.area.top() || y > group.area.bottom()) return std::nullopt;
    return y;
}

QColor arrowColour(const LaneModel& model, const Palette& palette, const Arrow& arrow) {
    return arrow.kind == ArrowKind::Cancelled ? palette.trouble
                                              : palette.hue(model.lanes[arrow.from].task);
}

ArrowLine lineOf(ArrowKind kind) {
    switch (kind) {
        case ArrowKind::Created:
        case ArrowKind::Cancelled: break;
        case ArrowKind::Woke: return ArrowLine::Dashed;
        case ArrowKind::Result: return ArrowLine::Dotted;
    }
    return ArrowLine::Solid;
}

}  // namespace

LegendItem legendItemOf(ArrowKind kind) {
    switch (kind) {
        case ArrowKind::Created: break;
        case ArrowKind::Woke: return LegendItem::Wakes;
        case ArrowKind::Cancelled: return LegendItem::Cancels;
        case ArrowKind::Result: return LegendItem::Gives;
    }
    return LegendItem::Creates;
}

void layoutArrows(const LaneModel& model, const ChartView& view, DrawList& list) {
    if (model.eventCount == 0 || view.laneHeight < 14) return;
    const EventIndex first = eventAtX(model, view, list.lanes.left());
    const EventIndex last = eventAtX(model, view, list.lanes.right());
    const auto from = std::partition_point(model.arrows.begin(), model.arrows.end(),
                                           [&](const Arrow& arrow) { return arrow.event < first; });
    const auto to = std::partition_point(from, model.arrows.end(),
                                         [&](const Arrow& arrow) { return arrow.event <= last; });
    const auto inView = static_cast<std::size_t>(to - from);
    // On the time axis arrows of one instant lie upon one another: there only a few may be shown
    // unasked.
    const bool all = inView <= (view.axis == AxisKind::Steps ? view.mostArrows : 0);
    list.allArrows = all;
    if (!all && inView > kMostSearched) return;
    const auto selectedLane = model.laneOf(view.selectedTask);
    const double half = std::min(11 * view.scale, view.laneHeight * 0.21) + 1;
    for (auto arrow = from; arrow != to; ++arrow) {
        if (view.hides(legendItemOf(arrow->kind))) continue;
        const bool wanted =
            all || (view.hoveredSpan && touches(model, *arrow, *view.hoveredSpan)) ||
            (view.selectedSpan
                 ? touches(model, *arrow, *view.selectedSpan)
                 : selectedLane && (arrow->from == *selectedLane || arrow->to == *selectedLane));
        if (!wanted) continue;
        if (list.arrows.size() >= view.mostArrows) return;
        const auto y0 = laneMiddle(view, list, arrow->from);
        const auto y1 = laneMiddle(view, list, arrow->to);
        if (!y0 || !y1) continue;
        double x = 0;
        if (view.axis == AxisKind::Time) {
            x = view.axisScale().toX(model.instants[model.instantOf(arrow->event)].time);
        } else {
            x = eventX(model, view, arrow->event);
        }
        if (x < list.lanes.left() || x > list.lanes.right()) continue;
        const double direction = *y1 > *y0 ? 1 : -1;
        ArrowPath path;
        path.arrow = static_cast<std::size_t>(arrow - model.arrows.begin());
        path.colour = arrowColour(model, view.palette, *arrow).rgb();
        path.line = lineOf(arrow->kind);
        path.from = QPointF(x, *y0 + direction * half);
        path.to = QPointF(x, *y1 - direction * half);
        if (arrow->kind == ArrowKind::Woke && isSaid(model, list, path)) continue;
        // Past other lanes a vertical arrow bends aside, the more the further it goes.
        const double passed = std::abs(*y1 - *y0) / view.laneHeight - 1;
        if (view.axis == AxisKind::Time && passed > 0.5) {
            path.bulge = std::min(60.0, 12 + 5 * passed) * view.scale;
            // A curve reaches three quarters of its bulge; near the left edge it bends less, or to
            // the right.
            const double room = (x - list.lanes.left() - 2) / 0.75;
            if (room >= 8 * view.scale) {
                path.bulge = std::min(path.bulge, room);
            } else {
                path.bulge = -path.bulge;
            }
        }
        list.arrows.push_back(path);
    }
}

}  // namespace coroscope::app
