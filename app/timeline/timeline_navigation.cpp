// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_navigation.h"

#include <algorithm>
#include <cmath>

namespace coroscope::app {
namespace {

/// The axis values at the ends of a view of the whole run.
std::array<double, 2> wholeRange(const LaneModel& model, const ChartView& view) {
    auto [begin, end] = model.extent(view.axis);
    end =
        std::max(end, view.axis == AxisKind::Time ? view.compared.timeEnd : view.compared.stepsEnd);
    // A run of one instant still needs an axis; few steps are not blown up.
    if (view.axis == AxisKind::Time && end - begin < 1e-9) end = begin + 1;
    if (view.axis == AxisKind::Steps) end = std::max(end, 12.0);
    const double width = view.lanesRect().width();
    const double left = std::min(axisPadding(view), width / 8);
    const double right = std::min(axisPadding(view) * 2, width / 8);
    const double perPixel = (end - begin) / std::max(1.0, width - left - right);
    return {begin - left * perPixel, end + right * perPixel};
}

double leastRange(const LaneModel& model, const ChartView& view) {
    if (view.axis == AxisKind::Steps) return 2;
    const auto [begin, end] = model.extent(view.axis);
    // Beyond this a double has no digits left to place a pixel with.
    return std::max({(end - begin) * 1e-9, std::abs(end) * 1e-12, 1e-9});
}

}  // namespace

Place placeOf(const ChartView& view) { return {view.begin, view.end, view.scroll}; }

void fitAll(const LaneModel& model, ChartView& view) {
    const auto [begin, end] = wholeRange(model, view);
    view.begin = begin;
    view.end = end;
}

void fitStretch(const LaneModel& model, ChartView& view, double begin, double end) {
    const double margin = std::max((end - begin) * 0.15, leastRange(model, view) / 4);
    view.begin = begin - margin;
    view.end = end + margin;
    keepInside(model, view);
}

void zoomAt(const LaneModel& model, ChartView& view, double x, double factor) {
    const AxisScale scale = view.axisScale();
    const double value = scale.toValue(std::clamp(x, scale.left, scale.right));
    const double least = leastRange(model, view);
    factor = std::max(factor, least / (view.end - view.begin));
    view.begin = value - (value - view.begin) * factor;
    view.end = value + (view.end - value) * factor;
    keepInside(model, view);
}

void panBy(const LaneModel& model, ChartView& view, double pixels) {
    const double by = pixels / view.axisScale().pixelsPerUnit();
    view.begin += by;
    view.end += by;
    keepInside(model, view);
}

void scrollBy(const LaneModel& model, ChartView& view, double pixels) {
    view.scroll += pixels;
    keepInside(model, view);
}

bool reveal(const LaneModel& model, ChartView& view, EventIndex event) {
    if (!event.valid() || model.eventCount == 0) return false;
    const double x = eventX(model, view, event);
    const QRectF lanes = view.lanesRect();
    if (x >= lanes.left() && x <= lanes.right()) return false;
    const Place before = placeOf(view);
    const double wanted = x > lanes.right() ? lanes.left() + lanes.width() * 0.2
                                            : lanes.right() - lanes.width() * 0.2;
    panBy(model, view, x - wanted);
    return !(placeOf(view) == before);
}

bool revealLane(const LaneModel& model, ChartView& view, std::size_t lane) {
    const auto row = view.rowOfLane(lane);
    if (!row) return false;
    const double top = static_cast<double>(*row) * view.laneHeight;
    const double before = view.scroll;
    if (top < view.scroll) view.scroll = top;
    if (top + view.laneHeight > view.scroll + view.viewportHeight()) {
        view.scroll = top + view.laneHeight - view.viewportHeight();
    }
    keepInside(model, view);
    return view.scroll != before;
}

void keepInside(const LaneModel& model, ChartView& view) {
    const auto [first, last] = wholeRange(model, view);
    const double range = view.end - view.begin;
    if (!(range < last - first)) {
        view.begin = first;
        view.end = last;
    } else if (view.begin < first) {
        view.begin = first;
        view.end = first + range;
    } else if (view.end > last) {
        view.end = last;
        view.begin = last - range;
    }
    const double most = std::max(0.0, view.contentHeight(model) - view.viewportHeight());
    view.scroll = std::clamp(view.scroll, 0.0, most);
}

namespace {

/// What each lane has of the height, that of the loop included, in whole pixels.
/// Of a lane, at scale 1, where not all are seen at once.
constexpr double kGood = 44;

double heightForEach(const LaneModel& model, const ChartView& view) {
    return std::floor(view.lanesRect().height() / static_cast<double>(view.rowCount(model) + 1));
}

}  // namespace

bool hasLittleRoom(const ChartView& view) {
    // Of four lanes and the loop's. The lanes' height follows from this: it must have no say in it.
    return view.lanesRect().height() < 5 * std::floor(kGood * view.scale);
}

bool lanesFit(const LaneModel& model, const ChartView& view) {
    return heightForEach(model, view) >= 36 * view.scale;
}

double comfortableLaneHeight(const LaneModel& model, const ChartView& view) {
    // A little lower than is good, if that saves scrolling; else as high as is good.
    if (!lanesFit(model, view)) {
        // In little room low lanes without words are better than two that are seen of ten.
        const double good = std::floor(kGood * view.scale);
        if (!hasLittleRoom(view)) return good;
        return std::clamp(heightForEach(model, view), std::ceil(20 * view.scale), good);
    }
    return std::min(heightForEach(model, view), std::floor(58 * view.scale));
}

}  // namespace coroscope::app
