// SPDX-License-Identifier: GPL-3.0-or-later
/// Keys, wheel and mouse of the timeline.

#include <algorithm>
#include <cmath>
#include <utility>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include "app/style/counted.h"
#include "app/timeline/chart_painter.h"
#include "app/timeline/plot_canvas.h"
#include "app/timeline/plot_overlay.h"
#include "app/timeline/time_axis.h"
#include "app/timeline/timeline_plot.h"
#include "engine/trace/trace.h"

namespace coroscope::app {
namespace {

constexpr double kZoomStep = 1.25;

}  // namespace

void TimelinePlot::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers() & Qt::ControlModifier;
    const double step = view_.lanesRect().width() / 10;
    if (control) {
        if (event->key() != Qt::Key_Z) return QWidget::keyPressEvent(event);
        undoNavigation();
        return;
    }
    switch (event->key()) {
        case Qt::Key_W: zoomIn(); break;
        case Qt::Key_S: zoomOut(); break;
        case Qt::Key_A:
        case Qt::Key_D:
            fitted_ = false;
            panBy(*model_, view_, event->key() == Qt::Key_A ? -step : step);
            viewChanged();
            break;
        case Qt::Key_F: focusSelection(); break;
        case Qt::Key_T: toggleAxis(); break;
        case Qt::Key_Period: selectNeighbourSpan(+1); break;
        case Qt::Key_Comma: selectNeighbourSpan(-1); break;
        case Qt::Key_Down: selectNeighbourLane(+1); break;
        case Qt::Key_Up: selectNeighbourLane(-1); break;
        case Qt::Key_Slash: openFinder(); break;
        case Qt::Key_O: burst_ ? closeBurst() : openBurst(playhead_); break;
        case Qt::Key_Escape:
            if (burst_) {
                closeBurst();
                break;
            }
            overlay_->showMeasure(std::nullopt);
            clearSelection();
            break;
        default: QWidget::keyPressEvent(event);
    }
}

void TimelinePlot::wheelEvent(QWheelEvent* event) {
    const QPointF angle = event->angleDelta();
    const double notches = (angle.y() != 0 ? angle.y() : angle.x()) / 120.0;
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    if (control && shift) {
        const double before = view_.laneHeight;
        setLaneHeight(before * std::pow(kZoomStep, notches));
        view_.scroll *= view_.laneHeight / before;
        keepInside(*model_, view_);
        viewChanged();
    } else if (control) {
        fitted_ = false;
        zoomAt(*model_, view_, event->position().x(), std::pow(kZoomStep, -notches));
        viewChanged();
    } else if (shift || angle.x() != 0) {
        fitted_ = false;
        panBy(*model_, view_, -notches * 60);
        viewChanged();
    } else {
        scrollBy(*model_, view_, -notches * view_.laneHeight);
        viewChanged();
    }
    event->accept();
}

// Mouse

bool TimelinePlot::nearPlayhead(QPointF point) const {
    return playhead_.valid() && std::abs(point.x() - playheadX()) <= 5 * view_.scale &&
           point.y() < view_.size.height() && point.x() >= view_.lanesRect().left() - 5;
}

void TimelinePlot::startPan() {
    rememberPlace();
    drag_ = Drag::Pan;
    setCursor(Qt::ClosedHandCursor);
}

void TimelinePlot::mousePressEvent(QMouseEvent* event) {
    pressedAt_ = lastAt_ = event->position();
    if (event->button() == Qt::MiddleButton) {
        startPan();
        return;
    }
    if (event->button() != Qt::LeftButton || clickLegend(pressedAt_)) return;
    if (pressedAt_.y() >= view_.size.height()) return;
    overlay_->showMeasure(std::nullopt);
    const bool onTicks =
        pressedAt_.y() < view_.tickHeight() && pressedAt_.x() >= view_.lanesRect().left() - 5;
    if (event->modifiers() & Qt::ControlModifier) {
        drag_ = Drag::Zoom;
    } else if (event->modifiers() & Qt::ShiftModifier) {
        startPan();
    } else if (onTicks || nearPlayhead(pressedAt_)) {
        drag_ = Drag::Scrub;
        if (onTicks) scrubTo(pressedAt_.x());
    } else {
        drag_ = Drag::Press;
    }
}

void TimelinePlot::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (drag_ == Drag::Press && (at - pressedAt_).manhattanLength() > 6) {
        // Names have no places to measure between: there, lanes are scrolled.
        if (pressedAt_.x() < view_.lanesRect().left()) {
            startPan();
        } else {
            drag_ = Drag::Measure;
        }
    }
    if (drag_ == Drag::Pan) {
        fitted_ = fitted_ && at.x() == lastAt_.x();
        panBy(*model_, view_, lastAt_.x() - at.x());
        scrollBy(*model_, view_, lastAt_.y() - at.y());
        viewChanged();
    } else if (drag_ == Drag::Scrub) {
        scrubTo(at.x());
    } else if (drag_ == Drag::Measure) {
        measureTo(at.x());
    } else if (drag_ == Drag::Zoom) {
        const QRectF lanes = view_.lanesRect();
        const double x0 = std::clamp(std::min(pressedAt_.x(), at.x()), lanes.left(), lanes.right());
        const double x1 = std::clamp(std::max(pressedAt_.x(), at.x()), lanes.left(), lanes.right());
        overlay_->showZoomArea(QRectF(x0, lanes.top(), x1 - x0, lanes.height()));
    } else if (drag_ == Drag::None) {
        hover(at);
    }
    lastAt_ = at;
}

void TimelinePlot::mouseReleaseEvent(QMouseEvent* event) {
    const Drag was = std::exchange(drag_, Drag::None);
    const QPointF at = event->position();
    unsetCursor();
    if (was == Drag::Press) {
        clickAt(at);
    } else if (was == Drag::Zoom) {
        overlay_->showZoomArea(std::nullopt);
        const AxisScale scale = view_.axisScale();
        const double x0 = std::min(pressedAt_.x(), at.x());
        const double x1 = std::max(pressedAt_.x(), at.x());
        if (x1 - x0 < 6) return;
        rememberPlace();
        fitted_ = false;
        view_.begin = scale.toValue(std::max(x0, scale.left));
        view_.end = std::max(scale.toValue(std::min(x1, scale.right)), view_.begin);
        zoomAt(*model_, view_, (x0 + x1) / 2, 1);
        viewChanged();
    }
}

void TimelinePlot::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const auto span = spanAt(event->position());
    if (!span) return;
    const Lane& lane = model_->lanes[span->lane];
    const EventIndex at = lane.events[span->first];
    // A run of no width: what else happened at its instant is seen when that is opened.
    if (!inBurst(event->position()) &&
        lane.begin(AxisKind::Time, span->first) == lane.finish(AxisKind::Time, span->last - 1)) {
        openBurst(at);
    }
    Q_EMIT playheadRequested(at);
}

void TimelinePlot::clickAt(QPointF point) {
    if (const auto gap = gapAtPoint(drawn_, point)) {
        LaneChoice choice = choice_;
        choice.close(*model_, (*view_.gaps)[*gap]);
        setLaneChoice(std::move(choice));
        return;
    }
    const auto lane = laneAtPoint(drawn_, point);
    if (!lane) {
        clearSelection();
        return;
    }
    select(*lane, spanAt(point), true);
}

void TimelinePlot::scrubTo(double x) {
    const QRectF lanes = view_.lanesRect();
    const EventIndex event = eventAt(std::clamp(x, lanes.left(), lanes.right()));
    if (event.valid() && event != playhead_) Q_EMIT playheadRequested(event);
}

/// The begin or end of a span or the playhead near `x`, else `x` itself: one measures between
/// things that happened.
double TimelinePlot::snapped(double x) const {
    const EventIndex at = eventAtX(*model_, view_, x);
    if (!at.valid()) return x;
    const std::size_t last = model_->lastEventOf(model_->instantOf(at)).index();
    double best = x;
    double distance = 8 * view_.scale;
    for (const std::size_t each : {at.index(), at.index() + 1, last + 1}) {
        if (each >= model_->eventCount) continue;
        // The moment itself: within an instant, events are drawn a little apart.
        const EventIndex event = EventIndex::fromIndex(each);
        const double there = view_.axis == AxisKind::Time
                                 ? view_.axisScale().toX((*model_->trace)[event].time)
                                 : eventX(*model_, view_, event);
        if (std::abs(there - x) > distance) continue;
        distance = std::abs(there - x);
        best = there;
    }
    return best;
}

void TimelinePlot::measureTo(double x) {
    const AxisScale scale = view_.axisScale();
    const double from = snapped(pressedAt_.x());
    const double to = snapped(std::clamp(x, view_.lanesRect().left(), view_.lanesRect().right()));
    const double apart = std::abs(scale.toValue(to) - scale.toValue(from));
    const QString text = view_.axis == AxisKind::Time
                             ? QString::fromStdString(formatDuration(apart))
                             : counted(std::lround(apart), tr("step"), tr("steps"));
    overlay_->showMeasure(PlotOverlay::Measure{from, to, text});
}

void TimelinePlot::hover(QPointF point) {
    const QRectF lanes = view_.lanesRect();
    const bool inside = lanes.contains(point);
    overlay_->showPointer(inside ? std::optional<double>(point.x()) : std::nullopt);
    const auto span = inside ? spanAt(point) : std::nullopt;
    if (isOnLegend(point) || gapAtPoint(drawn_, point)) {
        setCursor(Qt::PointingHandCursor);
    } else if (nearPlayhead(point) ||
               (point.y() < view_.tickHeight() && point.x() >= lanes.left())) {
        setCursor(Qt::SizeHorCursor);
    } else {
        unsetCursor();
    }
    if (span == view_.hoveredSpan) return;
    view_.hoveredSpan = span;
    canvas_->replotSoon();
}

void TimelinePlot::leaveEvent(QEvent*) {
    overlay_->showPointer(std::nullopt);
    if (!view_.hoveredSpan) return;
    view_.hoveredSpan.reset();
    canvas_->replotSoon();
}

}  // namespace coroscope::app
