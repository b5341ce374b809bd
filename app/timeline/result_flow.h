// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// To whom the result of a task goes through a gather, wait, as_completed, task group, wait_for or
/// shield: such a thing wakes who waits for it by a callback, so that the waking does not say whose
/// result it was.

#include <unordered_map>
#include <vector>

#include "engine/trace/event.h"
#include "engine/trace/ids.h"

namespace coroscope::trace {
class Trace;
}

namespace coroscope::app {

/// Told of a run's events in their order.
class ResultFlow {
public:
    explicit ResultFlow(const trace::Trace& trace) : trace_(trace) {}

    void suspended(const trace::Event& event);
    void woken(trace::TaskId task);
    /// Who waits, now that `task` has ended, for what it was given to; in no order of worth.
    [[nodiscard]] std::vector<trace::TaskId> ended(trace::TaskId task);

private:
    const trace::Trace& trace_;
    /// What each task was given to, a gather or the like, until it ends.
    std::unordered_multimap<trace::TaskId, trace::ObjectId> givenTo_;
    std::unordered_map<trace::ObjectId, trace::TaskId> waiterOf_;
    std::unordered_map<trace::TaskId, trace::ObjectId> waitsFor_;
};

}  // namespace coroscope::app
