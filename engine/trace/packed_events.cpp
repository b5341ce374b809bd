#include "engine/trace/packed_events.h"

#include <algorithm>
#include <cstring>

namespace coroscope::trace {

namespace {

/// EventIndex and the offsets of blocks have 32 bits, the last number meaning "none".
constexpr std::size_t kMost = 0xFFFF'FFFE;

std::size_t wordsFor(std::size_t rows) {
    return std::min(std::min(rows, kMost) * PackedEvents::kMostWordsPerRow, kMost);
}

double takeDouble(const std::uint32_t*& words) {
    double number;
    std::memcpy(&number, words, sizeof number);
    words += 2;
    return number;
}

/// What `bits` of a head say of a number; `last` is brought up to date.
std::uint32_t mentioned(std::uint32_t bits, std::uint32_t& last, const std::uint32_t*& words) {
    switch (static_cast<Mention>(bits & 3)) {
        case Mention::None: return TaskId::kNone;
        case Mention::Again: break;
        case Mention::Next: ++last; break;
        case Mention::Given: last = *words++; break;
    }
    return last;
}

double amount(std::uint32_t bits, double& last, const std::uint32_t*& words) {
    switch (static_cast<Amount>(bits & 3)) {
        case Amount::Zero: return 0;
        case Amount::Again: break;
        case Amount::Count: last = *words++; break;
        case Amount::Given: last = takeDouble(words); break;
    }
    return last;
}

}  // namespace

PackedEvents::PackedEvents(std::size_t capacity) : storage_(wordsFor(capacity)) {}

std::size_t PackedEvents::bytes() const {
    const std::size_t words =
        size_ == 0 ? 0
                   : static_cast<std::size_t>(Cursor(*this, size_ - 1).next_ - storage_.words());
    return words * sizeof(std::uint32_t) + blocks_.size() * sizeof blocks_[0] +
           places_.size() * sizeof places_[0];
}

PackedEvents::Cursor::Cursor(const PackedEvents& events, std::size_t index)
    : events_(&events), index_(index), end_(events.size_) {
    if (index >= end_) {
        index_ = end_;
        return;
    }
    next_ = events.storage_.words() + events.blocks_[index / kRowsPerBlock];
    for (index_ = index - index % kRowsPerBlock; index_ < index; ++index_) unpack();
    unpack();
}

void PackedEvents::Cursor::unpack() {
    if (index_ % kRowsPerBlock == 0) last_ = LastMentioned();
    const std::uint32_t* words = next_;
    const std::uint32_t head = *words++;
    row_.kind = static_cast<EventKind>(head & 31);
    row_.detail = static_cast<std::uint8_t>(head >> 5 & 7);
    row_.wait = static_cast<WaitKind>(head >> 8 & 31);
    if (head >> 13 & 1) last_.time = takeDouble(words);
    row_.time = last_.time;
    row_.task = TaskId(mentioned(head >> 14, last_.task, words));
    row_.a = mentioned(head >> 16, last_.a, words);
    row_.b = mentioned(head >> 18, last_.b, words);
    const std::uint32_t at = mentioned(head >> 20, last_.place, words);
    const Place place = at == TaskId::kNone ? Place() : events_->places_[at];
    row_.line = place.line;
    row_.column = place.column;
    row_.endColumn = place.endColumn;
    row_.moreLines = place.moreLines;
    row_.value = amount(head >> 22, last_.value, words);
    next_ = words;
}

}  // namespace coroscope::trace
