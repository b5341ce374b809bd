// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Puts a draw list on a paint device: the same for the window and for figures.

#include <vector>

#include "app/timeline/chart_layout.h"
#include "app/timeline/draw_list.h"

class QPainter;

namespace coroscope::app {

enum class PaintTarget : std::uint8_t {
    Screen,  ///< pixels: clips, and writes crowded lanes straight into an image
    Figure,  ///< vectors: no clip, every shape by itself
};

/// For a device that keeps what belongs together: told as each lane is painted, and within it each
/// span.
class ChartGroups {
public:
    virtual ~ChartGroups() = default;
    virtual void beginLane(std::uint32_t lane) = 0;
    virtual void beginSpans(const SpanRef& spans) = 0;
    /// The last that began and has not ended.
    virtual void end() = 0;
};

/// `groups` may be null; with a figure alone.
void paintChart(QPainter& painter, const DrawList& list, const ChartView& view,
                const ChartFonts& fonts, PaintTarget target, ChartGroups* groups = nullptr);

/// What explains the shapes that occur: one row, or more where `rect` is high enough for them and
/// needs them. Returns the width that the last of them took.
double paintLegend(QPainter& painter, const QRectF& rect, const ChartView& view,
                   const ChartFonts& fonts);

/// What an item of the legend is called.
[[nodiscard]] QString legendWord(LegendItem item);

/// Where an item of the legend is drawn: its swatch and its word.
struct LegendSpot {
    LegendItem item{};
    QRectF rect;
};
/// The height of a row of them, where there are several.
[[nodiscard]] double legendRowHeight(const ChartView& view);
/// Of those that occur in the view, or are hidden, as many as `rect` has room for, from the first
/// on; all of them in one row for one that is null.
[[nodiscard]] std::vector<LegendSpot> legendSpots(const QRectF& rect, const ChartView& view,
                                                  const ChartFonts& fonts);

/// Diagonal lines within a rectangle, rising to the right.
void paintHatch(QPainter& painter, const QRectF& rect, const QColor& colour, double spacing,
                double width);

/// Stripes along both edges of a bar, with room for words between them: where there are no colours,
/// it is a pattern that tells a blocked loop from a running task.
void paintWarningTape(QPainter& painter, const QRectF& rect, const QColor& colour, double unit);

/// A mark's sign, or the pin of a lane that stays on top.
void paintGlyph(QPainter& painter, const Box& box, double unit);

/// The end of a task that failed or was cancelled, or of a run that was cut off.
void paintTroubleCap(QPainter& painter, const QRectF& rect, const QColor& colour, double unit);

/// A circle, a line or curve, a head.
void paintArrow(QPainter& painter, const ArrowPath& path, double unit);

/// The line that marks the playhead, with its head above the lanes.
void paintPlayhead(QPainter& painter, double x, double top, double bottom, const QColor& ink,
                   double scale);

}  // namespace coroscope::app
