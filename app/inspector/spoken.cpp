// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/spoken.h"

#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "engine/trace/describe.h"
#include "engine/trace/lane_name.h"
#include "engine/trace/runner_task.h"

namespace coroscope::app {

namespace {

/// asyncio's own callbacks, by the ends of their qualified names.
constexpr std::pair<std::string_view, std::string_view> kCallbacks[] = {
    {"set_result_unless_cancelled", "end of a sleep"},
    {"gather.<locals>._done_callback", "gather counts who is done"},
    {"shield.<locals>._inner_done_callback", "shield's inside is done"},
    {"shield.<locals>._outer_done_callback", "shield's outside is done"},
    {"release_waiter", "wait_for's end"},
    {"Timeout._on_timeout", "time-out"},
    {"_on_timeout", "time-out"},
    {"TaskGroup._on_task_done", "the task group counts who is done"},
    {"_wait.<locals>._on_completion", "wait counts who is done"},
    {"_on_completion", "a wait counts who is done"},
    {"run_until_complete_cb", "end of the main task"},
    {"_chain_future.<locals>._set_state", "a worker's result is handed on"},
    {"_chain_future.<locals>._call_set_state", "a result is handed on"},
    {"_chain_future.<locals>._call_check_cancel", "a cancel is handed on"},
};

/// More say nothing: a double has 17 digits.
constexpr int kMostDecimals = 17;

/// Without zeros behind its point.
std::string decimalSeconds(double seconds, int decimals) {
    std::string text = fmt::format("{:.{}f}", seconds, decimals);
    if (decimals > 0) text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text + " s";
}

}  // namespace

std::string spokenTask(const trace::Trace& trace, trace::TaskId task) {
    if (!task.valid()) return "the program";
    std::string name = trace::shownTask(trace, task);
    if (trace.task(task).name.valid()) return name;
    const std::string coroutine = trace::shownName(trace::ownName(trace.coroutineName(task)));
    if (coroutine.empty()) return name;
    return fmt::format("{} ({}{})", name, coroutine,
                       trace::isOfTheRunner(trace, task) ? ", asyncio's own" : "");
}

std::string spokenSeconds(double seconds) {
    return std::isfinite(seconds) ? trace::secondsText(seconds) : "for ever";
}

std::string columnSeconds(double seconds) {
    std::string text = spokenSeconds(seconds);
    if (!std::isfinite(seconds)) return text;
    for (int decimals = 6; text.size() > kColumnCharacters + 2 && decimals >= 0; --decimals) {
        text = decimalSeconds(seconds, decimals);
    }
    text.resize(text.size() - 2);  // the unit
    return text;
}

std::string spokenSeconds(double seconds, double beside) {
    std::string text = spokenSeconds(seconds);
    if (!std::isfinite(seconds) || seconds == beside) return text;
    std::string other = spokenSeconds(beside);
    for (int decimals = 4; text == other && decimals <= kMostDecimals; ++decimals) {
        text = decimalSeconds(seconds, decimals);
        other = decimalSeconds(beside, decimals);
    }
    return text;
}

std::string exactSeconds(double seconds) {
    if (!std::isfinite(seconds)) return "for ever";
    return decimalSeconds(seconds, 9);
}

std::string ordinal(std::size_t number) {
    const std::size_t last = number % 10;
    const bool teen = number % 100 >= 11 && number % 100 <= 13;
    const char* ending = teen        ? "th"
                         : last == 1 ? "st"
                         : last == 2 ? "nd"
                         : last == 3 ? "rd"
                                     : "th";
    return fmt::format("{}{}", number, ending);
}

std::string plainCallback(const trace::Trace& trace, const RunSource& source,
                          const trace::Event& event) {
    const bool known = event.text().index() < trace.textCount();
    const std::string_view name = known ? trace.text(event.text()) : std::string_view();
    std::string spoken = spokenCallback(name);
    if (spoken != name || !trace::isInsideCallback(trace, event)) return trace::shownName(spoken);
    return source.defines(trace::ownName(name)) ? trace::shownName(name)
                                                : std::string("a bit of the loop's own work");
}

std::string spokenCallback(std::string_view name) {
    for (const auto& [end, words] : kCallbacks) {
        if (name.ends_with(end)) return std::string(words);
    }
    return name.empty() ? std::string("a callback") : std::string(name);
}

}  // namespace coroscope::app
