// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The locks, semaphores, queues and events of a run at one moment: who has them, who waits for
/// them.

#include <string>
#include <vector>

#include "app/session/run_source.h"
#include "engine/trace/state_at.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

struct SyncObject {
    trace::ObjectId object;
    trace::WaitKind kind = trace::WaitKind::Lock;
    /// `lock`, `queue`; numbered where there are several of a kind: `lock 2`.
    std::string name;
    std::vector<trace::TaskId> holders;
    /// In the order in which they came, which is that in which they go on.
    std::vector<trace::TaskId> waiters;
    /// Items in a queue; -1 where it is none, or not known.
    int items = -1;
};

/// Those that have been touched up to `state.at`, in the order of their first use. Looks through
/// at most the last `kSyncEvents` events for queues that nobody waits for.
[[nodiscard]] std::vector<SyncObject> syncObjects(const trace::Trace& trace,
                                                  const trace::LoopState& state);
inline constexpr std::size_t kSyncEvents = 20'000;

}  // namespace coroscope::app
