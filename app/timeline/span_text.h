// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The words of the timeline: what a span waits for, what a mark means, what a tooltip says. Made
/// only when somebody looks.

#include <cstddef>
#include <string>
#include <vector>

#include "app/timeline/lane_model.h"

namespace coroscope::trace {
struct Event;
}

namespace coroscope::app {

/// A task as it is spoken of: its given name, else its coroutine's if no other task runs that one,
/// else `Task-3`.
[[nodiscard]] std::string taskLabel(const LaneModel& model, TaskId task);

/// `thread 1`, `process 2`: by the row with which its call began.
[[nodiscard]] std::string workerLabel(const trace::Event& started);

/// What a span is about: `sleep 2 s → 3.0`, `awaits courier`, `gather of 4`,
/// `blocked 0.75 s · time.sleep`; empty when the shape says it all.
[[nodiscard]] std::string spanReason(const LaneModel& model, std::size_t lane, std::size_t span);

/// The same in as many words as there may be room for, the longest first:
/// `sleep 2 s → 3.0`, `sleep 2 s`, `2 s`.
[[nodiscard]] std::vector<std::string> spanReasons(const LaneModel& model, std::size_t lane,
                                                   std::size_t span);

/// Whether the shortest of them is the name of a task, whose first letters tell something.
[[nodiscard]] bool reasonIsAName(const LaneModel& model, std::size_t lane, std::size_t span);

/// `cancel requested by main`, `cancelled`, `ValueError`.
[[nodiscard]] std::string markText(const LaneModel& model, const Mark& mark);

/// The same in as many words as there may be room for, the longest first.
[[nodiscard]] std::vector<std::string> markForms(const LaneModel& model, const Mark& mark);

/// `cancelled by main`, if that is what a mark led to; empty if it is no request of a task's.
[[nodiscard]] std::string cancelledBy(const LaneModel& model, const Mark& mark);

/// What the end of a lane says that did not end well, of the loop's lane how the run was cut off:
/// in as many words as there may be room for, the longest first. Empty for a lane that did.
[[nodiscard]] std::vector<std::string> endForms(const LaneModel& model, std::size_t lane);

/// Of a place where its task is not alive: `not created before 2.0 s`, `over since 3.0 s:
/// cancelled`.
[[nodiscard]] std::string absenceTooltip(const LaneModel& model, std::size_t lane, bool before);

/// What the marks of a lane between two places of an axis say, each with its moment and line.
[[nodiscard]] std::string marksTooltip(const LaneModel& model, std::size_t lane, double first,
                                       double last, AxisKind axis);

/// All that there is to say about the spans [first, last): several lines of plain text: task,
/// state, reason, from when to when, how long.
[[nodiscard]] std::string spanTooltip(const LaneModel& model, std::size_t lane, std::size_t first,
                                      std::size_t last);

/// "running", "ready", "suspended", "idle", "blocked".
[[nodiscard]] std::string spanKindName(SpanKind kind);

}  // namespace coroscope::app
