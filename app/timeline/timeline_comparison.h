// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/timeline/timeline_plot.h"

namespace coroscope::app {

/// Two timelines, one below the other, at one measure: the same axis, the same part of it in view,
/// and both playheads at the same place of it. What is done to one is done to the other.
class TimelineComparison final : public QObject {
    Q_OBJECT

public:
    /// `moving` has the playhead of its session; that of `held` goes along, and asks for it to
    /// move. Both must outlive this; when it goes, each is at its own measure again.
    TimelineComparison(TimelinePlot& moving, TimelinePlot& held);
    ~TimelineComparison() override;

private:
    [[nodiscard]] ComparedRun commonMeasure() const;
    void shareMeasure();
    void follow(TimelinePlot& follower, const TimelinePlot& leader);
    void movePlayhead();
    void askForPlayhead(trace::EventIndex inHeld);

    TimelinePlot& moving_;
    TimelinePlot& held_;
    /// The change that a timeline tells of is one that was asked for here.
    bool sharing_ = false;
};

}  // namespace coroscope::app
