// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/wait_graph.h"

#include <algorithm>
#include <cstdint>

namespace coroscope::app {

using trace::LoopState;
using trace::TaskId;
using trace::Trace;

std::vector<TaskId> waitsFor(const Trace& trace, const LoopState& state, TaskId task) {
    if (!task.valid() || task.index() >= state.tasks.size()) return {};
    const trace::TaskState& now = state.tasks[task.index()];
    if (now.status != trace::TaskStatus::Suspended || !now.suspendedAt.valid()) return {};
    std::vector<TaskId> awaited = trace::awaitedTasks(trace, state, task);
    if (!awaited.empty()) return awaited;
    const trace::Event& suspension = trace[now.suspendedAt];
    if (suspension.wait != trace::WaitKind::Lock && suspension.wait != trace::WaitKind::Semaphore) {
        return {};
    }
    for (const trace::Holding& holding : state.holdings) {
        if (holding.object == suspension.object()) awaited.push_back(holding.task);
    }
    return awaited;
}

std::vector<TaskId> waitCycle(const Trace& trace, const LoopState& state) {
    // A walk in depth with the path kept: what leads back into the path closes a ring.
    enum : std::uint8_t { Unseen, OnPath, Left };
    struct Stop {
        TaskId task;
        std::vector<TaskId> next;
        std::size_t taken = 0;
    };
    std::vector<std::uint8_t> seen(state.tasks.size(), Unseen);
    for (std::size_t first = 0; first < state.tasks.size(); ++first) {
        if (seen[first] != Unseen) continue;
        const TaskId root = TaskId::fromIndex(first);
        std::vector<Stop> path;
        path.push_back({root, waitsFor(trace, state, root)});
        seen[first] = OnPath;
        while (!path.empty()) {
            Stop& stop = path.back();
            if (stop.taken == stop.next.size()) {
                seen[stop.task.index()] = Left;
                path.pop_back();
                continue;
            }
            const TaskId to = stop.next[stop.taken++];
            if (!to.valid() || to.index() >= seen.size()) continue;
            if (seen[to.index()] == OnPath) {
                auto begin = std::find_if(path.begin(), path.end(),
                                          [to](const Stop& each) { return each.task == to; });
                std::vector<TaskId> ring;
                for (; begin != path.end(); ++begin) ring.push_back(begin->task);
                std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end()), ring.end());
                return ring;
            }
            if (seen[to.index()] == Unseen) {
                seen[to.index()] = OnPath;
                path.push_back({to, waitsFor(trace, state, to)});
            }
        }
    }
    return {};
}

}  // namespace coroscope::app
