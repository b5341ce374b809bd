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
    const auto read = trace.linesRead();
    const auto takeReadBefore = [&](std::size_t event) {
        while (readAt_.size() < read.size()) {
            const trace::LineRead& next = read[readAt_.size()];
            const std::uint32_t after = next.after.valid() ? next.after.value : 0;
            if (next.after.valid() && after >= event) return;
            const auto number = static_cast<std::uint32_t>(readAt_.size());
            add({after, 0, static_cast<std::uint32_t>(next.text.size()), number}, next.text);
            readAt_.push_back(after);
        }
    };
    for (auto row = trace.events().begin(); !row.atEnd(); ++row) {
        if (row->kind != trace::EventKind::Output) continue;
        takeReadBefore(row.index().index());
        add(row.index().value, trace.outputText(*row));
    }
    takeReadBefore(trace.size());
}

std::size_t PrintedLines::readBy(trace::EventIndex event) const {
    if (!event.valid()) return 0;
    return static_cast<std::size_t>(std::ranges::upper_bound(readAt_, event.value) -
                                    readAt_.begin());
}

void PrintedLines::add(std::uint32_t event, std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        add({event, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)},
            text.substr(begin, end - begin));
        begin = end + 1;
    }
}

void PrintedLines::add(const Line& line, std::string_view text) {
    if (lines_.size() == kMost) {
        ++leftOut_;
        return;
    }
    columns_ = std::max(columns_, columnsOf(text) + (line.isPrinted() ? 0 : kReadMark));
    lines_.push_back(line);
}

int PrintedLines::lastAt(trace::EventIndex event) const {
    if (!event.valid()) return -1;
    const auto after =
        std::upper_bound(lines_.begin(), lines_.end(), event.value,
                         [](std::uint32_t value, const Line& line) { return value < line.event; });
    return static_cast<int>(after - lines_.begin()) - 1;
}

}  // namespace coroscope::app
