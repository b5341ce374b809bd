// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_model.h"

#include <algorithm>

#include "app/timeline/step_axis.h"

namespace coroscope::app {

std::optional<std::size_t> Lane::spanAt(EventIndex event) const {
    const auto after = std::upper_bound(events.begin(), events.end(), event);
    if (after == events.begin()) return std::nullopt;
    const auto index = static_cast<std::size_t>(after - events.begin() - 1);
    if (index < spanCount()) return index;
    if (end == LaneEnd::Open && spanCount() > 0 && event == events.back()) return spanCount() - 1;
    return std::nullopt;
}

std::size_t LaneModel::spanCount() const {
    std::size_t count = 0;
    for (const Lane& lane : lanes) count += lane.spanCount();
    return count;
}

std::optional<std::size_t> LaneModel::laneOf(TaskId task) const {
    if (!task.valid() || task.index() >= laneOfTask.size()) return std::nullopt;
    const std::uint32_t lane = laneOfTask[task.index()];
    return lane == 0 ? std::nullopt : std::optional<std::size_t>(lane);
}

std::optional<std::size_t> LaneModel::laneOf(const LaneKey& key) const {
    if (!key.worker.valid()) return laneOf(key.task);
    const auto found = std::find_if(lanes.begin(), lanes.end(),
                                    [&](const Lane& lane) { return lane.worker == key.worker; });
    if (found == lanes.end()) return std::nullopt;
    return static_cast<std::size_t>(found - lanes.begin());
}

TaskId LaneModel::nextInRing(TaskId task) const {
    const auto next = nextOfRing.find(task);
    return next == nextOfRing.end() ? TaskId() : next->second;
}

std::array<double, 2> LaneModel::extent(AxisKind axis) const {
    if (axis == AxisKind::Steps) return {0, static_cast<double>(steps.size()) + kStepLead};
    return {beginTime, endTime};
}

std::size_t LaneModel::instantOf(EventIndex event) const {
    const auto after =
        std::upper_bound(instants.begin(), instants.end(), event,
                         [](EventIndex e, const Instant& instant) { return e < instant.first; });
    return after == instants.begin() ? 0 : static_cast<std::size_t>(after - instants.begin() - 1);
}

EventIndex LaneModel::lastEventOf(std::size_t instant) const {
    const std::size_t next =
        instant + 1 < instants.size() ? instants[instant + 1].first.index() : eventCount;
    return EventIndex::fromIndex(next - 1);
}

std::uint32_t LaneModel::stepsAt(std::size_t instant) const {
    const auto next = instant + 1 < instants.size() ? instants[instant + 1].firstStep
                                                    : static_cast<std::uint32_t>(steps.size());
    return next - instants[instant].firstStep;
}

std::size_t LaneModel::firstStepFrom(EventIndex event) const {
    const auto found =
        std::lower_bound(steps.begin(), steps.end(), event,
                         [](const Step& step, EventIndex e) { return step.began < e; });
    return static_cast<std::size_t>(found - steps.begin());
}

std::uint32_t LaneModel::ordinal(std::size_t step) const {
    return static_cast<std::uint32_t>(step) - instants[steps[step].instant].firstStep + 1;
}

}  // namespace coroscope::app
