#pragma once

/// What each task did, as stretches of time: the common ground of the writers for other tools.

#include <functional>
#include <string>

#include "engine/trace/trace.h"

namespace coroscope::trace {

enum class Doing : std::uint8_t { Ready, Running, Suspended };

struct TaskSpan {
    TaskId task;
    Doing doing = Doing::Running;
    double begin = 0;
    double end = 0;
    EventIndex began;        ///< what began it: TaskCreated, TaskWoken, StepBegan, or a StepEnded
    EventIndex ended;        ///< what ended it; the trace's last event if nothing did
    std::uint32_t line = 0;  ///< of the scenario's own file, where it began; 0: unknown
};

/// Calls `take` for every span, in the order in which they end. Memory grows with the tasks alone.
void forEachTaskSpan(const Trace& trace, const std::function<void(const TaskSpan&)>& take);

}  // namespace coroscope::trace
