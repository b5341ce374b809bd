#pragma once

#include <string>
#include <string_view>

#include "engine/trace/ids.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// What stands on a task's lane, and what it is called wherever a line is written about it: the
/// name that the program gave it, or `Task-1 main`.
[[nodiscard]] inline std::string laneName(const Trace& trace, TaskId task) {
    std::string name = trace.taskName(task);
    const std::string_view coroutine = trace.coroutineName(task);
    if (!trace.task(task).name.valid() && !coroutine.empty()) name.append(" ").append(coroutine);
    return name;
}

}  // namespace coroscope::trace
