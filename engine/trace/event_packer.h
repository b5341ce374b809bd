#pragma once

/// Packs events as packed_events.h tells.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "engine/scenario/span.h"
#include "engine/trace/packed_events.h"

namespace coroscope::trace {

/// Gives the rows of the table of places their numbers.
class PlaceNumbers {
public:
    explicit PlaceNumbers(std::vector<Place>& places) : places_(&places) {}
    /// Of the place of a known span.
    [[nodiscard]] std::uint32_t of(const scenario::Span& span) {
        // A program goes round in few places: nearly all are found here.
        Recent& recent = recent_[static_cast<std::uint32_t>(span.line * 4 + span.column) % kRecent];
        if (!same(recent.span, span)) [[unlikely]]
            recent = {span, of(Place(span))};
        return recent.number;
    }

private:
    struct Recent {
        scenario::Span span;
        std::uint32_t number = 0;
    };
    static constexpr std::size_t kRecent = 32;
    /// As ==, two words at a time.
    static bool same(const scenario::Span& left, const scenario::Span& right) {
        using Words = std::array<std::uint64_t, 2>;
        const auto a = std::bit_cast<Words>(left), b = std::bit_cast<Words>(right);
        return ((a[0] ^ b[0]) | (a[1] ^ b[1])) == 0;
    }
    static constexpr std::uint32_t kEmpty = 0xFFFF'FFFF;
    [[nodiscard]] std::uint32_t of(const Place& place);
    [[nodiscard]] std::size_t slotOf(const Place& place) const;
    void grow();

    std::vector<Place>* places_;
    /// Open addressing: the numbers by the hash of their place. At most half of them are in use.
    std::vector<std::uint32_t> slots_;
    /// By a hash of the span.
    std::array<Recent, kRecent> recent_;
};

class EventPacker {
public:
    /// `events` stays where it is as long as this is used.
    explicit EventPacker(PackedEvents& events);

    /// Appends a row that happened at `where`; the row's own fields for that are not looked at.
    /// The caller sees to it that there is room. Always inlined: what a caller knows of the row
    /// (that it has no `b`, say) then costs nothing, and this is on the hottest path of a run.
    [[gnu::always_inline]] void append(const Event& row, const scenario::Span& where) {
        std::uint32_t* words = beginRow();
        std::uint32_t head = headOf(row, words);
        if (where.known()) head |= mention(places_.of(where), last_.place, words) << 20;
        head |= amount(row.value, words) << 22;
        endRow(head, words);
    }
    /// Of a row that happened nowhere in the scenario's text.
    [[gnu::always_inline]] void append(const Event& row) {
        std::uint32_t* words = beginRow();
        std::uint32_t head = headOf(row, words);
        head |= amount(row.value, words) << 22;
        endRow(head, words);
    }

    /// A point to which `rewind` goes back: rows appended since then are dropped.
    struct Mark {
        std::uint32_t* next = nullptr;
        std::size_t size = 0;
        LastMentioned last;
    };
    [[nodiscard]] Mark mark() const { return {next_, events_->size_, last_}; }
    void rewind(const Mark& mark);

private:
    [[gnu::always_inline]] std::uint32_t* beginRow() {
        if (events_->size_ % PackedEvents::kRowsPerBlock == 0) [[unlikely]]
            beginBlock();
        return next_ + 1;
    }
    [[gnu::always_inline]] std::uint32_t headOf(const Event& row, std::uint32_t*& words) {
        std::uint32_t head = static_cast<std::uint32_t>(row.kind) | std::uint32_t{row.detail} << 5 |
                             static_cast<std::uint32_t>(row.wait) << 8;
        if (row.time != last_.time) {
            last_.time = row.time;
            put(words, row.time);
            head |= 1U << 13;
        }
        head |= mention(row.task.value, last_.task, words) << 14;
        head |= mention(row.a, last_.a, words) << 16;
        return head | mention(row.b, last_.b, words) << 18;
    }
    [[gnu::always_inline]] void endRow(std::uint32_t head, std::uint32_t* end) {
        *next_ = head;
        next_ = end;
        ++events_->size_;
    }

    [[gnu::always_inline]] static std::uint32_t mention(std::uint32_t number, std::uint32_t& last,
                                                        std::uint32_t*& words) {
        if (number == TaskId::kNone) return static_cast<std::uint32_t>(Mention::None);
        const std::uint32_t before = last;
        last = number;
        if (number == before) return static_cast<std::uint32_t>(Mention::Again);
        if (number == before + 1) return static_cast<std::uint32_t>(Mention::Next);
        *words++ = number;
        return static_cast<std::uint32_t>(Mention::Given);
    }
    [[gnu::always_inline]] std::uint32_t amount(double value, std::uint32_t*& words) {
        // By their bits, so that -0.0 and NaN come back as they were.
        const auto bits = std::bit_cast<std::uint64_t>(value);
        if (bits == 0) return static_cast<std::uint32_t>(Amount::Zero);
        if (bits == std::bit_cast<std::uint64_t>(last_.value))
            return static_cast<std::uint32_t>(Amount::Again);
        last_.value = value;
        if (value >= 1 && value <= kLargestCount && value == static_cast<std::uint32_t>(value)) {
            *words++ = static_cast<std::uint32_t>(value);
            return static_cast<std::uint32_t>(Amount::Count);
        }
        put(words, value);
        return static_cast<std::uint32_t>(Amount::Given);
    }
    static void put(std::uint32_t*& words, double number) {
        std::memcpy(words, &number, sizeof number);
        words += 2;
    }

    void beginBlock();

    static constexpr double kLargestCount = 0xFFFF'FFFF;

    PackedEvents* events_;
    std::uint32_t* next_;  ///< where the next row goes
    LastMentioned last_;
    PlaceNumbers places_;
};

}  // namespace coroscope::trace
