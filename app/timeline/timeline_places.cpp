// SPDX-License-Identifier: GPL-3.0-or-later
/// Which part of the axis is in view, and the way back to where one was; the arithmetic is in
/// timeline_navigation.h.

#include "app/timeline/timeline_plot.h"

namespace coroscope::app {
namespace {

constexpr double kZoomStep = 1.25;
constexpr std::size_t kMostPlaces = 50;

}  // namespace

void TimelinePlot::rememberPlace() {
    if (!places_.empty() && places_.back() == placeOf(view_)) return;
    places_.push_back(placeOf(view_));
    if (places_.size() > kMostPlaces) places_.erase(places_.begin());
}

void TimelinePlot::undoNavigation() {
    if (places_.empty()) return;
    const Place place = places_.back();
    places_.pop_back();
    view_.begin = place.begin;
    view_.end = place.end;
    view_.scroll = place.scroll;
    fitted_ = false;
    keepInside(*model_, view_);
    viewChanged();
}

void TimelinePlot::zoomIn() {
    rememberPlace();
    fitted_ = false;
    zoomAt(*model_, view_, playhead_.valid() ? playheadX() : view_.lanesRect().center().x(),
           1 / kZoomStep);
    viewChanged();
}

void TimelinePlot::zoomOut() {
    rememberPlace();
    zoomAt(*model_, view_, playhead_.valid() ? playheadX() : view_.lanesRect().center().x(),
           kZoomStep);
    viewChanged();
}

void TimelinePlot::fit() {
    rememberPlace();
    fitted_ = true;
    comfortable_ = true;
    relayout();
}

void TimelinePlot::showStretch(double begin, double end) {
    rememberPlace();
    view_.begin = begin;
    view_.end = end;
    fitted_ = false;
    keepInside(*model_, view_);
    viewChanged();
}

void TimelinePlot::focusSelection() {
    const auto lane = selectedLane();
    if (!view_.selectedSpan && !lane) {
        fit();
        return;
    }
    const std::size_t on = view_.selectedSpan ? view_.selectedSpan->lane : *lane;
    const std::vector<double>& at = model_->lanes[on].along(view_.axis);
    if (at.empty() || focusStage_ == 2) {
        focusStage_ = 0;
        fit();
        return;
    }
    rememberPlace();
    fitted_ = false;
    const double begin = view_.selectedSpan ? at[view_.selectedSpan->first] : at.front();
    const double end = view_.selectedSpan ? at[view_.selectedSpan->last] : at.back();
    if (focusStage_ == 0) {
        const double half = (view_.end - view_.begin) / 2;
        view_.begin = (begin + end) / 2 - half;
        view_.end = (begin + end) / 2 + half;
        keepInside(*model_, view_);
    } else {
        fitStretch(*model_, view_, begin, end);
    }
    ++focusStage_;
    revealLane(*model_, view_, on);
    viewChanged();
}

}  // namespace coroscope::app
