// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/thumbnail.h"

#include <algorithm>
#include <vector>

#include <QPainter>

namespace coroscope::app {

namespace {

using trace::Event;
using trace::EventKind;
using trace::TaskId;

/// More lanes are not told apart at this size.
constexpr std::size_t kMostLanes = 8;

struct Stamp {
    QPainter& painter;
    QRectF room;
    double end;
    double laneHeight;
    double after;  ///< the room after the end, to the right of `room`

    [[nodiscard]] double x(double time) const {
        return room.left() + (end > 0 ? time / end : 0) * room.width();
    }
    [[nodiscard]] double y(std::size_t lane) const {
        return room.top() + (static_cast<double>(lane) + 0.5) * laneHeight;
    }
    /// What came to no end waits on after the run's.
    void waitsOn(std::size_t lane, const QColor& hue) const {
        QPen dots(hue, 2, Qt::DotLine, Qt::FlatCap);
        painter.setPen(dots);
        painter.drawLine(QPointF(x(end) + 3, y(lane)), QPointF(room.right() + after, y(lane)));
    }
    void pill(double from, double to, std::size_t lane, const QColor& colour) const {
        const double high = std::min(11.0, laneHeight * 0.55);
        const double left = x(from) - 2;
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(left, y(lane) - high / 2, std::max(4.5, x(to) - left), high),
                                1.5, 1.5);
    }
};

}  // namespace

void paintThumbnail(QPainter& painter, const QRectF& room, const trace::Trace& trace,
                    const Scheme& theme) {
    // The tasks that asyncio.run makes for its own cleaning up are no part of the lesson.
    std::vector<std::size_t> laneOf(trace.taskCount(), kMostLanes);
    std::size_t lanes = 0;
    for (std::size_t i = 0; i < trace.taskCount() && lanes < kMostLanes; ++i) {
        const TaskId task = TaskId::fromIndex(i);
        if (!trace.task(task).creator.valid() && i > 0) continue;
        laneOf[i] = lanes++;
    }
    if (lanes == 0) return;
    // Lives first, as lines; then what happened on them.
    std::vector<double> born(trace.taskCount(), 0);
    std::vector<double> died(trace.taskCount(), trace.endTime());
    std::vector<bool> ended(trace.taskCount(), false);
    for (const Event& event : trace.events()) {
        if (event.kind == EventKind::TaskCreated) born[event.task.index()] = event.time;
        if (!event.endsTask() || !event.task.valid()) continue;
        died[event.task.index()] = event.time;
        ended[event.task.index()] = true;
    }
    bool stuck = false;
    for (std::size_t i = 0; i < laneOf.size(); ++i) stuck |= laneOf[i] < lanes && !ended[i];
    const double after = stuck ? room.width() * 0.2 : 0;
    const Stamp stamp{painter, room.adjusted(0, 0, -after, 0), trace.endTime(),
                      std::min(18.0, room.height() / static_cast<double>(lanes)), after};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < laneOf.size(); ++i) {
        if (laneOf[i] >= lanes) continue;
        const QColor hue = taskHue(static_cast<std::uint32_t>(i), theme);
        painter.setPen(QPen(blend(hue, theme.pane, 0.75), 2));
        painter.drawLine(QPointF(stamp.x(born[i]), stamp.y(laneOf[i])),
                         QPointF(stamp.x(died[i]), stamp.y(laneOf[i])));
        if (!ended[i]) stamp.waitsOn(laneOf[i], hue);
    }
    painter.setPen(Qt::NoPen);
    double began = 0;
    for (const Event& event : trace.events()) {
        if (!event.task.valid() || laneOf[event.task.index()] >= lanes) continue;
        const std::size_t lane = laneOf[event.task.index()];
        const QColor hue = taskHue(event.task.value, theme);
        if (event.kind == EventKind::StepBegan) began = event.time;
        if (event.kind == EventKind::StepEnded) stamp.pill(began, event.time, lane, hue);
        if (event.kind == EventKind::BlockingBegan) {
            QColor shade = theme.trouble;
            shade.setAlphaF(0.22F);
            const double left = stamp.x(event.time);
            painter.fillRect(QRectF(left, room.top(), stamp.x(event.time + event.value) - left,
                                    stamp.laneHeight * static_cast<double>(lanes)),
                             shade);
        }
        if (event.kind == EventKind::CancelRequested || event.kind == EventKind::ExceptionRaised) {
            painter.setBrush(theme.trouble);
            painter.drawEllipse(QPointF(stamp.x(event.time), stamp.y(lane) - 6), 2.5, 2.5);
        }
    }
    if (stuck) {
        const double x = stamp.x(stamp.end) + 1;
        painter.setPen(QPen(theme.trouble, 3));
        painter.drawLine(QPointF(x, room.top()),
                         QPointF(x, room.top() + stamp.laneHeight * static_cast<double>(lanes)));
    }
    painter.restore();
}

}  // namespace coroscope::app
