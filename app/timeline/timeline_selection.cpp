// SPDX-License-Identifier: GPL-3.0-or-later
/// What is selected on the timeline, and how one goes on from it; findTask is in
/// timeline_lanes.cpp.

#include <algorithm>

#include "app/timeline/timeline_plot.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

void TimelinePlot::setSelectedTask(TaskId task) { setSelectedSpan(task, {}); }

void TimelinePlot::setSelectedSpan(TaskId task, EventIndex begin) {
    auto lane = model_->laneOf(task);
    if (!task.valid() && begin.valid()) {
        lane = selectedLane().value_or(0);  // a span of a worker's lane, or of the loop's own
    }
    if (!lane) {
        // A worker is of no interest to the session, which tells us so.
        if (!view_.selectedTask.valid() && !view_.selectedSpan) return;
        view_.selectedTask = {};
        view_.selectedWorker = {};
        view_.selectedSpan.reset();
        viewChanged();
        tellSoon(*this);
        return;
    }
    std::optional<SpanRef> span;
    if (begin.valid()) {
        if (const auto at = model_->lanes[*lane].spanAt(begin)) {
            span = SpanRef{static_cast<std::uint32_t>(*lane), *at, *at + 1};
        }
    }
    // A folded pill stays selected as a whole when the session repeats what we told it.
    if (span && view_.selectedSpan && view_.selectedSpan->lane == span->lane &&
        view_.selectedSpan->first <= span->first && view_.selectedSpan->last >= span->last) {
        span = view_.selectedSpan;
    }
    if (task == view_.selectedTask && span == view_.selectedSpan) return;
    select(static_cast<std::uint32_t>(*lane), span, false);
}

int sourceLine(const LaneModel& model, const SpanRef& span) {
    const Lane& lane = model.lanes[span.lane];
    if (lane.isLoop() || span.first >= lane.spanCount()) return 0;
    const trace::Trace& trace = *model.trace;
    // Where its first event stood; a step's own line is known once it ends.
    for (std::size_t i = span.first; i <= span.last && i < lane.events.size(); ++i) {
        const auto line = static_cast<int>(trace[lane.events[i]].line);
        if (line > 0) return line;
    }
    return 0;
}

void TimelinePlot::select(std::uint32_t lane, std::optional<SpanRef> span, bool announce) {
    const TaskId task = model_->lanes[lane].task;
    view_.selectedTask = task;
    view_.selectedWorker = model_->lanes[lane].worker;
    view_.selectedSpan = span;
    focusStage_ = 0;
    revealLane(*model_, view_, lane);
    viewChanged();
    tellSoon(*this);
    if (!announce) return;
    if (task.valid()) {
        Q_EMIT taskSelected(task);
    } else if (!span) {
        Q_EMIT selectionCleared();
    }
    if (span) {
        Q_EMIT spanSelected(task, model_->lanes[lane].events[span->first],
                            sourceLine(*model_, *span));
    }
}

void TimelinePlot::clearSelection() {
    view_.selectedTask = {};
    view_.selectedWorker = {};
    view_.selectedSpan.reset();
    viewChanged();
    tellSoon(*this);
    Q_EMIT selectionCleared();
}

std::optional<std::size_t> TimelinePlot::selectedLane() const {
    const LaneKey key = view_.selectedLane();
    return key == LaneKey() ? std::nullopt : model_->laneOf(key);
}

void TimelinePlot::selectNeighbourSpan(int direction) {
    const auto lane =
        view_.selectedSpan ? std::optional<std::size_t>(view_.selectedSpan->lane) : selectedLane();
    if (!lane) return;
    const Lane& on = model_->lanes[*lane];
    if (on.spanCount() == 0) return;
    std::size_t span = 0;
    if (view_.selectedSpan) {
        if (direction > 0) {
            span = std::min(view_.selectedSpan->last, on.spanCount() - 1);
        } else {
            span = view_.selectedSpan->first > 0 ? view_.selectedSpan->first - 1 : 0;
        }
    } else if (const auto at = playhead_.valid() ? on.spanAt(playhead_) : std::nullopt) {
        span = *at;
    }
    select(static_cast<std::uint32_t>(*lane),
           SpanRef{static_cast<std::uint32_t>(*lane), span, span + 1}, true);
    if (reveal(*model_, view_, on.events[span])) viewChanged();
}

void TimelinePlot::selectNeighbourLane(int direction) {
    const auto count = static_cast<std::ptrdiff_t>(view_.rowCount(*model_));
    if (count == 0) return;
    const auto lane = selectedLane();
    const auto row = lane ? view_.rowOfLane(*lane) : std::nullopt;
    const std::ptrdiff_t wanted = row ? static_cast<std::ptrdiff_t>(*row) + direction : 0;
    const auto next = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, count - 1));
    select(view_.laneInRow(next), std::nullopt, true);
}

}  // namespace coroscope::app
