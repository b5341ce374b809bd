#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/runtime/counted.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/str.h"

namespace coroscope::runtime {

/// Text that a native puts together of parts of any length. What it takes counts for the memory
/// limit, and is asked for before it is taken.
class GrowingText {
public:
    explicit GrowingText(Vm& vm, std::string_view begin = {})
        : vm_(vm), text_(begin, Counted<char>(vm.heap)) {}

    [[nodiscard]] std::size_t size() const { return text_.size(); }
    [[nodiscard]] std::string_view view() const { return text_; }

    [[nodiscard]] Status append(std::string_view more) {
        CORO_TRY(makeRoom(more.size()));
        text_.append(more);
        return kDone;
    }
    [[nodiscard]] Ref toStr() const {
        if (text_.size() > UINT32_MAX) return refuseBytes(vm_, text_.size());
        CORO_TRY(reserveBytes(vm_, text_.size()));
        return makeStr(vm_, text_).toRef();
    }

private:
    /// Where the text moves, its old place and its new one are there for a moment. Near the limit
    /// it grows by no more than it must.
    [[nodiscard]] Status makeRoom(std::size_t more) {
        const std::size_t size = text_.size() + more;
        if (size <= text_.capacity()) return kDone;
        std::size_t room = std::max(size, text_.capacity() * 2);
        if (vm_.heap.wouldExceed(room)) {
            room = size;
            CORO_TRY(reserveBytes(vm_, room));
        }
        text_.reserve(room);
        return kDone;
    }

    Vm& vm_;
    std::basic_string<char, std::char_traits<char>, Counted<char>> text_;
};

}  // namespace coroscope::runtime
