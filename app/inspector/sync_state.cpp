// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/sync_state.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace coroscope::app {

using trace::Event;
using trace::EventIndex;
using trace::EventKind;
using trace::ObjectId;
using trace::TaskId;
using trace::WaitKind;

namespace {

/// Of the two ends of a queue, one kind stands for both.
WaitKind family(WaitKind kind) {
    return kind == WaitKind::QueuePut || kind == WaitKind::QueueJoin ? WaitKind::QueueGet : kind;
}

const char* word(WaitKind kind) {
    switch (family(kind)) {
        case WaitKind::Lock: return "lock";
        case WaitKind::Semaphore: return "semaphore";
        case WaitKind::Event: return "event";
        case WaitKind::Condition: return "condition";
        case WaitKind::Barrier: return "barrier";
        case WaitKind::QueueGet: return "queue";
        default: return nullptr;
    }
}

/// By what the program calls them; several of the same name, and those without one, by numbers.
void nameThem(std::vector<SyncObject>& objects, const ObjectNames& names) {
    std::map<std::string, int> total;
    for (SyncObject& each : objects) {
        const char* kind = word(each.kind);
        each.what = kind ? kind : "object";
        const auto known = names.find(each.object);
        each.name = known == names.end() ? each.what : known->second;
        ++total[each.name];
    }
    std::map<std::string, int> number;
    for (SyncObject& each : objects) {
        if (total[each.name] < 2) continue;
        each.name += fmt::format(" {}", ++number[each.name]);
    }
}

}  // namespace

ObjectNames syncNames(const trace::Trace& trace, const RunSource& source) {
    ObjectNames names;
    std::size_t left = kNamedEvents;
    for (const Event& event : trace.events()) {
        if (left-- == 0) break;
        const bool touches =
            event.kind == EventKind::Acquired || event.kind == EventKind::Released ||
            event.kind == EventKind::QueuePut || event.kind == EventKind::QueueGot ||
            (event.kind == EventKind::StepEnded && event.stepEnd() == trace::StepEnd::Suspended &&
             word(event.wait) != nullptr);
        if (!touches || names.contains(event.object())) continue;
        if (const std::string_view name = source.subjectName(event); !name.empty()) {
            names.emplace(event.object(), name);
        }
    }
    return names;
}

std::vector<SyncObject> syncObjects(const trace::Trace& trace, const trace::LoopState& state,
                                    const ObjectNames& names) {
    std::vector<SyncObject> found;
    if (!state.at.valid()) return found;
    const auto entry = [&found, &trace](ObjectId object, WaitKind kind) -> SyncObject& {
        const auto known = std::find_if(found.begin(), found.end(), [&](const SyncObject& each) {
            return each.object == object;
        });
        if (known != found.end()) return *known;
        SyncObject made;
        made.object = object;
        made.kind = family(kind);
        made.room = trace.roomOf(object);
        found.push_back(std::move(made));
        return found.back();
    };
    for (const trace::Holding& holding : state.holdings) {
        entry(holding.object, holding.kind).holders.push_back(holding.task);
    }
    struct Waiter {
        EventIndex since;
        TaskId task;
    };
    std::vector<Waiter> waiters;
    for (std::size_t i = 0; i < state.tasks.size(); ++i) {
        const trace::TaskState& task = state.tasks[i];
        if (task.status != trace::TaskStatus::Suspended || !task.suspendedAt.valid()) continue;
        if (word(trace[task.suspendedAt].wait) == nullptr) continue;
        waiters.push_back({task.suspendedAt, TaskId::fromIndex(i)});
    }
    std::sort(waiters.begin(), waiters.end(),
              [](const Waiter& a, const Waiter& b) { return a.since < b.since; });
    for (const Waiter& waiter : waiters) {
        const Event& event = trace[waiter.since];
        entry(event.object(), event.wait).waiters.push_back(waiter.task);
    }
    // What lies free, and how full the queues are, is told by what happened to them last.
    std::set<ObjectId> told;
    const std::size_t end = state.at.index() + 1;
    for (std::size_t i = end; i > end - std::min(end, kSyncEvents); --i) {
        const Event& event = trace[EventIndex::fromIndex(i - 1)];
        if (event.kind == EventKind::QueuePut || event.kind == EventKind::QueueGot) {
            SyncObject& queue = entry(event.object(), WaitKind::QueueGet);
            if (queue.items < 0) queue.items = static_cast<int>(event.value);
        } else if (event.kind == EventKind::Released || event.kind == EventKind::Acquired) {
            SyncObject& object = entry(event.object(), event.wait);
            const bool latest = told.insert(event.object()).second;
            if (latest && object.kind == WaitKind::Semaphore) {
                object.free = static_cast<int>(event.value);
            } else if (latest && object.kind == WaitKind::Event) {
                object.isSet = event.value != 0;
            }
        }
    }
    std::sort(found.begin(), found.end(),
              [](const SyncObject& a, const SyncObject& b) { return a.object < b.object; });
    nameThem(found, names);
    return found;
}

}  // namespace coroscope::app
