// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/trace/trace.h"

namespace coroscope::app {

/// The lines that a run printed, and among them those that it read, each with its event. Their text
/// stays in the trace.
class PrintedLines {
public:
    /// That of a line that was read is the last event before it.
    struct Line {
        static constexpr std::uint32_t kPrinted = 0xFFFF'FFFF;

        std::uint32_t event = 0;
        std::uint32_t begin = 0;  ///< bytes in the event's text
        std::uint32_t length = 0;
        std::uint32_t read = kPrinted;  ///< its number among the trace's `linesRead`

        [[nodiscard]] bool isPrinted() const { return read == kPrinted; }
    };

    /// A longer line is cut in the view, with an ellipsis.
    static constexpr std::size_t kLongestLine = 2000;
    /// A tab goes to the next column that is a multiple of this.
    static constexpr std::size_t kTab = 8;
    /// The columns of the mark before a line that was read.
    static constexpr std::size_t kReadMark = 2;
    /// A program may print a gigabyte of empty lines; the rest is only counted.
    static constexpr std::size_t kMost = 1'000'000;

    PrintedLines() = default;
    /// Walks over the whole trace.
    explicit PrintedLines(const trace::Trace& trace);

    [[nodiscard]] std::size_t size() const { return lines_.size(); }
    [[nodiscard]] const Line& operator[](std::size_t at) const { return lines_[at]; }
    /// The last line printed or read by `event` or earlier; -1 when there is none.
    [[nodiscard]] int lastAt(trace::EventIndex event) const;
    /// How many lines had been read by then.
    [[nodiscard]] std::size_t readBy(trace::EventIndex event) const;
    /// Lines beyond kMost.
    [[nodiscard]] std::size_t leftOut() const { return leftOut_; }
    /// How many columns the longest line takes, tabs included; at most kLongestLine.
    [[nodiscard]] std::size_t columns() const { return columns_; }

private:
    void add(std::uint32_t event, std::string_view text);
    void add(const Line& line, std::string_view text);

    std::vector<Line> lines_;
    std::vector<std::uint32_t> readAt_;  ///< the event of each line that was read
    std::size_t leftOut_ = 0;
    std::size_t columns_ = 0;
};

}  // namespace coroscope::app
