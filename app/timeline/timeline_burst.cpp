// SPDX-License-Identifier: GPL-3.0-or-later
/// The instant of the time axis that is opened where it stands; see burst.h.

#include <QPainter>

#include "app/timeline/burst.h"
#include "app/timeline/chart_painter.h"
#include "app/timeline/plot_canvas.h"
#include "app/timeline/timeline_plot.h"

namespace coroscope::app {

void TimelinePlot::openBurst(EventIndex event) {
    if (!event.valid() || event.index() >= model_->eventCount) return;
    const std::size_t instant = model_->instantOf(event);
    if (view_.axis != AxisKind::Time || model_->stepsAt(instant) < 2) return;
    burst_ = Burst{instant, {}, {}};
    view_.hoveredSpan.reset();
    viewChanged();
}

void TimelinePlot::closeBurst() {
    if (!burst_) return;
    burst_.reset();
    view_.hoveredSpan.reset();
    viewChanged();
}

/// The strip moves with its instant and follows what is selected and hovered.
void TimelinePlot::placeBurst() {
    if (burst_) burst_->view = burstView(*model_, view_, burst_->instant);
}

bool TimelinePlot::inBurst(QPointF point) const {
    if (!burst_) return false;
    const QRectF strip = burst_->view.lanesRect();
    return point.x() >= strip.left() && point.x() <= strip.right() &&
           point.y() < view_.size.height();
}

bool TimelinePlot::belongsToBurst(EventIndex event) const {
    return burst_ && event.valid() && event.index() < model_->eventCount &&
           model_->instantOf(event) == burst_->instant;
}

double TimelinePlot::xOf(EventIndex event) const {
    return eventX(*model_, belongsToBurst(event) ? burst_->view : view_, event);
}

EventIndex TimelinePlot::eventAt(double x) const {
    if (inBurst({x, 0})) return burstEventAtX(*model_, burst_->view, burst_->instant, x);
    return eventAtX(*model_, view_, x);
}

std::optional<SpanRef> TimelinePlot::spanAt(QPointF point) const {
    return inBurst(point) ? spanAtPoint(*model_, burst_->view, burst_->drawn, point)
                          : spanAtPoint(*model_, view_, drawn_, point);
}

void TimelinePlot::paintBurst(QPainter& painter) {
    if (!burst_) return;
    placeBurst();
    burst_->drawn = layoutBurst(*model_, burst_->view, burst_->instant, fonts_);
    paintChart(painter, burst_->drawn, burst_->view, fonts_, PaintTarget::Screen);
    const QRectF strip = burst_->view.lanesRect();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(view_.palette.scheme.accent, 2 * view_.scale));
    painter.drawRect(QRectF(strip.left(), 1, strip.width(), view_.size.height() - 2));
}

}  // namespace coroscope::app
