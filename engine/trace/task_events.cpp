#include "engine/trace/task_events.h"

#include <algorithm>

namespace coroscope::trace {

TaskEvents::TaskEvents(const Trace& trace) : begins_(trace.taskCount() + 1, 0) {
    const std::size_t tasks = trace.taskCount();
    for (const Event& event : trace.events()) {
        if (event.task.index() < tasks) ++begins_[event.task.index() + 1];
    }
    for (std::size_t task = 0; task < tasks; ++task) begins_[task + 1] += begins_[task];
    events_.resize(begins_[tasks]);
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
    const auto rows = trace.events();
    for (auto row = rows.begin(); !row.atEnd(); ++row) {
        const std::size_t task = row->task.index();
        if (task < tasks) events_[next[task]++] = row.index();
    }
}

std::span<const EventIndex> TaskEvents::of(TaskId task) const {
    if (task.index() + 1 >= begins_.size()) return {};
    const std::size_t begin = begins_[task.index()];
    return std::span(events_).subspan(begin, begins_[task.index() + 1] - begin);
}

EventIndex TaskEvents::nextOf(TaskId task, EventIndex at) const {
    const auto its = of(task);
    const auto found = at.valid() ? std::upper_bound(its.begin(), its.end(), at) : its.begin();
    return found == its.end() ? EventIndex() : *found;
}

EventIndex TaskEvents::previousOf(TaskId task, EventIndex at) const {
    const auto its = of(task);
    const auto found = at.valid() ? std::lower_bound(its.begin(), its.end(), at) : its.end();
    return found == its.begin() ? EventIndex() : *(found - 1);
}

namespace {

bool beginsLoopStep(const Event& event) {
    return event.kind == EventKind::StepBegan || event.kind == EventKind::CallbackRan;
}

}  // namespace

EventIndex nextLoopStep(const Trace& trace, EventIndex at) {
    const auto rows = trace.events();
    for (auto row = at.valid() ? rows.after(at) : rows.begin(); !row.atEnd(); ++row) {
        if (beginsLoopStep(*row)) return row.index();
    }
    return {};
}

EventIndex previousLoopStep(const Trace& trace, EventIndex at) {
    const auto rows = trace.events();
    for (std::size_t index = at.valid() ? at.index() : rows.size(); index > 0; --index) {
        if (beginsLoopStep(rows[index - 1])) return EventIndex::fromIndex(index - 1);
    }
    return {};
}

}  // namespace coroscope::trace
