// What CPython would keep until its collector comes by.
#pragma once

#include <deque>
#include <utility>

#include "engine/runtime/exceptions.h"
#include "engine/runtime/heap.h"

namespace coroscope::loop {

/// Some of asyncio's own functions tie what they raise to itself: `raise error` in a frame that has
/// `error` among its locals, and the traceback holds the frame. Under CPython such an exception,
/// with the tasks and generators that it leads to, lives until a collection, in a short program
/// until the end. We tie no such knot: the latest are held here instead, so many that a short
/// program has no more and a long one does not drown in them.
class Uncollected {
public:
    /// An error whose traceback leads to `local`, which leads to the error; or, with no error, what
    /// leads to itself.
    struct Knot {
        Ptr<runtime::Exception> error;
        Ptr<runtime::Object> local;
    };

    void keep(Ptr<runtime::Exception> error, Ptr<runtime::Object> local) {
        Knot oldest;  // dies last: its finalizers may come here
        if (kept_.size() == kMost) {
            oldest = std::move(kept_.front());
            kept_.pop_front();
        }
        kept_.push_back({std::move(error), std::move(local)});
    }
    [[nodiscard]] const std::deque<Knot>& knots() const { return kept_; }

    /// A collection has come.
    void letGo() {
        const std::deque<Knot> kept = std::exchange(kept_, {});  // finalizers may come here
    }

    /// The run is over: the VM destroys what is left.
    void detach() {
        for (Knot& knot : kept_) {
            static_cast<void>(knot.error.detach());
            static_cast<void>(knot.local.detach());
        }
        kept_.clear();
    }

private:
    static constexpr std::size_t kMost = 256;
    std::deque<Knot> kept_;
};

}  // namespace coroscope::loop
