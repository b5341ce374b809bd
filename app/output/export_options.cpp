// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output/export_options.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>

#include "engine/scenario/header.h"
#include "engine/trace/describe.h"
#include "engine/trace/runner_task.h"
#include "engine/trace/task_spans.h"

namespace coroscope::app {

namespace {

using trace::TaskId;
using trace::Trace;

constexpr std::size_t kMostNamesTold = 12;

/// Which tasks a name means: those called so, else those that run a coroutine of that name.
bool choose(const Trace& trace, std::string_view name, std::vector<bool>& chosen) {
    bool found = false;
    const auto take = [&](std::size_t i) {
        chosen[i] = true;
        found = true;
    };
    for (std::size_t i = 0; i < trace.taskCount(); ++i) {
        if (trace.taskName(TaskId::fromIndex(i)) == name) take(i);
    }
    if (found) return true;
    for (std::size_t i = 0; i < trace.taskCount(); ++i) {
        if (trace.coroutineName(TaskId::fromIndex(i)) == name) take(i);
    }
    return found;
}

std::string unknownTask(const Trace& trace, const std::string& name) {
    if (trace.taskCount() == 0) return "there is no task " + name + ": the run has none";
    std::vector<std::string> names;
    for (std::size_t i = 0; i < trace.taskCount(); ++i) {
        if (trace::isOfTheRunner(trace, TaskId::fromIndex(i))) continue;
        names.push_back(trace.taskName(TaskId::fromIndex(i)));
        names.emplace_back(trace.coroutineName(TaskId::fromIndex(i)));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::erase(names, std::string());
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::string_view nearest = scenario::nearestName(name, views);
    std::string text = fmt::format("there is no task {} in this run", name);
    text +=
        nearest.empty() ? ". There are: " : fmt::format("; did you mean {}? There are: ", nearest);
    for (std::size_t i = 0; i < names.size() && i < kMostNamesTold; ++i) {
        text += (i == 0 ? "" : ", ") + names[i];
    }
    return names.size() > kMostNamesTold ? text + ", …" : text;
}

}  // namespace

std::variant<trace::Excerpt, std::string> excerptOf(const Trace& trace,
                                                    const ExportOptions& options) {
    trace::Excerpt excerpt;
    if (options.from) excerpt.from = *options.from;
    if (options.to) excerpt.to = *options.to;
    const bool empty = excerpt.from > excerpt.to;
    if (empty || excerpt.from > trace.endTime() || excerpt.to < 0) {
        return fmt::format("nothing lies between {} and {}: the run lasts from 0 to {}",
                           options.from ? trace::secondsText(*options.from) : "the beginning",
                           options.to ? trace::secondsText(*options.to) : "the end",
                           trace::secondsText(trace.endTime()));
    }
    // The steps of a moment can be told apart, but for their times.
    const trace::EventIndex first = trace.firstAtOrAfter(excerpt.from);
    const bool happens = first.valid() && trace[first].time <= excerpt.to;
    if (excerpt.from == excerpt.to && !(happens && options.axis == FigureAxis::Steps)) {
        return fmt::format("from {0} to {0} is an empty range of time: say when it begins and ends",
                           trace::secondsText(excerpt.from));
    }
    if (options.tasks.empty()) return excerpt;
    excerpt.chosen.resize(trace.taskCount());
    for (const std::string& name : options.tasks) {
        if (!choose(trace, name, excerpt.chosen)) return unknownTask(trace, name);
    }
    return excerpt;
}

std::optional<std::string> warningOf(const Trace& trace, const trace::Excerpt& excerpt) {
    const auto happens = [&excerpt](const trace::Event& event) { return excerpt.has(event); };
    if (std::ranges::any_of(trace.events(), happens)) return std::nullopt;
    bool waits = false;
    trace::forEachTaskSpan(trace, [&](const trace::TaskSpan& span) {
        double begin = span.begin;
        double end = span.end;
        waits = waits || (trace::isTold(trace, excerpt, span.task) && excerpt.cut(begin, end));
    });
    if (waits) return "nothing happens in this part of the run: there is only waiting";
    if (excerpt.chosen.empty()) return "nothing happens in this part of the run";
    return "none of these tasks is there in this part of the run";
}

}  // namespace coroscope::app
