#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "engine/trace/ids.h"
#include "engine/trace/plain_text.h"
#include "engine/trace/runner_task.h"
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

/// More of a name nobody reads, and it would leave no room for anything else.
inline constexpr std::size_t kMostNameBytes = 60;

/// A name that a program chose, where people are to read it: one line, not too long, and nothing in
/// it that changes how what stands around it is shown. Empty: there is nothing in it to read.
[[nodiscard]] inline std::string shownName(std::string_view name) {
    std::string plain = plainLine(name.substr(0, 4 * kMostNameBytes));
    return isBlank(plain) ? std::string() : shortened(std::move(plain), kMostNameBytes);
}

/// A task in few words: `Task-7`, or the name that the program gave it; `(cook)`, by its coroutine,
/// if that is none to read.
[[nodiscard]] inline std::string shownTask(const Trace& trace, TaskId task) {
    if (!task.valid() || task.index() >= trace.taskCount()) return {};
    std::string name = shownName(trace.taskName(task));
    if (!name.empty()) return name;
    const std::string coroutine = shownName(ownName(trace.coroutineName(task)));
    return coroutine.empty() ? "(no name)" : fmt::format("({})", coroutine);
}

/// What stands on a task's lane, and what it is called wherever a line is written about it: the
/// name that the program gave it, or `Task-1 main`; of those that asyncio.run makes for itself it
/// says so.
[[nodiscard]] inline std::string laneName(const Trace& trace, TaskId task) {
    std::string name = shownTask(trace, task);
    if (trace.task(task).name.valid()) return name;
    const std::string coroutine = shownName(ownName(trace.coroutineName(task)));
    if (coroutine.empty()) return name;
    return fmt::format("{} {}{}", name, coroutine,
                       isOfTheRunner(trace, task) ? " (asyncio's own)" : "");
}

}  // namespace coroscope::trace
