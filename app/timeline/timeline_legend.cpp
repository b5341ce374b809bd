// SPDX-License-Identifier: GPL-3.0-or-later
/// The legend below the lanes, and the key to all signs.

#include <algorithm>

#include <QMenu>
#include <QPainter>
#include <QScreen>

#include "app/timeline/chart_painter.h"
#include "app/timeline/legend_key.h"
#include "app/timeline/timeline_plot.h"

namespace coroscope::app {

namespace {

QString allSignsText() { return TimelinePlot::tr("all signs…"); }

}  // namespace

void TimelinePlot::paintFoot(QPainter& painter) const {
    if (!legend_) return;
    paintLegend(painter, legendRect(), view_, fonts_);
    painter.setFont(fonts_.font(TextRole::Legend));
    painter.setPen(palette().color(QPalette::Link));
    painter.drawText(keyRect(), Qt::AlignLeft | Qt::AlignVCenter, allSignsText());
}

QRectF TimelinePlot::legendRect() const {
    const double height = 18 * view_.scale;
    QRectF rect(view_.headerWidth, footer().bottom() - height - 2, width() - view_.headerWidth,
                height);
    // Below the lanes; where that is too narrow, as far to the left as it needs. What has no room
    // even so is left to the key, for which there is always some.
    const double key = fonts_.width(TextRole::Legend, allSignsText()) + 20 * view_.scale;
    const auto all = legendSpots(QRectF(), view_, fonts_);
    const double needed = all.empty() ? 0 : all.back().rect.right();
    rect.setRight(width() - 8 - key);
    rect.setLeft(std::max(8.0, std::min(rect.left(), rect.right() - needed)));
    return rect;
}

QRectF TimelinePlot::keyRect() const {
    const QRectF legend = legendRect();
    const auto spots = legendSpots(legend, view_, fonts_);
    const double left =
        spots.empty() ? legend.left() : spots.back().rect.right() + 18 * view_.scale;
    return {left, legend.top(), fonts_.width(TextRole::Legend, allSignsText()) + 2,
            legend.height()};
}

QRectF TimelinePlot::legendItemRect(LegendItem item) const {
    for (const LegendSpot& spot : legendSpots(legendRect(), view_, fonts_)) {
        if (spot.item == item) return spot.rect;
    }
    return {};
}

void TimelinePlot::openKey() {
    auto* key = new LegendKey(view_, this);
    key->setAttribute(Qt::WA_DeleteOnClose);
    // Above the words that open it, and on the screen.
    const QRect place = keyRect().toRect();
    const QRect room = screen()->availableGeometry();
    QPoint corner = mapToGlobal(place.topLeft()) - QPoint(0, key->height() + 6);
    corner.setX(
        std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - key->width())));
    corner.setY(std::max(corner.y(), room.top()));
    key->move(corner);
    key->show();
}

void TimelinePlot::toggleLegendItem(LegendItem item) {
    bool& hidden = view_.hidden[static_cast<std::size_t>(item)];
    hidden = !hidden;
    viewChanged();
}

void TimelinePlot::openLegend() {
    auto* menu = new QMenu(tr("Legend"), this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const LegendSpot& spot : legendSpots(QRectF(), view_, fonts_)) {
        QAction* action = menu->addAction(legendWord(spot.item));
        action->setCheckable(true);
        action->setChecked(!view_.hides(spot.item));
        connect(action, &QAction::triggered, this,
                [this, item = spot.item] { toggleLegendItem(item); });
    }
    menu->addSeparator();
    connect(menu->addAction(allSignsText()), &QAction::triggered, this, &TimelinePlot::openKey);
    menu->setActiveAction(menu->actions().front());
    const QPoint foot = mapToGlobal(legendRect().topLeft().toPoint());
    menu->popup(foot - QPoint(0, menu->sizeHint().height()));
}

bool TimelinePlot::clickLegend(QPointF point) {
    if (!legend_) return false;
    if (keyRect().contains(point)) {
        openKey();
        return true;
    }
    for (const LegendSpot& spot : legendSpots(legendRect(), view_, fonts_)) {
        if (!spot.rect.contains(point)) continue;
        toggleLegendItem(spot.item);
        return true;
    }
    return false;
}

bool TimelinePlot::isOnLegend(QPointF point) const {
    if (!legend_) return false;
    const auto spots = legendSpots(legendRect(), view_, fonts_);
    return keyRect().contains(point) || std::ranges::any_of(spots, [&](const LegendSpot& spot) {
               return spot.rect.contains(point);
           });
}

}  // namespace coroscope::app
