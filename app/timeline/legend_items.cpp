// SPDX-License-Identifier: GPL-3.0-or-later
/// Which signs a chart has, for its legend.

#include "app/timeline/arrows.h"
#include "app/timeline/chart_layout.h"

namespace coroscope::app {

namespace {

std::optional<LegendItem> itemOf(const Box& box) {
    switch (box.shape) {
        case Shape::Bar:
        case Shape::Comb: return LegendItem::Running;
        case Shape::Hatched: return LegendItem::Ready;
        case Shape::Line: return LegendItem::Suspended;
        case Shape::DottedLine: return LegendItem::Idle;
        case Shape::DashedLine: return LegendItem::Forever;
        case Shape::Blocked: return LegendItem::Blocked;
        case Shape::Cap: return LegendItem::End;
        case Shape::TroubleCap: return LegendItem::TroubleEnd;
        case Shape::Field: return LegendItem::NotAlive;
        case Shape::MarkAsked: return LegendItem::CancelRequested;
        case Shape::MarkDown: return LegendItem::CancelDelivered;
        case Shape::MarkCross: return LegendItem::Exception;
        case Shape::MarkDot: return LegendItem::Warning;
        case Shape::OtherEnd:
        case Shape::MarkUp:
        case Shape::Pin:
        case Shape::Process: break;
    }
    return std::nullopt;
}

/// The loop's lane has its counts beside and on its bars, others below theirs.
std::optional<LegendItem> itemOf(const Text& text) {
    const bool count = text.text.startsWith(QStringLiteral("×"));
    if (text.role == TextRole::Ordinal) return count ? LegendItem::Count : LegendItem::Order;
    const bool mayCount = text.role == TextRole::Reason || text.role == TextRole::OnBar;
    if (count && mayCount && text.lane == 0) return LegendItem::Count;
    return std::nullopt;
}

}  // namespace

LegendFlags occurringItems(const DrawList& list, const LaneModel& model) {
    LegendFlags found{};
    const auto add = [&found](LegendItem item) { found[static_cast<std::size_t>(item)] = true; };
    for (const LaneGroup* group : {&list.loop, &list.tasks}) {
        for (const Box& box : group->boxes) {
            if (const auto item = itemOf(box)) add(*item);
        }
        for (const Text& text : group->texts) {
            if (const auto item = itemOf(text)) add(*item);
        }
        if (group->strips.empty()) continue;
        // Rows of pixels have these alone.
        for (const LegendItem item :
             {LegendItem::Running, LegendItem::Suspended, LegendItem::NotAlive}) {
            add(item);
        }
    }
    if (!list.allArrows) return found;
    for (const ArrowPath& path : list.arrows) add(legendItemOf(model.arrows[path.arrow].kind));
    return found;
}

}  // namespace coroscope::app
