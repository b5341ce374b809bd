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
    const trace::TaskId task = session_.selection().task();
    const bool selected = timeline_->model().laneOf(task).has_value();
    switch (act) {
        case Act::PinLane:
            if (selected) choice.togglePinned({task, {}});
            break;
        case Act::HideLane:
            if (selected) choice.toggleHidden({task, {}});
            break;
        case Act::FoldLane:
            if (selected) choice.toggleFolded(task);
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
