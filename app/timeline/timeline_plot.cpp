// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_plot.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include "app/session/let_go.h"
#include "app/style/counted.h"
#include "app/style/look.h"
#include "app/timeline/chart_painter.h"
#include "app/timeline/overview_bar.h"
#include "app/timeline/plot_canvas.h"
#include "app/timeline/plot_overlay.h"
#include "app/timeline/span_text.h"
#include "app/timeline/time_axis.h"
#include "engine/trace/trace.h"

namespace coroscope::app {
namespace {

constexpr double kZoomStep = 1.25;
constexpr double kLeastLaneHeight = 1;
constexpr double kMostLaneHeight = 160;
constexpr std::size_t kMostPlaces = 50;

/// Lines of plain text, the first in bold; a `<lambda>` in them is no markup.
QString asToolTip(const QString& text) {
    QStringList lines = text.toHtmlEscaped().split(QLatin1Char('\n'));
    lines.front() = QStringLiteral("<b>%1</b>").arg(lines.front());
    return QStringLiteral("<div style='white-space:pre'>%1</div>")
        .arg(lines.join(QStringLiteral("<br>")));
}

std::shared_ptr<const LaneModel> emptyModel() {
    return std::make_shared<const LaneModel>(buildLaneModel(nullptr));
}

}  // namespace

TimelinePlot::TimelinePlot(QWidget* parent)
    : QWidget(parent),
      model_(emptyModel()),
      fonts_(1),
      canvas_(std::make_unique<PlotCanvas>(this, [this](QPainter& p) { paintLanes(p); })),
      overlay_(new PlotOverlay(this)),
      overview_(new OverviewBar(this)),
      scroll_(new QScrollBar(Qt::Vertical, this)),
      finder_(new QLineEdit(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    scroll_->setAccessibleName(tr("Scroll the lanes"));
    scroll_->hide();
    connect(scroll_, &QScrollBar::valueChanged, this, [this](int value) {
        if (std::lround(view_.scroll) == value) return;
        view_.scroll = value;
        viewChanged();
    });
    connect(overview_, &OverviewBar::moveRequested, this, [this](double begin) {
        const double range = view_.end - view_.begin;
        view_.begin = begin;
        view_.end = begin + range;
        fitted_ = false;
        keepInside(*model_, view_);
        viewChanged();
    });
    finder_->setObjectName(QStringLiteral("taskFinder"));
    setLook(*finder_, Look::Small);
    finder_->setPlaceholderText(tr("Find a task"));
    finder_->setAccessibleName(tr("Find a task by its name"));
    finder_->setFocusPolicy(Qt::ClickFocus);
    finder_->hide();
    connect(finder_, &QLineEdit::textEdited, this, [this](const QString& text) {
        clearSelection();
        findTask(text);
    });
    connect(finder_, &QLineEdit::returnPressed, this, [this] { findTask(finder_->text()); });
    finder_->installEventFilter(this);
    applyColours();
    describe();
}

TimelinePlot::~TimelinePlot() = default;

double TimelinePlot::playheadX() const {
    const double x = xOf(playhead_);
    if (fraction_ <= 0 || playhead_.index() + 1 >= model_->eventCount) return x;
    const EventIndex next = EventIndex::fromIndex(playhead_.index() + 1);
    return x + (xOf(next) - x) * fraction_;
}

void TimelinePlot::setPlayheadFraction(double fraction) {
    if (fraction == fraction_) return;
    fraction_ = fraction;
    overlay_->showPlayhead(view_, playhead_.valid() ? playheadX() : -1e6);
    Q_EMIT playheadMoved();
}

void TimelinePlot::setPlaces(EventIndex first, EventIndex last, std::vector<EventIndex> bookmarks) {
    regionFirst_ = first;
    regionLast_ = last;
    bookmarks_ = std::move(bookmarks);
    placeMarks();
}

void TimelinePlot::placeMarks() {
    const auto x = [this](EventIndex at) { return xOf(at); };
    const auto known = [this](EventIndex at) {
        return at.valid() && at.index() < model_->eventCount;
    };
    std::optional<std::pair<double, double>> region;
    if (known(regionFirst_) && known(regionLast_) && regionFirst_ < regionLast_) {
        region = std::pair(x(regionFirst_), x(regionLast_));
    }
    std::vector<double> marks;
    for (const EventIndex at : bookmarks_) {
        if (known(at)) marks.push_back(x(at));
    }
    overlay_->showPlaces(region, std::move(marks));
}

void TimelinePlot::setTrace(std::shared_ptr<const trace::Trace> trace,
                            std::shared_ptr<const RunSource> source) {
    setModel(
        std::make_shared<const LaneModel>(buildLaneModel(std::move(trace), std::move(source))));
}

void TimelinePlot::setModel(std::shared_ptr<const LaneModel> model) {
    auto before = std::exchange(model_, std::move(model));
    overview_->setModel(model_);
    letGo(std::move(before));
    burst_.reset();
    view_.selectedSpan.reset();
    view_.hoveredSpan.reset();
    if (!model_->laneOf(view_.selectedTask)) view_.selectedTask = {};
    if (playhead_.valid() && playhead_.index() >= model_->eventCount) playhead_ = {};
    orderLanes();
    const auto [begin, end] = model_->extent(view_.axis);
    if (view_.begin >= end || view_.end <= begin) fitted_ = true;
    if (fitted_) places_.clear();
    relayout();
    describe();
}

void TimelinePlot::setAxis(AxisKind axis) {
    if (axis == view_.axis) return;
    // A stretch of time has no counterpart of the same use among the steps, nor the other way
    // round: the whole run is in view, and with it the playhead.
    view_.axis = axis;
    burst_.reset();
    view_.hoveredSpan.reset();
    places_.clear();
    fitted_ = true;
    fitAll(*model_, view_);
    viewChanged();
    Q_EMIT axisChanged(axis);
}

void TimelinePlot::toggleAxis() {
    setAxis(view_.axis == AxisKind::Time ? AxisKind::Steps : AxisKind::Time);
}

void TimelinePlot::setPlayhead(EventIndex event) {
    if (event.valid() && event.index() >= model_->eventCount) return;
    playhead_ = event;
    fraction_ = 0;
    if (drag_ != Drag::Scrub && reveal(*model_, view_, event)) {
        viewChanged();
        return;
    }
    placeOverlay();
}

void TimelinePlot::setSelectedTask(TaskId task) { setSelectedSpan(task, {}); }

void TimelinePlot::setSelectedSpan(TaskId task, EventIndex begin) {
    auto lane = model_->laneOf(task);
    if (!task.valid() && begin.valid()) lane = 0;  // a span of the loop's own lane
    if (!lane) {
        if (!view_.selectedTask.valid() && !view_.selectedSpan) return;
        view_.selectedTask = {};
        view_.selectedSpan.reset();
        viewChanged();
        return;
    }
    std::optional<SpanRef> span;
    if (begin.valid()) {
        if (const auto at = model_->lanes[*lane].spanAt(begin)) {
            span = SpanRef{static_cast<std::uint32_t>(*lane), *at, *at + 1};
        }
    }
    // A folded pill stays selected as a whole when the session repeats what we told it.
    if (span && view_.selectedSpan && view_.selectedSpan->lane == span->lane &&
        view_.selectedSpan->first <= span->first && view_.selectedSpan->last >= span->last) {
        span = view_.selectedSpan;
    }
    if (task == view_.selectedTask && span == view_.selectedSpan) return;
    select(static_cast<std::uint32_t>(*lane), span, false);
}

void TimelinePlot::setStale(bool stale) {
    if (stale == stale_) return;
    stale_ = stale;
    canvas_->replotSoon();
}

void TimelinePlot::setEmptyText(const QString& text) {
    if (text == emptyText_) return;
    emptyText_ = text;
    if (model_->eventCount == 0) canvas_->replotSoon();
}

void TimelinePlot::setTroubleMark(EventIndex event, const QString& what) {
    trouble_ = event;
    overview_->setTrouble(what);
    placeOverlay();
}

void TimelinePlot::setScale(double scale) {
    const double wanted = std::clamp(scale, 0.5, 4.0);
    if (wanted == scale_) return;
    scale_ = wanted;
    relayout();
}

void TimelinePlot::setLegendVisible(bool visible) {
    legend_ = visible;
    relayout();
}

void TimelinePlot::setVeiled(bool veiled) {
    overlay_->setVeiled(veiled);
    overview_->setVeiled(veiled);
}

void TimelinePlot::setLaneHeight(double pixels) {
    comfortable_ = false;
    view_.laneHeight = std::clamp(pixels, kLeastLaneHeight, kMostLaneHeight);
    relayout();
}

void TimelinePlot::applyColours() {
    view_.palette = Palette::of(schemeOf(palette()));
    overview_->setColours(view_.palette);
    canvas_->replotSoon();
    placeOverlay();
    update();
}

QRectF TimelinePlot::footer() const {
    const double legend = legend_ ? 22 * view_.scale : 0;
    const double height = 12 * view_.scale + 10 + legend;
    return {0, this->height() - height, static_cast<double>(width()), height};
}

/// Type that is larger than normal gives way if all lanes are seen without scrolling then.
void TimelinePlot::fitScale() {
    const double before = view_.scale;
    const auto fits = [this](double scale) {
        view_.scale = scale;
        view_.size.setHeight(std::max(1.0, footer().top()));
        return lanesFit(*model_, view_);
    };
    const double least = std::max(std::min(1.0, scale_), 0.7 * scale_);
    double scale = scale_;
    // Two that are compared have one measure, so neither gives way.
    const bool mayFit = comfortable_ && view_.compared == ComparedRun{};
    while (mayFit && scale > least && !fits(scale)) scale = std::max(least, scale - 0.02);
    view_.scale = fits(scale) ? scale : scale_;
    if (view_.scale != before) fonts_ = ChartFonts(view_.scale);
}

void TimelinePlot::relayout() {
    fitScale();
    const QRectF foot = footer();
    const int right = width();
    const int bar = scroll_->sizeHint().width();
    const int lanesHeight = std::max(1, static_cast<int>(foot.top()));
    view_.size = QSizeF(right, lanesHeight);
    const ComparedRun own = measure();
    view_.headerWidth = std::max(own.headerWidth, view_.compared.headerWidth);
    if (comfortable_) view_.laneHeight = comfortableLaneHeight(*model_, view_);
    const bool scrolls = view_.contentHeight(*model_) > view_.viewportHeight() + 0.5;
    scroll_->setVisible(scrolls);
    if (scrolls) view_.size.setWidth(right - bar);
    const int top = static_cast<int>(view_.tickHeight());
    scroll_->setGeometry(right - bar, top, bar, std::max(1, lanesHeight - top));
    canvas_->widget()->setGeometry(0, 0, static_cast<int>(view_.size.width()), lanesHeight);
    const QRectF lanes = view_.lanesRect();
    canvas_->setMargins(static_cast<int>(lanes.left()), static_cast<int>(lanes.top()), 0, 0);
    overlay_->setGeometry(canvas_->widget()->geometry());
    overlay_->raise();
    finder_->setGeometry(8, 4, std::max(60, static_cast<int>(view_.headerWidth) - 16),
                         std::max(18, top - 10));
    finder_->setFont(fonts_.font(TextRole::Legend));
    overview_->setGeometry(static_cast<int>(lanes.left()), static_cast<int>(foot.top()) + 4,
                           std::max(10, static_cast<int>(lanes.width()) - 8),
                           static_cast<int>(12 * view_.scale));
    if (fitted_) fitAll(*model_, view_);
    keepInside(*model_, view_);
    viewChanged();
    if (own == shownMeasure_) return;
    shownMeasure_ = own;
    Q_EMIT measureChanged();
}

ComparedRun TimelinePlot::measure() const {
    return {model_->extent(AxisKind::Time)[1], model_->extent(AxisKind::Steps)[1],
            headerWidthFor(*model_, fonts_, view_.scale, width() * 0.3)};
}

void TimelinePlot::setCompared(const ComparedRun& other) {
    if (other == view_.compared) return;
    view_.compared = other;
    relayout();
}

void TimelinePlot::viewChanged() {
    const double most = std::max(0.0, view_.contentHeight(*model_) - view_.viewportHeight());
    {
        const QSignalBlocker quiet(scroll_);
        scroll_->setRange(0, static_cast<int>(std::lround(most)));
        scroll_->setPageStep(std::max(1, static_cast<int>(view_.viewportHeight())));
        scroll_->setSingleStep(std::max(1, static_cast<int>(view_.laneHeight)));
        scroll_->setValue(static_cast<int>(std::lround(view_.scroll)));
    }
    placeBurst();
    const QRectF lanes = view_.lanesRect();
    canvas_->setRanges(view_.begin, view_.end, view_.scroll, view_.scroll + lanes.height());
    canvas_->replotSoon();
    placeOverlay();
    update();
    const std::array<double, 2> stretch{view_.begin, view_.end};
    if (std::exchange(shownStretch_, stretch) != stretch) Q_EMIT stretchChanged();
}

void TimelinePlot::placeOverlay() {
    const double x = playhead_.valid() ? playheadX() : -1e6;
    overlay_->showPlayhead(view_, x);
    Q_EMIT playheadMoved();
    placeMarks();
    ChartView whole = view_;
    fitAll(*model_, whole);
    const double value = playhead_.valid() ? view_.axisScale().toValue(x) : whole.begin - 1;
    overview_->setView(view_.axis, whole.begin, whole.end, view_.begin, view_.end, value);
    const bool known = trouble_.valid() && trouble_.index() < model_->eventCount;
    overview_->setTroubleAt(known ? std::optional(view_.axisScale().toValue(xOf(trouble_)))
                                  : std::nullopt);
}

void TimelinePlot::paintLanes(QPainter& painter) {
    drawn_ = layoutChart(*model_, view_, fonts_);
    paintChart(painter, drawn_, view_, fonts_, PaintTarget::Screen);
    paintBurst(painter);
    if (stale_) {
        QColor veil = view_.palette.pane;
        veil.setAlphaF(0.6F);
        painter.fillRect(drawn_.bounds, veil);
    }
    if (model_->eventCount == 0) {
        painter.setFont(fonts_.font(TextRole::LaneName));
        painter.setPen(view_.palette.muted);
        painter.drawText(drawn_.lanes, Qt::AlignCenter, emptyText_);
    }
    overlay_->showLanes(std::max(drawn_.tasks.area.bottom(), drawn_.loop.area.bottom()));
}

void TimelinePlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), view_.palette.pane);
    paintFoot(painter);
}

QString TimelinePlot::measured() const {
    return overlay_->measure() ? overlay_->measure()->text : QString();
}

void TimelinePlot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    relayout();
}

void TimelinePlot::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        applyColours();
    } else if (event->type() == QEvent::FontChange) {
        fonts_ = ChartFonts(view_.scale);
        relayout();
    }
    QWidget::changeEvent(event);
}

// Selection

int sourceLine(const LaneModel& model, const SpanRef& span) {
    const Lane& lane = model.lanes[span.lane];
    if (lane.isLoop() || span.first >= lane.spanCount()) return 0;
    const trace::Trace& trace = *model.trace;
    // Where its first event stood; a step's own line is known once it ends.
    for (std::size_t i = span.first; i <= span.last && i < lane.events.size(); ++i) {
        const auto line = static_cast<int>(trace[lane.events[i]].line);
        if (line > 0) return line;
    }
    return 0;
}

void TimelinePlot::select(std::uint32_t lane, std::optional<SpanRef> span, bool announce) {
    const TaskId task = model_->lanes[lane].task;
    view_.selectedTask = task;
    view_.selectedSpan = span;
    focusStage_ = 0;
    revealLane(*model_, view_, lane);
    viewChanged();
    describe();
    if (!announce) return;
    if (task.valid()) Q_EMIT taskSelected(task);
    if (span) {
        Q_EMIT spanSelected(task, model_->lanes[lane].events[span->first],
                            sourceLine(*model_, *span));
    }
}

void TimelinePlot::clearSelection() {
    view_.selectedTask = {};
    view_.selectedSpan.reset();
    viewChanged();
    describe();
    Q_EMIT selectionCleared();
}

void TimelinePlot::selectNeighbourSpan(int direction) {
    const auto lane = view_.selectedSpan ? std::optional<std::size_t>(view_.selectedSpan->lane)
                                         : model_->laneOf(view_.selectedTask);
    if (!lane) return;
    const Lane& on = model_->lanes[*lane];
    if (on.spanCount() == 0) return;
    std::size_t span = 0;
    if (view_.selectedSpan) {
        if (direction > 0) {
            span = std::min(view_.selectedSpan->last, on.spanCount() - 1);
        } else {
            span = view_.selectedSpan->first > 0 ? view_.selectedSpan->first - 1 : 0;
        }
    } else if (const auto at = playhead_.valid() ? on.spanAt(playhead_) : std::nullopt) {
        span = *at;
    }
    select(static_cast<std::uint32_t>(*lane),
           SpanRef{static_cast<std::uint32_t>(*lane), span, span + 1}, true);
    if (reveal(*model_, view_, on.events[span])) viewChanged();
}

void TimelinePlot::selectNeighbourLane(int direction) {
    const auto count = static_cast<std::ptrdiff_t>(view_.rowCount(*model_));
    if (count == 0) return;
    const auto lane = model_->laneOf(view_.selectedTask);
    const auto row = lane ? view_.rowOfLane(*lane) : std::nullopt;
    const std::ptrdiff_t wanted = row ? static_cast<std::ptrdiff_t>(*row) + direction : 0;
    const auto next = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, count - 1));
    select(view_.laneInRow(next), std::nullopt, true);
}

// Navigation

void TimelinePlot::rememberPlace() {
    if (!places_.empty() && places_.back() == placeOf(view_)) return;
    places_.push_back(placeOf(view_));
    if (places_.size() > kMostPlaces) places_.erase(places_.begin());
}

void TimelinePlot::undoNavigation() {
    if (places_.empty()) return;
    const Place place = places_.back();
    places_.pop_back();
    view_.begin = place.begin;
    view_.end = place.end;
    view_.scroll = place.scroll;
    fitted_ = false;
    keepInside(*model_, view_);
    viewChanged();
}

void TimelinePlot::zoomIn() {
    rememberPlace();
    fitted_ = false;
    zoomAt(*model_, view_, playhead_.valid() ? playheadX() : view_.lanesRect().center().x(),
           1 / kZoomStep);
    viewChanged();
}

void TimelinePlot::zoomOut() {
    rememberPlace();
    zoomAt(*model_, view_, playhead_.valid() ? playheadX() : view_.lanesRect().center().x(),
           kZoomStep);
    viewChanged();
}

void TimelinePlot::fit() {
    rememberPlace();
    fitted_ = true;
    comfortable_ = true;
    relayout();
}

void TimelinePlot::showStretch(double begin, double end) {
    rememberPlace();
    view_.begin = begin;
    view_.end = end;
    fitted_ = false;
    keepInside(*model_, view_);
    viewChanged();
}

void TimelinePlot::focusSelection() {
    const auto lane = model_->laneOf(view_.selectedTask);
    if (!view_.selectedSpan && !lane) {
        fit();
        return;
    }
    const std::size_t on = view_.selectedSpan ? view_.selectedSpan->lane : *lane;
    const std::vector<double>& at = model_->lanes[on].along(view_.axis);
    if (at.empty() || focusStage_ == 2) {
        focusStage_ = 0;
        fit();
        return;
    }
    rememberPlace();
    fitted_ = false;
    const double begin = view_.selectedSpan ? at[view_.selectedSpan->first] : at.front();
    const double end = view_.selectedSpan ? at[view_.selectedSpan->last] : at.back();
    if (focusStage_ == 0) {
        const double half = (view_.end - view_.begin) / 2;
        view_.begin = (begin + end) / 2 - half;
        view_.end = (begin + end) / 2 + half;
        keepInside(*model_, view_);
    } else {
        fitStretch(*model_, view_, begin, end);
    }
    ++focusStage_;
    revealLane(*model_, view_, on);
    viewChanged();
}

QString TimelinePlot::tooltipAt(QPointF point) const {
    for (const LaneGroup* group : {&drawn_.loop, &drawn_.tasks}) {
        for (const Text& name : group->names) {
            if (!name.full.isEmpty() && group->headers.contains(point) &&
                name.rect.contains(point)) {
                return name.full;
            }
        }
    }
    if (const auto span = spanAt(point)) {
        return QString::fromStdString(spanTooltip(*model_, span->lane, span->first, span->last));
    }
    return {};
}

bool TimelinePlot::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = tooltipAt(help->pos());
        if (text.isEmpty()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), asToolTip(text), this);
        }
        return true;
    }
    return QWidget::event(event);
}

/// What a screen reader says of the whole.
void TimelinePlot::describe() {
    const auto lanes = static_cast<qint64>(model_->lanes.size()) - 1;
    const auto steps = static_cast<qint64>(model_->steps.size());
    QString text = counted(lanes, tr("lane"), tr("lanes")) + QStringLiteral(", ") +
                   QString::fromStdString(formatDuration(model_->endTime)) + QStringLiteral(", ") +
                   counted(steps, tr("step"), tr("steps"));
    if (view_.selectedSpan) {
        const SpanRef& span = *view_.selectedSpan;
        text += QStringLiteral(". ") +
                QString::fromStdString(spanTooltip(*model_, span.lane, span.first, span.last))
                    .replace(QLatin1Char('\n'), QStringLiteral(", "));
    } else if (const auto lane = model_->laneOf(view_.selectedTask)) {
        text += QStringLiteral(". ") + QString::fromStdString(model_->lanes[*lane].name);
    }
    setAccessibleDescription(text);
}

}  // namespace coroscope::app
