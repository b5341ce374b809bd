// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/printed_lines.h"

#include <algorithm>

namespace coroscope::app {

namespace {

std::size_t columnsOf(std::string_view line) {
    std::size_t columns = 0;
    for (const char c : line.substr(0, PrintedLines::kLongestLine)) {
        if (c == '\t') {
            columns += PrintedLines::kTab - columns % PrintedLines::kTab;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++columns;  // not the rest of a longer UTF-8 sequence
        }
    }
    return std::min(columns, PrintedLines::kLongestLine);
}

}  // namespace

PrintedLines::PrintedLines(const trace::Trace& trace) {
    for (auto row = trace.events().begin(); !row.atEnd(); ++row) {
        if (row->kind == trace::EventKind::Output) add(row.index().value, trace.outputText(*row));
    }
}

void PrintedLines::add(std::uint32_t event, std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (lines_.size() < kMost) {
            columns_ = std::max(columns_, columnsOf(text.substr(begin, end - begin)));
            lines_.push_back({event, static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(end - begin)});
        } else {
            ++leftOut_;
        }
        begin = end + 1;
    }
}

int PrintedLines::lastAt(trace::EventIndex event) const {
    if (!event.valid()) return -1;
    const auto after =
        std::upper_bound(lines_.begin(), lines_.end(), event.value,
                         [](std::uint32_t value, const Line& line) { return value < line.event; });
    return static_cast<int>(after - lines_.begin()) - 1;
}

}  // namespace coroscope::app
