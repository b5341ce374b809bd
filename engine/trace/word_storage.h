#pragma once

/// Where the words of a trace live: one contiguous array that never moves.
///
/// The address space for the largest trace allowed is reserved at once, and
/// memory is taken page by page as words are written. First-touch page faults
/// are most of what recording costs, so all but the first stretch asks for
/// huge pages (the first does not: a short run should not zero 2 MiB).

#include <cstddef>
#include <cstdint>
#include <utility>

namespace coroscope::trace {

class WordStorage {
public:
    WordStorage() = default;
    /// Reserves room for `capacity` words; fewer when the system refuses that
    /// much (see `capacity()`), none at all in the worst case.
    explicit WordStorage(std::size_t capacity);
    ~WordStorage();

    WordStorage(WordStorage&& other) noexcept
        : words_(std::exchange(other.words_, nullptr)),
          capacity_(std::exchange(other.capacity_, 0)),
          mapping_(std::exchange(other.mapping_, nullptr)),
          mappedBytes_(std::exchange(other.mappedBytes_, 0)) {}
    WordStorage& operator=(WordStorage&& other) noexcept {
        std::swap(words_, other.words_);
        std::swap(capacity_, other.capacity_);
        std::swap(mapping_, other.mapping_);
        std::swap(mappedBytes_, other.mappedBytes_);
        return *this;
    }
    WordStorage(const WordStorage&) = delete;
    WordStorage& operator=(const WordStorage&) = delete;

    [[nodiscard]] std::uint32_t* words() { return words_; }
    [[nodiscard]] const std::uint32_t* words() const { return words_; }
    [[nodiscard]] std::size_t capacity() const { return capacity_; }

private:
    std::uint32_t* words_ = nullptr;
    std::size_t capacity_ = 0;
    void* mapping_ = nullptr;
    std::size_t mappedBytes_ = 0;
};

}  // namespace coroscope::trace
