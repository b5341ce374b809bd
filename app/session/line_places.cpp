// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/line_places.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace coroscope::app {

int lineOf(const trace::Trace& trace, const trace::Event& event, trace::EventIndex at,
           const std::string& file) {
    if (file.empty()) return static_cast<int>(event.line);
    const trace::ImportedPlace* place = trace.importedPlace(at);
    return place != nullptr && trace.text(place->file) == file ? place->span.line : 0;
}

namespace {

bool isSet(const std::vector<bool>& lines, int line) {
    return line > 0 && static_cast<std::size_t>(line) < lines.size() &&
           lines[static_cast<std::size_t>(line)];
}

void set(std::vector<bool>& lines, int line) {
    const auto at = static_cast<std::size_t>(line);
    if (at >= lines.size()) lines.resize(at + 1);
    lines[at] = true;
}

/// Among the lines of a statement: the last one up to `line`, or else the first.
int metWithin(const std::vector<bool>& met, const StatementLines& statement, int line) {
    for (int each = std::min(line, statement.last); each >= statement.first; --each) {
        if (isSet(met, each)) return each;
    }
    for (int each = std::max(line, statement.first); each <= statement.last; ++each) {
        if (isSet(met, each)) return each;
    }
    return 0;
}

}  // namespace

LinePlaces::LinePlaces(const trace::Trace& trace, Statements statements)
    : statements_(std::move(statements)) {
    std::vector<bool>& own = met_[{}];
    const bool imports = statements_.size() > 1;
    for (auto row = trace.events().begin(); !row.atEnd(); ++row) {
        // By the end of a function that only calls others, what it did is over.
        if (row->kind == trace::EventKind::StepEnded && row->stepEnd() == trace::StepEnd::Returned)
            continue;
        if (row->line > 0) set(own, static_cast<int>(row->line));
        const trace::ImportedPlace* place = imports ? trace.importedPlace(row.index()) : nullptr;
        if (place != nullptr) set(met_[std::string(trace.text(place->file))], place->span.line);
    }
}

int LinePlaces::meetingOf(int line, const std::string& file) const {
    const auto lines = met_.find(file);
    if (lines == met_.end()) return 0;
    const std::vector<bool>& met = lines->second;
    if (isSet(met, line)) return line;
    const auto known = statements_.find(file);
    if (known == statements_.end()) return 0;
    const std::vector<StatementLines>& statements = known->second;
    // Its own statement; a comment or an empty line is one with what follows.
    auto at = std::ranges::find_if(
        statements, [line](const StatementLines& each) { return each.last >= line; });
    if (at == statements.end()) return 0;
    const auto own = static_cast<std::size_t>(at - statements.begin());
    const auto search = [&](std::size_t from, std::size_t to, int end) {
        for (std::size_t i = from; i < to && statements[i].first <= end; ++i) {
            if (statements[i].function != at->function) continue;
            if (const int found = metWithin(met, statements[i], line); found > 0) return found;
        }
        return 0;
    };
    // What comes next at the end of a loop's body is its beginning.
    for (int loop = at->loop; loop >= 0; loop = statements[static_cast<std::size_t>(loop)].loop) {
        const auto first = static_cast<std::size_t>(loop);
        const int end = statements[first].end;
        if (const int found = search(own, statements.size(), end); found > 0) return found;
        if (const int found = search(first, own, end); found > 0) return found;
    }
    constexpr int kToTheEnd = std::numeric_limits<int>::max();
    if (const int found = search(own, statements.size(), kToTheEnd); found > 0) return found;
    for (std::size_t i = own; i-- > 0;) {
        if (const int found = search(i, i + 1, kToTheEnd); found > 0) return found;
    }
    return 0;
}

}  // namespace coroscope::app
