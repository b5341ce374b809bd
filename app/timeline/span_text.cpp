// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/span_text.h"

#include <algorithm>
#include <cmath>

#include "app/session/named_words.h"
#include "app/session/place_text.h"
#include "app/session/run_source.h"
#include "app/timeline/time_axis.h"
#include "engine/trace/count_text.h"
#include "engine/trace/describe.h"
#include "engine/trace/lane_name.h"
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

using Forms = std::vector<std::string>;

/// `sleep 2 s → 3.0`, `sleep 2 s`, `2 s`.
Forms sleepForms(double seconds, double until, bool fromTheStart) {
    const std::string length = formatDuration(seconds);
    Forms forms;
    if (!fromTheStart && std::isfinite(until)) {
        forms.push_back("sleep " + length + " → " + formatMoment(until));
    }
    forms.push_back("sleep " + length);
    forms.push_back(length);
    return forms;
}

/// As all lists call it.
std::string named(const LaneModel& model, const Event& event) {
    return model.source ? namedWait(*model.trace, event, *model.source)
                        : trace::waitReason(*model.trace, event);
}

/// `lock printer (2nd in line)`, `lock (2nd in line)`, `lock (2nd)`, `lock printer`, `lock`.
Forms lineForms(const LaneModel& model, const Event& event, EventIndex at,
                const std::string& kind) {
    const std::string named = app::named(model, event);
    const auto before = model.waitersBefore.find(at.value);
    const bool first = before == model.waitersBefore.end();
    const bool taken = event.wait == WaitKind::Lock || event.wait == WaitKind::Semaphore;
    Forms forms;
    if (!first || taken) {
        const std::string place = placeInLine(first ? 1 : before->second + 1);
        for (const std::string& what : {named, kind}) {
            forms.push_back(what + " (" + place + " in line)");
        }
        forms.push_back(kind + " (" + place + ")");
    }
    forms.push_back(named);
    forms.push_back(kind);
    return forms;
}

/// What a call within the awaited expression is given first, if that is a name: `job` is given to
/// `shield` in `wait_for(shield(job), 1)`. Empty where that is not known.
std::string givenTo(std::string_view function, const LaneModel& model, const Event& event) {
    const std::string_view awaited = model.source ? model.source->awaited(event) : "";
    const std::size_t call = awaited.find(std::string(function) + "(");
    if (call == std::string_view::npos) return {};
    const std::string_view given = awaited.substr(call + function.size() + 1);
    const std::size_t end = given.find_first_of("(),");
    if (end == std::string_view::npos || given[end] == '(') return {};
    return std::string(given.substr(0, end));
}

/// `wait_for(Task-5) · timeout 3 s`, `Task-5 · timeout 3 s`, `wait_for(Task-5)`, `Task-5`.
Forms waitForForms(const LaneModel& model, const Event& event) {
    std::string what = event.taskB().valid() ? taskLabel(model, event.taskB()) : std::string();
    if (what.empty()) {
        const std::string inner = givenTo("shield", model, event);
        what = inner.empty() ? givenTo("wait_for", model, event) : "shield(" + inner + ")";
    }
    const std::string call = what.empty() ? "wait_for" : "wait_for(" + what + ")";
    Forms forms;
    if (!std::isnan(event.value)) {
        const std::string limit = " · timeout " + formatDuration(event.value);
        forms.push_back(call + limit);
        if (!what.empty()) forms.push_back(what + limit);
    }
    forms.push_back(call);
    if (!what.empty()) forms.push_back(what);
    return forms;
}

/// Whether nothing can happen any more that would end this wait.
bool neverEnds(const LaneModel& model, const Lane& lane, std::size_t span) {
    if (span + 1 != lane.spanCount() || lane.end != LaneEnd::Open || model.eventCount == 0) {
        return false;
    }
    const Event last = (*model.trace)[EventIndex::fromIndex(model.eventCount - 1)];
    return last.kind == trace::EventKind::Finished && last.finish() == trace::Finish::Deadlock;
}

/// `awaits fetch in thread 1`, `fetch in thread 1`, `fetch`; as much of it as is known.
Forms callForms(const LaneModel& model, EventIndex at, const std::string& plain) {
    const auto known = model.awaitedCalls.find(at.value);
    if (known == model.awaitedCalls.end()) return {plain};
    const Event call = (*model.trace)[known->second];
    const std::string where = workerLabel(call);
    const std::string function(model.trace->text(call.text()));
    if (function.empty()) return {"awaits " + where, where};
    return {"awaits " + function + " in " + where, function + " in " + where, function};
}

Forms futureForms(const LaneModel& model, const Event& event, bool never) {
    const std::string future = named(model, event);
    if (!never) return {future, "future"};
    return {future + " that nobody will set", "future that nobody will set", "never set"};
}

/// As the trace words it, but with tasks by the names of their lanes and with the moment at which a
/// sleep ends; the longest first.
Forms waitForms(const LaneModel& model, const Lane& lane, std::size_t span) {
    const EventIndex at = lane.events[span];
    const Event& event = (*model.trace)[at];
    if (event.kind == trace::EventKind::WorkerSuspended) {
        if (!std::isfinite(event.value)) return {"waits"};
        if (event.value == event.time) return {"waits for its turn", "waits"};
        return sleepForms(event.value - event.time, event.value, false);
    }
    const std::string plain = trace::waitReason(*model.trace, event);
    const auto ofQueue = [&](const char* shortest) {
        Forms forms = lineForms(model, event, at, plain);
        forms.emplace_back(shortest);  // few words for a short wait
        return forms;
    };
    switch (event.wait) {
        case WaitKind::Sleep:
            return sleepForms(event.value, event.time + event.value, event.time == 0);
        case WaitKind::Task: {
            if (!event.taskB().valid()) return {plain};
            const std::string name = taskLabel(model, event.taskB());
            return {"awaits " + name, name};
        }
        case WaitKind::Shield: return {about(model, "shield", event.taskB()), "shield"};
        case WaitKind::WaitFor: return waitForForms(model, event);
        case WaitKind::Future: return futureForms(model, event, neverEnds(model, lane, span));
        case WaitKind::Lock:
        case WaitKind::Semaphore:
        case WaitKind::Condition: return lineForms(model, event, at, plain);
        case WaitKind::QueueGet: return ofQueue("get");
        case WaitKind::QueuePut: return ofQueue("put");
        case WaitKind::QueueJoin:
        case WaitKind::Event: return {named(model, event), plain};
        case WaitKind::TaskGroup: return {plain, "task group"};
        case WaitKind::Worker:
        case WaitKind::Process: return callForms(model, at, plain);
        default: return {plain};
    }
}

/// How long is told by the lane: a run that was cut off never came to the end of the call.
Forms blockForms(const LaneModel& model, const Lane& lane, std::size_t span) {
    if (!lane.isLoop()) return {"running, does not yield", "does not yield"};
    const Event& event = (*model.trace)[lane.events[span]];
    const double took = lane.finish(AxisKind::Time, span) - lane.begin(AxisKind::Time, span);
    const std::string blocked = took > 0 ? "blocked " + formatDuration(took) : "blocked";
    const std::string what(model.trace->text(event.text()));
    Forms forms;
    if (!what.empty()) forms.push_back(blocked + " · " + what);
    forms.push_back(blocked);
    forms.emplace_back("blocked");
    return forms;
}

/// How a run was cut off.
Forms stopForms(const LaneModel& model) {
    const Event last = (*model.trace)[EventIndex::fromIndex(model.eventCount - 1)];
    if (last.kind != trace::EventKind::Finished) return {};
    switch (last.finish()) {
        case trace::Finish::Ok:
        case trace::Finish::Raised: break;
        case trace::Finish::Deadlock: return {"deadlock"};
        case trace::Finish::Limit: return {"cut off by a limit", "limit"};
        case trace::Finish::Cancelled: return {"stopped"};
    }
    return {};
}

std::string moments(double from, double to) {
    if (from == to) return "at " + exactMoment(from) + " s";
    return exactMoment(from) + " – " + exactMoment(to) + " s, " + trace::secondsText(to - from);
}

/// "third of 7 steps at this instant"
std::string rankText(const LaneModel& model, std::size_t step) {
    const std::uint32_t count = model.stepsAt(model.steps[step].instant);
    if (count < 2) return {};
    return "step " + trace::countText(model.ordinal(step)) + " of " + trace::countText(count) +
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
    const std::string why = spanReason(model, laneIndex, span);
    if (!why.empty()) text += ": " + why;
    if (kind == SpanKind::Ready) text += ", waiting for its turn";
    text += "\n" + moments(lane.begin(AxisKind::Time, span), lane.finish(AxisKind::Time, span));
    if (lane.isLoop()) {
        const std::uint32_t steps = lane.runs(span, span + 1);
        if (steps > 0) text += "\n" + trace::countText(steps) + (steps == 1 ? " step" : " steps");
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

std::string workerLabel(const trace::Event& started) {
    return (started.wait == WaitKind::Process ? "process " : "thread ") +
           std::to_string(started.worker().value + 1);
}

std::string taskLabel(const LaneModel& model, TaskId task) {
    if (!model.trace || !task.valid() || task.index() >= model.trace->taskCount()) return "a task";
    const std::string_view coroutine = trace::ownName(model.trace->coroutineName(task));
    if (!model.trace->task(task).name.valid() && !coroutine.empty() &&
        model.soleOfItsCoroutine[task.index()]) {
        return trace::shownName(coroutine);
    }
    return trace::shownTask(*model.trace, task);
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

std::vector<std::string> spanReasons(const LaneModel& model, std::size_t laneIndex,
                                     std::size_t span) {
    const Lane& lane = model.lanes[laneIndex];
    Forms forms;
    if (lane.kinds[span] == SpanKind::Suspended) forms = waitForms(model, lane, span);
    if (lane.kinds[span] == SpanKind::Blocked) forms = blockForms(model, lane, span);
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    return forms;
}

std::string spanReason(const LaneModel& model, std::size_t lane, std::size_t span) {
    const Forms forms = spanReasons(model, lane, span);
    return forms.empty() ? std::string() : forms.front();
}

bool reasonIsAName(const LaneModel& model, std::size_t laneIndex, std::size_t span) {
    const Lane& lane = model.lanes[laneIndex];
    if (lane.kinds[span] != SpanKind::Suspended) return false;
    const Event event = (*model.trace)[lane.events[span]];
    return event.kind == trace::EventKind::StepEnded && event.taskB().valid() &&
           (event.wait == WaitKind::Task || event.wait == WaitKind::WaitFor);
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
        case MarkKind::Warning: {
            const std::string_view what = model.trace->text(event.text());
            return what.empty() ? "warning" : std::string(what);
        }
    }
    return {};
}

std::vector<std::string> markForms(const LaneModel& model, const Mark& mark) {
    const std::string full = markText(model, mark);
    switch (mark.kind) {
        case MarkKind::CancelRequested: return {full, "cancel requested", "cancel"};
        case MarkKind::CancelDelivered: return {"cancel delivered", "delivered"};
        case MarkKind::Exception: return {full, "error"};
        case MarkKind::Warning: {
            const bool leftAlone = full.ends_with("never awaited");
            return {full, leftAlone ? "never awaited" : "warning"};
        }
    }
    return {full};
}

std::string cancelledBy(const LaneModel& model, const Mark& mark) {
    const Event& event = (*model.trace)[mark.event];
    if (mark.kind != MarkKind::CancelRequested || !event.taskA().valid()) return {};
    return "cancelled by " + taskLabel(model, event.taskA());
}

std::vector<std::string> endForms(const LaneModel& model, std::size_t laneIndex) {
    const Lane& lane = model.lanes[laneIndex];
    if (lane.spanCount() == 0) return {};
    if (lane.isLoop()) return stopForms(model);
    if (const TaskId next = model.nextInRing(lane.task); next.valid()) {
        const std::string waits =
            "waits for " + (next == lane.task ? std::string("itself") : taskLabel(model, next));
        return {"deadlock: " + waits, waits, "deadlock"};
    }
    if (lane.end == LaneEnd::Cancelled) return {"cancelled"};
    if (lane.end != LaneEnd::Raised) return {};
    const std::string type(model.trace->text((*model.trace)[lane.events.back()].text()));
    if (type.empty()) return {"raised"};
    return {"raised " + type, type, "raised"};
}

std::string absenceTooltip(const LaneModel& model, std::size_t laneIndex, bool before) {
    const Lane& lane = model.lanes[laneIndex];
    if (lane.spanCount() == 0) return {};
    if (before) {
        return lane.name + "\nnot created before " + exactMoment(lane.begin(AxisKind::Time, 0)) +
               " s";
    }
    const double end = lane.finish(AxisKind::Time, lane.spanCount() - 1);
    const Forms how = endForms(model, laneIndex);
    return lane.name + "\nover since " + exactMoment(end) + " s" +
           (how.empty() ? std::string() : ": " + how.front());
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
        lane.name + "\n" + trace::countText(last - first) + " spans, " +
        trace::countText(lane.runs(first, last)) + " runs\n" +
        moments(lane.begin(AxisKind::Time, first), lane.finish(AxisKind::Time, last - 1));
    return text + "\nZoom in to see them one by one";
}

}  // namespace coroscope::app
