// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/trace/trace.h"

namespace coroscope::app {

/// The lines that a run printed, each with its event. Their text stays in the trace.
class PrintedLines {
public:
    struct Line {
        std::uint32_t event = 0;
        std::uint32_t begin = 0;  ///< bytes in the event's text
        std::uint32_t length = 0;
    };

    /// A longer line is cut in the view, with an ellipsis.
    static constexpr std::size_t kLongestLine = 2000;
    /// A tab goes to the next column that is a multiple of this.
    static constexpr std::size_t kTab = 8;
    /// A program may print a gigabyte of empty lines; the rest is only counted.
    static constexpr std::size_t kMost = 1'000'000;

    PrintedLines() = default;
    /// Walks over the whole trace.
    explicit PrintedLines(const trace::Trace& trace);

    [[nodiscard]] std::size_t size() const { return lines_.size(); }
    [[nodiscard]] const Line& operator[](std::size_t at) const { return lines_[at]; }
    /// The last line printed by `event` or earlier; -1 when there is none.
    [[nodiscard]] int lastAt(trace::EventIndex event) const;
    /// Lines beyond kMost.
    [[nodiscard]] std::size_t leftOut() const { return leftOut_; }
    /// How many columns the longest line takes, tabs included; at most kLongestLine.
    [[nodiscard]] std::size_t columns() const { return columns_; }

private:
    void add(std::uint32_t event, std::string_view text);

    std::vector<Line> lines_;
    std::size_t leftOut_ = 0;
    std::size_t columns_ = 0;
};

}  // namespace coroscope::app
