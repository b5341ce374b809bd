#pragma once

/// Events as they are kept: packed.
///
/// Most of a row says what the row before it said: the same time, the same
/// task, the same line. So a row is a head of one word (32 bits) and a word or
/// two for each field that the head cannot tell:
///
///     bits   field    what the bits say             words that follow, in this order
///     0…4    kind     itself
///     5…7    detail   itself
///     8…12   wait     itself
///     13     time     0 as before, 1 given          2, a double
///     14…15  task     Mention                       1 if given
///     16…17  a        Mention                       1 if given
///     18…19  b        Mention                       1 if given
///     20…21  place    Mention, of a row of the      1 if given
///                     table of places
///     22…23  value    Amount                        1 if a count, 2 if a double
///
/// "Before" is what an earlier row mentioned last. Every 32nd row begins as if
/// there had been none, and its offset is kept, so that reading can begin
/// there: any row is found by unpacking 31 others at most, and going on from
/// row to row costs no search. A switch between tasks takes 8 to 16 bytes, a
/// row never more than 36.

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "engine/trace/event.h"
#include "engine/trace/word_storage.h"

namespace coroscope::trace {

/// How a head speaks of a number that may be none.
enum class Mention : std::uint32_t {
    None,
    Again,  ///< as mentioned last
    Next,   ///< one more than mentioned last, as where tasks run in turns
    Given,
};

/// How a head speaks of `value`.
enum class Amount : std::uint32_t {
    Zero,
    Again,  ///< as mentioned last
    Count,  ///< a whole number that fits into 32 bits
    Given,
};

/// What packing and unpacking remember from row to row.
struct LastMentioned {
    double time = 0;
    double value = 0;
    std::uint32_t task = TaskId::kNone;
    std::uint32_t a = TaskId::kNone;
    std::uint32_t b = TaskId::kNone;
    std::uint32_t place = TaskId::kNone;
};

class PackedEvents {
public:
    static constexpr std::size_t kRowsPerBlock = 32;
    static constexpr std::size_t kMostWordsPerRow = 9;

    /// Unpacks the rows one after the other. Good as long as they are.
    class Cursor {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Event;
        using difference_type = std::ptrdiff_t;
        using pointer = const Event*;
        using reference = const Event&;

        Cursor() = default;
        /// Stands at row `index`; at the end if there is no such row.
        Cursor(const PackedEvents& events, std::size_t index);

        [[nodiscard]] EventIndex index() const { return EventIndex::fromIndex(index_); }
        [[nodiscard]] bool atEnd() const { return index_ == end_; }
        /// The row at which it stands; good until it moves.
        const Event& operator*() const { return row_; }
        const Event* operator->() const { return &row_; }
        Cursor& operator++() {
            ++index_;
            if (index_ < end_) unpack();
            return *this;
        }
        void operator++(int) { ++*this; }
        friend bool operator==(const Cursor& left, const Cursor& right) {
            return left.index_ == right.index_;
        }

    private:
        friend class PackedEvents;
        void unpack();

        const PackedEvents* events_ = nullptr;
        const std::uint32_t* next_ = nullptr;  ///< the first word of the row after this one
        std::size_t index_ = 0;
        std::size_t end_ = 0;
        LastMentioned last_;
        Event row_;
    };

    PackedEvents() = default;
    /// Room for so many rows, or for fewer if the system refuses that much.
    explicit PackedEvents(std::size_t capacity);

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::size_t capacity() const { return storage_.capacity() / kMostWordsPerRow; }
    /// What the rows take up, with the tables that belong to them.
    [[nodiscard]] std::size_t bytes() const;
    [[nodiscard]] Event operator[](std::size_t index) const { return *Cursor(*this, index); }
    /// How many rows, from the first on, are so; those after them are not. By bisection.
    template <class Predicate>
    [[nodiscard]] std::size_t countBefore(Predicate isSo) const {
        std::size_t first = 0;  // the block in which it ends, or the one before that
        for (std::size_t past = blocks_.size(); past > first + 1;) {
            const std::size_t middle = first + (past - first) / 2;
            (isSo((*this)[middle * kRowsPerBlock]) ? first : past) = middle;
        }
        Cursor at(*this, first * kRowsPerBlock);
        while (!at.atEnd() && isSo(*at)) ++at;
        return at.index().index();
    }

private:
    friend class EventPacker;

    WordStorage storage_;
    std::size_t size_ = 0;
    /// Where in the storage the blocks of rows begin.
    std::vector<std::uint32_t> blocks_;
    std::vector<Place> places_;
};

/// The rows of a trace in their order: `for (const Event& event : trace.events())`. Walking
/// forwards is quick, `[]` costs some ten times as much.
class EventRange {
public:
    explicit EventRange(const PackedEvents& events) : events_(&events) {}
    [[nodiscard]] std::size_t size() const { return events_->size(); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] Event operator[](std::size_t index) const { return (*events_)[index]; }
    [[nodiscard]] PackedEvents::Cursor begin() const { return {*events_, 0}; }
    [[nodiscard]] PackedEvents::Cursor end() const { return {*events_, size()}; }
    /// At the row that follows this one.
    [[nodiscard]] PackedEvents::Cursor after(EventIndex at) const {
        return {*events_, at.index() + 1};
    }

private:
    const PackedEvents* events_;
};

}  // namespace coroscope::trace
