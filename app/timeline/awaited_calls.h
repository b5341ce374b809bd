// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Which call in a worker a task waits for. The trace does not say so: it says which calls of the
/// task are under way, and which was over when the task was woken.

#include <unordered_map>
#include <vector>

#include "app/timeline/lane_model.h"
#include "engine/trace/event.h"

namespace coroscope::app {

/// Told of events in their order, notes in the model what it finds.
class AwaitedCalls {
public:
    void suspended(const trace::Event& event, EventIndex at);
    void started(const trace::Event& event, EventIndex at);
    void ended(const trace::Event& event);
    void woken(const trace::Event& event, LaneModel& model);
    /// The run is over: of those who still wait.
    void cutOff(LaneModel& model);

private:
    struct Over {
        double time = 0;
        EventIndex began;
    };
    struct OfTask {
        std::unordered_map<trace::WorkerId, EventIndex> underWay;
        std::vector<Over> over;  ///< since it was suspended
        EventIndex waitsSince;   ///< none: it waits for no call
    };

    static void note(OfTask& task, LaneModel& model);

    std::unordered_map<TaskId, OfTask> tasks_;
};

}  // namespace coroscope::app
