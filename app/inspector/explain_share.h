// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What is done with what tasks share: locks, semaphores, events and queues.

#include "app/inspector/explain_text.h"

namespace coroscope::app {

/// Of an Acquired, a Released, a QueuePut or a QueueGot; `state` is that right after it.
[[nodiscard]] Explanation explainShared(const trace::Trace& trace, const trace::LoopState& state,
                                        const RunSource& source, Audience audience);

}  // namespace coroscope::app
