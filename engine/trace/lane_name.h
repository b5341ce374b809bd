#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "engine/trace/ids.h"
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

/// The same to be drawn: without the marks that turn around the letters which follow, as not every
/// reader of a figure obeys them.
[[nodiscard]] inline std::string drawnLaneName(const Trace& trace, TaskId task) {
    std::string name = laneName(trace, task);
    for (const std::string_view mark : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066",
                                        "\u2067", "\u2068", "\u2069"}) {
        for (std::size_t at = 0; (at = name.find(mark, at)) != name.npos;) {
            name.replace(at, mark.size(), "\uFFFD");
        }
    }
    return name;
}

}  // namespace coroscope::trace
