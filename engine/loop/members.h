// Futures that are followed until they are done.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/loop/future.h"
#include "engine/runtime/counted.h"

namespace coroscope::loop {

/// Futures in the order in which they came, any of which can be taken out at once (CPython: a set).
class Members {
public:
    explicit Members(runtime::Heap& heap)
        : inOrder_(Counted<Place>(heap)), numbers_(8, Counted<Number>(heap)) {}
    [[nodiscard]] bool empty() const { return inOrder_.empty(); }
    [[nodiscard]] std::size_t size() const { return inOrder_.size(); }
    /// False: it is there already.
    bool add(Future* future) {
        if (!numbers_.emplace(future, last_ + 1).second) return false;
        inOrder_.emplace(++last_, Ptr<Future>(future));
        return true;
    }
    void remove(Future* future) {
        const auto found = numbers_.find(future);
        if (found == numbers_.end()) return;
        inOrder_.erase(found->second);
        numbers_.erase(found);
    }
    void clear() {
        inOrder_.clear();
        numbers_.clear();
    }
    template <class Visit>
    void forEach(Visit visit) const {
        for (const auto& [number, member] : inOrder_) visit(member.get());
    }
    [[nodiscard]] std::vector<Ptr<Future>> list() const {
        std::vector<Ptr<Future>> members;
        members.reserve(inOrder_.size());
        for (const auto& [number, member] : inOrder_) members.push_back(member);
        return members;
    }

private:
    template <class T>
    using Counted = runtime::Counted<T>;
    using Place = std::pair<const std::uint64_t, Ptr<Future>>;
    using Number = std::pair<Future* const, std::uint64_t>;

    std::map<std::uint64_t, Ptr<Future>, std::less<>, Counted<Place>> inOrder_;
    std::unordered_map<Future*, std::uint64_t, std::hash<Future*>, std::equal_to<>, Counted<Number>>
        numbers_;
    std::uint64_t last_ = 0;
};

}  // namespace coroscope::loop
