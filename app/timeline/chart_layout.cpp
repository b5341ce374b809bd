// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/chart_layout.h"

#include <algorithm>
#include <cmath>

#include "app/style/fonts.h"
#include "app/timeline/arrows.h"
#include "app/timeline/lane_layout.h"
#include "app/timeline/step_axis.h"
#include "app/timeline/time_axis.h"

namespace coroscope::app {
namespace {

constexpr int kMostIndents = 6;
constexpr qsizetype kMostRemembered = 8192;

QFont sized(const QString& family, double pixels, bool bold) {
    QFont font = uiFont();
    if (!family.isEmpty()) font.setFamily(family);
    font.setPixelSize(std::max(6, static_cast<int>(std::lround(pixels))));
    font.setBold(bold);
    return font;
}

/// A narrow axis has its ticks nearer to each other than others, as near as their labels let it.
std::vector<Tick> ticksThatFit(const AxisScale& scale, double spacing,
                               const QFontMetricsF& metrics) {
    constexpr std::size_t kEnough = 4;
    std::vector<Tick> ticks = timeTicks(scale, spacing);
    for (const double share : {0.7, 0.5, 0.35}) {
        if (ticks.size() >= kEnough) break;
        std::vector<Tick> nearer = timeTicks(scale, spacing * share);
        double widest = 0;
        for (const Tick& tick : nearer) {
            widest =
                std::max(widest, metrics.horizontalAdvance(QString::fromStdString(tick.label)));
        }
        const double apart =
            nearer.size() < 2 ? 0 : scale.toX(nearer[1].value) - scale.toX(nearer[0].value);
        if (apart < widest + metrics.horizontalAdvance(QStringLiteral("0"))) break;
        ticks = std::move(nearer);
    }
    return ticks;
}

void layoutTicks(const LaneModel& model, const ChartView& view, const ChartFonts& fonts,
                 DrawList& list) {
    const AxisScale scale = view.axisScale();
    const QFontMetricsF& metrics = fonts.metrics(TextRole::Tick);
    const double spacing = metrics.horizontalAdvance(QStringLiteral("0000.00 s")) + 24 * view.scale;
    const std::vector<Tick> ticks =
        view.axis == AxisKind::Time
            ? ticksThatFit(scale, spacing, metrics)
            : stepTicks(model, scale, metrics.horizontalAdvance(QLatin1Char('0')));
    // No clock has been there, however far the axis is drawn.
    const double last = model.extent(view.axis)[1] * (1 + 1e-9);
    for (const Tick& tick : ticks) {
        const double x = scale.toX(tick.value);
        if (x < list.lanes.left() || x > list.lanes.right() || tick.value > last) continue;
        list.grid.push_back({std::round(x), view.axis == AxisKind::Steps});
        if (tick.label.empty()) continue;
        const QString label = QString::fromStdString(tick.label);
        const double width = metrics.horizontalAdvance(label) + 2;
        // On the axis of steps the label names the stretch to its right, if that is in view.
        if (view.axis == AxisKind::Steps && x + width > list.lanes.right()) continue;
        double left = view.axis == AxisKind::Time ? x - width / 2 : x + 3 * view.scale;
        left = std::clamp(left, view.axis == AxisKind::Time ? view.headerWidth - width / 2 : 0.0,
                          std::max(0.0, view.size.width() - width - 2));
        list.ticks.push_back({QRectF(left, 2 * view.scale, width, 19 * view.scale), label,
                              view.palette.muted.rgb(), TextRole::Tick, Qt::AlignCenter, QString(),
                              0});
    }
}

/// Where a lane's dot begins: deeper for those that others created.
double dotX(const ChartView& view, const Lane& lane) {
    return 12 * view.scale + 14 * view.scale * std::min(lane.depth, kMostIndents);
}

/// Its number says enough, as on the chips in the source; what it runs says more.
QString briefName(const QString& name) {
    const QString counted = QStringLiteral("Task-");
    const bool says = name.startsWith(counted) && name.contains(QLatin1Char(' '));
    return says ? name.mid(counted.size()) : name;
}

/// Enough lanes to judge by; more would cost time and change little.
constexpr std::size_t kLanesToJudgeBy = 400;

/// The header that a lane needs if it has this name.
double headerNeeded(const Lane& lane, const ChartFonts& fonts, double scale, const QString& name) {
    return std::ceil(fonts.width(TextRole::LaneName, name) + 50 * scale +
                     14 * scale * std::min(lane.depth, kMostIndents));
}

/// The header that the widest name needs.
double headerNeeded(const LaneModel& model, const ChartFonts& fonts, double scale, bool brief) {
    double width = 0;
    const std::size_t count = std::min(model.lanes.size(), kLanesToJudgeBy);
    for (std::size_t i = 0; i < count; ++i) {
        const Lane& lane = model.lanes[i];
        const QString name = QString::fromStdString(lane.name);
        width = std::max(width, headerNeeded(lane, fonts, scale, brief ? briefName(name) : name));
    }
    return width;
}

/// Whether a name that has a shorter form is too wide. All tasks go by one kind of name.
bool callsBriefly(const LaneModel& model, const ChartFonts& fonts, const ChartView& view) {
    const auto end = model.lanes.begin() + std::min(model.lanes.size(), kLanesToJudgeBy);
    return std::any_of(model.lanes.begin(), end, [&](const Lane& lane) {
        const QString name = QString::fromStdString(lane.name);
        return briefName(name) != name &&
               headerNeeded(lane, fonts, view.scale, name) > view.headerWidth;
    });
}

void layoutHeader(const LaneModel& model, const ChartView& view, const ChartFonts& fonts,
                  const Row& row, bool brief, LaneGroup& group) {
    const Lane& lane = model.lanes[row.lane];
    const double unit = view.scale;
    if (row.height < 9) return;
    const double middle = row.top + row.height * (row.height >= 36 * unit ? 0.54 : 0.5);
    double x = group.headers.left() + dotX(view, lane);
    if (!lane.isLoop()) {
        const double size = std::min(10 * unit, row.height - 2);
        Box dot;
        dot.rect = QRectF(x, middle - size / 2, size, size);
        dot.colour = view.palette.hue(lane.task).rgb();
        if (lane.worker.valid()) dot.shape = lane.isProcess ? Shape::Process : Shape::Bar;
        dot.ring = Palette::ringed(lane.task);
        dot.lane = row.lane;
        group.dots.push_back(dot);
    }
    x += 17 * unit;
    const QFontMetricsF& metrics = fonts.metrics(TextRole::LaneName);
    if (row.height < metrics.height() * 0.8) return;
    QString name = QString::fromStdString(lane.name);
    const bool folded = view.folded && view.folded->count(lane.task) > 0;
    if (folded) name += QStringLiteral(" ▸");
    const double room = group.headers.right() - 6 * unit - x;
    const QString shown = fonts.elided(TextRole::LaneName, brief ? briefName(name) : name, room);
    const QColor colour = lane.isLoop() ? view.palette.muted : view.palette.ink;
    group.names.push_back({QRectF(x, middle - metrics.height() / 2, room, metrics.height()), shown,
                           colour.rgb(), TextRole::LaneName, Qt::AlignLeft | Qt::AlignVCenter,
                           shown == name ? QString() : name, row.lane});
}

/// A pin for each row that is pinned, and between the rows how many others are left out.
void layoutChoice(const LaneModel& model, const ChartView& view, const ChartFonts& fonts,
                  LaneGroup& group) {
    const double unit = view.scale;
    const double least = 18 * unit;
    if (view.laneHeight < least) return;
    const double top = group.area.top() - view.scroll;
    for (std::size_t i = 0; i < view.pinned; ++i) {
        Box pin;
        pin.shape = Shape::Pin;
        const double share = view.laneHeight >= 36 * unit ? 0.54 : 0.5;
        const double middle = top + (static_cast<double>(i) + share) * view.laneHeight;
        pin.lane = (*view.shown)[i];
        const double x = group.headers.left() + dotX(view, model.lanes[pin.lane]);
        pin.rect = QRectF(x - 10 * unit, middle - 5 * unit, 7 * unit, 10 * unit);
        pin.colour = view.palette.muted.rgb();
        group.dots.push_back(pin);
    }
    if (!view.gaps) return;
    const double height = fonts.metrics(TextRole::Ordinal).height() + 2 * unit;
    for (const LaneGap& gap : *view.gaps) {
        const QString words = QStringLiteral("%1 hidden").arg(gap.lanes.size());
        const double width = fonts.width(TextRole::Ordinal, words) + 14 * unit;
        // On the line between two rows; there is none above the first and below the last.
        const double line = top + static_cast<double>(gap.row) * view.laneHeight;
        const double y =
            gap.row == 0 ? line + 1 : line - height * (gap.row == view.shown->size() ? 1 : 0.5);
        group.gaps.push_back({QRectF(group.headers.right() - width - 6 * unit, y, width, height),
                              words, view.palette.ink.rgb(), TextRole::Ordinal, Qt::AlignCenter,
                              QString(), 0});
    }
}

void layoutShades(const LaneModel& model, const ChartView& view, const AxisScale& scale,
                  LaneGroup& group) {
    if (view.hides(LegendItem::Blocked)) return;
    const auto axis = static_cast<std::size_t>(view.axis);
    const auto first =
        std::partition_point(model.blocks.begin(), model.blocks.end(),
                             [&](const Block& block) { return block.end[axis] < scale.begin; });
    double drawnTo = group.area.left();
    for (auto block = first; block != model.blocks.end(); ++block) {
        const double x0 = std::max(scale.toX(block->begin[axis]), drawnTo);
        const double x1 = std::min(scale.toX(block->end[axis]), group.area.right());
        if (x0 >= group.area.right()) break;
        if (x1 - x0 < 1) continue;
        group.shades.push_back({QRectF(x0, group.area.top(), x1 - x0, group.area.height())});
        drawnTo = x1;
    }
}

void layoutRows(const LaneModel& model, const ChartView& view, const ChartFonts& fonts,
                LaneGroup& group) {
    const LaneContext context{model, view, fonts, view.axisScale()};
    layoutShades(model, view, context.scale, group);
    double lastStripTop = -1e9;
    const bool brief = callsBriefly(model, fonts, view);
    for (const Row& row : group.rows) {
        layoutHeader(model, view, fonts, row, brief, group);
        if (row.height >= 14) {
            layoutLane(context, row, group);
        } else if (row.top >= lastStripTop + 0.999) {  // never more strips than pixels
            layoutStrip(context, row, group);
            lastStripTop = row.top;
        }
    }
}

}  // namespace

ChartFonts::ChartFonts(double scale, const QString& family)
    : name_(sized(family, 13 * scale, false)),
      small_(sized(family, 11.5 * scale, false)),
      tiny_(sized(family, 10 * scale, false)),
      bold_(sized(family, 11.5 * scale, true)),
      title_(sized(family, 18 * scale, true)),
      nameMetrics_(name_),
      smallMetrics_(small_),
      tinyMetrics_(tiny_),
      boldMetrics_(bold_),
      titleMetrics_(title_) {}

const QFont& ChartFonts::font(TextRole role) const {
    switch (role) {
        case TextRole::LaneName: return name_;
        case TextRole::Ordinal: return tiny_;
        case TextRole::OnBar: return bold_;
        case TextRole::Title: return title_;
        default: return small_;
    }
}

const QFontMetricsF& ChartFonts::metrics(TextRole role) const {
    switch (role) {
        case TextRole::LaneName: return nameMetrics_;
        case TextRole::Ordinal: return tinyMetrics_;
        case TextRole::OnBar: return boldMetrics_;
        case TextRole::Title: return titleMetrics_;
        default: return smallMetrics_;
    }
}

double ChartFonts::width(TextRole role, const QString& text) const {
    if (widths_.size() > kMostRemembered) widths_.clear();
    const Key key(static_cast<int>(role), text);
    const auto known = widths_.constFind(key);
    if (known != widths_.constEnd()) return *known;
    return *widths_.insert(key, metrics(role).horizontalAdvance(text));
}

QString ChartFonts::elided(TextRole role, const QString& text, double width) const {
    if (this->width(role, text) <= width) return text;
    return metrics(role).elidedText(text, Qt::ElideRight, width);
}

const QStaticText& ChartFonts::laidOut(TextRole role, const QString& text) const {
    if (layouts_.size() > kMostRemembered) layouts_.clear();
    const Key key(static_cast<int>(role), text);
    const auto known = layouts_.constFind(key);
    if (known != layouts_.constEnd()) return *known;
    QStaticText layout(text);
    layout.setTextFormat(Qt::PlainText);
    layout.setPerformanceHint(QStaticText::AggressiveCaching);
    layout.prepare(QTransform(), font(role));
    return *layouts_.insert(key, layout);
}

QRectF inkedRect(const Text& text, const ChartFonts& fonts) {
    const double width = std::min(fonts.width(text.role, text.text), text.rect.width());
    const double left = (text.align & Qt::AlignHCenter) ? text.rect.center().x() - width / 2
                        : (text.align & Qt::AlignRight) ? text.rect.right() - width
                                                        : text.rect.left();
    const double height = fonts.metrics(text.role).height();
    return {left, text.rect.center().y() - height / 2, width, height};
}

QRectF ChartView::lanesRect() const {
    return {headerWidth, tickHeight(), std::max(1.0, size.width() - headerWidth),
            std::max(1.0, size.height() - tickHeight())};
}

AxisScale ChartView::axisScale() const {
    const QRectF lanes = lanesRect();
    return {begin, end, lanes.left(), lanes.right()};
}

double ChartView::contentHeight(const LaneModel& model) const {
    return static_cast<double>(rowCount(model)) * laneHeight;
}

std::size_t ChartView::rowCount(const LaneModel& model) const {
    return shown ? shown->size() : model.lanes.size() - 1;
}

std::uint32_t ChartView::laneInRow(std::size_t row) const {
    return shown ? (*shown)[row] : static_cast<std::uint32_t>(row + 1);
}

std::optional<std::size_t> ChartView::rowOfLane(std::size_t lane) const {
    if (lane == 0) return std::nullopt;
    if (!shown) return lane - 1;
    const auto found = std::find(shown->begin(), shown->end(), lane);
    if (found == shown->end()) return std::nullopt;
    return static_cast<std::size_t>(found - shown->begin());
}

double ChartView::viewportHeight() const {
    return std::max(0.0, lanesRect().height() - std::max(laneHeight, 20 * scale));
}

double axisPadding(const ChartView& view) {
    return view.axis == AxisKind::Time ? 26 * view.scale : 6 * view.scale;
}

double headerWidthFor(const LaneModel& model, const ChartFonts& fonts, double scale, double most) {
    const double least = 110 * scale;
    most = std::max(most, least);
    const double whole = headerNeeded(model, fonts, scale, false);
    const double width = whole > most ? headerNeeded(model, fonts, scale, true) : whole;
    return std::clamp(width, least, most);
}

double eventX(const LaneModel& model, const ChartView& view, EventIndex event) {
    const AxisScale scale = view.axisScale();
    if (model.eventCount == 0) return scale.left;
    return view.axis == AxisKind::Time ? timeAxisX(model, scale, view.pillWidth(), event)
                                       : scale.toX(stepPosition(model, event));
}

EventIndex eventAtX(const LaneModel& model, const ChartView& view, double x) {
    const AxisScale scale = view.axisScale();
    return view.axis == AxisKind::Time ? timeAxisEventAt(model, scale, view.pillWidth(), x)
                                       : eventAtStepPosition(model, scale.toValue(x));
}

DrawList layoutChart(const LaneModel& model, const ChartView& view, const ChartFonts& fonts) {
    DrawList list;
    list.bounds = QRectF(QPointF(0, 0), view.size);
    list.lanes = view.lanesRect();
    layoutTicks(model, view, fonts, list);

    // The loop's lane stays in place; the others scroll beneath it.
    const double loopHeight = std::max(view.laneHeight, 20 * view.scale);
    const double top = list.lanes.top();
    list.loop.area = QRectF(list.lanes.left(), top, list.lanes.width(), loopHeight);
    list.loop.headers = QRectF(0, top, list.lanes.left(), loopHeight);
    list.loop.rows.push_back({top, loopHeight, 0, false});

    const double below = top + loopHeight;
    const double height = std::max(0.0, list.bounds.bottom() - below);
    list.tasks.area = QRectF(list.lanes.left(), below, list.lanes.width(), height);
    list.tasks.headers = QRectF(0, below, list.lanes.left(), height);
    const double content = view.contentHeight(model);
    if (content < height) {
        list.tasks.area.setHeight(content);
        list.tasks.headers.setHeight(content);
    }
    const auto first = static_cast<std::size_t>(std::max(0.0, view.scroll / view.laneHeight));
    for (std::size_t i = first; i < view.rowCount(model); ++i) {
        const double rowTop = below + static_cast<double>(i) * view.laneHeight - view.scroll;
        if (rowTop >= list.bounds.bottom()) break;
        const std::uint32_t lane = view.laneInRow(i);
        const bool selected = model.lanes[lane].key() == view.selectedLane();  // never the loop's
        list.tasks.rows.push_back({rowTop, view.laneHeight, lane, selected});
    }
    layoutRows(model, view, fonts, list.loop);
    layoutRows(model, view, fonts, list.tasks);
    layoutChoice(model, view, fonts, list.tasks);
    layoutArrows(model, view, list);
    return list;
}

std::optional<std::uint32_t> laneAtPoint(const DrawList& list, QPointF point) {
    for (const LaneGroup* group : {&list.loop, &list.tasks}) {
        const QRectF whole = group->area.united(group->headers);
        if (!whole.contains(point)) continue;
        for (const Row& row : group->rows) {
            if (point.y() >= row.top && point.y() < row.top + row.height) return row.lane;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> gapAtPoint(const DrawList& list, QPointF point) {
    if (!list.tasks.headers.contains(point)) return std::nullopt;
    const auto found = std::ranges::find_if(
        list.tasks.gaps, [point](const Text& sign) { return sign.rect.contains(point); });
    if (found == list.tasks.gaps.end()) return std::nullopt;
    return static_cast<std::size_t>(found - list.tasks.gaps.begin());
}

std::optional<SpanRef> spanAtPoint(const LaneModel& model, const ChartView& view,
                                   const DrawList& list, QPointF point) {
    const auto laneIndex = laneAtPoint(list, point);
    if (!laneIndex || point.x() < list.lanes.left()) return std::nullopt;
    const LaneGroup& group = *laneIndex == 0 ? list.loop : list.tasks;
    for (auto box = group.boxes.rbegin(); box != group.boxes.rend(); ++box) {
        if (box->lane != *laneIndex || box->lastSpan <= box->firstSpan) continue;
        if (isLine(box->shape)) continue;
        if (box->rect.adjusted(-1, -2, 1, 2).contains(point)) {
            return SpanRef{*laneIndex, box->firstSpan, box->lastSpan};
        }
    }
    const Lane& lane = model.lanes[*laneIndex];
    const std::vector<double>& at = lane.along(view.axis);
    const double value = view.axisScale().toValue(point.x());
    if (lane.spanCount() == 0 || value < at.front() || value >= at.back()) return std::nullopt;
    const auto after = std::upper_bound(at.begin(), at.end(), value);
    const auto span = static_cast<std::size_t>(after - at.begin() - 1);
    return SpanRef{*laneIndex, span, span + 1};
}

}  // namespace coroscope::app
