// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/step_axis.h"

#include <algorithm>
#include <cmath>

namespace coroscope::app {
namespace {

double fraction(double part, double whole) { return whole > 0 ? part / whole : 0; }

/// The step whose first event is `event` or the last before it; -1 before the first step.
std::ptrdiff_t stepAtOrBefore(const LaneModel& model, EventIndex event) {
    const auto after =
        std::upper_bound(model.steps.begin(), model.steps.end(), event,
                         [](EventIndex e, const Step& step) { return e < step.began; });
    return after - model.steps.begin() - 1;
}

}  // namespace

double stepPosition(const LaneModel& model, EventIndex event) {
    const std::ptrdiff_t at = stepAtOrBefore(model, event);
    const double place = static_cast<double>(event.index());
    double gapBegins = 0;  // the first event that follows the step before
    if (at >= 0) {
        const Step& step = model.steps[static_cast<std::size_t>(at)];
        const auto began = static_cast<double>(step.began.index());
        const auto ended = static_cast<double>(step.ended.index());
        if (event <= step.ended) {
            return static_cast<double>(at) + kStepLead +
                   (1 - kStepLead) * fraction(place - began, ended - began);
        }
        gapBegins = ended;
    }
    const auto next = static_cast<std::size_t>(at + 1);
    const double gapEnds = next < model.steps.size()
                               ? static_cast<double>(model.steps[next].began.index())
                               : static_cast<double>(model.eventCount);
    return static_cast<double>(next) + kStepLead * fraction(place - gapBegins, gapEnds - gapBegins);
}

EventIndex eventAtStepPosition(const LaneModel& model, double position) {
    if (model.eventCount == 0) return {};
    // Places grow with events: bisect them.
    std::size_t low = 0;
    std::size_t high = model.eventCount;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (stepPosition(model, EventIndex::fromIndex(middle)) < position) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == model.eventCount) return EventIndex::fromIndex(model.eventCount - 1);
    if (low == 0) return EventIndex::fromIndex(0);
    const double before = stepPosition(model, EventIndex::fromIndex(low - 1));
    const double after = stepPosition(model, EventIndex::fromIndex(low));
    return EventIndex::fromIndex(position - before < after - position ? low - 1 : low);
}

std::vector<Tick> stepTicks(const LaneModel& model, const AxisScale& scale, double characterWidth) {
    std::vector<Tick> ticks;
    const double stepWidth = scale.pixelsPerUnit();
    const double first = std::max(0.0, std::floor(scale.begin));
    double labelEnds = -1e9;
    // Too narrow to tell instants apart: every so many steps one instant says its time.
    const auto stride = static_cast<std::size_t>(std::max(1.0, std::ceil(2 / stepWidth)));
    for (auto step = static_cast<std::size_t>(first); step < model.steps.size(); step += stride) {
        // An instant is named once, where it begins, or at the edge if that is out of view.
        std::uint32_t instant = model.steps[step].instant;
        if (!ticks.empty() && model.instants[instant].firstStep != step) {
            const std::size_t next = model.instants[instant].firstStep + model.stepsAt(instant);
            if (next >= model.steps.size()) break;
            step = next;
            instant = model.steps[step].instant;
        }
        if (static_cast<double>(step) > scale.end) break;
        const double x = scale.toX(static_cast<double>(step));
        Tick tick{static_cast<double>(step), {}};
        if (x >= labelEnds) {
            tick.label = distinctMoment(model, instant);
            if (tick.label.ends_with(".0")) tick.label.resize(tick.label.size() - 2);
            tick.label += " s";
            labelEnds = x + static_cast<double>(tick.label.size() + 1) * characterWidth;
        } else if (stride > 1) {
            continue;
        }
        ticks.push_back(std::move(tick));
    }
    return ticks;
}

}  // namespace coroscope::app
