// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/printed_lines.h"

#include <algorithm>
#include <iterator>

namespace coroscope::app {

namespace {

/// So far apart are the lines of one event whose places are kept.
constexpr std::size_t kLinesBetween = 64;
constexpr std::size_t kBytesBetween = 1 << 16;

}  // namespace

PrintedLines::PrintedLines(const trace::Trace& trace) : trace_(&trace) {
    const auto read = trace.linesRead();
    const auto takeReadBefore = [&](std::size_t event) {
        while (readAt_.size() < read.size()) {
            const trace::LineRead& next = read[readAt_.size()];
            const std::uint32_t after = next.after.valid() ? next.after.value : 0;
            if (next.after.valid() && after >= event) return;
            addRead(after);
        }
    };
    for (auto row = trace.events().begin(); !row.atEnd(); ++row) {
        if (row->kind != trace::EventKind::Output) continue;
        takeReadBefore(row.index().index());
        addPrinted(row.index().value, trace.outputText(*row));
    }
    takeReadBefore(trace.size());
}

std::size_t PrintedLines::readBy(trace::EventIndex event) const {
    if (!event.valid()) return 0;
    return static_cast<std::size_t>(std::ranges::upper_bound(readAt_, event.value) -
                                    readAt_.begin());
}

void PrintedLines::addPrinted(std::uint32_t event, std::string_view text) {
    std::size_t first = size_;
    std::size_t firstBegin = 0;
    for (std::size_t begin = 0; begin < text.size() && size_ < kMost;) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const bool far = size_ - first >= kLinesBetween || begin - firstBegin >= kBytesBetween;
        if (begin == 0 || far) {
            known_.push_back(
                {static_cast<std::uint32_t>(size_), event, static_cast<std::uint32_t>(begin)});
            first = size_;
            firstBegin = begin;
        }
        ++size_;
        begin = end + 1;
    }
}

void PrintedLines::addRead(std::uint32_t event) {
    if (size_ < kMost) {
        known_.push_back({static_cast<std::uint32_t>(size_++), event,
                          kRead | static_cast<std::uint32_t>(readAt_.size())});
    }
    readAt_.push_back(event);
}

PrintedLines::Line PrintedLines::operator[](std::size_t at) const {
    const Known& known = *std::prev(std::ranges::upper_bound(known_, at, {}, &Known::line));
    if ((known.begin & kRead) != 0) {
        const std::uint32_t number = known.begin & ~kRead;
        const std::size_t length = trace_->linesRead()[number].text.size();
        return {known.event, 0, static_cast<std::uint32_t>(length), number};
    }
    const std::string_view text = trace_->outputText((*trace_)[trace::EventIndex(known.event)]);
    std::size_t begin = known.begin;
    for (std::size_t line = known.line; line < at; ++line) begin = text.find('\n', begin) + 1;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    return {known.event, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin),
            Line::kPrinted};
}

int PrintedLines::lastAt(trace::EventIndex event) const {
    if (!event.valid()) return -1;
    const auto after = std::ranges::upper_bound(known_, event.value, {}, &Known::event);
    return static_cast<int>(after == known_.end() ? size_ : after->line) - 1;
}

}  // namespace coroscope::app
