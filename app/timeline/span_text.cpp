// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/span_text.h"

#include <algorithm>
#include <cmath>

#include "app/session/place_text.h"
#include "app/session/run_source.h"
#include "app/timeline/time_axis.h"
#include "engine/trace/describe.h"
#include "engine/trace/trace.h"

namespace coroscope::app {
namespace {

using trace::Event;
using trace::WaitKind;

std::string about(const LaneModel& model, const char* what, TaskId task) {
    return task.valid() ? std::string(what) + "(" + taskLabel(model, task) + ")" : what;
}

std::string placeInLine(std::uint32_t place) {
    const std::uint32_t last = place % 10;
    const bool teen = place % 100 >= 11 && place % 100 <= 13;
    const char* ending = last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
    return std::to_string(place) + (teen ? "th" : ending);
}

/// As the trace words it, but with tasks by the names of their lanes and with the moment at which a
/// sleep ends.
std::string waitWords(const LaneModel& model, EventIndex at, bool full) {
    const Event& event = (*model.trace)[at];
    if (event.kind == trace::EventKind::WorkerSuspended) {
        if (!std::isfinite(event.value)) return "waits";
        if (event.value == event.time) return "waits for its turn";
        const std::string sleeping = "sleep " + formatDuration(event.value - event.time);
        return full ? sleeping + " → " + formatMoment(event.value) : sleeping;
    }
    const std::string plain = trace::waitReason(*model.trace, event);
    switch (event.wait) {
        case WaitKind::Sleep:
            if (!full || event.time == 0 || !std::isfinite(event.value)) return plain;
            return plain + " → " + formatMoment(event.time + event.value);
        case WaitKind::Task:
            return event.taskB().valid() ? "awaits " + taskLabel(model, event.taskB()) : plain;
        case WaitKind::Shield: return about(model, "shield", event.taskB());
        case WaitKind::WaitFor: {
            std::string text = about(model, "wait_for", event.taskB());
            if (!std::isnan(event.value)) text += " · timeout " + formatDuration(event.value);
            return text;
        }
        case WaitKind::Future: {
            const std::string name(model.source ? model.source->awaitedName(event) : "");
            return name.empty() ? plain : "future " + name;
        }
        case WaitKind::Lock:
        case WaitKind::Semaphore:
        case WaitKind::Condition:
        case WaitKind::QueueGet:
        case WaitKind::QueuePut: {
            const auto before = model.waitersBefore.find(at.value);
            if (!full || before == model.waitersBefore.end()) return plain;
            return plain + " (" + placeInLine(before->second + 1) + " in line)";
        }
        default: return plain;
    }
}

/// How long is told by the lane: a run that was cut off never came to the end of the call.
std::string blockReason(const LaneModel& model, const Lane& lane, std::size_t span) {
    if (!lane.isLoop()) return "running, does not yield";
    const Event& event = (*model.trace)[lane.events[span]];
    const double took = lane.finish(AxisKind::Time, span) - lane.begin(AxisKind::Time, span);
    std::string text = took > 0 ? "blocked " + formatDuration(took) : "blocked";
    const std::string_view what = model.trace->text(event.text());
    return what.empty() ? text : text.append(" · ").append(what);
}

std::string reason(const LaneModel& model, std::size_t laneIndex, std::size_t span, bool full) {
    const Lane& lane = model.lanes[laneIndex];
    switch (lane.kinds[span]) {
        case SpanKind::Suspended: return waitWords(model, lane.events[span], full);
        case SpanKind::Blocked: return blockReason(model, lane, span);
        default: return {};
    }
}

std::string moments(double from, double to) {
    if (from == to) return "at " + exactMoment(from) + " s";
    return exactMoment(from) + " – " + exactMoment(to) + " s, " + exactMoment(to - from) + " s";
}

/// "third of 7 steps at this instant"
std::string rankText(const LaneModel& model, std::size_t step) {
    const std::uint32_t count = model.stepsAt(model.steps[step].instant);
    if (count < 2) return {};
    return "step " + std::to_string(model.ordinal(step)) + " of " + std::to_string(count) +
           " at this instant";
}

/// A line for each of the first marks of a span.
std::string marksWithin(const LaneModel& model, const Lane& lane, std::size_t span) {
    constexpr int kMost = 4;
    const EventIndex end = lane.events[span + 1];
    auto mark = std::partition_point(
        lane.marks.begin(), lane.marks.end(),
        [&](const Mark& candidate) { return candidate.event < lane.events[span]; });
    std::string text;
    for (int n = 0; n < kMost && mark != lane.marks.end() && mark->event <= end; ++n, ++mark) {
        text += "\n" + markText(model, *mark);
    }
    return text;
}

std::string singleTooltip(const LaneModel& model, std::size_t laneIndex, std::size_t span) {
    const Lane& lane = model.lanes[laneIndex];
    const SpanKind kind = lane.kinds[span];
    std::string text = lane.name + "\n" + spanKindName(kind);
    const std::string why = reason(model, laneIndex, span, true);
    if (!why.empty()) text += ": " + why;
    if (kind == SpanKind::Ready) text += ", waiting for its turn";
    text += "\n" + moments(lane.begin(AxisKind::Time, span), lane.finish(AxisKind::Time, span));
    if (lane.isLoop()) {
        const std::uint32_t steps = lane.runs(span, span + 1);
        if (steps > 0) text += "\n" + std::to_string(steps) + (steps == 1 ? " step" : " steps");
    } else if (kind == SpanKind::Running) {
        const std::size_t step = model.firstStepFrom(lane.events[span]);
        if (step < model.steps.size() && model.steps[step].began == lane.events[span]) {
            const std::string rank = rankText(model, step);
            if (!rank.empty()) text += "\n" + rank;
        }
    }
    text += marksWithin(model, lane, span);
    const std::string place = placeText(*model.trace, lane.events[span]);
    if (!place.empty() && !lane.isLoop()) text += "\n" + place;
    return text;
}

}  // namespace

std::string taskLabel(const LaneModel& model, TaskId task) {
    if (!model.trace || !task.valid() || task.index() >= model.trace->taskCount()) return "a task";
    const std::string_view coroutine = model.trace->coroutineName(task);
    if (!model.trace->task(task).name.valid() && !coroutine.empty() &&
        model.soleOfItsCoroutine[task.index()]) {
        return std::string(coroutine);
    }
    return model.trace->taskName(task);
}

std::string spanKindName(SpanKind kind) {
    switch (kind) {
        case SpanKind::Ready: return "ready";
        case SpanKind::Running: return "running";
        case SpanKind::Suspended: return "suspended";
        case SpanKind::Idle: return "idle";
        case SpanKind::Blocked: return "blocked";
    }
    return {};
}

std::string spanReason(const LaneModel& model, std::size_t lane, std::size_t span) {
    return reason(model, lane, span, true);
}

std::string spanReasonShort(const LaneModel& model, std::size_t lane, std::size_t span) {
    return reason(model, lane, span, false);
}

std::string markText(const LaneModel& model, const Mark& mark) {
    const Event& event = (*model.trace)[mark.event];
    switch (mark.kind) {
        case MarkKind::CancelRequested:
            return event.taskA().valid() ? "cancel requested by " + taskLabel(model, event.taskA())
                                         : "cancel requested";
        case MarkKind::CancelDelivered: return "CancelledError";
        case MarkKind::Exception: {
            if (event.kind == trace::EventKind::CancelDelivered) return "CancelledError";
            const std::string_view type = model.trace->text(event.text());
            return type.empty() ? "exception" : std::string(type);
        }
        case MarkKind::Warning: return "warning";
    }
    return {};
}

std::string marksTooltip(const LaneModel& model, std::size_t laneIndex, double first, double last,
                         AxisKind axis) {
    constexpr int kMost = 6;
    const Lane& lane = model.lanes[laneIndex];
    std::string text = lane.name;
    int left = kMost;
    for (const Mark& mark : lane.marks) {
        const double at = mark.position[static_cast<std::size_t>(axis)];
        if (at < first || at > last) continue;
        if (left-- == 0) return text + "\n…";
        text += "\n" + markText(model, mark) + " at " +
                exactMoment((*model.trace)[mark.event].time) + " s";
        const std::string place = placeText(*model.trace, mark.event);
        if (!place.empty()) text += ", " + place;
    }
    return text;
}

std::string spanTooltip(const LaneModel& model, std::size_t laneIndex, std::size_t first,
                        std::size_t last) {
    const Lane& lane = model.lanes[laneIndex];
    std::size_t interesting = first;
    std::size_t runs = 0;
    for (std::size_t span = first; span < last && runs < 2; ++span) {
        if (lane.kinds[span] == SpanKind::Running) {
            if (runs == 0) interesting = span;
            ++runs;
        }
    }
    if (last - first == 1 || (runs < 2 && last - first < 4)) {
        return singleTooltip(model, laneIndex, interesting);
    }
    std::string text =
        lane.name + "\n" + std::to_string(last - first) + " spans, " +
        std::to_string(lane.runs(first, last)) + " runs\n" +
        moments(lane.begin(AxisKind::Time, first), lane.finish(AxisKind::Time, last - 1));
    return text + "\nZoom in to see them one by one";
}

}  // namespace coroscope::app
