// What a loop is to run next.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "engine/loop/handle.h"

namespace coroscope::loop {

/// Something that is ready to run. Steps of tasks are by far the most frequent, so they
/// need no Handle.
struct ReadyItem {
    enum class Kind : std::uint8_t { Step, Throw, Wake, Call, Handle };
    Kind kind;
    trace::ObjectId id{};             ///< Call: its number in the trace
    Object* object;                   ///< Task or Handle; or, for Call, the target; owned
    Object* other = nullptr;          ///< Throw: the exception; Wake and Call: the future; owned
    NativeCallback native = nullptr;  ///< Call
};

/// The ready queue: first in, first out, in a chain of chunks. A new one has room for as many items
/// as are in the queue: a few tasks that take turns stay in the same few cache lines, and what a
/// crowd needed once goes as its items do.
class ReadyQueue {
public:
    explicit ReadyQueue(runtime::Heap& heap) : heap_(heap) {}
    ReadyQueue(const ReadyQueue&) = delete;
    ReadyQueue& operator=(const ReadyQueue&) = delete;
    ~ReadyQueue() {
        clear();
        drop(std::move(first_));
        drop(std::move(spare_));
    }

    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] bool empty() const { return count_ == 0; }
    void push(const ReadyItem& item) {
        if (pushAt_ == pushEnd_) [[unlikely]]
            addChunk();
        *pushAt_++ = item;
        ++count_;
    }
    ReadyItem pop() {
        if (popAt_ == popEnd_) [[unlikely]]
            nextChunk();
        --count_;
        return *popAt_++;
    }
    /// Calls `visit` with each item, the next one first.
    template <class Visit>
    void forEach(Visit visit) const {
        const ReadyItem* at = popAt_;
        for (const Chunk* chunk = first_.get(); chunk; chunk = chunk->next.get()) {
            const ReadyItem* end = chunk == last_ ? pushAt_ : chunk->end();
            for (; at != end; ++at) visit(*at);
            if (chunk->next) at = chunk->next->items.get();
        }
    }
    void clear() {
        while (!empty()) {
            const ReadyItem item = pop();
            if (item.object) release(item.object);
            if (item.other) release(item.other);
        }
    }

private:
    static constexpr std::size_t kLeast = 64;
    static constexpr std::size_t kMost = 8192;

    struct Chunk {
        explicit Chunk(std::size_t room)
            : items(std::make_unique_for_overwrite<ReadyItem[]>(room)), size(room) {}
        [[nodiscard]] const ReadyItem* end() const { return items.get() + size; }
        std::unique_ptr<ReadyItem[]> items;
        std::size_t size;
        std::unique_ptr<Chunk> next;
    };

    void addChunk() {
        const std::size_t room = std::clamp(std::bit_ceil(count_), kLeast, kMost);
        std::unique_ptr<Chunk> chunk = std::move(spare_);
        if (!chunk || chunk->size != room) {
            drop(std::move(chunk));
            chunk = std::make_unique<Chunk>(room);
            heap_.exchangeExternal(0, room * sizeof(ReadyItem));
        }
        Chunk* added = chunk.get();
        (last_ ? last_->next : first_) = std::move(chunk);
        if (!last_) {
            popAt_ = added->items.get();
            popEnd_ = added->end();
        }
        last_ = added;
        pushAt_ = added->items.get();
        pushEnd_ = added->end();
    }
    /// The first chunk is read to its end; it is kept for the next need of one.
    void nextChunk() {
        drop(std::move(spare_));
        spare_ = std::exchange(first_, std::move(first_->next));
        popAt_ = first_->items.get();
        popEnd_ = first_->end();
    }

    void drop(std::unique_ptr<Chunk> chunk) {
        if (chunk) heap_.exchangeExternal(chunk->size * sizeof(ReadyItem), 0);
    }

    runtime::Heap& heap_;
    std::unique_ptr<Chunk> first_, spare_;
    Chunk* last_ = nullptr;
    ReadyItem* pushAt_ = nullptr;
    const ReadyItem* pushEnd_ = nullptr;
    const ReadyItem* popAt_ = nullptr;
    const ReadyItem* popEnd_ = nullptr;
    std::size_t count_ = 0;
};

}  // namespace coroscope::loop
