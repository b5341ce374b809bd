#pragma once

/// Memory for one syntax tree: handed out piece by piece, freed all at once.

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

namespace coroscope::language {

/// A bump allocator. What lives in it must be trivially destructible, since
/// nothing is destroyed one by one: the whole goes when the arena goes.
/// Addresses stay valid when the arena is moved.
class Arena {
 public:
  Arena() = default;
  Arena(Arena &&) = default;
  Arena &operator=(Arena &&) = default;
  Arena(const Arena &) = delete;
  Arena &operator=(const Arena &) = delete;

  /// Raw memory; `alignment` is at most that of `std::max_align_t`.
  [[nodiscard]] void *allocate(std::size_t size, std::size_t alignment) {
    std::size_t padding = (alignment - (used_ & (alignment - 1))) & (alignment - 1);
    if (used_ + padding + size > capacity_) {
      addBlock(size);
      padding = 0;
    }
    std::byte *result = block_ + used_ + padding;
    used_ += padding + size;
    return result;
  }

  /// A new `T` made by aggregate initialisation from `arguments`.
  template <class T, class... Arguments>
  [[nodiscard]] T *create(Arguments &&...arguments) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Arguments>(arguments)...};
  }

  /// A copy of `items` in the arena.
  template <class T>
  [[nodiscard]] std::span<T> copyList(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return {};
    T *memory = static_cast<T *>(allocate(items.size_bytes(), alignof(T)));
    std::memcpy(static_cast<void *>(memory), items.data(), items.size_bytes());
    return {memory, items.size()};
  }

  /// A copy of `text` in the arena.
  [[nodiscard]] std::string_view copyText(std::string_view text) {
    if (text.empty()) return {};
    char *memory = static_cast<char *>(allocate(text.size(), 1));
    std::memcpy(memory, text.data(), text.size());
    return {memory, text.size()};
  }

  /// The one copy of `text` in the arena: equal texts have equal `data()`.
  [[nodiscard]] std::string_view intern(std::string_view text) {
    auto found = interned_.find(text);
    if (found != interned_.end()) return *found;
    std::string_view copy = copyText(text);
    interned_.insert(copy);
    return copy;
  }

 private:
  static constexpr std::size_t kBlockSize = 64 * 1024;

  void addBlock(std::size_t atLeast) {
    capacity_ = atLeast > kBlockSize ? atLeast : kBlockSize;
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(capacity_));
    block_ = blocks_.back().get();
    used_ = 0;
  }

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte *block_ = nullptr;
  std::size_t used_ = 0;
  std::size_t capacity_ = 0;
  std::unordered_set<std::string_view> interned_;
};

}  // namespace coroscope::language
