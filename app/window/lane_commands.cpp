// SPDX-License-Identifier: GPL-3.0-or-later

/// What the actions do to the lanes of the timeline.

#include "app/timeline/timeline_plot.h"
#include "app/window/workbench.h"

namespace coroscope::app {

bool Workbench::runLanes(Act act) {
    if (act == Act::Legend) {
        timeline_->openLegend();
        return true;
    }
    LaneChoice choice = timeline_->laneChoice();
    const auto lane = timeline_->selectedLane();
    const bool selected = lane.has_value();
    const LaneKey key = selected ? timeline_->model().lanes[*lane].key() : LaneKey();
    switch (act) {
        case Act::PinLane:
            if (selected) choice.togglePinned(key);
            break;
        case Act::HideLane:
            if (selected) choice.toggleHidden(key);
            break;
        case Act::FoldLane:
            if (selected && !hasChildren(timeline_->model(), *lane)) {
                statusNote(tr("This lane has made no others to be folded."));
                return true;
            }
            if (selected) choice.toggleFolded(key.task);
            break;
        case Act::AllLanes: choice = {}; break;
        default: return false;
    }
    if (!selected && act != Act::AllLanes) {
        statusNote(
            tr("No lane is selected: the keys ↑ and ↓ on the timeline go from one to the "
               "next."));
        return true;
    }
    timeline_->setLaneChoice(std::move(choice));
    return true;
}

}  // namespace coroscope::app
