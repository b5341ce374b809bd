// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/timeline/level_of_detail.h"
#include "app/timeline/span_text.h"
#include "app/timeline/top_labels.h"
#include "engine/trace/trace.h"

namespace coroscope::app {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

class LaneLayout {
public:
    LaneLayout(const LaneContext& context, const Row& row, LaneGroup& group)
        : c_(context),
          lane_(context.model.lanes[row.lane]),
          row_(row),
          group_(group),
          area_(group.area),
          hue_(context.view.palette.hue(lane_.task).rgb()),
          unit_(context.view.scale),
          middle_(row.top + row.height * (roomForWords() ? 0.54 : 0.5)),
          barHeight_(std::min(22 * unit_, row.height * (roomForWords() ? 0.42 : 0.7))) {}

    void layout() {
        spans();
        notAlive();
        tail();
        cap();
        marks();
        placeLabels();
        group_.boxes.insert(group_.boxes.end(), lines_.begin(), lines_.end());
        group_.boxes.insert(group_.boxes.end(), bars_.begin(), bars_.end());
        group_.boxes.insert(group_.boxes.end(), overBars_.begin(), overBars_.end());
    }

private:
    [[nodiscard]] bool roomForWords() const { return row_.height >= 36 * unit_; }
    [[nodiscard]] const Palette& palette() const { return c_.view.palette; }
    [[nodiscard]] double pad() const { return c_.view.runPadding(); }
    [[nodiscard]] AxisKind axis() const { return c_.view.axis; }

    [[nodiscard]] Box box(Shape shape, double x0, double x1, double height, QRgb colour,
                          const Stretch& stretch) const {
        Box box;
        box.shape = shape;
        box.cutLeft = x0 < area_.left();
        box.cutRight = x1 > area_.right();
        x0 = std::clamp(x0, area_.left(), area_.right());
        x1 = std::clamp(x1, area_.left(), area_.right());
        box.rect = QRectF(x0, middle_ - height / 2, x1 - x0, height);
        box.colour = colour;
        box.lane = row_.lane;
        box.firstSpan = stretch.first;
        box.lastSpan = stretch.last;
        box.ring = Palette::ringed(lane_.task);
        return box;
    }
    [[nodiscard]] bool visible(double x0, double x1) const {
        return x1 >= area_.left() && x0 <= area_.right();
    }

    void placeLabels() {
        const double bottom = middle_ - barHeight_ / 2 + (roomForWords() ? 1.5 * unit_ : 0);
        const double under = middle_ + 2 * unit_;
        LabelRow row{c_.fonts, unit_,    area_, bottom, under, row_.top + row_.height,
                     pad(),    row_.lane};
        placeTopLabels(row, std::move(topLabels_), group_.texts);
    }

    void spans() {
        // Steps that are narrower than a pixel or two are not worth telling apart.
        const double least = axis() == AxisKind::Time       ? c_.view.pillWidth() + 2 * unit_
                             : c_.scale.pixelsPerUnit() < 2 ? 8
                                                            : 4;
        foldLane(lane_, axis(), c_.scale, least, [this](const Stretch& stretch) {
            if (stretch.folded) {
                folded(stretch);
            } else {
                single(stretch);
            }
        });
    }

    void single(const Stretch& s) {
        switch (lane_.kinds[s.first]) {
            case SpanKind::Suspended: suspended(s); break;
            case SpanKind::Ready: ready(s.x0, s.x1, s); break;
            case SpanKind::Idle:
                if (visible(s.x0, s.x1)) {
                    lines_.push_back(
                        box(Shape::DottedLine, s.x0, s.x1, 2 * unit_, palette().loop.rgb(), s));
                }
                break;
            case SpanKind::Running:
                if (lane_.isLoop()) {
                    batch(s, lane_.runs(s.first, s.last));
                } else {
                    bar(Shape::Bar, s.x0, s.x1, s);
                    joinRun(bars_, s.first);
                }
                endsInBar_ = s.last == lane_.spanCount();
                break;
            case SpanKind::Blocked:
                blocked(s);
                endsInBar_ = s.last == lane_.spanCount();
                break;
        }
    }

    void suspended(const Stretch& s) {
        if (!visible(s.x0, s.x1) || c_.view.hides(LegendItem::Suspended)) return;
        lines_.push_back(box(Shape::Line, s.x0, s.x1, 3 * unit_, hue_, s));
        if (!roomForWords()) return;
        const double left = std::max(s.x0, area_.left()) + pad() + 4 * unit_;
        // It stands above the line, so that it may reach over the pill at the line's end.
        const double right = std::min(s.x1 + pad(), area_.right());
        if (right - left < 20 * unit_) return;
        topLabels_.push_back({left, right, text(spanReason(c_.model, row_.lane, s.first)),
                              text(spanReasonShort(c_.model, row_.lane, s.first)),
                              palette().muted.rgb(), TextRole::Reason, lane_.events[s.first]});
    }

    void ready(double x0, double x1, const Stretch& s) {
        x1 = std::max(x1, x0 + 3 * unit_);
        if (!visible(x0, x1) || c_.view.hides(LegendItem::Ready)) return;
        lines_.push_back(box(Shape::Hatched, x0, x1, barHeight_ * 0.72, hue_, s));
    }

    /// The parts of one run, before, during and after a blocking call, are drawn as one bar.
    void joinRun(std::vector<Box>& boxes, std::size_t span) {
        const auto goesOn = [this](std::size_t at) {
            return at > 0 && at < lane_.spanCount() && lane_.kinds[at - 1] != SpanKind::Suspended &&
                   lane_.kinds[at - 1] != SpanKind::Ready &&
                   (lane_.kinds[at] == SpanKind::Blocked || lane_.runs(at, at + 1) == 0) &&
                   lane_.kinds[at] != SpanKind::Suspended && lane_.kinds[at] != SpanKind::Ready;
        };
        if (boxes.empty() || boxes.back().firstSpan != span) return;
        boxes.back().cutLeft = boxes.back().cutLeft || goesOn(span);
        if (goesOn(span + 1)) {
            boxes.back().cutRight = true;
            boxes.back().rect.setRight(
                std::min(boxes.back().rect.right() + 1, area_.right()));  // no seam
        }
    }

    void bar(Shape shape, double x0, double x1, const Stretch& s) {
        if (!visible(x0, x1) || c_.view.hides(LegendItem::Running)) return;
        bars_.push_back(box(shape, x0, x1, barHeight_, hue_, s));
    }

    void blocked(const Stretch& s) {
        if (!visible(s.x0, s.x1)) return;
        const bool loop = lane_.isLoop();
        if (c_.view.hides(loop ? LegendItem::Blocked : LegendItem::Running)) return;
        const QColor colour = loop ? palette().trouble : palette().hue(lane_.task);
        overBars_.push_back(
            box(loop ? Shape::Blocked : Shape::Bar, s.x0, s.x1, barHeight_, colour.rgb(), s));
        if (!loop && axis() == AxisKind::Steps) joinRun(overBars_, s.first);
        const QRectF rect = overBars_.back().rect.adjusted(6 * unit_, 0, -6 * unit_, 0);
        const TextRole role = TextRole::OnBar;
        const QString reason = text(spanReason(c_.model, row_.lane, s.first));
        if (loop && rect.width() < 60 * unit_ && roomForWords()) {
            // On the axis of steps the longest block is a sliver, but it is what matters.
            topLabels_.push_back({std::max(s.x1, area_.left()) + 4 * unit_, area_.right(), reason,
                                  text(spanKindName(SpanKind::Blocked)),
                                  palette().troubleText.rgb(), TextRole::Mark,
                                  lane_.events[s.first]});
            return;
        }
        if (rect.width() < 24 * unit_ || barHeight_ < 13 * unit_) return;
        const QString shown = c_.fonts.elided(role, reason, rect.width());
        if (shown.size() < 4) return;
        group_.texts.push_back({rect, shown, readableOn(colour).rgb(), role, Qt::AlignCenter,
                                shown == reason ? QString() : reason, row_.lane});
    }

    /// Narrow neighbours: usually a pill (woken, run and suspended again at one instant).
    void folded(const Stretch& s) {
        const std::uint32_t runs = lane_.runs(s.first, s.last);
        if (lane_.isLoop()) {
            batch(s, runs);
            return;
        }
        if (runs == 0) {
            foldedWithoutRun(s);
            return;
        }
        if (runs > 1) {
            const bool dense = s.x1 - s.x0 > c_.view.pillWidth();
            bar(dense ? Shape::Comb : Shape::Bar, s.x0 - pad(), s.x1 + pad(), s);
            below(s, QStringLiteral("×%1").arg(runs));
            return;
        }
        const std::size_t run = theRun(s);
        const double x0 = c_.scale.toX(lane_.begin(axis(), run));
        if (x0 - s.x0 >= 3 * unit_) ready(s.x0, x0, {s.first, run, true, s.x0, x0});
        // A run that goes on into a blocking call is one bar with it.
        const bool goesOn = s.last < lane_.spanCount() && lane_.kinds[s.last] == SpanKind::Blocked;
        // On a crowded axis of steps a step is a hair's breadth, yet there it is.
        const double left = x0 - pad();
        const double right = std::max(s.x1 + pad(), left + 2 * unit_);
        if (!goesOn) bar(Shape::Bar, left, right, {run, run + 1, true, x0, s.x1});
        ordinal(run, goesOn ? x0 + pad() : (x0 + s.x1) / 2);
    }

    [[nodiscard]] std::size_t theRun(const Stretch& s) const {
        std::size_t low = s.first;  // the last span before which no run was counted
        while (low + 1 < s.last && lane_.runs(s.first, low + 1) == 0) ++low;
        return low;
    }

    void foldedWithoutRun(const Stretch& s) {
        switch (lane_.kinds[s.first]) {
            case SpanKind::Ready: ready(s.x0, s.x1, s); break;
            case SpanKind::Suspended:
                if (visible(s.x0, s.x1)) {
                    lines_.push_back(box(Shape::Line, s.x0, s.x1, 3 * unit_, hue_, s));
                }
                break;
            default:
                // The rest of a run after a blocking call: part of that bar, unless it took time.
                endsInBar_ = s.last == lane_.spanCount();
                if (s.x1 - s.x0 >= 1) bar(Shape::Bar, s.x0, s.x1, s);
                break;
        }
    }

    /// The loop's steps of one instant, or of several that lie close together.
    void batch(const Stretch& s, std::uint32_t runs) {
        if (runs == 0 && s.x1 - s.x0 < 1) return;
        if (axis() == AxisKind::Steps && c_.scale.pixelsPerUnit() >= 5) {
            eachStep(s);
            return;
        }
        // A batch that took time (code that is not free) is as long as it took.
        const double around = s.folded ? pad() : 0;
        bar(Shape::Bar, s.x0 - around, s.x1 + around, s);
        if (runs > 1 && roomForWords() && visible(s.x0, s.x1)) {
            const double left = std::max(s.x0, area_.left());
            const double width = std::min(s.x1, area_.right()) - left;
            if (width > 90 * unit_) {
                group_.texts.push_back({QRectF(left, middle_ - barHeight_ / 2, width, barHeight_),
                                        QStringLiteral("×%1 steps").arg(runs),
                                        readableOn(palette().loop).rgb(), TextRole::OnBar,
                                        Qt::AlignCenter, QString(), row_.lane});
                return;
            }
            const double x = std::max(s.x1, area_.left()) + pad() + 4 * unit_;
            topLabels_.push_back({x, area_.right(), QStringLiteral("×%1").arg(runs), QString(),
                                  palette().muted.rgb(), TextRole::Reason, lane_.events[s.first]});
        }
    }

    /// On the axis of steps the loop's lane says who runs: each step in its task's hue.
    void eachStep(const Stretch& s) {
        const double lead = (c_.scale.pixelsPerUnit()) * 0.3;
        std::size_t step = c_.model.firstStepFrom(lane_.events[s.first]);
        const double first = std::floor(c_.scale.toValue(area_.left()));
        if (first > 0) step = std::max(step, static_cast<std::size_t>(first));
        const EventIndex end = lane_.events[s.last];
        for (; step < c_.model.steps.size() && c_.model.steps[step].began < end; ++step) {
            const double x = c_.scale.toX(static_cast<double>(step));
            if (x > area_.right()) return;
            const double x0 = std::max(x + lead, s.x0);
            const double x1 = std::min(x + c_.scale.pixelsPerUnit(), s.x1);
            if (x1 - x0 < 0.5 || !visible(x0, x1)) continue;
            const TaskId task = c_.model.steps[step].task;
            const QColor hue = c_.model.laneOf(task) ? palette().hue(task) : palette().loop;
            bars_.push_back(box(Shape::Bar, x0, x1, barHeight_, hue.rgb(), s));
            bars_.back().ring = Palette::ringed(task);
        }
    }

    /// Who ran first at this instant.
    void ordinal(std::size_t span, double x) {
        if (axis() != AxisKind::Time || !roomForWords() || lane_.worker.valid()) return;
        const std::size_t step = c_.model.firstStepFrom(lane_.events[span]);
        if (step >= c_.model.steps.size()) return;
        if (c_.model.stepsAt(c_.model.steps[step].instant) < 2) return;
        below(x, QString::number(c_.model.ordinal(step)));
    }
    void below(const Stretch& s, const QString& what) {
        if (roomForWords()) below((s.x0 + s.x1) / 2, what);
    }
    void below(double x, const QString& what) {
        const double width = c_.fonts.width(TextRole::Ordinal, what) + 2 * unit_;
        if (x - width / 2 < std::max(area_.left(), lastBelow_) || x + width / 2 > area_.right()) {
            return;
        }
        lastBelow_ = x + width / 2 + 2 * unit_;
        const double top = middle_ + barHeight_ / 2;
        group_.texts.push_back({QRectF(x - width / 2, top, width, row_.top + row_.height - top - 1),
                                what, palette().muted.rgb(), TextRole::Ordinal, Qt::AlignCenter,
                                QString(), row_.lane});
    }

    void notAlive() {
        if (c_.view.hides(LegendItem::NotAlive)) return;
        if (lane_.isLoop() || lane_.spanCount() == 0) {
            if (!lane_.isLoop()) field(area_.left(), area_.right());
            return;
        }
        // Only within the run: before and after it nothing lives.
        const auto [first, last] = c_.model.extent(axis());
        const double runBegins = c_.scale.toX(first) - pad();
        const double runEnds = c_.scale.toX(last) + pad() + 5 * unit_;
        field(runBegins, c_.scale.toX(lane_.along(axis()).front()) - pad() - 4 * unit_);
        if (lane_.end == LaneEnd::Open) return;
        field(capX() + 6 * unit_, runEnds);
    }
    void field(double x0, double x1) {
        x0 = std::max(x0, area_.left());
        x1 = std::min(x1, area_.right());
        if (x1 - x0 < 8 * unit_) return;
        Box b = box(Shape::Field, x0, x1, 0, palette().notAlive.rgb(), {});
        const double inset = row_.height >= 20 ? 5 : 0;
        b.rect = QRectF(x0, row_.top + inset, x1 - x0, row_.height - 2 * inset);
        b.cutLeft = x0 <= area_.left();
        b.cutRight = x1 >= area_.right();
        group_.boxes.push_back(b);
    }

    /// Right of the last run: of its pill, or of its bar where it took time.
    [[nodiscard]] double capX() const {
        const double end = c_.scale.toX(lane_.along(axis()).back());
        return (endsInBar_ ? end : end + pad()) + 2 * unit_;
    }
    /// A run that was cut off says so on the loop's lane; its tasks' lanes trail off.
    void cutOff() {
        const EventIndex end = EventIndex::fromIndex(c_.model.eventCount - 1);
        const trace::Event& last = (*c_.model.trace)[end];
        if (last.kind != trace::EventKind::Finished) return;
        QString word;
        switch (last.finish()) {
            case trace::Finish::Ok:
            case trace::Finish::Raised: return;
            case trace::Finish::Deadlock: word = QStringLiteral("deadlock"); break;
            case trace::Finish::Limit: word = QStringLiteral("cut off by a limit"); break;
            case trace::Finish::Cancelled: word = QStringLiteral("stopped"); break;
        }
        const double x = capX();
        if (x < area_.left() || x + 3 * unit_ > area_.right()) return;
        overBars_.push_back(
            box(Shape::Cap, x, x + 3 * unit_, barHeight_ + 2 * unit_, palette().trouble.rgb(), {}));
        if (!roomForWords()) return;
        for (TopLabel& label : topLabels_) {  // "×3" stands at this very place
            if (std::abs(label.x - x) < 20 * unit_) {
                word = label.text + QStringLiteral(" · ") + word;
                label.most = label.x;
            }
        }
        topLabels_.push_back({x + 6 * unit_, area_.right(), word, QString(),
                              palette().troubleText.rgb(), TextRole::Mark, end});
    }

    /// What waits for ever: a dotted line into the void.
    void tail() {
        if (lane_.isLoop() || lane_.end != LaneEnd::Open || lane_.spanCount() == 0) return;
        const std::size_t span = lane_.spanCount() - 1;
        const double x = c_.scale.toX(lane_.along(axis()).back());
        const double end = std::min(x + 150 * unit_, area_.right() - 4 * unit_);
        if (lane_.kinds[span] != SpanKind::Suspended || x < area_.left() || end - x < 8 * unit_)
            return;
        lines_.push_back(box(Shape::DottedLine, x + pad(), end, 2 * unit_, hue_,
                             {span, span + 1, false, x, end}));
        const double x0 = c_.scale.toX(lane_.begin(axis(), span));
        if (!roomForWords() || x - x0 >= 60 * unit_) return;
        const QString reason = text(spanReason(c_.model, row_.lane, span));
        if (!topLabels_.empty() && topLabels_.back().text == reason) topLabels_.pop_back();
        topLabels_.push_back({std::max(x0, area_.left()) + pad() + 6 * unit_, end, reason,
                              text(spanReasonShort(c_.model, row_.lane, span)),
                              palette().muted.rgb(), TextRole::Reason, lane_.events[span]});
    }

    void cap() {
        if (lane_.isLoop() && lane_.spanCount() > 0) cutOff();
        if (lane_.isLoop() || lane_.spanCount() == 0 || lane_.end == LaneEnd::Open) return;
        if (c_.view.hides(LegendItem::End)) return;
        const double x = capX();
        if (x < area_.left() || x + 3 * unit_ > area_.right()) return;
        const Stretch last{lane_.spanCount() - 1, lane_.spanCount(), false, x, x};
        const QColor colour = lane_.end == LaneEnd::Returned ? palette().ink : palette().trouble;
        overBars_.push_back(
            box(Shape::Cap, x, x + 3 * unit_, barHeight_ + 2 * unit_, colour.rgb(), last));
        if (lane_.end == LaneEnd::Returned || !roomForWords()) return;
        QString word = QStringLiteral("cancelled");
        if (lane_.end == LaneEnd::Raised) {
            const trace::Event& event = (*c_.model.trace)[lane_.events.back()];
            word = text(std::string(c_.model.trace->text(event.text())));
            word = word.isEmpty() ? QStringLiteral("raised") : QStringLiteral("raised ") + word;
        }
        topLabels_.push_back({x + 6 * unit_, area_.right(), word, QString(),
                              palette().troubleText.rgb(), TextRole::Mark, lane_.events.back()});
        endWordX_ = x;
    }

    void marks() {
        const double near = markReach(c_.view);
        const auto place = [this](const Mark& mark) {
            return mark.position[static_cast<std::size_t>(axis())];
        };
        const auto after = [&](std::size_t from, double x) {
            const double value = c_.scale.toValue(x);
            return static_cast<std::size_t>(
                std::partition_point(lane_.marks.begin() + static_cast<std::ptrdiff_t>(from),
                                     lane_.marks.end(),
                                     [&](const Mark& mark) { return place(mark) <= value; }) -
                lane_.marks.begin());
        };
        std::size_t i = after(0, area_.left() - near);
        while (i < lane_.marks.size()) {
            const double x = c_.scale.toX(place(lane_.marks[i]));
            if (x > area_.right()) return;
            const std::size_t next = std::max(i + 1, after(i, x + near));
            if (x >= area_.left()) markCluster(i, next, x);
            i = next;
        }
    }

    void markCluster(std::size_t first, std::size_t last, double x) {
        QStringList words;
        bool requested = false;
        Shape shape = Shape::MarkDot;
        for (std::size_t i = first; i < last && words.size() < 4; ++i) {
            const Mark& mark = lane_.marks[i];
            QString word = text(markText(c_.model, mark));
            if (mark.kind == MarkKind::CancelRequested) {
                requested = true;
                shape = Shape::MarkDown;
            } else if (mark.kind == MarkKind::CancelDelivered) {
                word = requested ? QStringLiteral("delivered") : QStringLiteral("cancel delivered");
                if (!requested) shape = Shape::MarkDown;
            } else if (mark.kind == MarkKind::Exception && shape == Shape::MarkDot) {
                shape = Shape::MarkCross;
            }
            if (!words.contains(word)) words.push_back(word);
        }
        const double size = 9 * unit_;
        const double top = roomForWords() ? middle_ - barHeight_ / 2 - size - 1 : row_.top + 1;
        Box b;
        b.shape = shape;
        b.rect = QRectF(x - size / 2, top, size, size);
        b.colour = palette().trouble.rgb();
        b.lane = row_.lane;
        overBars_.push_back(b);
        if (!roomForWords()) return;
        const QString all = words.join(QStringLiteral(", "));
        // The word at the task's end says it again: only one of them is wanted.
        for (TopLabel& label : topLabels_) {
            if (label.role != TextRole::Mark || std::abs(endWordX_ - x) > 42 * unit_) continue;
            if (requested) {
                label.text = all;
            } else if (lane_.end == LaneEnd::Cancelled) {
                label.text = QStringLiteral("cancelled");
            }
            label.x = std::min(label.x, x + size / 2 + 3 * unit_);
            return;
        }
        const QString shorter = requested                  ? QStringLiteral("cancel")
                                : shape == Shape::MarkDown ? QStringLiteral("delivered")
                                                           : QString();
        topLabels_.push_back({x + size / 2 + 3 * unit_, area_.right(), all, shorter,
                              palette().troubleText.rgb(), TextRole::Mark,
                              lane_.marks[first].event});
    }

    const LaneContext& c_;
    const Lane& lane_;
    const Row& row_;
    LaneGroup& group_;
    QRectF area_;
    QRgb hue_;
    double unit_;
    double middle_;
    double barHeight_;
    std::vector<Box> lines_;
    std::vector<Box> bars_;
    std::vector<Box> overBars_;
    std::vector<TopLabel> topLabels_;
    bool endsInBar_ = false;
    double lastBelow_ = -1e9;
    double endWordX_ = -1e9;
};

QRgb mix(QRgb a, QRgb b, int percent) {
    const auto part = [percent](int x, int y) { return (x * (100 - percent) + y * percent) / 100; };
    return qRgb(part(qRed(a), qRed(b)), part(qGreen(a), qGreen(b)), part(qBlue(a), qBlue(b)));
}

}  // namespace

void layoutLane(const LaneContext& context, const Row& row, LaneGroup& group) {
    LaneLayout(context, row, group).layout();
}

void layoutStrip(const LaneContext& context, const Row& row, LaneGroup& group) {
    const Lane& lane = context.model.lanes[row.lane];
    const Palette& palette = context.view.palette;
    const QRgb hue = palette.hue(lane.task).rgb();
    const QRgb ground = palette.pane.rgb();
    const QRgb ready = mix(hue, ground, 35);
    const QRgb suspended = mix(hue, ground, 72);
    const double left = group.area.left();
    group.stripWidth = static_cast<std::size_t>(std::ceil(group.area.width()));
    const std::size_t firstPixel = group.pixels.size();
    group.pixels.resize(firstPixel + group.stripWidth, ground);
    QRgb* const pixels = group.pixels.data() + firstPixel;
    const auto width = static_cast<std::ptrdiff_t>(group.stripWidth);
    std::ptrdiff_t next = 0;  // what came first keeps its pixel: a run of no width gets one
    const auto add = [&](double x0, double x1, QRgb colour) {
        const auto from = std::max(next, static_cast<std::ptrdiff_t>(std::max(x0 - left, 0.0)));
        const auto to = std::min(width, static_cast<std::ptrdiff_t>(std::max(x1 - left, 0.0)));
        for (std::ptrdiff_t x = from; x < to; ++x) pixels[x] = colour;
        next = std::max(next, to);
    };
    const auto [first, last] = context.model.extent(context.view.axis);
    const QRgb notAlive = palette.notAlive.rgb();
    if (!lane.isLoop() && lane.spanCount() > 0) {
        const double born = context.scale.toX(lane.along(context.view.axis).front());
        add(left, context.scale.toX(first), ground);
        add(context.scale.toX(first), born, notAlive);
    }
    foldLane(lane, context.view.axis, context.scale, 1, [&](const Stretch& s) {
        if (s.folded) {
            const bool runs = lane.runs(s.first, s.last) > 0;
            add(s.x0, runs ? std::max(s.x1, s.x0 + 1) : s.x1, runs ? hue : suspended);
            return;
        }
        switch (lane.kinds[s.first]) {
            case SpanKind::Running:
            case SpanKind::Blocked: add(s.x0, s.x1, hue); break;
            case SpanKind::Ready: add(s.x0, s.x1, ready); break;
            case SpanKind::Suspended: add(s.x0, s.x1, suspended); break;
            case SpanKind::Idle: add(s.x0, s.x1, ground); break;
        }
    });
    if (!lane.isLoop() && lane.end != LaneEnd::Open && lane.spanCount() > 0) {
        add(context.scale.toX(lane.along(context.view.axis).back()), context.scale.toX(last),
            notAlive);
    }
    group.strips.push_back({row.top, row.height, firstPixel, row.lane});
}

}  // namespace coroscope::app
