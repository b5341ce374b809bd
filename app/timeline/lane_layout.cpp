// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "app/style/counted.h"
#include "app/timeline/level_of_detail.h"
#include "app/timeline/span_text.h"
#include "app/timeline/time_axis.h"
#include "app/timeline/top_labels.h"
#include "app/timeline/trouble_marks.h"
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
          barHeight_(std::min(22 * unit_, row.height * (roomForWords() ? 0.42 : 0.7))),
          firstText_(group.texts.size()) {}

    void layout() {
        spans();
        notAlive();
        tail();
        cap();
        otherEnd();
        trouble();
        placeLabels();
        group_.boxes.insert(group_.boxes.end(), lines_.begin(), lines_.end());
        group_.boxes.insert(group_.boxes.end(), bars_.begin(), bars_.end());
        group_.boxes.insert(group_.boxes.end(), overBars_.begin(), overBars_.end());
        group_.boxes.insert(group_.boxes.end(), signs_.begin(), signs_.end());
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

    void trouble() {
        const LaneRow row{row_,
                          area_,
                          unit_,
                          middle_,
                          barHeight_,
                          roomForWords(),
                          lane_.spanCount() > 0 ? capX() : 0};
        TroubleMarks marks = troubleMarks(c_, row);
        signs_ = std::move(marks.signs);
        if (!roomForWords()) return;
        topLabels_.insert(topLabels_.end(), std::make_move_iterator(marks.labels.begin()),
                          std::make_move_iterator(marks.labels.end()));
    }

    void placeLabels() {
        if (topLabels_.empty()) return;
        LabelRow row{c_.fonts, unit_, area_};
        row.bottom = middle_ - barHeight_ / 2 + (roomForWords() ? 1.5 * unit_ : 0);
        row.under = middle_ + 2 * unit_;
        row.floor = row_.top + row_.height;
        row.lane = row_.lane;
        const auto around = [](const QRectF& rect, double gap) {
            return Stripe(rect.left() - gap, rect.right() + gap);
        };
        for (const Box& sign : signs_) row.above.push_back(around(sign.rect, 2 * unit_));
        for (const std::vector<Box>* boxes : {&lines_, &bars_, &overBars_}) {
            for (const Box& box : *boxes) {
                if (!isLine(box.shape)) row.below.push_back(around(box.rect, 2 * unit_));
            }
        }
        if (c_.view.covered) {
            row.above.push_back(*c_.view.covered);
            row.below.push_back(*c_.view.covered);
        }
        for (std::size_t i = firstText_; i < group_.texts.size(); ++i) {
            row.below.push_back(around(group_.texts[i].rect, unit_));
        }
        placeTopLabels(std::move(row), std::move(topLabels_), group_.texts);
    }

    void addReason(double x, double most, std::size_t span) {
        TopLabel label;
        label.x = x;
        label.most = most;
        for (const std::string& form : spanReasons(c_.model, row_.lane, span)) {
            label.forms << text(form);
        }
        if (label.forms.isEmpty()) return;
        label.colour = palette().muted.rgb();
        label.since = lane_.events[span];
        label.endsInName = reasonIsAName(c_.model, row_.lane, span);
        label.mayGoBelow = true;
        topLabels_.push_back(std::move(label));
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
                if (visible(s.x0, s.x1) && !c_.view.hides(LegendItem::Idle)) {
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
        addReason(left, right, s.first);
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
        sayBlocked(s.first, s.x0, s.x1, colour);
    }

    /// On the bar; where that is too narrow, and the loop is held, beside it.
    void sayBlocked(std::size_t span, double x0, double x1, const QColor& colour) {
        const QRectF rect = overBars_.back().rect.adjusted(4 * unit_, 0, -4 * unit_, 0);
        QStringList forms;
        for (const std::string& form : spanReasons(c_.model, row_.lane, span)) forms << text(form);
        const TextRole role = TextRole::OnBar;
        const auto fits = [&](const QString& form) {
            return barHeight_ >= 13 * unit_ && c_.fonts.width(role, form) <= rect.width();
        };
        const auto shown = std::ranges::find_if(forms, fits);
        if (shown != forms.end()) {
            group_.texts.push_back({rect, *shown, readableOn(colour).rgb(), role, Qt::AlignCenter,
                                    *shown == forms.front() ? QString() : forms.front(),
                                    row_.lane});
        } else if (!roomForWords() && lane_.isLoop()) {
            const QString took = text(formatDuration(lane_.finish(AxisKind::Time, span) -
                                                     lane_.begin(AxisKind::Time, span)));
            if (!fits(took)) return;
            group_.texts.push_back({rect, took, readableOn(colour).rgb(), role, Qt::AlignCenter,
                                    forms.front(), row_.lane});
        } else if (lane_.isLoop()) {
            TopLabel label;
            label.x = std::max(x1, area_.left()) + 4 * unit_;
            label.most = area_.right();
            label.least = area_.left();
            label.left = std::min(x0, area_.right()) - 4 * unit_;
            label.forms = forms;
            label.colour = palette().troubleText.rgb();
            label.role = TextRole::Mark;
            label.since = lane_.events[span];
            topLabels_.push_back(std::move(label));
        }
    }

    /// Blocking calls among what is too narrow to be told apart: on the axis of steps the longest
    /// is a sliver, but it is what matters.
    void foldedBlocks(const Stretch& s) {
        if (c_.view.hides(LegendItem::Blocked) || !visible(s.x0, s.x1)) return;
        const auto began = [](const Block& block) { return block.began; };
        const auto first =
            std::ranges::lower_bound(c_.model.blocks, lane_.events[s.first], {}, began);
        if (first == c_.model.blocks.end() || first->began >= lane_.events[s.last]) return;
        const auto last =
            std::prev(std::ranges::lower_bound(c_.model.blocks, lane_.events[s.last], {}, began));
        const auto along = static_cast<std::size_t>(axis());
        const double x0 = c_.scale.toX(first->begin[along]);
        const double x1 = std::max(c_.scale.toX(last->end[along]), x0 + 3 * unit_);
        if (!visible(x0, x1)) return;
        const auto at = std::ranges::lower_bound(lane_.events, first->began);
        auto span = static_cast<std::size_t>(at - lane_.events.begin());
        // A run that begins with the call begins with a batch of no length.
        while (span < lane_.spanCount() && lane_.kinds[span] != SpanKind::Blocked) ++span;
        if (span >= lane_.spanCount()) return;
        overBars_.push_back(box(Shape::Blocked, x0, x1, barHeight_, palette().trouble.rgb(), s));
        if (first == last) sayBlocked(span, x0, x1, palette().trouble);
    }

    /// Narrow neighbours: usually a pill (woken, run and suspended again at one instant).
    void folded(const Stretch& s) {
        const std::uint32_t runs = lane_.runs(s.first, s.last);
        if (lane_.isLoop()) {
            batch(s, runs);
            foldedBlocks(s);
            return;
        }
        if (runs == 0) {
            foldedWithoutRun(s);
            return;
        }
        if (runs > 1) {
            const bool dense = s.x1 - s.x0 > c_.view.pillWidth();
            bar(dense ? Shape::Comb : Shape::Bar, s.x0 - pad(), s.x1 + pad(), s);
            below(s, QStringLiteral("×%1").arg(countText(runs)));
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
        const bool counted = runs > 1 && !c_.view.hides(LegendItem::Count);
        if (counted && roomForWords() && visible(s.x0, s.x1)) {
            const double left = std::max(s.x0, area_.left());
            const double width = std::min(s.x1, area_.right()) - left;
            if (width > 90 * unit_) {
                group_.texts.push_back({QRectF(left, middle_ - barHeight_ / 2, width, barHeight_),
                                        QStringLiteral("×%1 steps").arg(countText(runs)),
                                        readableOn(palette().loop).rgb(), TextRole::OnBar,
                                        Qt::AlignCenter, QString(), row_.lane});
                return;
            }
            const double x = std::max(s.x1, area_.left()) + pad() + 4 * unit_;
            TopLabel label;
            label.x = x;
            label.most = std::min(area_.right(), x + 40 * unit_);  // further off it says nothing
            label.forms << QStringLiteral("×%1").arg(countText(runs));
            label.colour = palette().muted.rgb();
            label.since = lane_.events[s.first];
            topLabels_.push_back(std::move(label));
        }
    }

    /// On the axis of steps the loop's lane says who runs: each step in its task's hue.
    void eachStep(const Stretch& s) {
        if (c_.view.hides(LegendItem::Running)) return;
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
        const bool order = !what.startsWith(QStringLiteral("×"));
        if (c_.view.hides(order ? LegendItem::Order : LegendItem::Count)) return;
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
        const trace::Event last = (*c_.model.trace)[end];
        if (last.kind != trace::EventKind::Finished || last.finish() == trace::Finish::Ok ||
            last.finish() == trace::Finish::Raised) {
            return;
        }
        const double x = capX();
        if (x < area_.left() || x + 3 * unit_ > area_.right()) return;
        if (c_.view.hides(LegendItem::TroubleEnd)) return;
        overBars_.push_back(box(Shape::TroubleCap, x, x + 3 * unit_, barHeight_ + 2 * unit_,
                                palette().trouble.rgb(), {}));
    }

    /// What still waits when the run is over: its line goes on into the void.
    void tail() {
        if (lane_.isLoop() || lane_.end != LaneEnd::Open || lane_.spanCount() == 0) return;
        if (c_.view.hides(LegendItem::Forever)) return;
        const std::size_t span = lane_.spanCount() - 1;
        const double x = c_.scale.toX(lane_.along(axis()).back());
        const double end = std::min(x + 150 * unit_, area_.right() - 4 * unit_);
        if (lane_.kinds[span] != SpanKind::Suspended || x < area_.left() || end - x < 8 * unit_)
            return;
        lines_.push_back(box(Shape::DashedLine, x + pad(), end, 3 * unit_, hue_,
                             {span, span + 1, false, x, end}));
        const double x0 = c_.scale.toX(lane_.begin(axis(), span));
        if (!roomForWords() || x - x0 >= 60 * unit_) return;
        if (!topLabels_.empty() && topLabels_.back().since == lane_.events[span]) {
            topLabels_.pop_back();
        }
        addReason(std::max(x0, area_.left()) + pad() + 6 * unit_, end, span);
    }

    void cap() {
        if (lane_.isLoop() && lane_.spanCount() > 0) cutOff();
        const bool inRing = c_.model.nextInRing(lane_.task).valid();
        if (lane_.isLoop() || lane_.spanCount() == 0) return;
        if (lane_.end == LaneEnd::Open && !inRing) return;
        const bool well = lane_.end == LaneEnd::Returned;
        if (c_.view.hides(well ? LegendItem::End : LegendItem::TroubleEnd)) return;
        const double x = capX();
        if (x < area_.left() || x + 3 * unit_ > area_.right()) return;
        const Stretch last{lane_.spanCount() - 1, lane_.spanCount(), false, x, x};
        const QColor colour = well ? palette().ink : palette().trouble;
        overBars_.push_back(box(well ? Shape::Cap : Shape::TroubleCap, x, x + 3 * unit_,
                                barHeight_ + 2 * unit_, colour.rgb(), last));
    }

    /// Where the same task ended in the run that this one is compared with, and how far off that
    /// is.
    void otherEnd() {
        if (c_.view.otherRun == nullptr || lane_.isLoop() || lane_.spanCount() == 0) return;
        const LaneModel& other = *c_.view.otherRun;
        const auto found = other.laneOf(lane_.key());
        if (!found || other.lanes[*found].name != lane_.name) return;
        const Lane& there = other.lanes[*found];
        if (there.spanCount() == 0 || there.end == LaneEnd::Open || lane_.end == LaneEnd::Open) {
            return;
        }
        const double apart = lane_.along(axis()).back() - there.along(axis()).back();
        if (std::abs(apart) < 1e-9) return;
        const QRgb colour = palette().scheme.accent.rgb();
        const double x = c_.scale.toX(there.along(axis()).back()) + pad() + 2 * unit_;
        if (visible(x, x + 3 * unit_)) {
            overBars_.push_back(
                box(Shape::OtherEnd, x, x + 3 * unit_, barHeight_ + 2 * unit_, colour, {}));
        }
        sayOtherEnd(apart, x, colour);
    }

    /// `other`: where the other run's end stands.
    void sayOtherEnd(double apart, double other, QRgb colour) {
        const double size = std::abs(apart);
        const QString far =
            axis() == AxisKind::Time
                ? text(formatDuration(size))
                : counted(std::lround(size), QStringLiteral("step"), QStringLiteral("steps"));
        const bool later = apart > 0;
        const QString words = far + (later ? QStringLiteral(" later") : QStringLiteral(" earlier"));
        const double x = std::max(other, capX()) + 8 * unit_;
        if (roomForWords()) {
            TopLabel label;
            label.x = x;
            label.most = area_.right();
            label.least = area_.left();
            label.left = capX() - 4 * unit_;
            label.forms << words << (later ? QStringLiteral("+") : QStringLiteral("−")) + far;
            label.colour = colour;
            label.role = TextRole::Mark;
            label.since = lane_.events.back();
            topLabels_.push_back(std::move(label));
            return;
        }
        sayInLowLane(words, colour, x, later ? other : capX(),
                     later ? capX() - c_.view.pillWidth() : other, later);
    }

    /// At the height of the line itself: behind both ends, or between them.
    void sayInLowLane(const QString& words, QRgb colour, double behind, double from, double to,
                      bool overLine) {
        const double width = c_.fonts.width(TextRole::Mark, words) + 1;
        double left = behind;
        const bool between = behind + width > area_.right();
        if (between) {
            left = to - 8 * unit_ - width;
            if (left < from + 8 * unit_) return;
        }
        if (left < area_.left() || left + width > area_.right()) return;
        if (between && overLine) {
            lines_.push_back(box(Shape::Field, left - 2 * unit_, left + width + 2 * unit_,
                                 barHeight_, palette().pane.rgb(), {}));
        }
        group_.texts.push_back({QRectF(left, row_.top, width, row_.height), words, colour,
                                TextRole::Mark, Qt::AlignLeft | Qt::AlignVCenter, QString(),
                                row_.lane, lane_.events.back()});
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
    std::vector<Box> signs_;
    std::vector<TopLabel> topLabels_;
    std::size_t firstText_ = 0;  ///< of this lane, in the group
    bool endsInBar_ = false;
    double lastBelow_ = -1e9;
};

}  // namespace

void layoutLane(const LaneContext& context, const Row& row, LaneGroup& group) {
    LaneLayout(context, row, group).layout();
}

}  // namespace coroscope::app
