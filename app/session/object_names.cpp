// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/object_names.h"

#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/session/run_source.h"

namespace coroscope::app {

using trace::Event;
using trace::EventIndex;
using trace::EventKind;
using trace::ObjectId;
using trace::WaitKind;

namespace {

/// Whether a name says already what it names: `door_lock`, `lock_a`, `self.lock`.
bool saysKind(std::string_view name, std::string_view kind) {
    if (name.starts_with(kind)) return true;
    if (!name.ends_with(kind)) return false;
    const char before = name[name.size() - kind.size() - 1];
    return before == '_' || before == '.';
}

}  // namespace

const char* objectKind(WaitKind kind) {
    switch (kind) {
        case WaitKind::Lock: return "lock";
        case WaitKind::Semaphore: return "semaphore";
        case WaitKind::Event: return "event";
        case WaitKind::Condition: return "condition";
        case WaitKind::Barrier: return "barrier";
        case WaitKind::QueueGet:
        case WaitKind::QueuePut:
        case WaitKind::QueueJoin: return "queue";
        default: return nullptr;
    }
}

bool touchesObject(const Event& event) {
    switch (event.kind) {
        case EventKind::Acquired:
        case EventKind::Released:
        case EventKind::QueuePut:
        case EventKind::QueueGot: return event.object().valid();
        case EventKind::StepEnded:
            return event.stepEnd() == trace::StepEnd::Suspended &&
                   objectKind(event.wait) != nullptr && event.object().valid();
        default: return false;
    }
}

WaitKind objectWait(const Event& event) {
    const bool ofQueue = event.kind == EventKind::QueuePut || event.kind == EventKind::QueueGot;
    return ofQueue ? WaitKind::QueueGet : event.wait;
}

std::string ObjectName::name() const {
    const std::string& plain = given.empty() ? kind : given;
    return number == 0 ? plain : fmt::format("{} {}", plain, number);
}

std::string ObjectName::label() const {
    return given.empty() || saysKind(given, kind) ? name() : kind + " " + name();
}

std::string ObjectName::inText() const { return given.empty() ? name() : kind + " " + name(); }

std::string ObjectName::spoken() const {
    return given.empty() ? "the " + name() : fmt::format("the {} “{}”", kind, name());
}

ObjectNames::ObjectNames(const trace::Trace& trace, const RunSource& source) {
    std::vector<ObjectId> order;
    std::size_t left = kNamedEvents;
    for (auto row = trace.events().begin(); !row.atEnd() && left-- > 0; ++row) {
        if (!touchesObject(*row)) continue;
        const char* kind = objectKind(objectWait(*row));
        if (kind == nullptr) continue;
        const auto [known, isNew] = names_.try_emplace(row->object(), ObjectName{kind, {}, 0});
        if (isNew) order.push_back(row->object());
        // Of what is done in an imported file, the event's place tells only who called that.
        if (!known->second.given.empty() || trace.importedPlace(row.index()) != nullptr) continue;
        known->second.given = source.subjectName(*row);
    }
    std::map<std::pair<std::string_view, std::string_view>, std::vector<ObjectName*>> same;
    for (const ObjectId object : order) {
        ObjectName& name = names_.at(object);
        if (name.given == name.kind) name.given.clear();
        same[{name.kind, name.given}].push_back(&name);
    }
    for (const auto& [name, objects] : same) {
        if (objects.size() < 2) continue;
        for (std::size_t i = 0; i < objects.size(); ++i) {
            objects[i]->number = static_cast<int>(i) + 1;
        }
    }
}

ObjectName ObjectNames::of(ObjectId object, WaitKind kind) const {
    const auto known = names_.find(object);
    if (known != names_.end()) return known->second;
    const char* word = objectKind(kind);
    return {word != nullptr ? word : "object", {}, 0};
}

}  // namespace coroscope::app
