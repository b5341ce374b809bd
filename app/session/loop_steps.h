// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/trace/trace.h"

namespace coroscope::app {

/// Where the steps of the loop begin, so that going from one to the next costs a search, however
/// many events lie between them.
class LoopSteps {
public:
    LoopSteps() = default;
    /// Walks over the whole trace.
    explicit LoopSteps(const trace::Trace& trace) {
        for (auto row = trace.events().begin(); !row.atEnd(); ++row) {
            if (row->kind == trace::EventKind::StepBegan) begins_.push_back(row.index().value);
        }
    }

    /// The first one after an event; none: there is no more.
    [[nodiscard]] trace::EventIndex after(trace::EventIndex at) const {
        const auto next = std::upper_bound(begins_.begin(), begins_.end(), at.value);
        return next == begins_.end() ? trace::EventIndex() : trace::EventIndex(*next);
    }
    /// The last one before an event; none: there is none.
    [[nodiscard]] trace::EventIndex before(trace::EventIndex at) const {
        const auto here = std::lower_bound(begins_.begin(), begins_.end(), at.value);
        return here == begins_.begin() ? trace::EventIndex() : trace::EventIndex(*(here - 1));
    }

private:
    std::vector<std::uint32_t> begins_;
};

}  // namespace coroscope::app
