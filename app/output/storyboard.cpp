// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output/storyboard.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "app/lesson/lesson.h"
#include "engine/trace/describe.h"
#include "engine/trace/runner_task.h"

namespace coroscope::app {

namespace {

using trace::Event;
using trace::EventIndex;
using trace::EventKind;
using trace::Trace;

using Moments = std::vector<FigureMoment>;
using Found = std::variant<Moments, std::string>;

/// Whether an event is the run's end, and it went wrong: that is no step of a task.
bool endsInTrouble(const Event& event) {
    return event.kind == EventKind::Finished && event.finish() != trace::Finish::Ok &&
           event.finish() != trace::Finish::Raised;
}

/// The end of each step of a task: what it has done is to be seen.
Moments stepEnds(const Trace& trace, const trace::Excerpt& excerpt) {
    Moments found;
    EventIndex at(0);
    for (const Event& event : trace.events()) {
        if (event.kind == EventKind::StepEnded && excerpt.has(event) &&
            !trace::isOfTheRunner(trace, event.task)) {
            found.push_back({at, {}});
        } else if (endsInTrouble(event) && excerpt.has(event.time) && !found.empty()) {
            found.push_back({at, {}});
        }
        ++at.value;
    }
    return found;
}

Found bookmarked(const ExportedRun& run, const trace::Excerpt& excerpt) {
    Moments found;
    if (run.lesson == nullptr || run.lesson->bookmarks.empty()) {
        return "there are no bookmarks: they are set in the window (M) and kept in .coroscope "
               "lessons";
    }
    for (const std::uint64_t number : run.lesson->bookmarks) {
        if (number >= run.trace->size()) continue;
        const auto at = EventIndex::fromIndex(number);
        if (excerpt.has((*run.trace)[at].time)) found.push_back({at, {}});
    }
    if (found.empty()) return "none of the bookmarks lies in this part of the run";
    return found;
}

Found atTimes(const Trace& trace, const std::vector<double>& times) {
    if (times.empty()) return "say at which seconds, as in 0.5,1,2";
    Moments found;
    for (const double time : times) {
        const EventIndex at = trace.lastAtOrBefore(time);
        if (!at.valid() || time > trace.endTime()) {
            return fmt::format("nothing is to be seen at {}: the run lasts from 0 to {}",
                               trace::secondsText(time), trace::secondsText(trace.endTime()));
        }
        const bool between = time > trace[at].time;
        found.push_back({at, {}, between ? std::optional(time) : std::nullopt});
    }
    return found;
}

Found soughtIn(const ExportedRun& run, const trace::Excerpt& excerpt,
               const ExportOptions& options) {
    switch (options.storyboard) {
        case Storyboard::Bookmarks: return bookmarked(run, excerpt);
        case Storyboard::Times: return atTimes(*run.trace, options.moments);
        default: return stepEnds(*run.trace, excerpt);
    }
}

/// Whether an event is the loop's own work: its timers, and asyncio's callbacks.
bool isInside(const Trace& trace, const Event& event) {
    switch (event.kind) {
        case EventKind::TimerSet:
        case EventKind::TimerFired:
        case EventKind::TimerCancelled: return true;
        case EventKind::CallbackScheduled:
        case EventKind::CallbackRan: return trace::isInsideCallback(trace, event);
        default: return false;
    }
}

/// The event to tell of: this one, or what came before it at the same moment.
EventIndex toldOf(const Trace& trace, EventIndex event) {
    for (EventIndex at = event; trace[at].time == trace[event].time; --at.value) {
        if (!isInside(trace, trace[at])) return at;
        if (at == trace.first()) break;
    }
    return event;
}

}  // namespace

std::variant<std::vector<FigureMoment>, std::string> momentsOf(const ExportedRun& run,
                                                               const trace::Excerpt& excerpt,
                                                               const ExportOptions& options) {
    Found found = soughtIn(run, excerpt, options);
    if (std::holds_alternative<std::string>(found)) return found;
    Moments& moments = std::get<Moments>(found);
    if (moments.empty()) return "no task does a step in this part of the run";
    if (moments.size() > kMostFigures) {
        return fmt::format(
            "that would be {} figures, and {} are the most: choose a part of the run, or some "
            "of the tasks",
            moments.size(), kMostFigures);
    }
    std::size_t number = 0;
    for (FigureMoment& moment : moments) {
        moment.text = fmt::format("{} of {} · {}", ++number, moments.size(),
                                  momentText(*run.trace, moment.event, moment.time));
    }
    return found;
}

std::variant<std::vector<double>, std::string> momentsIn(std::string_view text) {
    constexpr std::string_view kBetween = " \t,;";
    std::vector<double> moments;
    for (std::size_t at = 0; (at = text.find_first_not_of(kBetween, at)) < text.size();) {
        const std::size_t end = std::min(text.find_first_of(kBetween, at), text.size());
        const std::string_view word = text.substr(at, end - at);
        double seconds = 0;
        // Whatever the language: a point is a point.
        const auto [rest, error] = std::from_chars(word.data(), word.data() + word.size(), seconds);
        if (error != std::errc() || rest != word.data() + word.size() || !std::isfinite(seconds)) {
            return fmt::format("{} is no number of seconds", word);
        }
        moments.push_back(seconds);
        at = end;
    }
    return moments;
}

bool isSeries(const Format& format, const ExportOptions& options) {
    return options.storyboard != Storyboard::None && format.kind != FormatKind::Pdf;
}

std::string numberedPath(const std::string& path, const Format& format, std::size_t number) {
    const std::size_t stem = path.size() - format.extension.size() - 1;
    return fmt::format("{}-{:03}{}", path.substr(0, stem), number, path.substr(stem));
}

std::vector<std::string> seriesOnDisk(const std::string& path, const Format& format) {
    std::vector<std::string> found;
    for (std::size_t number = 1; number <= kMostFigures; ++number) {
        std::string numbered = numberedPath(path, format, number);
        std::error_code ignored;
        if (std::filesystem::exists(numbered, ignored)) found.push_back(std::move(numbered));
    }
    return found;
}

std::string momentText(const Trace& trace, EventIndex event, std::optional<double> time) {
    const double at = trace[event].time;
    std::string told = trace::describe(trace, toldOf(trace, event));
    told.resize(std::min(told.find('\n'), told.size()));  // of a deadlock: who waits for whom
    if (!time || *time == at) return fmt::format("{} · {}", trace::secondsText(at), told);
    return fmt::format("{} · since {}: {}", trace::secondsText(*time), trace::secondsText(at),
                       told);
}

}  // namespace coroscope::app
