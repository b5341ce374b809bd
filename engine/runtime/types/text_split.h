#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/runtime/counted.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// The parts of a text, within the limit of memory: there may be more of them than text.
class Parts {
public:
    explicit Parts(Vm& vm) : vm_(vm), parts_(Counted<std::string_view>(vm.heap)) {
        parts_.reserve(8);
    }
    void add(std::string_view part) {
        const std::size_t room = parts_.capacity();
        if (parts_.size() == room)
            refused_ = refused_ || vm_.heap.wouldExceed(2 * room * sizeof part);
        if (!refused_) parts_.push_back(part);
    }
    /// May a list of them be made? False: there was no memory for all of them, or there is none for
    /// the list.
    [[nodiscard]] Status reserveValues() const {
        if (refused_) vm_.stop(StopReason::Memory);
        return refused_ ? Status(Raised{}) : reserveBytes(vm_, size() * sizeof(Value));
    }
    [[nodiscard]] std::size_t size() const { return parts_.size(); }
    [[nodiscard]] auto begin() const { return parts_.begin(); }
    [[nodiscard]] auto end() const { return parts_.end(); }
    void reverse() { std::ranges::reverse(parts_); }

private:
    Vm& vm_;
    std::vector<std::string_view, Counted<std::string_view>> parts_;
    bool refused_ = false;
};

/// What lies between the separators, which is not empty; at most `limit` splits, if that is not
/// negative (Objects/stringlib/split.h: split, rsplit). In the order of the text.
[[nodiscard]] Parts splitText(Vm& vm, std::string_view text, std::string_view separator,
                              std::int64_t limit);
/// The same from the end of the text on.
[[nodiscard]] Parts splitTextBackwards(Vm& vm, std::string_view text, std::string_view separator,
                                       std::int64_t limit);

}  // namespace coroscope::runtime
