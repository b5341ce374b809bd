// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The locks, semaphores, queues and events of a run at one moment: who has them, who waits for
/// them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/session/run_source.h"
#include "engine/trace/state_at.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

struct SyncObject {
    trace::ObjectId object;
    trace::WaitKind kind = trace::WaitKind::Lock;
    /// `lock`, `queue`.
    std::string what;
    /// What the program calls it, or its number where there are several of a kind: `printer`,
    /// `lock 2`.
    std::string name;
    std::vector<trace::TaskId> holders;
    /// In the order in which they came, which is that in which they go on.
    std::vector<trace::TaskId> waiters;
    /// Items in a queue; -1 where it is none, or not known.
    int items = -1;
    /// How many it takes; 0: as many as come.
    std::size_t room = 0;
    /// Places of a semaphore that nobody has; -1 where it is none, or not known.
    int free = -1;
    /// Whether an event is set; of the others false.
    bool isSet = false;
};

using ObjectNames = std::unordered_map<trace::ObjectId, std::string>;

/// What the program calls its locks, queues …, as far as its text says it at their uses. Looks at
/// the first `kNamedEvents` events, so that a name does not change while the playhead moves.
[[nodiscard]] ObjectNames syncNames(const trace::Trace& trace, const RunSource& source);
inline constexpr std::size_t kNamedEvents = 200'000;

struct SyncState {
    std::vector<SyncObject> objects;  ///< in the order of their first use
    std::size_t leftOut = 0;
};

/// Those that have been touched up to `state.at`; of more than `most` those that somebody waits for
/// before the others. Looks through at most the last `kSyncEvents` events for queues that nobody
/// waits for.
[[nodiscard]] SyncState syncState(const trace::Trace& trace, const trace::LoopState& state,
                                  const ObjectNames& names, std::size_t most = SIZE_MAX);
inline constexpr std::size_t kSyncEvents = 20'000;

}  // namespace coroscope::app
