// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Who waits for whom at one moment of a run.

#include <unordered_map>
#include <vector>

#include "engine/trace/state_at.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

/// The tasks without which `task` cannot go on: those that it awaits, or those that have the lock
/// it stands in line for. Empty where nobody is known (a sleep, a plain future). Looks at every
/// lock that is held: for more than a few tasks make a `WaitGraph`.
[[nodiscard]] std::vector<trace::TaskId> waitsFor(const trace::Trace& trace,
                                                  const trace::LoopState& state,
                                                  trace::TaskId task);

/// Answers the same for any number of tasks. Good as long as trace and state are.
class WaitGraph {
public:
    WaitGraph(const trace::Trace& trace, const trace::LoopState& state);

    [[nodiscard]] std::vector<trace::TaskId> waitsFor(trace::TaskId task) const;

private:
    const trace::Trace& trace_;
    const trace::LoopState& state_;
    std::unordered_map<trace::ObjectId, std::vector<trace::TaskId>> holders_;
};

/// The tasks of one ring in which each waits for the next and the last for the first, beginning
/// with the oldest; empty when there is none. Such a ring never goes on by itself.
[[nodiscard]] std::vector<trace::TaskId> waitCycle(const trace::Trace& trace,
                                                   const trace::LoopState& state);

}  // namespace coroscope::app
