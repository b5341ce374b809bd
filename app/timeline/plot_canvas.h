// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The QCustomPlot that holds the timeline's own plottable, behind a wall: `qcustomplot.h` takes
/// seconds to compile, so only plot_canvas.cpp includes it.

#include <functional>

class QPainter;
class QWidget;

namespace coroscope::app {

class PlotCanvas {
public:
    /// `paint` draws the whole canvas, in its own pixels; it is called for every replot.
    PlotCanvas(QWidget* parent, std::function<void(QPainter&)> paint);

    [[nodiscard]] QWidget* widget() const;
    /// Keeps the plot's axes, which are not drawn, in step with what the plottable shows.
    void setRanges(double keyBegin, double keyEnd, double laneBegin, double laneEnd);
    void setMargins(int left, int top, int right, int bottom);
    /// Draws anew, once, when the events at hand have been dealt with.
    void replotSoon();
    /// Draws anew now.
    void replot();

private:
    class Plot;
    Plot* plot_;  ///< owned by the parent widget
};

}  // namespace coroscope::app
