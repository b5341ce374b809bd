#pragma once

/// The numbers with which schedulers are taught: how long each task ran, stood
/// in the ready queue and waited, and how busy the loop was.

#include <cstddef>
#include <vector>

#include "engine/trace/ids.h"
#include "engine/trace/state_at.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// All in seconds of virtual time. Up to the end of the trace for a task that
/// is not done by then.
struct TaskStatistics : TaskTimes {
    double created = 0;
    double ended = 0;  ///< the trace's end if it never did
    bool done = false;
    std::size_t steps = 0;

    /// From creation to end. running + ready + waiting.
    [[nodiscard]] double turnaround() const { return ended - created; }
};

struct RunStatistics {
    double duration = 0;
    /// Time in steps and callbacks.
    double busy = 0;
    /// That part of it in which code blocked the loop.
    double blocked = 0;
    std::size_t steps = 0;
    std::size_t callbacks = 0;
    std::size_t longestReadyQueue = 0;
    std::vector<TaskStatistics> tasks;  ///< by TaskId

    /// Share of the time in which the loop was busy, 0 to 1; 0 for a run that
    /// took no time.
    [[nodiscard]] double utilisation() const { return duration > 0 ? busy / duration : 0; }
};

[[nodiscard]] RunStatistics statisticsOf(const Trace& trace);

}  // namespace coroscope::trace
