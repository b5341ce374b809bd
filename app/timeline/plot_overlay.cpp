// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/plot_overlay.h"

#include <QPainter>

#include "app/timeline/chart_painter.h"

namespace coroscope::app {

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
}

void PlotOverlay::showLanes(double bottom) {
    if (bottom == bottom_) return;
    bottom_ = bottom;
    update();
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

void PlotOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
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
