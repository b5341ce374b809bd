#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "engine/trace/ids.h"
#include "engine/trace/plain_text.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// What stands on a task's lane, and what it is called wherever a line is written about it: the
/// name that the program gave it, or `Task-1 main`; by its coroutine, if the program gave it none
/// to read.
[[nodiscard]] inline std::string laneName(const Trace& trace, TaskId task) {
    std::string name = trace.taskName(task);
    const std::string_view coroutine = trace.coroutineName(task);
    if (!trace.task(task).name.valid() && !coroutine.empty()) name.append(" ").append(coroutine);
    if (name.empty()) return coroutine.empty() ? "(no name)" : fmt::format("({})", coroutine);
    return name;
}

/// The same to be drawn: every reader of a figure shows it alike.
[[nodiscard]] inline std::string drawnLaneName(const Trace& trace, TaskId task) {
    return plainLine(laneName(trace, task));
}

}  // namespace coroscope::trace
