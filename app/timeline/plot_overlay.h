// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What moves over the lanes: the playhead, the line at the pointer, the area that Ctrl+drag marks.
/// It lets the mouse through. Moving the playhead repaints a strip of it alone; the lanes below
/// come out of QCustomPlot's buffer.

#include <optional>

#include <QRectF>
#include <QWidget>

#include "app/timeline/chart_layout.h"

namespace coroscope::app {

class PlotOverlay final : public QWidget {
public:
    explicit PlotOverlay(QWidget* parent);

    /// `x` in pixels; it is drawn while it lies within the view's lanes.
    void showPlayhead(const ChartView& view, double x);
    /// Where the lanes end, below which no line goes.
    void showLanes(double bottom);
    void showPointer(std::optional<double> x);
    void showZoomArea(std::optional<QRectF> area);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void touch(double x);

    double scale_ = 1;
    Palette palette_ = Palette::of(lightScheme());
    QRectF lanes_;
    double bottom_ = 0;
    double playheadX_ = -1e6;
    std::optional<double> pointerX_;
    std::optional<QRectF> zoomArea_;
};

}  // namespace coroscope::app
