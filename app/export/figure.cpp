// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include <QHash>
#include <QPainter>

#include <fmt/format.h>

#include "app/export/svg_device.h"
#include "app/session/run_source.h"
#include "app/style/counted.h"
#include "app/style/scheme.h"
#include "app/timeline/chart_painter.h"
#include "app/timeline/span_text.h"
#include "app/timeline/step_axis.h"
#include "app/timeline/time_axis.h"
#include "app/timeline/timeline_navigation.h"
#include "engine/trace/trace.h"

namespace coroscope::app {
namespace {

constexpr double kLeastWidth = 960;
constexpr double kMostWidth = 2400;
/// Figures are for people to read. Above these the lanes get lower, as long as their names can be
/// read; then a figure that is not on pages leaves some out, and says so.
constexpr std::size_t kComfortableLanes = 60;
constexpr double kLeastLane = 18;
constexpr std::size_t kMostLanes = 1000;
/// More groups than that make a file large, and nobody points at each.
constexpr std::size_t kMostTitledSpans = 3000;
constexpr double kFewSteps = 12;
/// A larger SVG is drawn once more with less in it.
constexpr qsizetype kMostSvgBytes = 2'000'000;

QString plural(std::size_t count, const char* one) {
    const QString word = QString::fromLatin1(one);
    return counted(static_cast<qint64>(count), word, word + QLatin1Char('s'));
}

AxisKind axisOf(const ExportOptions& options) {
    return options.axis == FigureAxis::Time ? AxisKind::Time : AxisKind::Steps;
}

QString utf8(const std::string& text) { return QString::fromStdString(text); }

void makePlain(LaneGroup& group) {
    for (Text& text : group.texts) text.text = plainLine(text.text);
    for (Text& name : group.names) name.text = plainLine(name.text);
}

/// How a run ended, if not well.
QString howItEnded(const LaneModel& model) {
    if (!model.trace || model.trace->empty()) return {};
    const trace::Event& last = (*model.trace)[model.trace->last()];
    const bool finished = last.kind == trace::EventKind::Finished;
    if (finished && last.finish() == trace::Finish::Raised) {
        return QStringLiteral(" · ends by an exception");
    }
    if (!model.cutOff) return {};
    return finished && last.finish() == trace::Finish::Deadlock
               ? QStringLiteral(" · ends in a deadlock")
               : QStringLiteral(" · cut off before its end");
}

/// Takes the words that come with an event out of a group.
void takeWords(LaneGroup& group, std::vector<Text>& words) {
    const auto kept = std::stable_partition(group.texts.begin(), group.texts.end(),
                                            [](const Text& text) { return !text.since.valid(); });
    words.insert(words.end(), kept, group.texts.end());
    group.texts.erase(kept, group.texts.end());
}

/// `loop`, `task-3`, `worker-1`; a span's number follows: `task-3-span-7`.
class SvgGroups final : public ChartGroups {
public:
    SvgGroups(const LaneModel& model, SvgDevice& device, bool titleSpans)
        : model_(model), device_(device), titleSpans_(titleSpans) {}

    void beginLane(std::uint32_t lane) override {
        device_.beginGroup(idOf(lane), utf8(model_.lanes[lane].name));
        inSpans_ = false;
    }
    void beginSpans(const SpanRef& spans) override {
        inSpans_ = true;
        if (!titleSpans_) return;
        // A span may be drawn in several shapes.
        QString id = idOf(spans.lane) + QStringLiteral("-span-%1").arg(spans.first);
        const int again = seen_[id]++;
        if (again > 0) id += QStringLiteral("-%1").arg(again + 1);
        device_.beginGroup(id, utf8(spanTooltip(model_, spans.lane, spans.first, spans.last)));
    }
    void end() override {
        if (!inSpans_ || titleSpans_) device_.endGroup();
        inSpans_ = false;
    }

private:
    [[nodiscard]] QString idOf(std::uint32_t number) const {
        const Lane& lane = model_.lanes[number];
        if (lane.task.valid()) return QStringLiteral("task-%1").arg(lane.task.value);
        return lane.isLoop() ? QStringLiteral("loop")
                             : QStringLiteral("worker-%1").arg(lane.worker.value);
    }

    const LaneModel& model_;
    SvgDevice& device_;
    bool titleSpans_;
    bool inSpans_ = false;
    QHash<QString, int> seen_;
};

}  // namespace

Palette paletteOf(const ExportOptions& options) {
    Palette palette = options.theme == FigureTheme::Print  ? Palette::forPrint()
                      : options.theme == FigureTheme::Dark ? Palette::of(darkScheme())
                                                           : Palette::of(lightScheme());
    if (options.transparent) palette.pane.setAlpha(0);
    return palette;
}

std::shared_ptr<const LaneModel> lanesOf(const ExportedRun& run,
                                         const std::function<bool()>& goOn) {
    return std::make_shared<const LaneModel>(buildLaneModel(
        run.trace, std::make_shared<const RunSource>(run.source, *run.trace), {}, goOn));
}

bool hasLane(const trace::Excerpt& excerpt, const Lane& lane) {
    return excerpt.has(lane.task.valid() ? lane.task : lane.parent);
}

QString describeRun(const LaneModel& model, const ExportedRun& run, const trace::Excerpt& excerpt,
                    const ExportOptions& options) {
    // Tasks that have lanes: those that asyncio.run makes for itself have none.
    std::size_t tasks = 0;
    std::size_t chosen = 0;
    for (const Lane& lane : model.lanes) {
        if (lane.task.valid()) ++tasks;
        if (lane.task.valid() && excerpt.has(lane.task)) ++chosen;
    }
    QString text = run.stale ? QStringLiteral("run of an earlier text · ") : QString();
    text += chosen < tasks ? QStringLiteral("%1 of %2").arg(chosen).arg(plural(tasks, "task"))
                           : plural(tasks, "task");
    const auto moment = [](double seconds) {
        return utf8(formatMoment(seconds)) + QStringLiteral(" s");
    };
    text += QStringLiteral(" · ");
    const bool stretch = options.from || options.to;
    if (stretch) {
        text += QStringLiteral("%1 – %2 of ")
                    .arg(moment(std::max(excerpt.from, model.beginTime)),
                         moment(std::min(excerpt.to, model.endTime)));
    }
    text += utf8(formatDuration(model.endTime));
    if (!stretch && options.tasks.empty()) {
        // asyncio's own tasks, at the end of a run, have no lane.
        const auto steps = std::ranges::count_if(model.steps, [&model](const Step& step) {
            return model.laneOf(step.task).has_value();
        });
        text += QStringLiteral(" · ") + plural(static_cast<std::size_t>(steps), "step");
    }
    return text + howItEnded(model);
}

Figure::Figure(std::shared_ptr<const LaneModel> model, const ExportedRun& run,
               const trace::Excerpt& excerpt, const ExportOptions& options,
               const FigureSheet& sheet)
    : model_(std::move(model)),
      excerpt_(excerpt),
      options_(options),
      sheet_(sheet),
      title_(plainLine(utf8(options.caption.value_or(run.title)).simplified())),
      stale_(run.stale),
      description_(describeRun(*model_, run, excerpt, options)),
      unit_(options.fontSize / kBaseFont),
      fonts_(unit_),
      program_(options.source ? programOf(run) : trace::TracedProgram()),
      listing_(program_.files, 12 * unit_) {
    view_.axis = axisOf(options);
    view_.scale = unit_;
    view_.palette = paletteOf(options);
    chooseLanes();
    layout();
}

void Figure::chooseLanes() {
    if (!sheet_.lanes) {
        std::vector<std::uint32_t> all;
        for (std::size_t lane = 1; lane < model_->lanes.size(); ++lane) {
            if (!hasLane(excerpt_, model_->lanes[lane])) continue;
            if (sheet_.paged || all.size() < kMostLanes) {
                all.push_back(static_cast<std::uint32_t>(lane));
            } else {
                ++leftOut_;
            }
        }
        sheet_.lanes = std::make_shared<const std::vector<std::uint32_t>>(std::move(all));
    }
    const std::size_t count = sheet_.lanes->size();
    const std::size_t first = std::min(sheet_.firstRow, count);
    const auto begin = sheet_.lanes->begin() + static_cast<std::ptrdiff_t>(first);
    const auto rows = static_cast<std::ptrdiff_t>(std::min(sheet_.rows, count - first));
    view_.shown = std::make_shared<const std::vector<std::uint32_t>>(begin, begin + rows);
}

void Figure::layout() {
    view_.headerWidth = headerWidthFor(*model_, fonts_, unit_, 360 * unit_);
    const auto lanes = static_cast<double>(sheet_.lanes->size() + 1);  // with the loop's
    view_.laneHeight =
        std::clamp(52.0 * kComfortableLanes / lanes, kLeastLane, 52.0) * sheet_.taller * unit_;
    if (sheet_.beside > 0) listing_.wrap(sheet_.width * sheet_.beside);
    const double beside = sheet_.beside > 0 ? listing_.columnWidth() + 24 * unit_ : 0;
    double width = sheet_.width - beside;
    if (sheet_.width == 0) {
        width = options_.width > 0 ? options_.width : std::min(naturalWidth(), kMostWidth * unit_);
    }
    width = std::max(width, view_.headerWidth + 100);
    chartWidth_ = std::ceil(width);
    const double loop = std::max(view_.laneHeight, 20 * unit_);
    const double height = std::ceil(view_.tickHeight() + loop + view_.contentHeight(*model_));
    // Laid out as a whole, then cut.
    const auto columns = static_cast<double>(sheet_.columns);
    view_.size = QSizeF(view_.headerWidth + columns * (width - view_.headerWidth), height);
    showExcerpt();
    view_.size.setWidth(width);
    const double stretch = (view_.end - view_.begin) / columns;
    view_.begin += stretch * static_cast<double>(sheet_.column);
    view_.end = view_.begin + stretch;

    if (options_.legend) {
        view_.occurring = occurringItems(layoutChart(*model_, view_, fonts_), *model_);
    }
    chartTop_ = (hasCaption() ? 52 : 10) * unit_;
    momentTop_ = chartTop_ + view_.size.height() + 10 * unit_;
    legendTop_ = momentTop_ + (hasMoments() ? 30 : 4) * unit_;
    const bool foot = options_.legend || leftOut_ > 0 || !sheet_.number.isEmpty();
    const double more = options_.legend ? legendRect().height() - legendRowHeight(view_) : 0;
    listingTop_ = legendTop_ + (foot ? 34 : 4) * unit_ + more;
    double bottom = legendTop_ + (foot ? 30 : 0) * unit_ + more;
    if (sheet_.beside > 0) listingTop_ = chartTop_ + 8 * unit_;
    if (!listing_.empty()) {
        if (sheet_.beside == 0) listing_.wrap(width - 24 * unit_);
        const double room = sheet_.beside > 0 ? listing_.columnWidth() : width - 24 * unit_;
        bottom = std::max(bottom, listingTop_ + listing_.heightFor(room) + 12 * unit_);
    }
    size_ = QSizeF(std::ceil(chartWidth_ + beside), std::ceil(bottom));
    if (!hasMoments()) return;
    DrawList list = chart();
    takeWords(list.loop, words_);
    takeWords(list.tasks, words_);
}

DrawList Figure::chart() const {
    DrawList list = layoutChart(*model_, view_, fonts_);
    makePlain(list.loop);
    makePlain(list.tasks);
    return list;
}

double Figure::frameHeight() const {
    const double below = hasMoments() ? 26 : 0;
    return (52 + 44 + below) * unit_ + view_.tickHeight();
}

double Figure::naturalWidth() const {
    std::size_t count = 0;
    if (view_.axis == AxisKind::Time) {
        for (const Instant& instant : model_->instants) count += excerpt_.has(instant.time) ? 1 : 0;
    } else {
        for (const Step& step : model_->steps) {
            count += excerpt_.has(model_->instants[step.instant].time) ? 1 : 0;
        }
    }
    const double each = view_.axis == AxisKind::Time ? 60 : 44;
    return std::max(view_.headerWidth + (static_cast<double>(count) * each + 80) * unit_,
                    kLeastWidth * unit_);
}

/// The whole run, or what of it is asked for, with room for the pills at its ends.
void Figure::showExcerpt() {
    fitAll(*model_, view_);
    auto [begin, end] = model_->extent(view_.axis);
    const bool part = options_.from || options_.to;
    const bool few = view_.axis == AxisKind::Steps && end < kFewSteps;
    if (!part && !few) return;
    if (!part) {  // in a window they are not spread so wide; a figure has its width for them
        end = std::max(end + 1, kFewSteps / 2);
    } else if (view_.axis == AxisKind::Time) {
        begin = std::max(begin, excerpt_.from);
        end = std::min(end, excerpt_.to);
    } else if (model_->trace && !model_->trace->empty()) {
        // Where nothing happens in between, what surrounds it.
        const EventIndex first = model_->trace->firstAtOrAfter(excerpt_.from);
        const EventIndex last = model_->trace->lastAtOrBefore(excerpt_.to);
        const double from = first.valid() ? stepPosition(*model_, first) : end;
        const double to = last.valid() ? stepPosition(*model_, last) : begin;
        begin = std::min(from, to);
        end = std::max(from, to);
    }
    const double width = view_.lanesRect().width();
    const double pad = std::min(axisPadding(view_), width / 8);
    const double perPixel = (end - begin) / (width - 2 * pad);
    if (perPixel * width < 1e-9) {
        fitStretch(*model_, view_, begin, end);
        return;
    }
    view_.begin = begin - pad * perPixel;
    view_.end = end + pad * perPixel;
}

void Figure::paint(QPainter& painter) const { paintAll(painter, nullptr, Detail::All); }

QByteArray Figure::svg(const QByteArray& more) const {
    QByteArray document;
    // What nobody points at or can read in a figure of so much goes first.
    for (const Detail detail : {Detail::All, Detail::NoTitles, Detail::NoWords}) {
        SvgDevice device(size_, title_.isEmpty() ? QStringLiteral("Timeline") : title_,
                         description());
        QPainter painter(&device);
        paintAll(painter, &device, detail);
        painter.end();
        document = device.document(more);
        if (document.size() - more.size() <= kMostSvgBytes) break;
    }
    return document;
}

void Figure::paintAll(QPainter& painter, SvgDevice* device, Detail detail) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size_), view_.palette.pane);
    if (hasCaption()) paintCaption(painter);

    painter.save();
    painter.translate(0, chartTop_);
    DrawList list = chart();
    if (hasMoments()) {  // its words are on top
        std::vector<Text> taken;
        takeWords(list.loop, taken);
        takeWords(list.tasks, taken);
    }
    std::optional<SvgGroups> groups;
    const bool titles = detail == Detail::All && list.tasks.boxes.size() <= kMostTitledSpans;
    if (device) groups.emplace(*model_, *device, titles);
    if (detail == Detail::NoWords) list.tasks.texts.clear();
    paintChart(painter, list, view_, fonts_, PaintTarget::Figure, groups ? &*groups : nullptr);
    painter.restore();

    paintFoot(painter);
    listing_.paint(painter, listingRect(), view_.palette);
    if (options_.moment) paintMoment(painter, xOf(*options_.moment), *options_.moment);
}

QRectF Figure::lanes() const { return view_.lanesRect().translated(0, chartTop_); }

double Figure::xOf(trace::EventIndex event) const {
    const double x = eventX(*model_, view_, event) + view_.runPadding();
    // A step that has ended is not the next one, at whose place it ends.
    const bool ended = view_.axis == AxisKind::Steps &&
                       (*model_->trace)[event].kind == trace::EventKind::StepEnded;
    return ended ? x - 3 * unit_ : x;
}

double Figure::xOf(const FigureMoment& moment) const {
    if (!moment.time || view_.axis != AxisKind::Time) return xOf(moment.event);
    const double between = view_.axisScale().toX(*moment.time) + view_.runPadding();
    return std::max(xOf(moment.event), between);
}

double Figure::xAt(double share) const {
    const trace::Trace& trace = *model_->trace;
    const double first = std::max(lanes().left(), xOf(trace.first()));
    const double last = std::min(lanes().right(), xOf(trace.last()));
    return first + share * (last - first);
}

FigureMoment Figure::momentAt(double share) const {
    const trace::Trace& trace = *model_->trace;
    const double at = view_.axisScale().toValue(xAt(share) - view_.runPadding());
    const bool time = view_.axis == AxisKind::Time;
    const EventIndex event = time ? trace.lastAtOrBefore(at) : eventAtStepPosition(*model_, at);
    if (!event.valid()) return {trace.first(), {}};
    if (!time || event == trace.last() || xAt(share) <= xOf(event)) return {event, {}};
    return {event, {}, std::max(at, trace[event].time)};
}

QRectF Figure::momentRect() const {
    const double margin = 12 * unit_;
    return {margin, momentTop_, chartWidth_ - 2 * margin, 20 * unit_};
}

QRectF Figure::listingRect() const {
    const double left = (sheet_.beside > 0 ? chartWidth_ : 0) + 12 * unit_;
    return {left, listingTop_, size_.width() - left - 12 * unit_, size_.height() - listingTop_};
}

trace::FileLine Figure::placeOf(trace::EventIndex event) const {
    return trace::ProgramPlaces(*model_->trace, program_).at(event);
}

QRectF Figure::lineRect(const trace::FileLine& line) const {
    return listing_.lineRect(listingRect(), line);
}

bool Figure::hasMoments() const { return options_.moment.has_value() || options_.animate; }

QColor Figure::veil() const {
    QColor veil = view_.palette.pane;
    veil.setAlphaF(0.82F);
    return veil;
}

void Figure::paintMoment(QPainter& painter, double x, const FigureMoment& moment) const {
    const QRectF chart = lanes();
    const double from = std::max(x, chart.left());
    const bool more = moment.event < model_->trace->last();
    if (more && from < chart.right()) {
        painter.fillRect(QRectF(from, chart.top(), chart.right() - from, chart.height()), veil());
    }
    paintWords(painter, moment.event);
    if (x >= chart.left() && x <= chart.right()) {  // else it is on another sheet
        paintPlayhead(painter, x, chart.top() - 16 * unit_, chart.bottom(), view_.palette.ink,
                      unit_);
    }
    QColor mark = view_.palette.trouble;
    mark.setAlphaF(0.22F);
    painter.fillRect(lineRect(placeOf(moment.event)), mark);

    painter.setFont(fonts_.font(TextRole::LaneName));
    painter.setPen(view_.palette.ink);
    painter.drawText(momentRect(),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                     momentWords(moment));
}

QString Figure::momentWords(const FigureMoment& moment) const {
    return fonts_.metrics(TextRole::LaneName)
        .elidedText(plainLine(utf8(moment.text)), Qt::ElideRight, momentRect().width());
}

/// The words in the lanes: in full as far as they tell what has happened by then.
void Figure::paintWords(QPainter& painter, trace::EventIndex last) const {
    const double there = veil().alphaF();
    for (const Text& word : words_) {
        QColor ink(word.colour);
        if (word.since > last) ink.setAlphaF(static_cast<float>(1 - there));
        painter.setFont(fonts_.font(word.role));
        painter.setPen(ink);
        painter.drawText(word.rect.translated(chartOrigin()),
                         static_cast<int>(word.align | Qt::TextSingleLine), word.text);
    }
}

void Figure::paintCaption(QPainter& painter) const {
    const double margin = 12 * unit_;
    const QRectF head(margin, 8 * unit_, size_.width() - 2 * margin, 34 * unit_);
    const int flags = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine);
    const QFontMetricsF& large = fonts_.metrics(TextRole::Title);
    const QFontMetricsF& small = fonts_.metrics(TextRole::Legend);
    const QString what = description();
    // The caption comes first; what there is to say of the run has the room that is left.
    const QString title = large.elidedText(title_, Qt::ElideRight, head.width());
    painter.setFont(fonts_.font(TextRole::Title));
    painter.setPen(view_.palette.ink);
    painter.drawText(head, flags, title);
    const double after = title.isEmpty() ? 0 : large.horizontalAdvance(title) + 16 * unit_;
    const double x = head.left() + after;
    const QString shown = small.elidedText(what, Qt::ElideRight, std::max(0.0, head.right() - x));
    if (shown.size() < std::min<qsizetype>(what.size(), 6)) return;
    painter.setFont(fonts_.font(TextRole::Legend));
    painter.setPen(stale_ ? view_.palette.troubleText : view_.palette.muted);
    painter.drawText(QRectF(x, head.top() + 2 * unit_, head.right() - x, head.height()), flags,
                     shown);
}

/// Below the lanes; a narrow figure needs the room below their names too.
double Figure::legendLeft() const {
    const auto all = legendSpots(QRectF(), view_, fonts_);
    const double needed = all.empty() ? 0 : all.back().rect.right();
    return std::clamp(chartWidth_ - needed - 12 * unit_, 12 * unit_, view_.headerWidth);
}

QRectF Figure::legendRect() const {
    const double row = legendRowHeight(view_);
    const double left = legendLeft();
    const double width = chartWidth_ - left;
    if (!options_.legend) return {left, legendTop_, width, row};
    const auto spots = legendSpots({left, 0, width, row * kLegendItems}, view_, fonts_);
    return {left, legendTop_, width, spots.empty() ? row : spots.back().rect.bottom()};
}

void Figure::paintFoot(QPainter& painter) const {
    QRectF foot = legendRect();
    double taken = 0;
    if (options_.legend) taken = paintLegend(painter, foot, view_, fonts_);
    foot.setTop(foot.bottom() - legendRowHeight(view_));
    painter.setFont(fonts_.font(TextRole::Legend));
    painter.setPen(view_.palette.muted);
    painter.drawText(foot.adjusted(0, 0, -12 * unit_, 0),
                     static_cast<int>(Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine),
                     sheet_.number);
    if (leftOut_ == 0) return;
    painter.drawText(foot.adjusted(taken, 0, 0, 0),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                     leftOut_ == 1 ? QStringLiteral("1 more lane is not shown")
                                   : QStringLiteral("%1 more lanes are not shown").arg(leftOut_));
}

double Figure::widened() const {
    const bool asked = sheet_.width == 0 && options_.width > 0;
    return asked && size_.width() > options_.width + 1 ? size_.width() : 0;
}

std::string noteOn(const Figure& figure) {
    std::string note;
    if (const double width = figure.widened(); width > 0) {
        note = fmt::format(
            "it is {:.0f} pixels wide: less has no room for the lanes and their names", width);
    }
    const std::size_t left = figure.leftOut();
    if (left == 0) return note;
    if (!note.empty()) note += "; ";
    return note + fmt::format(
                      "{} of {} lanes {} left out: a PDF on pages (A4, Letter, 16:9) holds "
                      "all of them",
                      left, left + figure.allLanes()->size(), left == 1 ? "is" : "are");
}

}  // namespace coroscope::app
