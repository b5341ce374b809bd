// SPDX-License-Identifier: GPL-3.0-or-later
/// Single signs of a chart: hatching, the glyphs of marks, the playhead.

#include <algorithm>
#include <cmath>

#include <QLineF>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QPolygonF>
#include <QVector>

#include "app/timeline/chart_painter.h"

namespace coroscope::app {

namespace {

constexpr double kArrowHead = 7;

/// A drawing pin: head, rim, point.
void paintPin(QPainter& painter, const Box& b, double unit) {
    const QRectF& r = b.rect;
    const double x = r.center().x();
    const double rim = r.top() + r.height() * 0.55;
    painter.setPen(QPen(QColor(b.colour), 1.6 * unit, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(x, rim), QPointF(x, r.bottom()));
    painter.drawLine(QPointF(r.left(), rim), QPointF(r.right(), rim));
    painter.setPen(Qt::NoPen);
    painter.drawRect(QRectF(x - r.width() * 0.26, r.top(), r.width() * 0.52, rim - r.top()));
}

/// A square within a frame: a worker with a memory of its own.
void paintProcess(QPainter& painter, const Box& b, double unit) {
    const double line = 1.4 * unit;
    const QRectF frame = b.rect.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.setPen(QPen(QColor(b.colour), line, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
    const double in = b.rect.width() * 0.3;
    painter.fillRect(b.rect.adjusted(in, in, -in, -in), QColor(b.colour));
}

/// Open, a diamond or filled: which arrow it is can be told by its head alone.
void paintHead(QPainter& painter, const ArrowPath& path, QPointF direction, double unit) {
    const QPointF side(-direction.y(), direction.x());
    const double length = kArrowHead * unit;
    const QPointF base = path.to - direction * length;
    const QPointF left = side * length * 0.5;
    const QColor colour(path.colour);
    if (path.line == ArrowLine::Dashed) {
        painter.setPen(QPen(colour, 1.6 * unit, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({base + left, path.to, base - left}));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (path.line == ArrowLine::Dotted) {
        const QPointF middle = path.to - direction * length * 0.6;
        const QPointF back = path.to - direction * length * 1.2;
        painter.drawPolygon(QPolygonF({path.to, middle + left, back, middle - left}));
    } else {
        painter.drawPolygon(QPolygonF({path.to, base + left, base - left}));
    }
}

}  // namespace

void paintGlyph(QPainter& painter, const Box& b, double unit) {
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(b.colour));
    const QRectF& r = b.rect;
    switch (b.shape) {
        case Shape::MarkUp:
            painter.drawPolygon(
                QPolygonF({r.bottomLeft(), QPointF(r.center().x(), r.top()), r.bottomRight()}));
            break;
        case Shape::MarkDown:
            painter.drawPolygon(
                QPolygonF({r.topLeft(), r.topRight(), QPointF(r.center().x(), r.bottom())}));
            break;
        case Shape::MarkAsked: {
            const double in = 0.9 * unit;
            painter.setBrush(Qt::NoBrush);
            painter.setPen(
                QPen(QColor(b.colour), 1.6 * unit, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            painter.drawPolygon(QPolygonF({r.topLeft() + QPointF(1.4 * in, in),
                                           r.topRight() + QPointF(-1.4 * in, in),
                                           QPointF(r.center().x(), r.bottom() - 1.6 * in)}));
            break;
        }
        case Shape::MarkCross:
            painter.setPen(QPen(QColor(b.colour), 2.2 * unit, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(r.topLeft() + QPointF(1, 1), r.bottomRight() - QPointF(1, 1));
            painter.drawLine(r.topRight() + QPointF(-1, 1), r.bottomLeft() - QPointF(-1, 1));
            break;
        case Shape::Pin: paintPin(painter, b, unit); break;
        case Shape::Process: paintProcess(painter, b, unit); break;
        default: painter.drawEllipse(r.adjusted(1, 1, -1, -1)); break;
    }
}

void paintHatch(QPainter& painter, const QRectF& rect, const QColor& colour, double spacing,
                double width) {
    if (rect.width() < 1 || rect.height() < 1) return;
    QVector<QLineF> lines;
    // Lines x + y = c, so that neighbouring rectangles share one pattern.
    const double first = std::ceil((rect.left() + rect.top()) / spacing) * spacing;
    for (double c = first; c < rect.right() + rect.bottom(); c += spacing) {
        const double x0 = std::max(rect.left(), c - rect.bottom());
        const double x1 = std::min(rect.right(), c - rect.top());
        if (x1 > x0) lines.push_back(QLineF(x0, c - x0, x1, c - x1));
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    QPen pen(colour, width);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawLines(lines);
}

void paintWarningTape(QPainter& painter, const QRectF& rect, const QColor& colour, double unit) {
    constexpr double kShare = 0.15;  // of the height, at each edge
    const double edge = rect.height() * kShare;
    for (const double top : {rect.top(), rect.bottom() - edge}) {
        paintHatch(painter, QRectF(rect.left(), top, rect.width(), edge), colour, 6 * unit,
                   2.2 * unit);
    }
}

void paintArrow(QPainter& painter, const ArrowPath& path, double unit) {
    painter.setRenderHint(QPainter::Antialiasing, true);
    QPen pen(QColor(path.colour), 1.6 * unit);
    if (path.line == ArrowLine::Dashed) pen.setDashPattern({4, 2});
    if (path.line == ArrowLine::Dotted) {
        pen.setWidthF(2 * unit);
        pen.setCapStyle(Qt::RoundCap);
        pen.setDashPattern({0.1, 2.2});
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    QPainterPath curve(path.from);
    const double reach = path.to.y() - path.from.y();
    const bool bent = path.bulge != 0;
    const QPointF c1(path.from.x() - path.bulge, path.from.y() + reach * 0.25);
    const QPointF c2(path.to.x() - path.bulge, path.to.y() - reach * 0.25);
    const bool open = path.line == ArrowLine::Dashed;
    const double head = open ? unit : kArrowHead * unit;
    QPointF direction = path.to - (bent ? c2 : path.from);
    const double length = std::hypot(direction.x(), direction.y());
    if (length < 1) return;
    direction /= length;
    const QPointF base = path.to - direction * head;
    if (bent) {
        curve.cubicTo(c1, c2, base);
    } else {
        curve.lineTo(base);
    }
    painter.drawPath(curve);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(path.colour));
    painter.drawEllipse(path.from, 2.8 * unit, 2.8 * unit);
    paintHead(painter, path, direction, unit);
}

void paintTroubleCap(QPainter& painter, const QRectF& rect, const QColor& colour, double unit) {
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.fillRect(rect, colour);
    // A foot at both ends tells it from the end of what went well, whatever the colours.
    const double foot = 2.4 * unit;
    for (const double y : {rect.top(), rect.bottom() - foot}) {
        painter.fillRect(QRectF(rect.left(), y, rect.width() + 4 * unit, foot), colour);
    }
}

void paintPlayhead(QPainter& painter, double x, double top, double bottom, const QColor& ink,
                   double scale) {
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const double half = 7 * scale;
    painter.drawPolygon(
        QPolygonF({QPointF(x - half, top), QPointF(x + half, top), QPointF(x + half, top + half),
                   QPointF(x, top + 2 * half), QPointF(x - half, top + half)}));
    painter.fillRect(QRectF(x - scale * 0.8, top + half, 1.6 * scale, bottom - top - half), ink);
}

}  // namespace coroscope::app
