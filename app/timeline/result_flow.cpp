// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/result_flow.h"

#include "engine/trace/trace.h"

namespace coroscope::app {

using trace::ObjectId;
using trace::TaskId;
using trace::WaitKind;

void ResultFlow::suspended(const trace::Event& event) {
    const ObjectId object = event.object();
    // Who awaits the task itself is woken by it.
    if (!object.valid() || event.wait == WaitKind::Task) return;
    const auto members = trace_.members(object);
    const bool wraps = event.wait == WaitKind::WaitFor || event.wait == WaitKind::Shield;
    if (members.empty() && !(wraps && event.taskB().valid())) return;
    waitsFor_[event.task] = object;
    const bool isNew = waiterOf_.insert_or_assign(object, event.task).second;
    if (!isNew) return;
    for (const TaskId member : members) givenTo_.emplace(member, object);
    if (members.empty()) givenTo_.emplace(event.taskB(), object);
}

void ResultFlow::woken(TaskId task) {
    const auto waits = waitsFor_.find(task);
    if (waits == waitsFor_.end()) return;
    waiterOf_[waits->second] = TaskId();
    waitsFor_.erase(waits);
}

std::vector<TaskId> ResultFlow::ended(TaskId task) {
    std::vector<TaskId> waiters;
    const auto [first, last] = givenTo_.equal_range(task);
    for (auto given = first; given != last; ++given) {
        const TaskId waiter = waiterOf_[given->second];
        if (waiter.valid()) waiters.push_back(waiter);
    }
    givenTo_.erase(first, last);
    return waiters;
}

}  // namespace coroscope::app
