// SPDX-License-Identifier: GPL-3.0-or-later

/// The row that explains the shapes of a chart.

#include <QPainter>

#include "app/timeline/chart_painter.h"

namespace coroscope::app {

namespace {

constexpr const char* kLegendWords[kLegendItems] = {"running",      "ready", "suspended",
                                                    "blocked loop", "end",   "not alive"};

void paintSwatch(QPainter& painter, LegendItem item, const QRectF& r, const Palette& palette,
                 double unit) {
    painter.setPen(Qt::NoPen);
    switch (item) {
        case LegendItem::Running:
        case LegendItem::Blocked:
            painter.setBrush(item == LegendItem::Running ? palette.loop : palette.trouble);
            painter.drawRoundedRect(r, 3 * unit, 3 * unit);
            if (item == LegendItem::Blocked && palette.inkOnly) {
                paintWarningTape(painter, r, palette.pane, 0.75 * unit);
            }
            break;
        case LegendItem::Ready:
            paintHatch(painter, r, palette.loop, 5 * unit, 1.6 * unit);
            painter.setPen(QPen(palette.loop, 1.2 * unit));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(r.adjusted(0.5, 0.5, -0.5, -0.5));
            break;
        case LegendItem::Suspended:
            painter.fillRect(QRectF(r.left(), r.center().y() - 1.5 * unit, r.width(), 3 * unit),
                             palette.loop);
            break;
        case LegendItem::End:
            painter.fillRect(
                QRectF(r.center().x() - 1.5 * unit, r.top() - 1, 3 * unit, r.height() + 2),
                palette.ink);
            break;
        case LegendItem::NotAlive: painter.fillRect(r, palette.notAlive); break;
    }
}

}  // namespace

double legendRowHeight(const ChartView& view) { return 20 * view.scale; }

std::vector<LegendSpot> legendSpots(const QRectF& rect, const ChartView& view,
                                    const ChartFonts& fonts) {
    std::vector<LegendSpot> spots;
    const double rowHeight = legendRowHeight(view);
    const bool rows = rect.height() >= 2 * rowHeight;
    const double height = rows ? rowHeight : rect.height();
    double x = rect.left();
    double y = rect.top();
    for (std::size_t i = 0; i < kLegendItems; ++i) {
        const double width = 22 * view.scale +
                             fonts.width(TextRole::Legend, QString::fromLatin1(kLegendWords[i])) +
                             2;
        if (!rect.isNull() && x + width > rect.right() + 1) {
            if (!rows || y + 2 * height > rect.bottom() + 1) break;
            x = rect.left();
            y += height;
        }
        spots.push_back({static_cast<LegendItem>(i), QRectF(x, y, width, height)});
        x += width + 18 * view.scale;
    }
    return spots;
}

double paintLegend(QPainter& painter, const QRectF& rect, const ChartView& view,
                   const ChartFonts& fonts) {
    const double unit = view.scale;
    double end = rect.left();
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const LegendSpot& spot : legendSpots(rect, view, fonts)) {
        const QRectF swatch(spot.rect.left(), spot.rect.center().y() - 6 * unit, 16 * unit,
                            12 * unit);
        const bool hidden = view.hides(spot.item);
        painter.setOpacity(hidden ? 0.35 : 1.0);
        paintSwatch(painter, spot.item, swatch, view.palette, unit);
        QFont font = fonts.font(TextRole::Legend);
        font.setStrikeOut(hidden);
        painter.setFont(font);
        painter.setPen(view.palette.muted);
        painter.drawText(spot.rect.adjusted(22 * unit, 0, 2, 0),
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                         QString::fromLatin1(kLegendWords[static_cast<std::size_t>(spot.item)]));
        end = spot.rect.right() + 18 * unit;
    }
    painter.setOpacity(1.0);
    return end - rect.left();
}

}  // namespace coroscope::app
