// The timer heap: by `when`, and of equal ones that which was set first (conformance.md).
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/loop/handle.h"
#include "engine/runtime/counted.h"

namespace coroscope::loop {

/// A 4-ary heap of owned handles; shallower than a binary one, and its rows hold the keys.
class TimerHeap {
public:
    explicit TimerHeap(runtime::Heap& heap) : rows_(runtime::Counted<Row>(heap)) {}
    ~TimerHeap() { clear(); }
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] Handle* top() const { return rows_.front().handle; }
    [[nodiscard]] double topWhen() const { return rows_.front().when; }

    /// What the heap needs for one more row, beside what it has. Zero: there is room.
    [[nodiscard]] std::size_t bytesToGrow() const {
        return rows_.size() < rows_.capacity() ? 0 : 2 * rows_.size() * sizeof(Row);
    }
    void push(Ptr<Handle> handle) {
        rows_.push_back({handle->when, handle->sequence, handle.get()});
        static_cast<void>(handle.detach());
        siftUp(rows_.size() - 1);
    }
    Ptr<Handle> pop() {
        Ptr<Handle> first = Ptr<Handle>::steal(rows_.front().handle);
        rows_.front() = rows_.back();
        rows_.pop_back();
        if (!rows_.empty()) siftDown(0);
        return first;
    }
    /// Drops the cancelled ones where they are more than half of many
    /// (base_events.py: _MIN_SCHEDULED_TIMER_HANDLES, _MIN_CANCELLED_TIMER_HANDLES_FRACTION).
    void purge() {
        Rows kept(rows_.get_allocator());
        std::vector<Ptr<Handle>> dropped;
        for (const Row& row : rows_) {
            if (row.handle->cancelled) {
                row.handle->scheduled = false;
                dropped.push_back(Ptr<Handle>::steal(row.handle));
            } else {
                kept.push_back(row);
            }
        }
        rows_ = std::move(kept);
        for (std::size_t i = rows_.size() / 4 + 1; i-- > 0;) {
            if (i < rows_.size()) siftDown(i);
        }
    }
    template <class Visit>
    void forEach(Visit&& visit) const {
        for (const Row& row : rows_) visit(row.handle);
    }
    void clear() {
        const Rows rows = std::exchange(rows_, Rows(rows_.get_allocator()));
        for (const Row& row : rows) release(static_cast<Object*>(row.handle));
    }

private:
    struct Row {
        double when;
        std::uint64_t sequence;
        Handle* handle;
        bool operator<(const Row& other) const {
            return when < other.when || (when == other.when && sequence < other.sequence);
        }
    };
    using Rows = std::vector<Row, runtime::Counted<Row>>;

    void siftUp(std::size_t at) {
        const Row row = rows_[at];
        while (at > 0) {
            const std::size_t parent = (at - 1) / 4;
            if (!(row < rows_[parent])) break;
            rows_[at] = rows_[parent];
            at = parent;
        }
        rows_[at] = row;
    }
    void siftDown(std::size_t at) {
        const Row row = rows_[at];
        for (;;) {
            const std::size_t first = at * 4 + 1;
            if (first >= rows_.size()) break;
            std::size_t least = first;
            const std::size_t end = std::min(first + 4, rows_.size());
            for (std::size_t child = first + 1; child < end; ++child) {
                if (rows_[child] < rows_[least]) least = child;
            }
            if (!(rows_[least] < row)) break;
            rows_[at] = rows_[least];
            at = least;
        }
        rows_[at] = row;
    }

    Rows rows_;
};

}  // namespace coroscope::loop
