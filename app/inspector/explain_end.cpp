// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/explain_end.h"

namespace coroscope::app {

std::string uncaught(const trace::Trace& trace, const trace::LoopState& state) {
    if (state.tasks.empty()) {
        return "Nobody caught it, and no event loop was started before it; see the console.";
    }
    // A task that nobody made was given to the loop by the program's own lines.
    for (std::size_t i = 0; i < state.tasks.size(); ++i) {
        const bool given = !trace.task(trace::TaskId::fromIndex(i)).creator.valid();
        const trace::TaskStatus status = state.tasks[i].status;
        if (given &&
            (status == trace::TaskStatus::Raised || status == trace::TaskStatus::Cancelled)) {
            return "It came out of the main task and nobody caught it; see the console.";
        }
    }
    return "It was raised outside of all tasks and nobody caught it; see the console.";
}

}  // namespace coroscope::app
