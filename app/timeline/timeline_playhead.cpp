// SPDX-License-Identifier: GPL-3.0-or-later
/// The playhead and the other places that lie over the lanes: bookmarks, where playing goes round,
/// where things went wrong.

#include <utility>
#include <vector>

#include "app/timeline/overview_bar.h"
#include "app/timeline/plot_overlay.h"
#include "app/timeline/timeline_plot.h"

namespace coroscope::app {

double TimelinePlot::playheadX() const {
    const double x = xOf(playhead_);
    if (fraction_ <= 0 || playhead_.index() + 1 >= model_->eventCount) return x;
    const EventIndex next = EventIndex::fromIndex(playhead_.index() + 1);
    return x + (xOf(next) - x) * fraction_;
}

void TimelinePlot::setPlayheadFraction(double fraction) {
    if (fraction == fraction_) return;
    fraction_ = fraction;
    overlay_->showPlayhead(view_, playhead_.valid() ? playheadX() : -1e6);
    Q_EMIT playheadMoved();
}

void TimelinePlot::setPlayhead(EventIndex event) {
    if (event.valid() && event.index() >= model_->eventCount) return;
    playhead_ = event;
    fraction_ = 0;
    tellSoon(*this);
    if (drag_ != Drag::Scrub && reveal(*model_, view_, event)) {
        viewChanged();
        return;
    }
    placeOverlay();
}

void TimelinePlot::setPlaces(EventIndex first, EventIndex last, std::vector<EventIndex> bookmarks) {
    regionFirst_ = first;
    regionLast_ = last;
    bookmarks_ = std::move(bookmarks);
    placeMarks();
}

void TimelinePlot::placeMarks() {
    const auto x = [this](EventIndex at) { return xOf(at); };
    const auto known = [this](EventIndex at) {
        return at.valid() && at.index() < model_->eventCount;
    };
    std::optional<std::pair<double, double>> region;
    if (known(regionFirst_) && known(regionLast_) && regionFirst_ < regionLast_) {
        region = std::pair(x(regionFirst_), x(regionLast_));
    }
    std::vector<double> marks;
    for (const EventIndex at : bookmarks_) {
        if (known(at)) marks.push_back(x(at));
    }
    overlay_->showPlaces(region, std::move(marks));
}

void TimelinePlot::setTroubleMark(EventIndex event, const QString& what) {
    trouble_ = event;
    overview_->setTrouble(what);
    placeOverlay();
}

/// What lies after the past that is shown is told by neither axis nor legend.
void TimelinePlot::dropFuture() {
    if (model_->eventCount == 0) return;
    const double now = xOf(EventIndex::fromIndex(model_->eventCount - 1));
    std::erase_if(drawn_.ticks, [now](const Text& tick) { return tick.rect.center().x() > now; });
    std::erase_if(drawn_.grid, [now](const GridLine& line) { return line.x > now + 1; });
    for (LaneGroup* group : {&drawn_.loop, &drawn_.tasks}) {
        std::erase_if(group->boxes, [now](const Box& box) { return box.rect.left() > now; });
    }
}

void TimelinePlot::placeOverlay() {
    const double x = playhead_.valid() ? playheadX() : -1e6;
    overlay_->showPlayhead(view_, x);
    Q_EMIT playheadMoved();
    placeMarks();
    ChartView whole = view_;
    fitAll(*model_, whole);
    const double value = playhead_.valid() ? view_.axisScale().toValue(x) : whole.begin - 1;
    overview_->setView(view_.axis, whole.begin, whole.end, view_.begin, view_.end, value);
    const bool known = trouble_.valid() && trouble_.index() < model_->eventCount;
    overview_->setTroubleAt(known ? std::optional(view_.axisScale().toValue(xOf(trouble_)))
                                  : std::nullopt);
}

}  // namespace coroscope::app
