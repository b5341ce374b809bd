// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/overview_bar.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QMouseEvent>
#include <QPainter>

#include "app/timeline/axis_scale.h"
#include "app/timeline/level_of_detail.h"
#include "engine/trace/describe.h"

namespace coroscope::app {

OverviewBar::OverviewBar(QWidget* parent) : QWidget(parent), Told(QAccessible::Graphic) {
    setAccessibleName(tr("Overview of the run"));
    setTrouble({});
    setCursor(Qt::PointingHandCursor);
}

void OverviewBar::setModel(std::shared_ptr<const LaneModel> model) {
    model_ = std::move(model);
    update();
}

void OverviewBar::setColours(const Palette& palette) {
    palette_ = palette;
    update();
}

void OverviewBar::setView(AxisKind axis, double first, double last, double begin, double end,
                          double playhead) {
    axis_ = axis;
    first_ = first;
    last_ = last;
    begin_ = begin;
    end_ = end;
    playhead_ = playhead;
    update();
}

void OverviewBar::setTrouble(const QString& what) {
    const QString all = tr("The whole run; drag to move what is in view");
    troubleWords_ = what;
    const bool known = !what.isEmpty() && !veiled_;
    setToolTip(known ? all + tr("\n▼ %1").arg(what) : all);
}

void OverviewBar::setTroubleAt(std::optional<double> value) {
    trouble_ = value;
    update();
}

QString OverviewBar::placeWords(double value) const {
    const auto [first, last] = model_->extent(axis_);
    const double within = std::clamp(value, first, last);
    if (axis_ == AxisKind::Steps) return tr("step %1").arg(std::lround(within));
    return QString::fromStdString(trace::secondsText(within));
}

QString OverviewBar::told() const {
    if (!model_ || model_->eventCount == 0) return {};
    const bool whole = begin_ <= first_ && end_ >= last_;
    QString text = whole ? tr("The whole run is in view")
                         : tr("In view: from %1 to %2").arg(placeWords(begin_), placeWords(end_));
    if (!troubleWords_.isEmpty() && !veiled_) text += QStringLiteral(". ") + troubleWords_;
    return text;
}

std::optional<QRectF> OverviewBar::troubleMark() const {
    if (!trouble_) return std::nullopt;
    const double half = height() * 0.4;
    const double x = std::clamp(toX(*trouble_), half, std::max(half, width() - half));
    return QRectF(x - half, 0, 2 * half, height());
}

double OverviewBar::toX(double value) const {
    return (value - first_) / (last_ - first_) * width();
}

double OverviewBar::toValue(double x) const { return first_ + x / width() * (last_ - first_); }

void OverviewBar::setVeiled(bool veiled) {
    veiled_ = veiled;
    setTrouble(troubleWords_);
    update();
}

void OverviewBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF all(0, 0, width(), height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette_.notAlive);
    painter.drawRoundedRect(all, 3, 3);
    const double x0 = std::clamp(toX(begin_), 0.0, width() - 6.0);
    const double x1 = std::clamp(toX(end_), x0 + 6, static_cast<double>(width()));
    painter.setBrush(palette_.thumb);
    painter.drawRoundedRect(QRectF(x0, 0, x1 - x0, height()), 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (model_ && !model_->lanes.empty()) {
        const AxisScale scale{first_, last_, 0, static_cast<double>(width())};
        const Lane& loop = model_->lanes.front();
        foldLane(loop, axis_, scale, 2, [&](const Stretch& stretch) {
            const SpanKind kind = loop.kinds[stretch.first];
            if (!stretch.folded && kind == SpanKind::Idle) return;
            const bool blocked = !stretch.folded && kind == SpanKind::Blocked;
            const double w = std::max(1.0, stretch.x1 - stretch.x0);
            painter.fillRect(QRectF(stretch.x0, height() * 0.3, w, height() * 0.4),
                             blocked ? palette_.trouble : palette_.loop);
        });
    }
    if (veiled_) {
        const double from = toX(playhead_);
        painter.fillRect(QRectF(from, 0, width() - from, height()), palette_.pane);
    } else if (const auto mark = troubleMark()) {
        const QPointF head[] = {
            mark->topLeft(), mark->topRight(), {mark->center().x(), height() * 0.7}};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette_.pane, 1));
        painter.setBrush(palette_.trouble);
        painter.drawPolygon(head, 3);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillRect(QRectF(mark->center().x() - 1, 0, 2, height()), palette_.trouble);
    }
    painter.fillRect(QRectF(toX(playhead_) - 1, 0, 2, height()), palette_.ink);
}

void OverviewBar::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const double value = toValue(event->position().x());
    const bool onThumb = value >= begin_ && value <= end_;
    grabbedAt_ = onThumb ? value - begin_ : (end_ - begin_) / 2;
    if (!onThumb) Q_EMIT moveRequested(value - grabbedAt_);
}

void OverviewBar::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return;
    Q_EMIT moveRequested(toValue(event->position().x()) - grabbedAt_);
}

}  // namespace coroscope::app
