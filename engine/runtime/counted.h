#pragma once

#include <cstddef>
#include <deque>
#include <memory>

#include "engine/runtime/heap.h"

namespace coroscope::runtime {

/// For containers of the standard library that grow with what the scenario does: what they take
/// counts for the memory limit.
template <class T>
class Counted {
public:
    using value_type = T;

    explicit Counted(Heap& heap) : heap_(&heap) {}
    template <class Other>
    // NOLINTNEXTLINE(google-explicit-constructor): containers convert it for their nodes.
    Counted(const Counted<Other>& other) : heap_(&other.heap()) {}

    [[nodiscard]] T* allocate(std::size_t count) {
        heap_->exchangeExternal(0, count * sizeof(T));
        return std::allocator<T>().allocate(count);
    }
    void deallocate(T* memory, std::size_t count) {
        heap_->exchangeExternal(count * sizeof(T), 0);
        std::allocator<T>().deallocate(memory, count);
    }
    [[nodiscard]] Heap& heap() const { return *heap_; }
    template <class Other>
    [[nodiscard]] bool operator==(const Counted<Other>& other) const {
        return heap_ == &other.heap();
    }

private:
    Heap* heap_;
};

template <class T>
using CountedDeque = std::deque<T, Counted<T>>;

}  // namespace coroscope::runtime
