// Futures standing in line for something: a lock, an item, room.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>

#include "engine/loop/future.h"
#include "engine/runtime/counted.h"

namespace coroscope::loop {

/// A line that anyone can leave, not only who is at its head (CPython: a collections.deque and its
/// remove()). Places are numbered, and who leaves from the middle leaves theirs empty; from the
/// first time that somebody does so in a long line, it knows everybody's place. Thus nothing here
/// takes longer where more are in line, however they leave it.
class WaitLine {
public:
    explicit WaitLine(runtime::Heap& heap) : places_(runtime::Counted<Ptr<Future>>(heap)) {}
    [[nodiscard]] bool empty() const { return places_.empty(); }
    [[nodiscard]] std::size_t size() const { return places_.size() - holes_; }
    /// Has anybody been in line yet?
    [[nodiscard]] bool everUsed() const { return first_ != 0 || !places_.empty(); }
    /// The one at the head; the line must not be empty.
    [[nodiscard]] const Ptr<Future>& front() const { return places_.front(); }

    void add(Ptr<Future> future) {
        if (index_) (*index_)[future.get()] = first_ + places_.size();
        places_.push_back(std::move(future));
    }
    [[nodiscard]] Ptr<Future> takeFront() {
        Ptr<Future> future = std::move(places_.front());
        if (index_) index_->erase(future.get());
        dropHead();
        return future;
    }
    /// Does nothing where it is not in line.
    void remove(Future* future) {
        if (places_.empty()) return;
        if (places_.front().get() == future) return static_cast<void>(takeFront());
        const std::size_t at = find(future);
        if (at == places_.size()) return;
        if (index_) index_->erase(future);
        const Ptr<Future> keep = std::move(places_[at]);
        ++holes_;
        while (!places_.back()) {
            places_.pop_back();
            --holes_;
        }
        const Number end = first_ + places_.size();
        pendingFrom_ = std::min(pendingFrom_, end);
        notCancelledFrom_ = std::min(notCancelledFrom_, end);
        if (holes_ > places_.size() / 2) close();
    }

    /// The first that is not done, and the first that was not cancelled; null if there is none.
    /// Neither looks twice at those before it, for what is done stays so.
    [[nodiscard]] Future* firstPending() const {
        return firstFrom(pendingFrom_, [](const Future& each) { return !each.done(); });
    }
    [[nodiscard]] Future* firstNotCancelled() const {
        return firstFrom(notCancelledFrom_,
                         [](const Future& each) { return each.state != Future::State::Cancelled; });
    }
    template <class Visit>
    void forEach(Visit visit) const {
        for (const Ptr<Future>& each : places_) {
            if (each) visit(each.get());
        }
    }

private:
    using Number = std::uint64_t;                  ///< of a place, counted from the first ever
    static constexpr std::size_t kFewPlaces = 32;  ///< so many are looked through

    void dropHead() {
        places_.pop_front();
        ++first_;
        while (!places_.empty() && !places_.front()) {
            places_.pop_front();
            ++first_;
            --holes_;
        }
        if (places_.empty()) index_.reset();
    }
    [[nodiscard]] std::size_t find(const Future* future) {
        if (!index_) {
            for (std::size_t at = 0; at < places_.size() && at < kFewPlaces; ++at) {
                if (places_[at].get() == future) return at;
            }
            if (places_.size() <= kFewPlaces) return places_.size();
            makeIndex();
        }
        const auto found = index_->find(future);
        return found == index_->end() ? places_.size() : found->second - first_;
    }
    void makeIndex() {
        index_ = std::make_unique<std::unordered_map<const Future*, Number>>();
        for (std::size_t at = 0; at < places_.size(); ++at) {
            if (places_[at]) (*index_)[places_[at].get()] = first_ + at;
        }
    }
    /// Everybody moves up.
    void close() {
        std::erase_if(places_, [](const Ptr<Future>& each) { return !each; });
        holes_ = 0;
        pendingFrom_ = notCancelledFrom_ = first_;
        if (index_) makeIndex();
    }
    template <class Which>
    Future* firstFrom(Number& from, Which which) const {
        if (from < first_) from = first_;
        for (; from < first_ + places_.size(); ++from) {
            Future* each = places_[from - first_].get();
            if (each != nullptr && which(*each)) return each;
        }
        return nullptr;
    }

    runtime::CountedDeque<Ptr<Future>>
        places_;  ///< those of who has left are empty, but for the head's
    std::size_t holes_ = 0;
    Number first_ = 0;                                       ///< the head's
    mutable Number pendingFrom_ = 0, notCancelledFrom_ = 0;  ///< all before are not it
    std::unique_ptr<std::unordered_map<const Future*, Number>> index_;
};

}  // namespace coroscope::loop
