#pragma once

#include "engine/trace/ids.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// Whether a task is one of those that asyncio.run makes of its own, to clean up after the program
/// (Lib/asyncio/runners.py, Runner.close): they have no lane, and lists of tasks say what they are.
[[nodiscard]] inline bool isOfTheRunner(const Trace& trace, TaskId task) {
    return !trace.task(task).creator.valid() &&
           trace.coroutineName(task).starts_with("BaseEventLoop.");
}

}  // namespace coroscope::trace
