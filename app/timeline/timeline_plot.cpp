// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/timeline_plot.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>

#include "app/session/let_go.h"
#include "app/style/look.h"
#include "app/style/veil.h"
#include "app/timeline/burst.h"
#include "app/timeline/chart_painter.h"
#include "app/timeline/overview_bar.h"
#include "app/timeline/plot_canvas.h"
#include "app/timeline/plot_overlay.h"

namespace coroscope::app {
namespace {

constexpr double kLeastLaneHeight = 1;
constexpr double kMostLaneHeight = 160;

std::shared_ptr<const LaneModel> emptyModel() {
    return std::make_shared<const LaneModel>(buildLaneModel(nullptr));
}

}  // namespace

TimelinePlot::TimelinePlot(QWidget* parent)
    : QWidget(parent),
      Told(QAccessible::Chart),
      whole_(emptyModel()),
      model_(whole_),
      fonts_(1),
      canvas_(std::make_unique<PlotCanvas>(this, [this](QPainter& p) { paintLanes(p); })),
      overlay_(new PlotOverlay(this)),
      overview_(new OverviewBar(this)),
      scroll_(new QScrollBar(Qt::Vertical, this)),
      finder_(new QLineEdit(this)),
      finderSays_(new QLabel(this)) {
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
    makeFinder();
    applyColours();
}

TimelinePlot::~TimelinePlot() = default;

void TimelinePlot::setTrace(std::shared_ptr<const trace::Trace> trace,
                            std::shared_ptr<const RunSource> source) {
    setModel(
        std::make_shared<const LaneModel>(buildLaneModel(std::move(trace), std::move(source))));
}

void TimelinePlot::setModel(std::shared_ptr<const LaneModel> model) {
    auto before = std::exchange(whole_, std::move(model));
    showLanes(whole_);
    letGo(std::move(before));
}

void TimelinePlot::setPast(std::shared_ptr<const LaneModel> past) {
    if (!past && model_ == whole_) return;
    overlay_->setVeiled(past != nullptr);
    overview_->setVeiled(past != nullptr);
    showLanes(past ? std::move(past) : whole_);
}

void TimelinePlot::showLanes(std::shared_ptr<const LaneModel> model) {
    auto before = std::exchange(model_, std::move(model));
    const bool sameRun = before->trace == model_->trace;
    letGo(std::move(before));
    overview_->setModel(model_);
    const bool burstStays = sameRun && burst_ && burst_->instant < model_->instants.size() &&
                            model_->stepsAt(burst_->instant) > 0;
    if (!burstStays) burst_.reset();
    overlay_->showMeasure(std::nullopt);
    leaveRoom();
    view_.selectedSpan.reset();
    view_.hoveredSpan.reset();
    if (!model_->laneOf(view_.selectedTask)) view_.selectedTask = {};
    if (!selectedLane()) view_.selectedWorker = {};
    if (playhead_.valid() && playhead_.index() >= model_->eventCount) playhead_ = {};
    orderLanes();
    const auto [begin, end] = whole_->extent(view_.axis);
    if (view_.begin >= end || view_.end <= begin) fitted_ = true;
    if (fitted_ && !sameRun) places_.clear();
    relayout();
    tellSoon(*this);
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

/// Two that are compared leave each other little room, and lanes need it more.
bool TimelinePlot::hasOverview() const { return legend_ || height() >= 170 * scale_; }

QRectF TimelinePlot::footer() const {
    const double legend = legend_ ? 22 * view_.scale : 0;
    const double overview = hasOverview() ? 12 * view_.scale + 6 : 0;
    const double height = overview + 4 + legend;
    return {0, this->height() - height, static_cast<double>(width()), height};
}

/// Type that is larger than normal gives way if all lanes are seen without scrolling then.
void TimelinePlot::fitScale() {
    const double before = view_.scale;
    const auto fits = [this](double scale) {
        view_.scale = scale;
        view_.size.setHeight(std::max(1, static_cast<int>(footer().top())));
        return lanesFit(*model_, view_);
    };
    const double least = std::max(std::min(1.0, scale_), 0.7 * scale_);
    double scale = scale_;
    while (comfortable_ && scale > least && !fits(scale)) scale = std::max(least, scale - 0.02);
    // Where few lanes are seen anyway, each counts.
    ownScale_ = fits(scale) || (comfortable_ && hasLittleRoom(view_)) ? scale : scale_;
    // Two that are compared have one measure.
    view_.scale = compared_.scale > 0 ? std::min(ownScale_, compared_.scale) : ownScale_;
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
    finderSays_->setFont(finder_->font());
    finderSays_->adjustSize();
    finderSays_->move(finder_->geometry().bottomLeft() + QPoint(0, 2));
    overview_->setVisible(hasOverview());
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
    return {whole_->extent(AxisKind::Time)[1], whole_->extent(AxisKind::Steps)[1],
            headerWidthFor(*whole_, fonts_, view_.scale, width() * 0.34), ownScale_};
}

void TimelinePlot::setCompared(const ComparedRun& other) {
    if (other == compared_) return;
    compared_ = other;
    leaveRoom();
    relayout();
}

void TimelinePlot::setOtherRun(std::shared_ptr<const LaneModel> other) {
    if (other == otherRun_) return;
    otherRun_ = std::move(other);
    leaveRoom();
    viewChanged();
}

/// For the run that this one is compared with, and for what is still to come of it.
void TimelinePlot::leaveRoom() {
    view_.compared = compared_;
    view_.otherRun = model_ == whole_ ? otherRun_ : nullptr;  // it would tell of what is to come
    if (model_ == whole_) return;
    view_.compared.timeEnd = std::max(compared_.timeEnd, whole_->extent(AxisKind::Time)[1]);
    view_.compared.stepsEnd = std::max(compared_.stepsEnd, whole_->extent(AxisKind::Steps)[1]);
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
    if (std::exchange(shownStretch_, stretch) == stretch) return;
    overlay_->showMeasure(std::nullopt);  // it was of other places
    Q_EMIT stretchChanged();
}

/// Where the words are, which the playhead's line would cross.
std::vector<QRectF> TimelinePlot::wordRects() const {
    std::vector<QRectF> rects;
    for (const LaneGroup* group : {&drawn_.loop, &drawn_.tasks}) {
        for (const Text& text : group->texts) {
            if (group->area.intersects(text.rect)) rects.push_back(inkedRect(text, fonts_));
        }
    }
    return rects;
}

void TimelinePlot::paintLanes(QPainter& painter) {
    view_.covered.reset();
    if (burst_) {
        const QRectF strip = burst_->view.lanesRect();
        view_.covered = {strip.left() - 3 * view_.scale, strip.right() + 3 * view_.scale};
    }
    drawn_ = layoutChart(*model_, view_, fonts_);
    if (view_.covered) keepBeside(drawn_, *view_.covered);
    if (model_ != whole_) dropFuture();
    const LegendFlags occurring = occurringItems(drawn_, *model_);
    if (std::exchange(view_.occurring, occurring) != occurring) update(footer().toAlignedRect());
    overlay_->keepReadable(wordRects());
    paintChart(painter, drawn_, view_, fonts_, PaintTarget::Screen);
    paintBurst(painter);
    if (stale_) {
        painter.fillRect(drawn_.bounds, veilColor(palette()));
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
    overlay_->showMeasure(std::nullopt);
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

}  // namespace coroscope::app
