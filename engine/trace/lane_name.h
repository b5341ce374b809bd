#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "engine/trace/ids.h"
#include "engine/trace/plain_text.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// A coroutine as it is spoken of: of one that is defined within a function its own name, `worker`
/// of `main.<locals>.worker`.
[[nodiscard]] inline std::string_view ownName(std::string_view qualifiedName) {
    constexpr std::string_view kWithin = "<locals>.";
    const std::size_t last = qualifiedName.rfind(kWithin);
    return last == std::string_view::npos ? qualifiedName
                                          : qualifiedName.substr(last + kWithin.size());
}

/// What stands on a task's lane, and what it is called wherever a line is written about it: the
/// name that the program gave it, or `Task-1 main`; by its coroutine, if the program gave it none
/// to read.
[[nodiscard]] inline std::string laneName(const Trace& trace, TaskId task) {
    std::string name = trace.taskName(task);
    const std::string_view coroutine = ownName(trace.coroutineName(task));
    if (!trace.task(task).name.valid() && !coroutine.empty()) name.append(" ").append(coroutine);
    if (name.empty()) return coroutine.empty() ? "(no name)" : fmt::format("({})", coroutine);
    return name;
}

/// The same to be drawn: every reader of a figure shows it alike.
[[nodiscard]] inline std::string drawnLaneName(const Trace& trace, TaskId task) {
    return plainLine(laneName(trace, task));
}

}  // namespace coroscope::trace
