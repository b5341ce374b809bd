// SPDX-License-Identifier: GPL-3.0-or-later
/// Which signs a chart has, for its legend.

#include "app/timeline/arrows.h"
#include "app/timeline/chart_layout.h"

namespace coroscope::app {

namespace {

std::optional<LegendItem> itemOf(const Box& box, const LaneModel& model) {
    switch (box.shape) {
        case Shape::Bar:
        case Shape::Comb: return LegendItem::Running;
        case Shape::Hatched: return LegendItem::Ready;
        case Shape::Line: return LegendItem::Suspended;
        case Shape::DottedLine: {
            const Lane& lane = model.lanes[box.lane];
            const bool rests = lane.isLoop() || lane.worker.valid();
            return rests ? LegendItem::Idle : LegendItem::Forever;
        }
        case Shape::Blocked: return LegendItem::Blocked;
        case Shape::Cap: return LegendItem::End;
        case Shape::TroubleCap: return LegendItem::TroubleEnd;
        case Shape::Field: return LegendItem::NotAlive;
        case Shape::MarkAsked: return LegendItem::CancelRequested;
        case Shape::MarkDown: return LegendItem::CancelDelivered;
        case Shape::MarkCross: return LegendItem::Exception;
        case Shape::MarkDot: return LegendItem::Warning;
        case Shape::MarkUp:
        case Shape::Pin: break;
    }
    return std::nullopt;
}

}  // namespace

LegendFlags occurringItems(const DrawList& list, const LaneModel& model, const ChartView& view) {
    LegendFlags found{};
    const auto add = [&found](LegendItem item) { found[static_cast<std::size_t>(item)] = true; };
    for (const LaneGroup* group : {&list.loop, &list.tasks}) {
        for (const Box& box : group->boxes) {
            if (const auto item = itemOf(box, model)) add(*item);
        }
        for (const Text& text : group->texts) {
            if (text.text.startsWith(QStringLiteral("×"))) {
                add(LegendItem::Count);
            } else if (text.role == TextRole::Ordinal) {
                add(LegendItem::Order);
            }
        }
        if (group->strips.empty()) continue;
        // Rows of pixels have these alone.
        for (const LegendItem item :
             {LegendItem::Running, LegendItem::Suspended, LegendItem::NotAlive}) {
            add(item);
        }
    }
    if (!view.hoveredSpan && !view.selectedTask.valid()) {
        for (const ArrowPath& path : list.arrows) add(legendItemOf(model.arrows[path.arrow].kind));
        return found;
    }
    for (const LegendItem item :
         {LegendItem::Creates, LegendItem::Wakes, LegendItem::Cancels, LegendItem::Gives}) {
        const auto at = static_cast<std::size_t>(item);
        found[at] = view.occurring[at];
    }
    return found;
}

}  // namespace coroscope::app
