// What CPython would keep until its collector comes by.
#pragma once

#include <deque>

#include "engine/runtime/heap.h"

namespace coroscope::loop {

/// Some of asyncio's own functions tie what they raise to itself: `raise error` in a frame that has
/// `error` among its locals, and the traceback holds the frame. Under CPython such an exception,
/// with the tasks and generators that it leads to, lives until a collection, in a short program
/// until the end. We tie no such knot, and have no collector: the latest are held here instead, so
/// many that a short program has no more and a long one does not drown in them.
class Uncollected {
public:
    void keep(Ptr<runtime::Object> object) {
        if (kept_.size() == kMost) kept_.pop_front();
        kept_.push_back(std::move(object));
    }

    /// The run is over: the VM destroys what is left.
    void detach() {
        for (Ptr<runtime::Object>& object : kept_) static_cast<void>(object.detach());
        kept_.clear();
    }

private:
    static constexpr std::size_t kMost = 256;
    std::deque<Ptr<runtime::Object>> kept_;
};

}  // namespace coroscope::loop
