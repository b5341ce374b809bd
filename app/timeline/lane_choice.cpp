// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_choice.h"

#include <algorithm>
#include <limits>

namespace coroscope::app {

namespace {

template <typename Key>
void toggle(std::set<Key>& keys, const Key& key) {
    if (keys.erase(key) == 0) keys.insert(key);
}

}  // namespace

std::vector<std::uint32_t> LaneChoice::order(const LaneModel& model) const {
    std::vector<std::uint32_t> lanes;
    lanes.reserve(model.lanes.size());
    for (const LaneKey& key : pinned) {
        if (const auto lane = model.laneOf(key)) lanes.push_back(static_cast<std::uint32_t>(*lane));
    }
    // Lanes stand in the order of the tree, so that all below a folded one are deeper and follow.
    int foldedDepth = std::numeric_limits<int>::max();
    for (std::size_t i = 1; i < model.lanes.size(); ++i) {
        const Lane& lane = model.lanes[i];
        if (lane.depth > foldedDepth) continue;
        foldedDepth = folded.contains(lane.task) ? lane.depth : std::numeric_limits<int>::max();
        if (hidden.contains(lane.key()) || isPinned(lane.key())) continue;
        lanes.push_back(static_cast<std::uint32_t>(i));
    }
    return lanes;
}

std::vector<LaneGap> LaneChoice::gaps(const LaneModel& model) const {
    std::vector<LaneGap> gaps;
    const std::vector<std::uint32_t> shown = order(model);
    std::size_t row = pinnedIn(model);
    for (std::uint32_t lane = 1; lane < model.lanes.size(); ++lane) {
        if (row < shown.size() && shown[row] == lane) {
            ++row;
            continue;
        }
        if (isPinned(model.lanes[lane].key())) continue;
        if (gaps.empty() || gaps.back().row != row) gaps.push_back({row, {}});
        gaps.back().lanes.push_back(lane);
    }
    return gaps;
}

std::size_t LaneChoice::pinnedIn(const LaneModel& model) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        pinned, [&](const LaneKey& key) { return model.laneOf(key).has_value(); }));
}

void LaneChoice::close(const LaneModel& model, const LaneGap& gap) {
    for (const std::uint32_t lane : gap.lanes) {
        hidden.erase(model.lanes[lane].key());
        folded.erase(model.lanes[lane].parent);
    }
}

std::size_t LaneChoice::leftOut(const LaneModel& model) const {
    return any() ? model.lanes.size() - 1 - order(model).size() : 0;
}

void LaneChoice::toggleHidden(const LaneKey& lane) {
    toggle(hidden, lane);
    std::erase(pinned, lane);
}

void LaneChoice::toggleFolded(TaskId task) { toggle(folded, task); }

void LaneChoice::togglePinned(const LaneKey& lane) {
    if (std::erase(pinned, lane) > 0) return;
    pinned.push_back(lane);
    hidden.erase(lane);
}

bool LaneChoice::isPinned(const LaneKey& lane) const {
    return std::find(pinned.begin(), pinned.end(), lane) != pinned.end();
}

bool hasChildren(const LaneModel& model, std::size_t lane) {
    return lane + 1 < model.lanes.size() && lane > 0 &&
           model.lanes[lane + 1].depth > model.lanes[lane].depth;
}

}  // namespace coroscope::app
