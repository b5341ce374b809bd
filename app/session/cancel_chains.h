// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Who cancelled whom in a run, and what came of it.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/trace/state_at.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

/// One call of cancel(), whether the program made it or the loop (at a time-out, in a task group).
struct Cancel {
    trace::EventIndex requested;
    trace::EventIndex delivered;  ///< none: CancelledError was never thrown into the target
    trace::EventIndex ended;      ///< the target's end; none: it outlives the run
    trace::TaskId by;             ///< none: no task
    trace::TaskId target;
    int depth = 0;  ///< how many others led to it, one to the next
};

/// All of them, each below the one that led to it: the cancel of a task that awaits others cancels
/// these, and a task may cancel others as it is cancelled itself.
class CancelChains {
public:
    CancelChains() = default;
    /// Walks over the whole trace. `states` is of the same one, and is left somewhere in it.
    CancelChains(const trace::Trace& trace, trace::StateReader& states);

    [[nodiscard]] std::span<const Cancel> all() const { return cancels_; }

private:
    std::vector<Cancel> cancels_;
};

}  // namespace coroscope::app
