// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/time_axis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

#include "engine/trace/describe.h"

namespace coroscope::app {
namespace {

/// `value` in at most `digits` digits after the point, without trailing zeros.
std::string trimmed(double value, int digits) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f", digits, value);
    std::string text = buffer.data();
    if (text.find('.') != std::string::npos) {
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

/// The first of 1, 2, 5, 10, 20 … that is at least `value`.
double roundStep(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= value * (1 - 1e-9)) return factor * power;
    }
    return 10 * power;
}

constexpr double kMinute = 60;
constexpr double kHour = 60 * kMinute;
constexpr double kDay = 24 * kHour;
/// From here on, an axis counts in minutes, hours and days.
constexpr double kManySeconds = 2 * kHour;

/// The first step that is a whole part of an hour or a day, or a round number of days.
double clockStep(double least) {
    for (const double step : {kMinute, 2 * kMinute, 5 * kMinute, 10 * kMinute, 30 * kMinute, kHour,
                              2 * kHour, 3 * kHour, 6 * kHour, 12 * kHour}) {
        if (step >= least * (1 - 1e-9)) return step;
    }
    return roundStep(std::max(1.0, least / kDay)) * kDay;
}

/// `3 d`, `2 d 6 h`, `40 min`; `0 s` at the beginning.
std::string clockText(double seconds) {
    std::string text;
    for (const auto& [unit, name] : {std::pair(kDay, " d"), {kHour, " h"}, {kMinute, " min"}}) {
        const double whole = std::floor((seconds + 1) / unit);
        if (whole < 1) continue;
        seconds -= whole * unit;
        if (!text.empty()) text += ' ';
        text += trimmed(whole, 0) + name;
    }
    return text.empty() ? "0 s" : text;
}

/// Half the room that an instant's events may take: the pill's, or less where the next is near.
double reach(const LaneModel& model, const AxisScale& scale, double pillWidth,
             std::size_t instant) {
    double reach = pillWidth / 2;
    const double time = model.instants[instant].time;
    const double unit = scale.pixelsPerUnit();
    if (instant > 0) {
        reach = std::min(reach, (time - model.instants[instant - 1].time) * unit / 2);
    }
    if (instant + 1 < model.instants.size()) {
        reach = std::min(reach, (model.instants[instant + 1].time - time) * unit / 2);
    }
    return std::max(0.0, reach);
}

}  // namespace

std::string formatDuration(double seconds) {
    if (!std::isfinite(seconds)) return "∞";
    const double size = std::abs(seconds);
    if (size == 0) return "0 s";
    if (size >= 1e6) {
        std::array<char, 64> buffer{};
        std::snprintf(buffer.data(), buffer.size(), "%.4g s", seconds);
        return buffer.data();
    }
    if (size >= 0.01) return trimmed(seconds, size >= 100 ? 1 : size >= 10 ? 2 : 3) + " s";
    if (size >= 1e-3) return trimmed(seconds * 1e3, 3) + " ms";
    if (size >= 1e-6) return trimmed(seconds * 1e6, 2) + " µs";
    return trimmed(seconds * 1e9, 2) + " ns";
}

std::string formatMoment(double seconds) {
    if (!std::isfinite(seconds)) return "∞";
    std::string text = trace::roundedText(seconds);
    if (text.find('.') == std::string::npos) text += ".0";
    return text;
}

std::string distinctMoment(const LaneModel& model, std::size_t instant) {
    const double time = model.instants[instant].time;
    const auto differs = [&](auto&& text) {
        const std::string own = text(time);
        return (instant == 0 || text(model.instants[instant - 1].time) != own) &&
               (instant + 1 == model.instants.size() ||
                text(model.instants[instant + 1].time) != own);
    };
    if (differs(formatMoment)) return formatMoment(time);
    for (int digits = 4; digits < 9; ++digits) {
        const auto text = [digits](double seconds) { return trimmed(seconds, digits); };
        if (differs(text)) return text(time);
    }
    return exactMoment(time);
}

std::string exactMoment(double seconds) {
    if (!std::isfinite(seconds)) return "∞";
    std::string text = trimmed(seconds, 9);
    if (text.find('.') == std::string::npos) text += ".0";
    return text;
}

std::vector<Tick> timeTicks(const AxisScale& scale, double spacing) {
    std::vector<Tick> ticks;
    const double least = std::max(spacing / scale.pixelsPerUnit(), 1e-9);
    const bool clock = scale.end >= kManySeconds && least > kMinute / 2;
    const double step = clock ? clockStep(least) : roundStep(least);
    const int digits = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 9);
    const double first = std::ceil(scale.begin / step - 1e-6);
    for (double n = first; n * step <= scale.end + step * 1e-6 && ticks.size() < 200; n += 1) {
        if (n < 0) continue;
        ticks.push_back({n * step, clock ? clockText(n * step) : trimmed(n * step, digits) + " s"});
    }
    return ticks;
}

double timeAxisX(const LaneModel& model, const AxisScale& scale, double pillWidth,
                 EventIndex event) {
    if (model.instants.empty()) return scale.left;
    const std::size_t instant = model.instantOf(event);
    const std::size_t first = model.instants[instant].first.index();
    const std::size_t last = model.lastEventOf(instant).index();
    const double x = scale.toX(model.instants[instant].time);
    if (last == first) return x;
    const double rank =
        static_cast<double>(event.index() - first) / static_cast<double>(last - first);
    return x + (2 * rank - 1) * reach(model, scale, pillWidth, instant);
}

EventIndex timeAxisEventAt(const LaneModel& model, const AxisScale& scale, double pillWidth,
                           double x) {
    if (model.instants.empty()) return {};
    const double time = scale.toValue(x);
    const auto after =
        std::lower_bound(model.instants.begin(), model.instants.end(), time,
                         [](const Instant& instant, double t) { return instant.time < t; });
    auto index = static_cast<std::size_t>(after - model.instants.begin());
    if (index == model.instants.size()) {
        --index;
    } else if (index > 0 &&
               time - model.instants[index - 1].time < model.instants[index].time - time) {
        --index;
    }
    const std::size_t first = model.instants[index].first.index();
    const std::size_t last = model.lastEventOf(index).index();
    const double half = reach(model, scale, pillWidth, index);
    const double offset = x - scale.toX(model.instants[index].time);
    if (half < 1 || offset > half) return EventIndex::fromIndex(last);
    if (offset < -half) return EventIndex::fromIndex(first);
    const double rank = (offset / half + 1) / 2 * static_cast<double>(last - first);
    return EventIndex::fromIndex(first + static_cast<std::size_t>(std::lround(rank)));
}

}  // namespace coroscope::app
