#pragma once

#include "engine/trace/excerpt.h"
#include "engine/trace/ids.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// Whether a task is one of those that asyncio.run makes of its own, to clean up after the program
/// (Lib/asyncio/runners.py, Runner.close): they have no lane, and lists of tasks say what they are.
[[nodiscard]] inline bool isOfTheRunner(const Trace& trace, TaskId task) {
    return !trace.task(task).creator.valid() &&
           trace.coroutineName(task).starts_with("BaseEventLoop.");
}

/// Whether an export tells of a task: of asyncio.run's own only if they are asked for.
[[nodiscard]] inline bool isTold(const Trace& trace, const Excerpt& excerpt, TaskId task) {
    return excerpt.has(task) && !(excerpt.chosen.empty() && isOfTheRunner(trace, task));
}

/// Whether the callback of a CallbackScheduled or CallbackRan is one that asyncio made (or anybody
/// by a private name).
[[nodiscard]] inline bool isInsideCallback(const Trace& trace, const Event& event) {
    if (event.text().index() >= trace.textCount()) return true;
    std::string_view name = trace.text(event.text());
    name.remove_prefix(name.rfind('.') + 1);
    return name.empty() || name.starts_with('_');
}

}  // namespace coroscope::trace
