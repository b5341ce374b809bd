// SPDX-License-Identifier: GPL-3.0-or-later

/// The row that explains the shapes of a chart.

#include <QPainter>

#include "app/timeline/chart_painter.h"

namespace coroscope::app {

namespace {

constexpr const char* kLegendWords[kLegendItems] = {"running",
                                                    "ready",
                                                    "suspended",
                                                    "blocked loop",
                                                    "cancel requested",
                                                    "cancel delivered",
                                                    "exception",
                                                    "warning",
                                                    "end",
                                                    "end in trouble",
                                                    "still waiting",
                                                    "not alive",
                                                    "creates",
                                                    "wakes",
                                                    "cancels",
                                                    "gives its result",
                                                    "order at one moment",
                                                    "steps drawn as one",
                                                    "idle"};

class SwatchPainter {
public:
    SwatchPainter(QPainter& painter, const ChartView& view, const ChartFonts& fonts,
                  const QRectF& rect)
        : p_(painter), view_(view), fonts_(fonts), r_(rect), unit_(view.scale) {}

    void paint(LegendItem item) {
        const Palette& palette = view_.palette;
        p_.setPen(Qt::NoPen);
        switch (item) {
            case LegendItem::Running: bar(palette.loop); break;
            case LegendItem::Blocked:
                bar(palette.trouble);
                if (palette.inkOnly) paintWarningTape(p_, r_, palette.pane, 0.75 * unit_);
                break;
            case LegendItem::Ready: ready(); break;
            case LegendItem::Suspended: line(3 * unit_, Qt::SolidLine); break;
            case LegendItem::Idle: line(1.6 * unit_, Qt::DotLine); break;
            case LegendItem::Forever: line(3 * unit_, Qt::DashLine); break;
            case LegendItem::End: p_.fillRect(cap(), palette.ink); break;
            case LegendItem::TroubleEnd: paintTroubleCap(p_, cap(), palette.trouble, unit_); break;
            case LegendItem::NotAlive: p_.fillRect(r_, palette.notAlive); break;
            case LegendItem::CancelRequested: glyph(Shape::MarkAsked); break;
            case LegendItem::CancelDelivered: glyph(Shape::MarkDown); break;
            case LegendItem::Exception: glyph(Shape::MarkCross); break;
            case LegendItem::Warning: glyph(Shape::MarkDot); break;
            case LegendItem::Order: words(QStringLiteral("1 2")); break;
            case LegendItem::Count: words(QStringLiteral("×2")); break;
            case LegendItem::Creates: arrow(palette.loop, ArrowLine::Solid); break;
            case LegendItem::Wakes: arrow(palette.loop, ArrowLine::Dashed); break;
            case LegendItem::Cancels: arrow(palette.trouble, ArrowLine::Solid); break;
            case LegendItem::Gives: arrow(palette.loop, ArrowLine::Dotted); break;
        }
    }

private:
    void bar(const QColor& colour) {
        p_.setBrush(colour);
        p_.drawRoundedRect(r_, 3 * unit_, 3 * unit_);
    }
    void ready() {
        paintHatch(p_, r_, view_.palette.loop, 5 * unit_, 1.6 * unit_);
        p_.setPen(QPen(view_.palette.loop, 1.2 * unit_));
        p_.setBrush(Qt::NoBrush);
        p_.drawRect(r_.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    void line(double width, Qt::PenStyle style) {
        QPen pen(view_.palette.loop, width, style, Qt::FlatCap);
        if (style == Qt::DotLine) pen.setDashPattern({1.2, 2.6});
        if (style == Qt::DashLine) pen.setDashPattern({2.2, 1.2});
        p_.setPen(pen);
        p_.drawLine(QPointF(r_.left(), r_.center().y()), QPointF(r_.right(), r_.center().y()));
    }
    [[nodiscard]] QRectF cap() const {
        return {r_.center().x() - 1.5 * unit_, r_.top() - 1, 3 * unit_, r_.height() + 2};
    }
    void glyph(Shape shape) {
        Box sign;
        sign.shape = shape;
        sign.colour = view_.palette.trouble.rgb();
        sign.rect = QRectF(0, 0, 9 * unit_, 9 * unit_);
        sign.rect.moveCenter(r_.center());
        paintGlyph(p_, sign, unit_);
    }
    void words(const QString& text) {
        p_.setFont(fonts_.font(TextRole::Ordinal));
        p_.setPen(view_.palette.muted);
        p_.drawText(r_.adjusted(-4 * unit_, -4 * unit_, 4 * unit_, 4 * unit_),
                    static_cast<int>(Qt::AlignCenter | Qt::TextSingleLine), text);
    }
    void arrow(const QColor& colour, ArrowLine line) {
        ArrowPath path;
        path.from = {r_.left() + 2 * unit_, r_.center().y()};
        path.to = {r_.right() + 2 * unit_, r_.center().y()};
        path.colour = colour.rgb();
        path.line = line;
        paintArrow(p_, path, unit_);
    }

    QPainter& p_;
    const ChartView& view_;
    const ChartFonts& fonts_;
    QRectF r_;
    double unit_;
};

}  // namespace

QString legendWord(LegendItem item) {
    return QString::fromLatin1(kLegendWords[static_cast<std::size_t>(item)]);
}

double legendRowHeight(const ChartView& view) { return 20 * view.scale; }

namespace {

constexpr double kSpotGap = 18;

/// Where there is no room for all: what no word on the chart says comes first, then what one can
/// guess, last the marks of trouble, beside which a word stands.
constexpr LegendItem kByNeed[kLegendItems] = {
    LegendItem::Running,         LegendItem::Suspended,
    LegendItem::Ready,           LegendItem::Blocked,
    LegendItem::Creates,         LegendItem::Wakes,
    LegendItem::Gives,           LegendItem::Cancels,
    LegendItem::Forever,         LegendItem::Idle,
    LegendItem::TroubleEnd,      LegendItem::Order,
    LegendItem::Count,           LegendItem::End,
    LegendItem::NotAlive,        LegendItem::CancelRequested,
    LegendItem::CancelDelivered, LegendItem::Exception,
    LegendItem::Warning};

double spotWidth(LegendItem item, const ChartView& view, const ChartFonts& fonts) {
    return 22 * view.scale + fonts.width(TextRole::Legend, legendWord(item)) + 2;
}

/// Those of `wanted` that one row of this width holds; what is hidden in any case, for it is to be
/// shown again.
LegendFlags heldByRow(const LegendFlags& wanted, double width, const ChartView& view,
                      const ChartFonts& fonts) {
    LegendFlags held{};
    for (const bool hidden : {true, false}) {
        for (const LegendItem item : kByNeed) {
            const auto i = static_cast<std::size_t>(item);
            if (!wanted[i] || view.hidden[i] != hidden) continue;
            const double needed = spotWidth(item, view, fonts);
            if (needed > width + 1) continue;
            held[i] = true;
            width -= needed + kSpotGap * view.scale;
        }
    }
    return held;
}

}  // namespace

std::vector<LegendSpot> legendSpots(const QRectF& rect, const ChartView& view,
                                    const ChartFonts& fonts) {
    std::vector<LegendSpot> spots;
    const double rowHeight = legendRowHeight(view);
    const bool rows = rect.height() >= 2 * rowHeight;
    const double height = rows ? rowHeight : rect.height();
    double x = rect.left();
    double y = rect.top();
    LegendFlags wanted{};
    for (std::size_t i = 0; i < kLegendItems; ++i) wanted[i] = view.occurring[i] || view.hidden[i];
    if (!rect.isNull() && !rows) wanted = heldByRow(wanted, rect.width(), view, fonts);
    for (std::size_t i = 0; i < kLegendItems; ++i) {
        if (!wanted[i]) continue;
        const double width = spotWidth(static_cast<LegendItem>(i), view, fonts);
        if (!rect.isNull() && x + width > rect.right() + 1) {
            if (!rows || y + 2 * height > rect.bottom() + 1) break;
            x = rect.left();
            y += height;
        }
        spots.push_back({static_cast<LegendItem>(i), QRectF(x, y, width, height)});
        x += width + kSpotGap * view.scale;
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
        SwatchPainter(painter, view, fonts, swatch).paint(spot.item);
        painter.setRenderHint(QPainter::Antialiasing, true);
        QFont font = fonts.font(TextRole::Legend);
        font.setStrikeOut(hidden);
        painter.setFont(font);
        painter.setPen(view.palette.muted);
        painter.drawText(spot.rect.adjusted(22 * unit, 0, 2, 0),
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                         legendWord(spot.item));
        end = spot.rect.right() + 18 * unit;
    }
    painter.setOpacity(1.0);
    return end - rect.left();
}

}  // namespace coroscope::app
