// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/trace/trace.h"

namespace coroscope::app {

/// The lines that a run printed, and among them those that it read, each with its event. Their text
/// stays in the trace, which must outlive this; millions of lines are found by the places of some.
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
    /// No list has more rows than this.
    static constexpr std::size_t kMost = 1'000'000'000;

    PrintedLines() = default;
    /// Walks over the whole trace.
    explicit PrintedLines(const trace::Trace& trace);

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] Line operator[](std::size_t at) const;
    /// The last line printed or read by `event` or earlier; -1 when there is none.
    [[nodiscard]] int lastAt(trace::EventIndex event) const;
    /// How many lines had been read by then.
    [[nodiscard]] std::size_t readBy(trace::EventIndex event) const;

private:
    /// Where some lines of one event begin: the first one, and then one of a few.
    struct Known {
        std::uint32_t line = 0;
        std::uint32_t event = 0;
        std::uint32_t begin = 0;  ///< or kRead and the number of a line that was read
    };
    static constexpr std::uint32_t kRead = 0x8000'0000;

    void addPrinted(std::uint32_t event, std::string_view text);
    void addRead(std::uint32_t event);

    const trace::Trace* trace_ = nullptr;
    std::vector<Known> known_;
    std::size_t size_ = 0;
    std::vector<std::uint32_t> readAt_;  ///< the event of each line that was read
};

}  // namespace coroscope::app
