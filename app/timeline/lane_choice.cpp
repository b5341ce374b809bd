// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_choice.h"

#include <algorithm>
#include <limits>

namespace coroscope::app {

namespace {

void toggle(std::set<TaskId>& tasks, TaskId task) {
    if (tasks.erase(task) == 0) tasks.insert(task);
}

}  // namespace

std::vector<std::uint32_t> LaneChoice::order(const LaneModel& model) const {
    std::vector<std::uint32_t> lanes;
    lanes.reserve(model.lanes.size());
    for (const TaskId task : pinned) {
        if (const auto lane = model.laneOf(task))
            lanes.push_back(static_cast<std::uint32_t>(*lane));
    }
    // Lanes stand in the order of the tree, so that all below a folded one are deeper and follow.
    int foldedDepth = std::numeric_limits<int>::max();
    for (std::size_t i = 1; i < model.lanes.size(); ++i) {
        const Lane& lane = model.lanes[i];
        if (lane.depth > foldedDepth) continue;
        foldedDepth = folded.count(lane.task) > 0 ? lane.depth : std::numeric_limits<int>::max();
        if (hidden.count(lane.task) > 0) continue;
        if (std::find(pinned.begin(), pinned.end(), lane.task) != pinned.end()) continue;
        lanes.push_back(static_cast<std::uint32_t>(i));
    }
    return lanes;
}

std::size_t LaneChoice::leftOut(const LaneModel& model) const {
    return any() ? model.lanes.size() - 1 - order(model).size() : 0;
}

void LaneChoice::toggleHidden(TaskId task) {
    toggle(hidden, task);
    std::erase(pinned, task);
}

void LaneChoice::toggleFolded(TaskId task) { toggle(folded, task); }

void LaneChoice::togglePinned(TaskId task) {
    if (std::erase(pinned, task) > 0) return;
    pinned.push_back(task);
    hidden.erase(task);
}

bool hasChildren(const LaneModel& model, std::size_t lane) {
    return lane + 1 < model.lanes.size() && lane > 0 &&
           model.lanes[lane + 1].depth > model.lanes[lane].depth;
}

}  // namespace coroscope::app
