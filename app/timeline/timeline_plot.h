// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The timeline: lanes, ticks, playhead, overview, legend, and all that mouse and keys do to them.
///
/// It knows a run by its trace alone. It asks for a playhead or a selection by signals and shows
/// what it is told by slots; session_binding.h ties both to a session.

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <QPointer>
#include <QWidget>

#include "app/style/told.h"
#include "app/timeline/chart_layout.h"
#include "app/timeline/lane_choice.h"
#include "app/timeline/timeline_navigation.h"

class QLabel;
class QLineEdit;
class QScrollBar;

namespace coroscope::app {

class OverviewBar;
class RunSource;
class PlotCanvas;
class PlotOverlay;

class TimelinePlot final : public QWidget, public Told {
    Q_OBJECT

public:
    explicit TimelinePlot(QWidget* parent = nullptr);
    ~TimelinePlot() override;

    [[nodiscard]] const LaneModel& model() const { return *model_; }
    /// Of the whole run, even while no more than its past is shown.
    [[nodiscard]] const std::shared_ptr<const LaneModel>& wholeModel() const { return whole_; }
    [[nodiscard]] const ChartView& view() const { return view_; }
    [[nodiscard]] const LaneChoice& laneChoice() const { return choice_; }
    /// What was drawn last.
    [[nodiscard]] const DrawList& drawn() const { return drawn_; }
    [[nodiscard]] AxisKind axis() const { return view_.axis; }
    [[nodiscard]] trace::EventIndex playhead() const { return playhead_; }
    /// Where the playhead stands, in this widget's pixels.
    [[nodiscard]] double playheadX() const;
    /// Where an event stands, in this widget's pixels: in the opened instant, if it belongs to it.
    [[nodiscard]] double xOf(trace::EventIndex event) const;
    /// The strip in which an instant is opened, if one is.
    [[nodiscard]] std::optional<QRectF> burstRect() const {
        return burst_ ? std::optional(burst_->view.lanesRect()) : std::nullopt;
    }
    /// The ends of what is in view of the axis; none: the whole run, which then stays in view.
    [[nodiscard]] std::optional<std::array<double, 2>> stretch() const {
        return fitted_ ? std::nullopt
                       : std::optional<std::array<double, 2>>({view_.begin, view_.end});
    }
    /// What its own run needs, for another one to leave room for.
    [[nodiscard]] ComparedRun measure() const;
    /// The whole span that holds the selection, if a span is selected.
    [[nodiscard]] std::optional<SpanRef> selectedSpan() const { return view_.selectedSpan; }

    /// Of the task or worker that is selected.
    [[nodiscard]] std::optional<std::size_t> selectedLane() const;

    /// What a drag has measured, in words; empty when nothing is.
    [[nodiscard]] QString measured() const;
    /// Where the words are that open the key to all signs, in this widget's pixels.
    [[nodiscard]] QRectF keyRect() const;
    /// Where an item of the legend is, in this widget's pixels.
    [[nodiscard]] QRectF legendItemRect(LegendItem item) const;

    [[nodiscard]] QString told() const override;
    [[nodiscard]] const OverviewBar& overview() const { return *overview_; }

    [[nodiscard]] QSize sizeHint() const override { return {900, 520}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 140}; }

public Q_SLOTS:
    /// Shows another run of the same scenario, or of another one. What was zoomed in on stays in
    /// view as far as the new run reaches.
    void setModel(std::shared_ptr<const coroscope::app::LaneModel> model);
    /// The same, making the lanes here and now.
    void setTrace(std::shared_ptr<const coroscope::trace::Trace> trace,
                  std::shared_ptr<const coroscope::app::RunSource> source = nullptr);
    /// Another run that is compared with this one, in a timeline of its own; all zero: none is.
    void setCompared(const coroscope::app::ComparedRun& other);
    /// Marks where lanes end elsewhere than in that run, and by how much; null: no more.
    void setOtherRun(std::shared_ptr<const coroscope::app::LaneModel> other);
    void setAxis(coroscope::app::AxisKind axis);
    void toggleAxis();
    void setPlayhead(coroscope::trace::EventIndex event);
    /// How far the playhead has glided on from its event to the next, 0 to 1.
    void setPlayheadFraction(double fraction);
    /// Where playing goes round (two equal ends: nowhere), and the bookmarks.
    void setPlaces(coroscope::trace::EventIndex first, coroscope::trace::EventIndex last,
                   std::vector<coroscope::trace::EventIndex> bookmarks);
    void setSelectedTask(coroscope::trace::TaskId task);
    /// `begin` is the event with which the span begins; none selects the task alone.
    void setSelectedSpan(coroscope::trace::TaskId task, coroscope::trace::EventIndex begin);
    /// The run shown belongs to an older text: it is drawn paler.
    void setStale(bool stale);
    /// Says why there are no lanes yet.
    void setEmptyText(const QString& text);
    /// The event at which something went wrong that the run does not get over, marked in the
    /// overview; none: there is no such event.
    void setTroubleMark(coroscope::trace::EventIndex event, const QString& what);
    /// Of type and strokes: 1 is the desk, 1.6 the projector.
    void setScale(double scale);
    void setLegendVisible(bool visible);
    /// Shows these lanes of what has happened so far instead of the model's, with as much room as
    /// the whole run needs, and a veil over what is to come; null: the whole run again.
    void setPast(std::shared_ptr<const coroscope::app::LaneModel> past);

    /// On the axis of time, opens the instant of an event where it stands, if it has several steps.
    void openBurst(coroscope::trace::EventIndex event);
    void closeBurst();
    /// Shows what every sign means.
    void openKey();
    /// Offers what the legend has as a menu, for the keys.
    void openLegend();
    void zoomIn();
    void zoomOut();
    void fit();
    void showStretch(double begin, double end);
    /// Centres the selection, then fits it, then fits the run.
    void focusSelection();
    void undoNavigation();
    /// To the next (+1) or previous (-1) span of the selected lane.
    void selectNeighbourSpan(int direction);
    /// To the lane below (+1) or above (-1).
    void selectNeighbourLane(int direction);
    void clearSelection();
    /// Which lanes are shown; outlasts another run of the same program.
    void setLaneChoice(coroscope::app::LaneChoice choice);
    /// Selects the next (from the selected one on) task whose name holds `text`, whatever its case.
    /// False when there is none.
    bool findTask(const QString& text);
    /// Opens the field in the corner in which a task is looked for by name.
    void openFinder();
    /// Between the least height and as high as lanes may be.
    void setLaneHeight(double pixels);

Q_SIGNALS:
    void playheadRequested(coroscope::trace::EventIndex event);
    void taskSelected(coroscope::trace::TaskId task);
    /// `begin` is the span's first event; `line` the source line where the task stood, 0 if none.
    void spanSelected(coroscope::trace::TaskId task, coroscope::trace::EventIndex begin, int line);
    void selectionCleared();
    void axisChanged(coroscope::app::AxisKind axis);
    /// Another part of the axis is in view, or it has another width.
    void stretchChanged();
    /// What measure() says is another: of another run, or at another scale.
    void measureChanged();
    void playheadMoved();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    enum class Drag { None, Press, Pan, Scrub, Zoom, Measure };

    /// An opened instant: the view that its strip gives, and what was drawn there last.
    struct Burst {
        std::size_t instant = 0;
        ChartView view;
        DrawList drawn;
    };

    void paintLanes(QPainter& painter);
    void dropFuture();
    [[nodiscard]] std::vector<QRectF> wordRects() const;
    void paintBurst(QPainter& painter);
    void placeBurst();
    [[nodiscard]] bool inBurst(QPointF point) const;
    [[nodiscard]] bool belongsToBurst(EventIndex event) const;
    /// What a place means, in the opened instant or beside it.
    [[nodiscard]] EventIndex eventAt(double x) const;
    [[nodiscard]] std::optional<SpanRef> spanAt(QPointF point) const;
    void showLanes(std::shared_ptr<const LaneModel> model);
    void leaveRoom();
    void orderLanes();
    void fitScale();
    void relayout();
    void applyColours();
    void viewChanged();
    void rememberPlace();
    void placeOverlay();
    void placeMarks();
    void startPan();
    void scrubTo(double x);
    void measureTo(double x);
    [[nodiscard]] double snapped(double x) const;
    [[nodiscard]] QRectF legendRect() const;
    [[nodiscard]] bool clickLegend(QPointF point);
    void toggleLegendItem(LegendItem item);
    [[nodiscard]] bool isOnLegend(QPointF point) const;
    void paintFoot(QPainter& painter) const;
    void hover(QPointF point);
    void clickAt(QPointF point);
    void select(std::uint32_t lane, std::optional<SpanRef> span, bool announce);
    [[nodiscard]] QString tooltipAt(QPointF point) const;
    [[nodiscard]] QString marksTooltipAt(QPointF point) const;
    [[nodiscard]] QString absenceTooltipAt(QPointF point) const;
    [[nodiscard]] QString gapTooltip(std::size_t gap) const;
    [[nodiscard]] QRectF footer() const;
    [[nodiscard]] bool hasOverview() const;
    [[nodiscard]] bool nearPlayhead(QPointF point) const;

    std::shared_ptr<const LaneModel> whole_;
    std::shared_ptr<const LaneModel> model_;  ///< what is shown of it
    ComparedRun compared_;
    std::shared_ptr<const LaneModel> otherRun_;
    double ownScale_ = 1;  ///< which type fits, whatever it is compared with
    ChartView view_;
    LaneChoice choice_;
    ChartFonts fonts_;
    DrawList drawn_;
    std::optional<Burst> burst_;
    QString emptyText_;
    trace::EventIndex trouble_;
    trace::EventIndex playhead_;
    double fraction_ = 0;  ///< of the way from the playhead's event to the next
    trace::EventIndex regionFirst_;
    trace::EventIndex regionLast_;
    std::vector<trace::EventIndex> bookmarks_;
    bool stale_ = false;
    bool legend_ = true;
    double scale_ = 1;         ///< of type, as it is asked for
    bool comfortable_ = true;  ///< the lane height follows the widget's
    bool fitted_ = true;       ///< the whole run is in view and stays so

    std::unique_ptr<PlotCanvas> canvas_;
    PlotOverlay* overlay_;  ///< the playhead and the line at the pointer
    OverviewBar* overview_;
    QScrollBar* scroll_;
    void makeFinder();
    /// Says so, in words and colour, if no task has the name in the field.
    void showFound(const QString& text);
    QLineEdit* finder_;
    QLabel* finderSays_;  ///< below it: how many tasks have such a name

    Drag drag_ = Drag::None;
    QPointF pressedAt_;
    QPointF lastAt_;
    std::array<double, 2> shownStretch_{};  ///< when stretchChanged was emitted last
    ComparedRun shownMeasure_;
    std::vector<Place> places_;
    int focusStage_ = 0;
};

/// The source line at which a span's task stood: where it awaits, or where its run went on.
[[nodiscard]] int sourceLine(const LaneModel& model, const SpanRef& span);

}  // namespace coroscope::app
