// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/awaited_calls.h"

#include <utility>

namespace coroscope::app {

using trace::Event;
using trace::WaitKind;

void AwaitedCalls::suspended(const Event& event, EventIndex at) {
    if (event.wait != WaitKind::Worker && event.wait != WaitKind::Process) return;
    OfTask& task = tasks_[event.task];
    task.waitsSince = at;
    task.over.clear();
}

void AwaitedCalls::started(const Event& event, EventIndex at) {
    if (event.task.valid()) tasks_[event.task].underWay[event.worker()] = at;
}

void AwaitedCalls::ended(const Event& event) {
    const auto task = tasks_.find(event.task);
    if (task == tasks_.end()) return;
    const auto call = task->second.underWay.find(event.worker());
    if (call == task->second.underWay.end()) return;
    task->second.over.push_back({event.time, call->second});
    task->second.underWay.erase(call);
}

void AwaitedCalls::woken(const Event& event, LaneModel& model) {
    const auto task = tasks_.find(event.task);
    if (task != tasks_.end()) note(task->second, model);
}

void AwaitedCalls::cutOff(LaneModel& model) {
    for (auto& [id, task] : tasks_) note(task, model);
}

/// The last one to be over woke it. If none is, it was cancelled or the run was cut off: then it is
/// known if there is but one.
void AwaitedCalls::note(OfTask& task, LaneModel& model) {
    const EventIndex since = std::exchange(task.waitsSince, {});
    if (!since.valid()) return;
    const std::size_t count = task.over.size();
    if (count == 0 && task.underWay.size() == 1) {
        model.awaitedCalls[since.value] = task.underWay.begin()->second;
    } else if (count > 0 && (count == 1 || task.over[count - 2].time < task.over.back().time)) {
        model.awaitedCalls[since.value] = task.over.back().began;
    }
}

}  // namespace coroscope::app
