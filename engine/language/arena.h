#pragma once

/// Memory for one syntax tree: handed out piece by piece, freed all at once.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace coroscope::language {

/// A bump allocator. What lives in it must be trivially destructible, since
/// nothing is destroyed one by one: the whole goes when the arena goes.
/// Addresses stay valid when the arena is moved.
class Arena {
public:
    Arena() = default;
    Arena(Arena&&) = default;
    Arena& operator=(Arena&&) = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    /// Raw memory; `alignment` is at most that of `std::max_align_t`.
    [[nodiscard]] void* allocate(std::size_t size, std::size_t alignment) {
        std::size_t padding = (alignment - (used_ & (alignment - 1))) & (alignment - 1);
        if (used_ + padding + size > capacity_) {
            addBlock(size);
            padding = 0;
        }
        std::byte* result = block_ + used_ + padding;
        used_ += padding + size;
        return result;
    }

    /// A new `T` made by aggregate initialisation from `arguments`.
    template <class T, class... Arguments>
    [[nodiscard]] T* create(Arguments&&... arguments) {
        static_assert(std::is_trivially_destructible_v<T>);
        return new (allocate(sizeof(T), alignof(T))) T{std::forward<Arguments>(arguments)...};
    }

    /// A copy of `items` in the arena.
    template <class T>
    [[nodiscard]] std::span<T> copyList(std::span<const T> items) {
        static_assert(std::is_trivially_copyable_v<T>);
        if (items.empty()) return {};
        T* memory = static_cast<T*>(allocate(items.size_bytes(), alignof(T)));
        std::memcpy(static_cast<void*>(memory), items.data(), items.size_bytes());
        return {memory, items.size()};
    }

    /// A copy of `text` in the arena.
    [[nodiscard]] std::string_view copyText(std::string_view text) {
        if (text.empty()) return {};
        char* memory = static_cast<char*>(allocate(text.size(), 1));
        std::memcpy(memory, text.data(), text.size());
        return {memory, text.size()};
    }

    /// The one copy of `text` in the arena: equal texts have equal `data()`.
    [[nodiscard]] std::string_view intern(std::string_view text) {
        if (2 * (internedCount_ + 1) > interned_.size()) growInternedTable();
        const std::size_t slot = findSlot(text);
        if (interned_[slot].data() == nullptr) {
            interned_[slot] = text.empty() ? std::string_view("", 0) : copyText(text);
            ++internedCount_;
        }
        return interned_[slot];
    }

private:
    static constexpr std::size_t kBlockSize = 64 * 1024;

    /// FNV-1a: identifiers are short.
    [[nodiscard]] static std::size_t hash(std::string_view text) {
        std::uint64_t value = 0xcbf29ce484222325U;
        for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
        return static_cast<std::size_t>(value ^ (value >> 32U));
    }

    /// Where `text` is in the table, or the free slot where it belongs.
    [[nodiscard]] std::size_t findSlot(std::string_view text) const {
        const std::size_t mask = interned_.size() - 1;
        std::size_t slot = hash(text) & mask;
        while (interned_[slot].data() != nullptr && interned_[slot] != text)
            slot = (slot + 1) & mask;
        return slot;
    }

    void growInternedTable() {
        std::vector<std::string_view> old = std::move(interned_);
        interned_.assign(old.empty() ? 64 : old.size() * 2, std::string_view());
        for (const std::string_view text : old) {
            if (text.data() != nullptr) interned_[findSlot(text)] = text;
        }
    }

    void addBlock(std::size_t atLeast) {
        capacity_ = atLeast > kBlockSize ? atLeast : kBlockSize;
        blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(capacity_));
        block_ = blocks_.back().get();
        used_ = 0;
    }

    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* block_ = nullptr;
    std::size_t used_ = 0;
    std::size_t capacity_ = 0;
    /// Open addressing; a free slot has no data. The size is a power of two.
    std::vector<std::string_view> interned_;
    std::size_t internedCount_ = 0;
};

}  // namespace coroscope::language
