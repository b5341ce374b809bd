// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What is to be drawn, in pixels, before anything is drawn. The layout makes it from lanes and a
/// view; the painter puts it on a screen or into a figure; hit tests look into it.
///
/// Everything lies within its clip already (a figure in SVG has no clipping to rely on).

#include <cstddef>
#include <cstdint>
#include <vector>

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>

#include "app/timeline/lane_model.h"

namespace coroscope::app {

enum class Shape : std::uint8_t {
    Field,       ///< where a lane is not alive
    Line,        ///< suspended: a thin line
    DottedLine,  ///< the loop (or a worker) has nothing to do
    DashedLine,  ///< still suspended when the run is over
    Hatched,     ///< ready
    Bar,         ///< running, as long as it took; or a pill where it took no time
    Comb,        ///< many runs, too close to tell apart
    Blocked,     ///< the loop's thread is held
    Cap,         ///< the end of a task
    TroubleCap,  ///< the same, of one that failed or was cancelled; or of a run cut off
    OtherEnd,    ///< where the task ended in the run that this one is compared with
    MarkUp,      ///< triangle that points up
    MarkDown,
    MarkAsked,  ///< the same, hollow: it has not arrived yet
    MarkCross,
    MarkDot,
    Pin,      ///< at the name of a lane that is pinned to the top
    Process,  ///< at the name of a worker process; a thread has a Bar
};

[[nodiscard]] constexpr bool isMark(Shape shape) {
    return shape >= Shape::MarkUp && shape <= Shape::MarkDot;
}

[[nodiscard]] constexpr bool isLine(Shape shape) {
    return shape >= Shape::Line && shape <= Shape::DashedLine;
}

[[nodiscard]] constexpr bool isCap(Shape shape) {
    return shape == Shape::Cap || shape == Shape::TroubleCap;
}

struct Box {
    QRectF rect;
    QRgb colour = 0;
    Shape shape{};
    bool ring = false;     ///< a hue of the second round
    bool cutLeft = false;  ///< goes on beyond the view
    bool cutRight = false;
    std::uint32_t lane = 0;
    std::size_t firstSpan = 0;  ///< the spans [firstSpan, lastSpan) of the lane
    std::size_t lastSpan = 0;
};

enum class TextRole : std::uint8_t { LaneName, Reason, Ordinal, Tick, OnBar, Mark, Legend, Title };

struct Text {
    QRectF rect;
    QString text;
    QRgb colour = 0;
    TextRole role{};
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
    QString full;  ///< what was elided, for a tooltip; empty if nothing was
    std::uint32_t lane = 0;
    EventIndex since{};  ///< the event with which it comes; none: it comes with its shape
};

/// A lane too low for shapes: one row of pixels, to be drawn `height` high.
struct Strip {
    double top = 0;
    double height = 0;
    std::size_t firstPixel = 0;  ///< in the group's `pixels`; there are `stripWidth` of them
    std::uint32_t lane = 0;
};

enum class ArrowLine : std::uint8_t { Solid, Dashed, Dotted };

/// An arrow from one lane to another: circle, curve, head. A solid one has a filled head, a dashed
/// one an open head, a dotted one a diamond.
struct ArrowPath {
    QPointF from;
    QPointF to;
    double bulge = 0;  ///< how far a vertical arrow bends to the side
    QRgb colour = 0;
    ArrowLine line{};
    std::size_t arrow = 0;  ///< in the model
};

struct Row {
    double top = 0;
    double height = 0;
    std::uint32_t lane = 0;
    bool selected = false;
};

/// A stretch in which a blocked loop starves every lane.
struct Shade {
    QRectF rect;
};

/// A group of rows that share a clip: the loop's lane, which does not scroll, or all others.
struct LaneGroup {
    QRectF area;     ///< where lanes are
    QRectF headers;  ///< where their names are
    std::vector<Row> rows;
    std::vector<Shade> shades;
    std::vector<Box> boxes;
    std::vector<Text> texts;  ///< within `area`
    std::vector<Text> names;  ///< within `headers`
    std::vector<Box> dots;    ///< within `headers`
    std::vector<Text> gaps;   ///< within `headers`: how many lanes are left out there
    std::vector<Strip> strips;
    std::vector<QRgb> pixels;  ///< of the strips; one of them is a logical pixel wide
    std::size_t stripWidth = 0;
};

struct GridLine {
    double x = 0;
    bool strong = false;
};

struct DrawList {
    QRectF bounds;
    QRectF lanes;  ///< right of the headers, below the ticks: both groups
    std::vector<GridLine> grid;
    std::vector<Text> ticks;
    LaneGroup loop;
    LaneGroup tasks;
    std::vector<ArrowPath> arrows;
    bool allArrows = false;  ///< of all events in view, not only those that are asked for
};

}  // namespace coroscope::app
