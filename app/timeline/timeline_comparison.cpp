// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_comparison.h"

#include <algorithm>

#include <QScopedValueRollback>

namespace coroscope::app {

namespace {
/// The event of `other` at that place of the axis at which `plot` has this x.
trace::EventIndex eventAtSamePlace(const TimelinePlot& plot, double x, const TimelinePlot& other) {
    const double value = plot.view().axisScale().toValue(x);
    return eventAtX(other.model(), other.view(), other.view().axisScale().toX(value));
}
}  // namespace

TimelineComparison::TimelineComparison(TimelinePlot& moving, TimelinePlot& held)
    : moving_(moving), held_(held) {
    for (TimelinePlot* plot : {&moving_, &held_}) {
        connect(plot, &TimelinePlot::measureChanged, this, &TimelineComparison::shareMeasure);
    }
    connect(&moving_, &TimelinePlot::stretchChanged, this, [this] { follow(held_, moving_); });
    connect(&held_, &TimelinePlot::stretchChanged, this, [this] { follow(moving_, held_); });
    connect(&moving_, &TimelinePlot::axisChanged, &held_, &TimelinePlot::setAxis);
    connect(&held_, &TimelinePlot::axisChanged, &moving_, &TimelinePlot::setAxis);
    connect(&moving_, &TimelinePlot::playheadMoved, this, &TimelineComparison::movePlayhead);
    connect(&held_, &TimelinePlot::playheadRequested, this, &TimelineComparison::askForPlayhead);
    held_.setAxis(moving_.axis());
    shareMeasure();
}

TimelineComparison::~TimelineComparison() {
    moving_.setCompared({});
    held_.setCompared({});
}

ComparedRun TimelineComparison::commonMeasure() const {
    const ComparedRun a = moving_.measure(), b = held_.measure();
    return {std::max(a.timeEnd, b.timeEnd), std::max(a.stepsEnd, b.stepsEnd),
            std::max(a.headerWidth, b.headerWidth), std::min(a.scale, b.scale)};
}

void TimelineComparison::shareMeasure() {
    if (sharing_) return;
    {
        const QScopedValueRollback sharing(sharing_, true);
        // The header is as wide as its type makes it, and the type is that of both.
        for (int turn = 0; turn < 2; ++turn) {
            const ComparedRun both = commonMeasure();
            moving_.setCompared(both);
            held_.setCompared(both);
        }
    }
    follow(held_, moving_);
}

void TimelineComparison::follow(TimelinePlot& follower, const TimelinePlot& leader) {
    if (sharing_ || follower.axis() != leader.axis()) return;
    {
        const QScopedValueRollback sharing(sharing_, true);
        if (const auto stretch = leader.stretch()) {
            follower.showStretch((*stretch)[0], (*stretch)[1]);
        } else {
            follower.fit();
        }
    }
    movePlayhead();
}

void TimelineComparison::movePlayhead() {
    if (sharing_ || held_.model().eventCount == 0 || !moving_.playhead().valid()) return;
    const QScopedValueRollback sharing(sharing_, true);
    held_.setPlayhead(eventAtSamePlace(moving_, moving_.playheadX(), held_));
}

void TimelineComparison::askForPlayhead(trace::EventIndex inHeld) {
    if (moving_.model().eventCount == 0) return;
    Q_EMIT moving_.playheadRequested(eventAtSamePlace(held_, held_.xOf(inHeld), moving_));
}

}  // namespace coroscope::app
