// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/run_marks.h"

#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace coroscope::app {

using trace::Event;
using trace::EventIndex;
using trace::EventKind;

namespace {

/// More nobody reads.
constexpr std::size_t kMost = 200;

}  // namespace

RunMark markAt(const trace::Trace& trace, const Event& event, EventIndex at, std::string text) {
    RunMark mark{.since = at, .file = {}, .span = event.span(), .text = std::move(text)};
    if (const trace::ImportedPlace* place = trace.importedPlace(at)) {
        mark.file = trace.text(place->file);
        mark.span = place->span;
    }
    return mark;
}

std::vector<RunMark> runMarks(const trace::Trace& trace) {
    std::vector<RunMark> marks;
    std::set<std::tuple<std::string, int, std::string>> known;
    // Of each task, and of the program itself: where it raised last.
    std::map<trace::TaskId, EventIndex> raisedBy;
    std::set<trace::TaskId> endedByIt{trace::TaskId()};
    for (auto row = trace.events().begin(); !row.atEnd(); ++row) {
        if (row->kind == EventKind::ExceptionRaised) raisedBy[row->task] = row.index();
        if (row->kind == EventKind::StepEnded && row->stepEnd() == trace::StepEnd::Raised) {
            endedByIt.insert(row->task);
        }
        if (row->kind != EventKind::Warning || marks.size() == kMost) continue;
        RunMark mark = markAt(trace, *row, row.index(), std::string(trace.text(row->text())));
        if (!mark.span.known()) continue;
        if (known.insert({mark.file, mark.span.line, mark.text}).second)
            marks.push_back(std::move(mark));
    }
    EventIndex raised;
    for (const auto& [task, at] : raisedBy) {
        if (endedByIt.contains(task) && (!raised.valid() || at > raised)) raised = at;
    }
    if (!raised.valid()) return marks;
    const Event last = trace[trace.last()];
    if (last.kind != EventKind::Finished || last.finish() != trace::Finish::Raised) return marks;
    const Event event = trace[raised];
    RunMark mark =
        markAt(trace, event, raised, std::string(trace.text(event.text())) + ": nobody catches it");
    mark.foreseen = true;
    if (mark.span.known()) marks.push_back(std::move(mark));
    return marks;
}

}  // namespace coroscope::app
