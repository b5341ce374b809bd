// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/wait_graph.h"

#include <algorithm>
#include <cstdint>

namespace coroscope::app {

using trace::LoopState;
using trace::TaskId;
using trace::Trace;

namespace {

/// What `task` stands in line for, if it is for something that others have.
trace::ObjectId lineOf(const Trace& trace, const LoopState& state, TaskId task) {
    const trace::Event& suspension = trace[state.tasks[task.index()].suspendedAt];
    const bool held =
        suspension.wait == trace::WaitKind::Lock || suspension.wait == trace::WaitKind::Semaphore;
    return held ? suspension.object() : trace::ObjectId();
}

bool isSuspended(const LoopState& state, TaskId task) {
    if (!task.valid() || task.index() >= state.tasks.size()) return false;
    const trace::TaskState& now = state.tasks[task.index()];
    return now.status == trace::TaskStatus::Suspended && now.suspendedAt.valid();
}

}  // namespace

std::vector<TaskId> waitsFor(const Trace& trace, const LoopState& state, TaskId task) {
    if (!isSuspended(state, task)) return {};
    std::vector<TaskId> awaited = trace::awaitedTasks(trace, state, task);
    if (!awaited.empty()) return awaited;
    const trace::ObjectId line = lineOf(trace, state, task);
    if (!line.valid()) return {};
    for (const trace::Holding& holding : state.holdings) {
        if (holding.object == line) awaited.push_back(holding.task);
    }
    return awaited;
}

WaitGraph::WaitGraph(const Trace& trace, const LoopState& state) : trace_(trace), state_(state) {
    for (const trace::Holding& holding : state.holdings) {
        if (holding.object.valid()) holders_[holding.object].push_back(holding.task);
    }
}

std::vector<TaskId> WaitGraph::waitsFor(TaskId task) const {
    if (!isSuspended(state_, task)) return {};
    std::vector<TaskId> awaited = trace::awaitedTasks(trace_, state_, task);
    if (!awaited.empty()) return awaited;
    const auto holders = holders_.find(lineOf(trace_, state_, task));
    return holders == holders_.end() ? std::vector<TaskId>() : holders->second;
}

std::vector<TaskId> waitCycle(const Trace& trace, const LoopState& state) {
    // A walk in depth with the path kept: what leads back into the path closes a ring.
    enum : std::uint8_t { Unseen, OnPath, Left };
    struct Stop {
        TaskId task;
        std::vector<TaskId> next;
        std::size_t taken = 0;
    };
    const WaitGraph graph(trace, state);
    std::vector<std::uint8_t> seen(state.tasks.size(), Unseen);
    for (std::size_t first = 0; first < state.tasks.size(); ++first) {
        if (seen[first] != Unseen) continue;
        const TaskId root = TaskId::fromIndex(first);
        std::vector<Stop> path;
        path.push_back({root, graph.waitsFor(root)});
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
                path.push_back({to, graph.waitsFor(to)});
            }
        }
    }
    return {};
}

}  // namespace coroscope::app
