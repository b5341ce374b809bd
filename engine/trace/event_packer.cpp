#include "engine/trace/event_packer.h"

#include <algorithm>

namespace coroscope::trace {

EventPacker::EventPacker(PackedEvents& events)
    : events_(&events), next_(events.storage_.words()), places_(events.places_) {}

void EventPacker::beginBlock() {
    last_ = LastMentioned();
    events_->blocks_.push_back(static_cast<std::uint32_t>(next_ - events_->storage_.words()));
}

void EventPacker::rewind(const Mark& mark) {
    next_ = mark.next;
    last_ = mark.last;
    events_->size_ = mark.size;
    events_->blocks_.resize((mark.size + PackedEvents::kRowsPerBlock - 1) /
                            PackedEvents::kRowsPerBlock);
}

std::uint32_t PlaceNumbers::of(const Place& place) {
    if (places_->size() * 2 >= slots_.size()) grow();
    std::uint32_t& slot = slots_[slotOf(place)];
    if (slot == kEmpty) {
        slot = static_cast<std::uint32_t>(places_->size());
        places_->push_back(place);
    }
    return slot;
}

std::size_t PlaceNumbers::slotOf(const Place& place) const {
    constexpr std::uint64_t kMix = 0x9E37'79B9'7F4A'7C15;
    const std::uint64_t key =
        std::uint64_t{place.line} << 32 | std::uint64_t{place.column} << 16 | place.endColumn;
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (key + place.moreLines) * kMix >> 32 & mask;
    while (slots_[at] != kEmpty && (*places_)[slots_[at]] != place) at = (at + 1) & mask;
    return at;
}

void PlaceNumbers::grow() {
    slots_.assign(std::max<std::size_t>(slots_.size() * 2, 64), kEmpty);
    for (std::size_t number = 0; number < places_->size(); ++number) {
        slots_[slotOf((*places_)[number])] = static_cast<std::uint32_t>(number);
    }
}

}  // namespace coroscope::trace
