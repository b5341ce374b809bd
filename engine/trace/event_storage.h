#pragma once

/// Where the rows of a trace live: one contiguous array that never moves.
///
/// The address space for the largest trace allowed is reserved at once, and
/// memory is taken page by page as rows are written. First-touch page faults
/// are most of what recording costs, so all but the first stretch asks for
/// huge pages (the first does not: a short run should not zero 2 MiB).

#include <cstddef>
#include <utility>

#include "engine/trace/event.h"

namespace coroscope::trace {

class EventStorage {
public:
    EventStorage() = default;
    /// Reserves room for `capacity` rows; fewer when the system refuses that
    /// much (see `capacity()`), none at all in the worst case.
    explicit EventStorage(std::size_t capacity);
    ~EventStorage();

    EventStorage(EventStorage&& other) noexcept
        : rows_(std::exchange(other.rows_, nullptr)),
          capacity_(std::exchange(other.capacity_, 0)),
          mapping_(std::exchange(other.mapping_, nullptr)),
          mappedBytes_(std::exchange(other.mappedBytes_, 0)) {}
    EventStorage& operator=(EventStorage&& other) noexcept {
        std::swap(rows_, other.rows_);
        std::swap(capacity_, other.capacity_);
        std::swap(mapping_, other.mapping_);
        std::swap(mappedBytes_, other.mappedBytes_);
        return *this;
    }
    EventStorage(const EventStorage&) = delete;
    EventStorage& operator=(const EventStorage&) = delete;

    [[nodiscard]] Event* rows() { return rows_; }
    [[nodiscard]] const Event* rows() const { return rows_; }
    [[nodiscard]] std::size_t capacity() const { return capacity_; }

private:
    Event* rows_ = nullptr;
    std::size_t capacity_ = 0;
    void* mapping_ = nullptr;
    std::size_t mappedBytes_ = 0;
};

}  // namespace coroscope::trace
