#include "engine/trace/trace.h"

namespace coroscope::trace {

EventIndex Trace::lastAtOrBefore(double time) const {
    const std::size_t after =
        events_.countBefore([time](const Event& event) { return event.time <= time; });
    return after == 0 ? EventIndex() : EventIndex::fromIndex(after - 1);
}

EventIndex Trace::firstAtOrAfter(double time) const {
    const std::size_t at =
        events_.countBefore([time](const Event& event) { return event.time < time; });
    return at == size() ? EventIndex() : EventIndex::fromIndex(at);
}

bool Trace::cutOff() const {
    if (empty() || (*this)[last()].kind != EventKind::Finished) {
        return true;
    }
    const Finish how = (*this)[last()].finish();
    return how != Finish::Ok && how != Finish::Raised;
}

std::string Trace::nameOr(TextId name, std::uint32_t number) const {
    return name.valid() ? std::string(text(name)) : "Task-" + std::to_string(number);
}

std::string Trace::taskName(TaskId id) const {
    if (!id.valid() || id.index() >= tasks_.size()) {
        return {};
    }
    return nameOr(task(id).name, task(id).number);
}

std::string Trace::taskNameAt(TaskId id, EventIndex at) const {
    if (!renames_.empty()) {
        if (const auto found = renames_.find(id); found != renames_.end()) {
            for (const FormerName& former : found->second) {
                if (at < former.until) {
                    return nameOr(former.name, task(id).number);
                }
            }
        }
    }
    return taskName(id);
}

std::span<const TaskId> Trace::members(ObjectId group) const {
    const auto found = members_.find(group);
    return found == members_.end() ? std::span<const TaskId>() : found->second;
}

std::size_t Trace::roomOf(ObjectId queue) const {
    const auto found = rooms_.find(queue);
    return found == rooms_.end() ? 0 : found->second;
}

const ImportedPlace* Trace::importedPlace(EventIndex at) const {
    const auto found = std::ranges::lower_bound(imported_, at, {}, &Imported::at);
    return found == imported_.end() || found->at != at ? nullptr : &importedPlaces_[found->place];
}

}  // namespace coroscope::trace
