// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/plot_overlay.h"

#include <algorithm>

#include <QPainter>

#include "app/timeline/chart_painter.h"

namespace coroscope::app {

namespace {

/// So near to a word the playhead's line would pass for one of its letters.
constexpr double kBesideWords = 4;

}  // namespace

PlotOverlay::PlotOverlay(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
}

void PlotOverlay::showPlayhead(const ChartView& view, double x) {
    if (view.scale != scale_ || view.lanesRect() != lanes_ || view.palette.ink != palette_.ink) {
        scale_ = view.scale;
        palette_ = view.palette;
        lanes_ = view.lanesRect();
        update();
    }
    if (x == playheadX_) return;
    touch(playheadX_);
    playheadX_ = x;
    touch(x);
    if (veiled_) update();
}

void PlotOverlay::showLanes(double bottom) {
    if (bottom == bottom_) return;
    bottom_ = bottom;
    update();
}

void PlotOverlay::setVeiled(bool veiled) {
    veiled_ = veiled;
    update();
}

void PlotOverlay::paintVeil(QPainter& painter) const {
    const double left = std::clamp(playheadX_, lanes_.left(), lanes_.right());
    // The ruler stays: it tells nothing of what happens.
    const QRectF future(left, lanes_.top(), lanes_.right() - left, height() - lanes_.top());
    painter.fillRect(future, palette_.scheme.pane);
    QColor hatch = palette_.scheme.faint;
    hatch.setAlphaF(0.35F);
    painter.fillRect(future, QBrush(hatch, Qt::BDiagPattern));
}

void PlotOverlay::showPointer(std::optional<double> x) {
    if (x == pointerX_) return;
    if (pointerX_) touch(*pointerX_);
    pointerX_ = x;
    if (x) touch(*x);
}

void PlotOverlay::showZoomArea(std::optional<QRectF> area) {
    zoomArea_ = area;
    update();
}

void PlotOverlay::showMeasure(std::optional<Measure> measure) {
    measure_ = std::move(measure);
    update();
}

void PlotOverlay::showPlaces(std::optional<std::pair<double, double>> region,
                             std::vector<double> bookmarks) {
    if (region == region_ && bookmarks == bookmarks_) return;
    region_ = region;
    bookmarks_ = std::move(bookmarks);
    update();
}

void PlotOverlay::paintMeasure(QPainter& painter) const {
    const double left =
        std::clamp(std::min(measure_->from, measure_->to), lanes_.left(), lanes_.right());
    const double right =
        std::clamp(std::max(measure_->from, measure_->to), lanes_.left(), lanes_.right());
    QColor wash = palette_.scheme.accent;
    wash.setAlphaF(0.10F);
    painter.fillRect(QRectF(left, lanes_.top(), right - left, bottom_ - lanes_.top()), wash);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette_.scheme.accent, 1.5 * scale_));
    const double y = lanes_.top() + 14 * scale_;
    for (const double x : {left, right}) {
        painter.drawLine(QPointF(x, lanes_.top()), QPointF(x, bottom_));
    }
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    const double width = painter.fontMetrics().horizontalAdvance(measure_->text) + 14 * scale_;
    const double height = painter.fontMetrics().height() + 4 * scale_;
    const double middle =
        std::clamp((left + right) / 2, lanes_.left() + width / 2,
                   std::max(lanes_.left() + width / 2, lanes_.right() - width / 2));
    const QRectF plate(middle - width / 2, y - height / 2, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette_.scheme.accent);
    painter.drawRoundedRect(plate, 4 * scale_, 4 * scale_);
    painter.setPen(palette_.scheme.accentInk);
    painter.drawText(plate, Qt::AlignCenter, measure_->text);
}

void PlotOverlay::paintPlaces(QPainter& painter) const {
    if (region_) {
        const double left = std::clamp(region_->first, lanes_.left(), lanes_.right());
        const double right = std::clamp(region_->second, lanes_.left(), lanes_.right());
        QColor wash = palette_.scheme.accent;
        wash.setAlphaF(0.30F);
        painter.fillRect(
            QRectF(left, lanes_.top() - 4 * scale_, std::max(2.0, right - left), 4 * scale_), wash);
        wash.setAlphaF(0.05F);
        painter.fillRect(QRectF(left, lanes_.top(), right - left, bottom_ - lanes_.top()), wash);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette_.scheme.accent);
    for (const double x : bookmarks_) {
        if (x < lanes_.left() - 1 || x > lanes_.right() + 1) continue;
        // A ribbon with a notch, hanging from the axis.
        const double half = 3.5 * scale_;
        const double top = lanes_.top() - 14 * scale_;
        const QPointF ribbon[] = {{x - half, top},
                                  {x + half, top},
                                  {x + half, top + 12 * scale_},
                                  {x, top + 9 * scale_},
                                  {x - half, top + 12 * scale_}};
        painter.drawPolygon(ribbon, 5);
    }
}

void PlotOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (veiled_) paintVeil(painter);
    paintPlaces(painter);
    if (measure_) paintMeasure(painter);
    if (zoomArea_) {
        QColor wash = palette_.scheme.accent;
        wash.setAlphaF(0.15F);
        painter.fillRect(*zoomArea_, wash);
    }
    if (pointerX_) {
        QColor line = palette_.muted;
        line.setAlphaF(0.55F);
        painter.fillRect(QRectF(*pointerX_, lanes_.top(), 1, bottom_ - lanes_.top()), line);
    }
    if (playheadX_ >= lanes_.left() - 1 && playheadX_ <= lanes_.right() + 1) {
        QRegion free(rect());
        for (const QRectF& word : words_) {
            const double beside = kBesideWords * scale_;
            if (word.left() < playheadX_ + beside && word.right() > playheadX_ - beside) {
                free -= word.toAlignedRect();
            }
        }
        painter.setClipRegion(free);
        paintPlayhead(painter, playheadX_, lanes_.top() - 15 * scale_, bottom_, palette_.ink,
                      scale_);
    }
}

void PlotOverlay::touch(double x) {
    if (x < -100 || x > width() + 100) return;
    const int half = static_cast<int>(10 * scale_) + 1;
    update(static_cast<int>(x) - half, 0, 2 * half, height());
}

}  // namespace coroscope::app
