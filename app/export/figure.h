// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A run as a figure: caption, lanes, legend, program. The shapes are those of the window, painted
/// by the same painter; only the paint device differs. Needs a QGuiApplication, for its fonts, but
/// no display: the offscreen platform will do.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <QByteArray>
#include <QSizeF>
#include <QString>

#include "app/export/source_listing.h"
#include "app/output/export_options.h"
#include "app/output/format.h"
#include "app/timeline/chart_layout.h"

class QPainter;

namespace coroscope::app {

class SvgDevice;

/// The size of a lane's name, in pixels, where nothing is scaled.
inline constexpr double kBaseFont = 13;
[[nodiscard]] Palette paletteOf(const ExportOptions& options);

/// The lanes of a run, with the names that its program gives to what is awaited.
[[nodiscard]] std::shared_ptr<const LaneModel> lanesOf(const ExportedRun& run,
                                                       const std::function<bool()>& goOn = {});

/// Whether a part of a run has a lane: that of a chosen task, or of a worker which it gave a call.
[[nodiscard]] bool hasLane(const trace::Excerpt& excerpt, const Lane& lane);

/// What there is to say of a part of a run: `3 tasks · 2 s · 12 steps`. First, whether it is that
/// of an earlier text of the program.
[[nodiscard]] QString describeRun(const LaneModel& model, const ExportedRun& run,
                                  const trace::Excerpt& excerpt, const ExportOptions& options);

/// The lanes of a run that a figure has, by their numbers.
using FigureLanes = std::shared_ptr<const std::vector<std::uint32_t>>;

/// What of a figure stands on one sheet of several: a stretch of the axis, some of the lanes.
struct FigureSheet {
    double width = 0;          ///< of the sheet; 0: the figure is not cut, and has its own
    std::size_t column = 0;    ///< which stretch
    std::size_t columns = 1;   ///< of how many
    std::size_t firstRow = 0;  ///< of the lanes
    std::size_t rows = SIZE_MAX;
    QString number;      ///< `2 of 6`
    bool paged = false;  ///< there are sheets for all lanes, however many
    FigureLanes lanes;   ///< those on all sheets, if they have been chosen; null: not yet
    double beside = 0;   ///< the most of the width that the program takes at the right; 0: below
    double taller = 1;   ///< by how much lanes are higher than they would be
};

class Figure {
public:
    Figure(std::shared_ptr<const LaneModel> model, const ExportedRun& run,
           const trace::Excerpt& excerpt, const ExportOptions& options,
           const FigureSheet& sheet = {});

    [[nodiscard]] QSizeF size() const { return size_; }
    /// What stands above the lanes, or would; for the document's properties.
    [[nodiscard]] QString title() const { return title_; }
    [[nodiscard]] QString description() const { return description_; }
    /// How wide it had to be, where a narrower one was asked for; else 0.
    [[nodiscard]] double widened() const;
    /// How many lanes are not in it, because there are too many.
    [[nodiscard]] std::size_t leftOut() const { return leftOut_; }
    /// Those on all of its sheets, without the loop's.
    [[nodiscard]] const FigureLanes& allLanes() const { return sheet_.lanes; }
    /// How large it would like to be, and of what that is made, for who cuts it into sheets.
    [[nodiscard]] double naturalWidth() const;
    [[nodiscard]] double chartWidth() const { return chartWidth_; }
    [[nodiscard]] double headerWidth() const { return view_.headerWidth; }
    [[nodiscard]] double laneHeight() const { return view_.laneHeight; }
    /// What stands above and below the lanes.
    [[nodiscard]] double frameHeight() const;
    [[nodiscard]] std::size_t rowCount() const { return view_.rowCount(*model_); }

    void paint(QPainter& painter) const;
    /// With a group for each lane and, while they are not too many, for each span. `more` is put
    /// on top of it, as it is.
    [[nodiscard]] QByteArray svg(const QByteArray& more = {}) const;

    // As things stand at one moment: what is put on top of the figure. (`paint` does it by itself
    // where the options name a moment.)

    [[nodiscard]] const LaneModel& model() const { return *model_; }
    [[nodiscard]] const Palette& palette() const { return view_.palette; }
    [[nodiscard]] double unit() const { return unit_; }
    /// Where the lanes are.
    [[nodiscard]] QRectF lanes() const;
    /// The x of an event, and of a share of the way from the first to the last.
    [[nodiscard]] double xOf(trace::EventIndex event) const;
    [[nodiscard]] double xOf(const FigureMoment& moment) const;
    [[nodiscard]] double xAt(double share) const;
    /// What has happened last there; on the axis of time with the moment itself, if it lies between
    /// events.
    [[nodiscard]] FigureMoment momentAt(double share) const;
    /// The words in the lanes that come with an event. A figure of moments has them on top: they
    /// are pale until then, however far they reach.
    [[nodiscard]] const std::vector<Text>& words() const { return words_; }
    [[nodiscard]] QPointF chartOrigin() const { return {0, chartTop_}; }
    [[nodiscard]] const ChartFonts& fonts() const { return fonts_; }
    /// Where the words on the moment stand, as far as there is room for them.
    [[nodiscard]] QRectF momentRect() const;
    /// They themselves, cut to that room.
    [[nodiscard]] QString momentWords(const FigureMoment& moment) const;
    /// The line of the program at which an event happened.
    [[nodiscard]] trace::FileLine placeOf(trace::EventIndex event) const;
    /// Where such a line stands; empty: it is not there.
    [[nodiscard]] QRectF lineRect(const trace::FileLine& line) const;
    /// What lies over all that is still to come.
    [[nodiscard]] QColor veil() const;
    void paintMoment(QPainter& painter, double x, const FigureMoment& moment) const;

private:
    void chooseLanes();
    void layout();
    void showExcerpt();
    [[nodiscard]] DrawList chart() const;
    [[nodiscard]] bool hasCaption() const { return !title_.isEmpty() || stale_; }
    /// Where the legend begins, and how many rows it takes.
    [[nodiscard]] double legendLeft() const;
    [[nodiscard]] QRectF legendRect() const;
    void paintWords(QPainter& painter, trace::EventIndex last) const;
    /// How much a file can hold.
    enum class Detail : std::uint8_t { All, NoTitles, NoWords };
    void paintAll(QPainter& painter, SvgDevice* groups, Detail detail) const;
    void paintCaption(QPainter& painter) const;
    void paintFoot(QPainter& painter) const;
    [[nodiscard]] QRectF listingRect() const;
    [[nodiscard]] bool hasMoments() const;

    std::shared_ptr<const LaneModel> model_;
    trace::Excerpt excerpt_;
    ExportOptions options_;
    FigureSheet sheet_;
    QString title_;
    bool stale_;
    QString description_;
    double unit_;
    ChartFonts fonts_;
    trace::TracedProgram program_;
    SourceListing listing_;
    ChartView view_;
    std::size_t leftOut_ = 0;  ///< lanes that are asked for, because there are too many
    double chartTop_ = 0;
    double chartWidth_ = 0;
    double momentTop_ = 0;
    double legendTop_ = 0;
    double listingTop_ = 0;
    QSizeF size_;
    std::vector<Text> words_;
};

/// What the user should know of a figure that is not of all lanes; else empty.
[[nodiscard]] std::string noteOn(const Figure& figure);

}  // namespace coroscope::app
