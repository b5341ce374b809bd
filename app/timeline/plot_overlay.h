// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What moves over the lanes: the playhead, the line at the pointer, the area that Ctrl+drag marks.
/// It lets the mouse through. Moving the playhead repaints a strip of it alone; the lanes below
/// come out of QCustomPlot's buffer.

#include <optional>
#include <utility>
#include <vector>

#include <QRectF>
#include <QString>
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
    /// Where the playhead's line must not go, for what is written there.
    void keepReadable(std::vector<QRectF> words) { words_ = std::move(words); }
    /// Hides what lies after the playhead.
    void setVeiled(bool veiled);
    [[nodiscard]] bool isVeiled() const { return veiled_; }
    void showPointer(std::optional<double> x);
    void showZoomArea(std::optional<QRectF> area);
    /// From one x to another with how far apart they are, in words; none takes it away.
    struct Measure {
        double from = 0;
        double to = 0;
        QString text;
    };
    void showMeasure(std::optional<Measure> measure);
    [[nodiscard]] const std::optional<Measure>& measure() const { return measure_; }
    /// The stretch that playing goes round in, and the bookmarks, by x.
    void showPlaces(std::optional<std::pair<double, double>> region, std::vector<double> bookmarks);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void touch(double x);
    void paintVeil(QPainter& painter) const;
    void paintMeasure(QPainter& painter) const;
    void paintPlaces(QPainter& painter) const;

    double scale_ = 1;
    Palette palette_ = Palette::of(lightScheme());
    QRectF lanes_;
    double bottom_ = 0;
    double playheadX_ = -1e6;
    bool veiled_ = false;
    std::optional<double> pointerX_;
    std::optional<QRectF> zoomArea_;
    std::optional<Measure> measure_;
    std::optional<std::pair<double, double>> region_;
    std::vector<double> bookmarks_;
    std::vector<QRectF> words_;
};

}  // namespace coroscope::app
