// SPDX-License-Identifier: GPL-3.0-or-later
/// A lane too low for shapes: cells of colour.

#include <algorithm>
#include <cmath>

#include "app/timeline/lane_layout.h"
#include "app/timeline/level_of_detail.h"

namespace coroscope::app {
namespace {

QRgb mix(QRgb a, QRgb b, int percent) {
    const auto part = [percent](int x, int y) { return (x * (100 - percent) + y * percent) / 100; };
    return qRgb(part(qRed(a), qRed(b)), part(qGreen(a), qGreen(b)), part(qBlue(a), qBlue(b)));
}

}  // namespace

void layoutStrip(const LaneContext& context, const Row& row, LaneGroup& group) {
    const Lane& lane = context.model.lanes[row.lane];
    const Palette& palette = context.view.palette;
    const QRgb hue = palette.hue(lane.task).rgb();
    const QRgb ground = palette.pane.rgb();
    const QRgb ready = mix(hue, ground, 35);
    const QRgb suspended = mix(hue, ground, 72);
    const double left = group.area.left();
    group.stripWidth = static_cast<std::size_t>(std::ceil(group.area.width()));
    const std::size_t firstPixel = group.pixels.size();
    group.pixels.resize(firstPixel + group.stripWidth, ground);
    QRgb* const pixels = group.pixels.data() + firstPixel;
    const auto width = static_cast<std::ptrdiff_t>(group.stripWidth);
    std::ptrdiff_t next = 0;  // what came first keeps its pixel: a run of no width gets one
    const auto add = [&](double x0, double x1, QRgb colour) {
        const auto from = std::max(next, static_cast<std::ptrdiff_t>(std::max(x0 - left, 0.0)));
        const auto to = std::min(width, static_cast<std::ptrdiff_t>(std::max(x1 - left, 0.0)));
        for (std::ptrdiff_t x = from; x < to; ++x) pixels[x] = colour;
        next = std::max(next, to);
    };
    const auto [first, last] = context.model.extent(context.view.axis);
    const QRgb notAlive = palette.notAlive.rgb();
    if (!lane.isLoop() && lane.spanCount() > 0) {
        const double born = context.scale.toX(lane.along(context.view.axis).front());
        add(left, context.scale.toX(first), ground);
        add(context.scale.toX(first), born, notAlive);
    }
    foldLane(lane, context.view.axis, context.scale, 1, [&](const Stretch& s) {
        if (s.folded) {
            const bool runs = lane.runs(s.first, s.last) > 0;
            add(s.x0, runs ? std::max(s.x1, s.x0 + 1) : s.x1, runs ? hue : suspended);
            return;
        }
        switch (lane.kinds[s.first]) {
            case SpanKind::Running:
            case SpanKind::Blocked: add(s.x0, s.x1, hue); break;
            case SpanKind::Ready: add(s.x0, s.x1, ready); break;
            case SpanKind::Suspended: add(s.x0, s.x1, suspended); break;
            case SpanKind::Idle: add(s.x0, s.x1, ground); break;
        }
    });
    if (!lane.isLoop() && lane.end != LaneEnd::Open && lane.spanCount() > 0) {
        add(context.scale.toX(lane.along(context.view.axis).back()), context.scale.toX(last),
            notAlive);
    }
    group.strips.push_back({row.top, row.height, firstPixel, row.lane});
}

}  // namespace coroscope::app
