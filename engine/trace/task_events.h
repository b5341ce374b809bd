#pragma once

/// Finds the events of one task, and the next and previous one from anywhere.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/trace/ids.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// Built in one pass over a finished trace; 4 bytes an event. Does not keep
/// the trace. Reading it from several threads is safe.
class TaskEvents {
public:
    explicit TaskEvents(const Trace& trace);

    /// All rows whose `task` it is, in order.
    [[nodiscard]] std::span<const EventIndex> of(TaskId task) const;
    /// The task's first event after `at` (its very first for none), or none.
    [[nodiscard]] EventIndex nextOf(TaskId task, EventIndex at) const;
    /// The task's last event before `at` (its very last for none), or none.
    [[nodiscard]] EventIndex previousOf(TaskId task, EventIndex at) const;

private:
    /// The events of task t are `events_[begins_[t], begins_[t + 1])`.
    std::vector<std::uint32_t> begins_;
    std::vector<EventIndex> events_;
};

/// The first StepBegan or CallbackRan after `at`: one step of the loop on.
/// None at the end.
[[nodiscard]] EventIndex nextLoopStep(const Trace& trace, EventIndex at);
/// The last one before `at`.
[[nodiscard]] EventIndex previousLoopStep(const Trace& trace, EventIndex at);

}  // namespace coroscope::trace
