// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The locks, semaphores, queues and events of a run at one moment: who has them, who waits for
/// them.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/session/run_source.h"
#include "engine/trace/state_at.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

struct SyncObject {
    trace::ObjectId object;
    trace::WaitKind kind = trace::WaitKind::Lock;
    ObjectName called;
    std::vector<trace::TaskId> holders;
    /// Those who waited and are woken, but have not had their turn yet: what they waited for is
    /// kept for them.
    std::vector<trace::TaskId> woken;
    /// In the order in which they came, which is that in which they go on.
    std::vector<trace::TaskId> waiters;
    /// Items in a queue; -1 where it is none, or not known.
    int items = -1;
    /// How many it takes; 0: as many as come.
    std::size_t room = 0;
    /// Places of a semaphore that nobody has and that are kept for nobody; -1 where it is none, or
    /// not known.
    int free = -1;
    /// Whether an event is set; of the others false.
    bool isSet = false;
};

struct SyncState {
    std::vector<SyncObject> objects;  ///< in the order of their first use
    std::size_t leftOut = 0;
};

/// Those that have been touched up to `state.at`; of more than `most` those that somebody waits for
/// before the others. Looks through at most the last `kSyncEvents` events for queues that nobody
/// waits for.
[[nodiscard]] SyncState syncState(const trace::Trace& trace, const trace::LoopState& state,
                                  const RunSource& source, std::size_t most = SIZE_MAX);
inline constexpr std::size_t kSyncEvents = 20'000;

}  // namespace coroscope::app
