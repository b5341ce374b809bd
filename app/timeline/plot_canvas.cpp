// SPDX-License-Identifier: GPL-3.0-or-later
// qcustomplot.h needs Qt's keywords (signals, foreach), which the rest of the project does without.
#undef QT_NO_KEYWORDS

#include "app/timeline/plot_canvas.h"

#include <utility>

#include <qcustomplot.h>

namespace coroscope::app {
namespace {

/// All lanes as one plottable. QCustomPlot gives it a painter, a layer, a buffer and the moment to
/// draw; what it draws is a draw list.
class LanesPlottable final : public QCPAbstractPlottable {
public:
    LanesPlottable(QCPAxis* keys, QCPAxis* lanes, std::function<void(QPainter&)> paint)
        : QCPAbstractPlottable(keys, lanes), paint_(std::move(paint)) {
        setAntialiased(false);
    }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override {
        found = true;
        return mKeyAxis->range();
    }
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override {
        found = true;
        return mValueAxis->range();
    }

protected:
    void draw(QCPPainter* painter) override { paint_(*painter); }
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}
    /// Names and ticks lie outside the axes' rectangle; the draw list clips itself. (QCustomPlot
    /// moves this rectangle up by a pixel.)
    QRect clipRect() const override { return mParentPlot->rect().adjusted(0, 0, 0, 2); }

private:
    std::function<void(QPainter&)> paint_;
};

}  // namespace

class PlotCanvas::Plot final : public QCustomPlot {
public:
    Plot(QWidget* parent, std::function<void(QPainter&)> paint) : QCustomPlot(parent) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        setBackground(QBrush(Qt::NoBrush));
        setNoAntialiasingOnDrag(false);
        axisRect()->setupFullAxesBox(false);
        axisRect()->setAutoMargins(QCP::msNone);
        for (QCPAxis* axis : {xAxis, yAxis, xAxis2, yAxis2}) axis->setVisible(false);
        axisRect()->setBackground(QBrush(Qt::NoBrush));
        new LanesPlottable(xAxis, yAxis, std::move(paint));  // owned by the plot
    }
};

PlotCanvas::PlotCanvas(QWidget* parent, std::function<void(QPainter&)> paint)
    : plot_(new Plot(parent, std::move(paint))) {}

QWidget* PlotCanvas::widget() const { return plot_; }

void PlotCanvas::setRanges(double keyBegin, double keyEnd, double laneBegin, double laneEnd) {
    plot_->xAxis->setRange(keyBegin, keyEnd);
    plot_->yAxis->setRange(laneBegin, laneEnd);
}

void PlotCanvas::setMargins(int left, int top, int right, int bottom) {
    plot_->axisRect()->setMargins({left, top, right, bottom});
}

void PlotCanvas::replotSoon() { plot_->replot(QCustomPlot::rpQueuedReplot); }

void PlotCanvas::replot() { plot_->replot(QCustomPlot::rpImmediateRefresh); }

}  // namespace coroscope::app
