// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Lanes and a view make a draw list. Plain functions of plain structs: nothing here knows a
/// widget.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QSizeF>
#include <QStaticText>

#include "app/timeline/axis_scale.h"
#include "app/timeline/draw_list.h"
#include "app/timeline/lane_choice.h"
#include "app/timeline/lane_model.h"
#include "app/timeline/palette.h"

namespace coroscope::app {

/// A span of a lane, or several that are drawn as one.
struct SpanRef {
    std::uint32_t lane = 0;
    std::size_t first = 0;
    std::size_t last = 0;

    friend bool operator==(const SpanRef&, const SpanRef&) = default;
};

/// The type of the chart at a scale; 1 is the desk, 1.6 the projector.
class ChartFonts {
public:
    explicit ChartFonts(double scale, const QString& family = {});

    [[nodiscard]] const QFont& font(TextRole role) const;
    [[nodiscard]] const QFontMetricsF& metrics(TextRole role) const;
    /// The width of a text. Shaping text is most of what a frame costs, so widths, elided texts and
    /// layouts are remembered from frame to frame. (Not for use by several threads.)
    [[nodiscard]] double width(TextRole role, const QString& text) const;
    [[nodiscard]] QString elided(TextRole role, const QString& text, double width) const;
    [[nodiscard]] const QStaticText& laidOut(TextRole role, const QString& text) const;

private:
    using Key = std::pair<int, QString>;
    mutable QHash<Key, double> widths_;
    mutable QHash<Key, QStaticText> layouts_;

    QFont name_, small_, tiny_, bold_, title_;
    QFontMetricsF nameMetrics_, smallMetrics_, tinyMetrics_, boldMetrics_, titleMetrics_;
};

/// What the legend explains, and what a click on it hides.
enum class LegendItem : std::uint8_t {
    Running,
    Ready,
    Suspended,
    Blocked,
    CancelRequested,
    CancelDelivered,
    Exception,
    Warning,
    End,
    TroubleEnd,  ///< of a task that failed or was cancelled, or of a run that was cut off
    Forever,     ///< a wait that the run ended in
    NotAlive,
    Creates,
    Wakes,
    Cancels,
    Gives,
    Order,  ///< who ran first at an instant
    Count,  ///< how many steps are drawn as one
    Idle,
};
inline constexpr std::size_t kLegendItems = 19;
using LegendFlags = std::array<bool, kLegendItems>;  ///< by LegendItem

/// What a chart must leave room for beside its own run, so that another one has the same measure.
struct ComparedRun {
    double timeEnd = 0;  ///< where its axes end
    double stepsEnd = 0;
    double headerWidth = 0;
    double scale = 0;  ///< which type fits its lanes; 0: any

    friend bool operator==(const ComparedRun&, const ComparedRun&) = default;
};

/// What of the lanes is looked at, and how.
struct ChartView {
    AxisKind axis = AxisKind::Time;
    double begin = 0;  ///< the axis values at the left and right end
    double end = 1;
    QSizeF size;
    double scale = 1;        ///< of type and strokes
    double laneHeight = 52;  ///< pixels
    double headerWidth = 150;
    double scroll = 0;  ///< pixels by which the task lanes are scrolled
    /// Of another run that is compared with this one: both are drawn at one measure.
    ComparedRun compared;
    /// The same, for marks where its lanes end elsewhere; null: none.
    std::shared_ptr<const LaneModel> otherRun;
    Palette palette = Palette::of(lightScheme());
    /// The task lanes from top to bottom; null: all, in their order. See lane_choice.h.
    std::shared_ptr<const std::vector<std::uint32_t>> shown;
    std::size_t pinned = 0;  ///< so many of them, at the top, are marked as pinned
    /// Where others are left out; null: nowhere.
    std::shared_ptr<const std::vector<LaneGap>> gaps;
    std::shared_ptr<const std::set<TaskId>> folded;  ///< marked at their names; null: none
    TaskId selectedTask;
    trace::WorkerId selectedWorker;  ///< instead of a task
    [[nodiscard]] LaneKey selectedLane() const { return {selectedTask, selectedWorker}; }
    std::optional<SpanRef> selectedSpan;
    std::optional<SpanRef> hoveredSpan;
    LegendFlags hidden{};  ///< kinds that are left out
    [[nodiscard]] bool hides(LegendItem item) const {
        return hidden[static_cast<std::size_t>(item)];
    }
    LegendFlags occurring{};  ///< what the legend explains, beside what is hidden
    /// What lies over a stretch of the lanes, from one x to another: words keep beside it.
    std::optional<std::pair<double, double>> covered;
    /// Arrows of the selection and of what is hovered; of all events while they are at most so
    /// many.
    std::size_t mostArrows = 40;

    [[nodiscard]] double tickHeight() const { return 38 * scale; }
    [[nodiscard]] double pillWidth() const { return 10 * scale; }
    [[nodiscard]] QRectF lanesRect() const;
    [[nodiscard]] AxisScale axisScale() const;
    /// How many task lanes are shown, which one is in a row, and in which row one is.
    [[nodiscard]] std::size_t rowCount(const LaneModel& model) const;
    [[nodiscard]] std::uint32_t laneInRow(std::size_t row) const;
    [[nodiscard]] std::optional<std::size_t> rowOfLane(std::size_t lane) const;
    /// The height of all task lanes together, and of what is left for them.
    [[nodiscard]] double contentHeight(const LaneModel& model) const;
    [[nodiscard]] double viewportHeight() const;
    /// The least width that a run is drawn with.
    [[nodiscard]] double runPadding() const { return axis == AxisKind::Time ? pillWidth() / 2 : 0; }
};

/// The place that the words of a text take.
[[nodiscard]] QRectF inkedRect(const Text& text, const ChartFonts& fonts);

/// Room at both ends of the axis, in pixels, so that the first and the last pill are whole.
[[nodiscard]] double axisPadding(const ChartView& view);

/// The width that the names of the lanes need, within reason.
[[nodiscard]] double headerWidthFor(const LaneModel& model, const ChartFonts& fonts, double scale,
                                    double most);

/// Where an event stands on the view's axis.
[[nodiscard]] double eventX(const LaneModel& model, const ChartView& view, EventIndex event);
/// The event that an x means.
[[nodiscard]] EventIndex eventAtX(const LaneModel& model, const ChartView& view, double x);

[[nodiscard]] DrawList layoutChart(const LaneModel& model, const ChartView& view,
                                   const ChartFonts& fonts);

/// What of the legend's items is drawn. Arrows that are drawn for what is hovered or selected do
/// not count: the legend would never be at rest.
[[nodiscard]] LegendFlags occurringItems(const DrawList& list, const LaneModel& model);

/// The span drawn at a point, uppermost first; within a lane but on no shape: the span at that x.
[[nodiscard]] std::optional<SpanRef> spanAtPoint(const LaneModel& model, const ChartView& view,
                                                 const DrawList& list, QPointF point);
/// The lane whose row (name or spans) holds a point.
[[nodiscard]] std::optional<std::uint32_t> laneAtPoint(const DrawList& list, QPointF point);
/// Marks that are so near to the first of them are one sign.
[[nodiscard]] inline double markReach(const ChartView& view) {
    return view.pillWidth() + 4 * view.scale;
}
/// The sign for lanes that are left out which holds a point, as an index into the view's gaps.
[[nodiscard]] std::optional<std::size_t> gapAtPoint(const DrawList& list, QPointF point);

}  // namespace coroscope::app
