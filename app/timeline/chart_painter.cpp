// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/chart_painter.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

#include <QHash>
#include <QImage>
#include <QLineF>
#include <QList>
#include <QPainter>
#include <QPainterPath>

#include "app/timeline/pixel_runs.h"

namespace coroscope::app {
namespace {

constexpr double kDash = 9;
constexpr double kGapOfDashes = 5;

/// `colour` with a share of the ground mixed in.
QColor pale(const QColor& colour, const QColor& ground, double share) {
    return blend(ground, colour, share);
}

class ChartPainter {
public:
    ChartPainter(QPainter& painter, const ChartView& view, const ChartFonts& fonts,
                 PaintTarget target, ChartGroups* groups)
        : p_(painter),
          view_(view),
          fonts_(fonts),
          target_(target),
          groups_(groups),
          unit_(view.scale) {}

    void paint(const DrawList& list) {
        p_.fillRect(list.bounds, view_.palette.pane);
        const double bottom = std::max(list.loop.area.bottom(), list.tasks.area.bottom());
        ground(list.loop);
        ground(list.tasks);
        p_.setRenderHint(QPainter::Antialiasing, false);
        const QColor strong = pale(view_.palette.muted, view_.palette.pane, 0.62);
        for (const GridLine& line : list.grid) {
            p_.fillRect(QRectF(line.x, list.lanes.top() - 4 * unit_, 1,
                               bottom - list.lanes.top() + 4 * unit_),
                        line.strong ? strong : view_.palette.grid);
        }
        for (const Text& tick : list.ticks) text(tick);
        constexpr std::size_t kMostRounded = 3000;
        plain_ = target_ == PaintTarget::Figure && list.tasks.boxes.size() > kMostRounded;
        arrows_ = list.arrows;
        for (ArrowPath& path : arrows_) {
            for (const LaneGroup* lanes : {&list.tasks, &list.loop}) {
                endBeforeWords(path, *lanes);
                endBeforeSigns(path, *lanes);
            }
        }
        group(list.tasks);
        group(list.loop);
        clipTo(list.lanes);
        for (const ArrowPath& path : arrows_) paintArrow(p_, path, unit_);
        unclip();
        crossedTexts(list.tasks);
        crossedTexts(list.loop);
    }

private:
    void clipTo(const QRectF& rect) {
        if (target_ != PaintTarget::Screen) return;
        p_.save();
        p_.setClipRect(rect);
    }
    void unclip() {
        if (target_ == PaintTarget::Screen) p_.restore();
    }

    void ground(const LaneGroup& group) {
        const QRectF whole = group.area.united(group.headers);
        clipTo(whole);
        for (const Shade& shade : group.shades) {
            p_.fillRect(shade.rect, view_.palette.starved);
            hatch(shade.rect, view_.palette.starvedHatch, 11 * unit_, 1.2 * unit_);
        }
        p_.setRenderHint(QPainter::Antialiasing, false);
        for (const Row& row : group.rows) {
            if (row.selected) {
                p_.fillRect(QRectF(0, row.top, group.headers.width(), row.height),
                            view_.palette.selection);
                QColor wash = view_.palette.hue(view_.selectedTask);
                wash.setAlphaF(view_.palette.scheme.dark ? 0.14F : 0.08F);
                p_.fillRect(QRectF(group.area.left(), row.top, group.area.width(), row.height),
                            wash);
            }
            if (row.height < 9) continue;
            p_.fillRect(QRectF(whole.left() + 8 * unit_, std::round(row.top + row.height) - 1,
                               whole.width() - 8 * unit_, 1),
                        view_.palette.grid);
        }
        unclip();
    }

    void group(const LaneGroup& group) {
        if (target_ == PaintTarget::Figure) cell_ = cellFor(group);
        if (groups_ != nullptr) {
            for (const Row& row : group.rows) laneByItself(group, row.lane);
            return;
        }
        clipTo(group.headers);
        p_.setRenderHint(QPainter::Antialiasing, true);
        for (const Box& box : group.dots) dot(box);
        for (const Text& name : group.names) text(name);
        for (const Text& sign : group.gaps) gap(sign);
        unclip();
        clipTo(group.area);
        strips(group);
        for (const Box& b : group.boxes) box(b);
        highlight(group);
        for (const Text& t : group.texts) {
            if (!isCrossed(t)) clearText(group, t);
        }
        unclip();
    }

    /// Words on the diagonals of a starved lane have a plate of their own.
    void clearText(const LaneGroup& group, const Text& t) {
        const bool onBar = t.role == TextRole::OnBar;
        // They stand side by side, in their order: there may be one for each pixel.
        const auto shade = std::ranges::partition_point(
            group.shades, [&t](const Shade& s) { return s.rect.right() <= t.rect.left(); });
        const bool hatched = shade != group.shades.end() && shade->rect.left() < t.rect.right();
        if (!onBar && hatched) {
            QColor plate = view_.palette.starved;
            plate.setAlphaF(0.9F);
            p_.setRenderHint(QPainter::Antialiasing, true);
            p_.fillRect(inked(t).adjusted(-2 * unit_, unit_, 2 * unit_, -2 * unit_), plate);
        }
        text(t);
    }

    [[nodiscard]] QRectF inked(const Text& t) const { return inkedRect(t, fonts_); }

    /// Whether an arrow passes over the words.
    [[nodiscard]] bool isCrossed(const Text& t) const {
        return std::any_of(arrows_.begin(), arrows_.end(), [&t, this](const ArrowPath& path) {
            const double belly = 0.75 * path.bulge;
            const double left = std::min({path.from.x(), path.to.x(), path.from.x() - belly});
            const double right = std::max({path.from.x(), path.to.x(), path.from.x() - belly});
            const double top = std::min(path.from.y(), path.to.y());
            const double bottom = std::max(path.from.y(), path.to.y());
            // How wide the words are is not asked for in vain.
            if (left >= t.rect.right() || right <= t.rect.left()) return false;
            const QRectF words = inked(t);
            return left < words.right() && right > words.left() && top < words.bottom() &&
                   bottom > words.top();
        });
    }

    /// An arrow whose head would be among the words of its lane ends above (or below) them.
    void endBeforeWords(ArrowPath& path, const LaneGroup& group) const {
        for (const Text& t : group.texts) {
            const double beside = 3 * unit_;
            if (path.to.x() < t.rect.left() - beside || path.to.x() > t.rect.right() + beside)
                continue;
            const QRectF words = inked(t);
            const QRectF around = words.adjusted(-beside, 0, beside, 5 * unit_);
            if (!around.contains(path.to)) continue;
            if (path.from.y() < words.top()) path.to.setY(words.top());
            if (path.from.y() > around.bottom()) path.to.setY(around.bottom());
        }
    }

    /// An arrow from above ends above the sign that says the same.
    void endBeforeSigns(ArrowPath& path, const LaneGroup& group) const {
        for (const Box& sign : group.boxes) {
            if (!isMark(sign.shape)) continue;
            const QRectF around = sign.rect.adjusted(-3 * unit_, 0, 3 * unit_, 5 * unit_);
            if (!around.contains(path.to) || path.from.y() > sign.rect.top()) continue;
            path.to.setY(sign.rect.top() - unit_);
        }
    }

    /// Words come before arrows: these go behind them.
    void crossedTexts(const LaneGroup& group) {
        if (arrows_.empty()) return;
        clipTo(group.area);
        QColor plate = view_.palette.pane;
        plate.setAlphaF(0.86F);
        for (const Text& t : group.texts) {
            if (!isCrossed(t)) continue;
            p_.setRenderHint(QPainter::Antialiasing, true);
            // The bar below the words stays whole.
            p_.fillRect(inked(t).adjusted(-1.5 * unit_, 0, 1.5 * unit_, -2 * unit_), plate);
            text(t);
        }
        unclip();
    }

    /// All of one lane, as a group of its own.
    void laneByItself(const LaneGroup& group, std::uint32_t lane) {
        const auto each = [lane](const auto& things, auto&& paint) {
            // They have the order of the rows.
            auto thing = std::find_if(things.begin(), things.end(),
                                      [lane](const auto& any) { return any.lane == lane; });
            for (; thing != things.end() && thing->lane == lane; ++thing) paint(*thing);
        };
        groups_->beginLane(lane);
        p_.setRenderHint(QPainter::Antialiasing, true);
        each(group.dots, [this](const Box& b) { dot(b); });
        each(group.names, [this](const Text& name) { text(name); });
        each(group.strips, [&](const Strip& strip) { runsOfPixels(group, strip); });
        std::vector<const Box*> boxes;
        each(group.boxes, [&boxes](const Box& b) { boxes.push_back(&b); });
        // Those of one shape one after another, which takes less in a file: bars stay on top.
        if (plain_) std::ranges::stable_sort(boxes, {}, [](const Box* b) { return b->shape; });
        for (const Box* b : boxes) {
            // An end is no span: it only says of which one it is.
            const bool spans = b->lastSpan > b->firstSpan && !isCap(b->shape);
            if (spans) groups_->beginSpans({b->lane, b->firstSpan, b->lastSpan});
            box(*b);
            if (spans) groups_->end();
        }
        each(group.texts, [&](const Text& t) {
            if (!isCrossed(t)) clearText(group, t);
        });
        groups_->end();
    }

    void text(const Text& t) {
        if (!(p_.font() == fonts_.font(t.role))) p_.setFont(fonts_.font(t.role));
        p_.setPen(QColor(t.colour));
        if (target_ == PaintTarget::Screen) {
            const double spare = t.rect.width() - fonts_.width(t.role, t.text);
            const double x = t.align & Qt::AlignHCenter ? t.rect.left() + spare / 2 : t.rect.left();
            const double height = fonts_.metrics(t.role).height();
            p_.drawStaticText(QPointF(std::round(x), std::round(t.rect.center().y() - height / 2)),
                              fonts_.laidOut(t.role, t.text));
            return;
        }
        p_.drawText(t.rect, static_cast<int>(t.align | Qt::TextSingleLine), t.text);
    }

    /// How many lanes are left out here; a click shows them.
    void gap(const Text& sign) {
        p_.setRenderHint(QPainter::Antialiasing, true);
        p_.setPen(QPen(view_.palette.muted, unit_));
        p_.setBrush(view_.palette.pane);
        const double radius = sign.rect.height() / 2;
        p_.drawRoundedRect(sign.rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        text(sign);
    }

    void dot(const Box& b) {
        if (b.shape == Shape::Pin || b.shape == Shape::Process) {
            paintGlyph(p_, b, unit_);
            return;
        }
        p_.setPen(b.ring ? QPen(view_.palette.ink, 1.4 * unit_) : QPen(Qt::NoPen));
        p_.setBrush(QColor(b.colour));
        if (b.shape == Shape::Bar) {  // a worker is no task
            p_.drawRect(b.rect.adjusted(0.5, 0.5, -0.5, -0.5));
        } else {
            p_.drawEllipse(b.rect);
        }
    }

    /// A rectangle with round corners, save at an end that goes on beyond the view.
    void rounded(const Box& b, double radius) {
        radius = plain_ ? 0 : std::min({radius, b.rect.width() / 2, b.rect.height() / 2});
        p_.setPen(b.ring ? QPen(view_.palette.ink, 1.2 * unit_) : QPen(Qt::NoPen));
        p_.setBrush(QColor(b.colour));
        const QRectF rect = b.ring ? b.rect.adjusted(0.6, 0.6, -0.6, -0.6) : b.rect;
        if (radius < 1 || b.rect.width() < 6) {
            p_.setRenderHint(QPainter::Antialiasing, b.ring);
            if (b.ring) {
                p_.drawRect(rect);
            } else {
                p_.fillRect(rect, QColor(b.colour));
            }
            return;
        }
        p_.setRenderHint(QPainter::Antialiasing, true);
        if (!b.cutLeft && !b.cutRight) {
            p_.drawRoundedRect(rect, radius, radius);
            return;
        }
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        path.addRoundedRect(rect, radius, radius);
        const double side = std::min(2 * radius, rect.width());
        if (b.cutLeft) path.addRect(QRectF(rect.left(), rect.top(), side, rect.height()));
        if (b.cutRight) path.addRect(QRectF(rect.right() - side, rect.top(), side, rect.height()));
        p_.drawPath(b.ring ? path.simplified() : path);
    }

    void box(const Box& b) {
        const QColor colour(b.colour);
        switch (b.shape) {
            case Shape::Field:
                p_.setRenderHint(QPainter::Antialiasing, false);
                p_.fillRect(b.rect, colour);
                break;
            case Shape::Line:
                p_.setRenderHint(QPainter::Antialiasing, false);
                p_.fillRect(b.rect, pale(colour, view_.palette.pane, 0.28));
                break;
            case Shape::DottedLine: dotted(b); break;
            case Shape::DashedLine: dashed(b); break;
            case Shape::Hatched: hatched(b); break;
            case Shape::Bar: rounded(b, 3 * unit_); break;
            case Shape::Comb: comb(b); break;
            case Shape::Blocked:
                rounded(b, 3 * unit_);
                if (view_.palette.inkOnly) paintWarningTape(p_, b.rect, view_.palette.pane, unit_);
                break;
            case Shape::Cap:
                p_.setRenderHint(QPainter::Antialiasing, true);
                p_.fillRect(b.rect, colour);
                break;
            case Shape::OtherEnd:
                p_.setRenderHint(QPainter::Antialiasing, true);
                p_.setPen(QPen(colour, 1.6 * unit_, Qt::DotLine));
                p_.setBrush(Qt::NoBrush);
                p_.drawRect(b.rect);
                break;
            case Shape::TroubleCap: paintTroubleCap(p_, b.rect, colour, unit_); break;
            case Shape::MarkUp:
            case Shape::MarkDown:
            case Shape::MarkAsked:
            case Shape::MarkCross:
            case Shape::MarkDot:
            case Shape::Pin:
            case Shape::Process: paintGlyph(p_, b, unit_); break;
        }
    }

    void dotted(const Box& b) {
        p_.setRenderHint(QPainter::Antialiasing, true);
        QColor colour = pale(QColor(b.colour), view_.palette.pane, 0.45);
        QPen pen(colour, 1.6 * unit_);
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({1.2, 2.6});
        p_.setPen(pen);
        p_.drawLine(QPointF(b.rect.left(), b.rect.center().y()),
                    QPointF(b.rect.right(), b.rect.center().y()));
    }

    /// As thick as the line that it goes on from.
    void dashed(const Box& b) {
        p_.setRenderHint(QPainter::Antialiasing, false);
        const QColor colour = pale(QColor(b.colour), view_.palette.pane, 0.28);
        for (double x = b.rect.left() + kGapOfDashes * unit_; x < b.rect.right();
             x += (kDash + kGapOfDashes) * unit_) {
            p_.fillRect(QRectF(x, b.rect.top(), std::min(kDash * unit_, b.rect.right() - x),
                               b.rect.height()),
                        colour);
        }
    }

    void hatched(const Box& b) {
        const QColor colour(b.colour);
        p_.setRenderHint(QPainter::Antialiasing, false);
        if (b.rect.width() < 6) {
            p_.fillRect(b.rect, pale(colour, view_.palette.pane, 0.35));
            return;
        }
        if (plain_) {
            hatch(b.rect, colour, 6 * unit_, 1.8 * unit_);
            return;
        }
        p_.fillRect(b.rect, pale(colour, view_.palette.pane, 0.82));
        hatch(b.rect, colour, 6 * unit_, 1.8 * unit_);
        const double w = std::max(1.0, std::round(1.2 * unit_));
        const QRectF& r = b.rect;
        p_.setRenderHint(QPainter::Antialiasing, false);
        for (const QRectF& edge : {QRectF(r.left(), r.top(), r.width(), w),
                                   QRectF(r.left(), r.bottom() - w, r.width(), w),
                                   QRectF(r.left(), r.top(), w, r.height()),
                                   QRectF(r.right() - w, r.top(), w, r.height())}) {
            p_.fillRect(edge, colour);
        }
    }

    /// On a screen, diagonals come from a small tile, which is much quicker than lines.
    void hatch(const QRectF& rect, const QColor& colour, double spacing, double width) {
        if (target_ == PaintTarget::Figure || p_.device()->devicePixelRatioF() != 1) {
            paintHatch(p_, rect, colour, spacing, width);
            return;
        }
        const int period = std::max(3, static_cast<int>(std::lround(spacing)));
        QBrush& tile = tiles_[colour.rgb()];
        if (tile.style() == Qt::NoBrush) {
            QImage image(period, period, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(colour, width));
            for (int c = 0; c <= 2 * period; c += period) {
                painter.drawLine(QLineF(c + period, -period, c - 2 * period, 2 * period));
            }
            painter.end();
            tile = QBrush(image);
        }
        p_.setRenderHint(QPainter::Antialiasing, false);
        p_.fillRect(rect, tile);
    }

    void comb(const Box& b) {
        const QColor colour(b.colour);
        p_.setRenderHint(QPainter::Antialiasing, false);
        p_.fillRect(b.rect, pale(colour, view_.palette.pane, 0.55));
        const double step = 4 * unit_;
        if (target_ == PaintTarget::Figure) {  // one dashed line takes less than many teeth
            const double tooth = step / 2 / b.rect.height();  // as many times as it is wide
            QPen pen(colour, b.rect.height(), Qt::SolidLine, Qt::FlatCap);
            pen.setDashPattern({tooth, tooth});
            p_.setPen(pen);
            const double y = b.rect.center().y();
            p_.drawLine(QLineF(b.rect.left(), y, b.rect.right(), y));
            return;
        }
        for (double x = b.rect.left(); x < b.rect.right(); x += step) {
            p_.fillRect(
                QRectF(x, b.rect.top(), std::min(2 * unit_, b.rect.right() - x), b.rect.height()),
                colour);
        }
    }

    void highlight(const LaneGroup& group) {
        for (const auto& wanted : {view_.selectedSpan, view_.hoveredSpan}) {
            if (!wanted) continue;
            for (const Box& b : group.boxes) {
                if (b.lane != wanted->lane || b.lastSpan <= b.firstSpan || isCap(b.shape) ||
                    b.shape == Shape::Field || b.firstSpan > wanted->first ||
                    b.lastSpan < wanted->last) {
                    continue;
                }
                p_.setRenderHint(QPainter::Antialiasing, true);
                p_.setPen(QPen(view_.palette.ink, 1.4 * unit_));
                p_.setBrush(Qt::NoBrush);
                const double grow = 2 * unit_;
                p_.drawRoundedRect(b.rect.adjusted(-grow, -grow, grow, grow), 4 * unit_, 4 * unit_);
            }
        }
    }

    void strips(const LaneGroup& group) {
        if (group.strips.empty()) return;
        if (target_ == PaintTarget::Figure) {
            for (const Strip& strip : group.strips) runsOfPixels(group, strip);
            return;
        }
        image(group);
    }

    /// Each colour of a strip as one broken line as thick as the strip, on the colour of which
    /// there is most.
    void runsOfPixels(const LaneGroup& group, const Strip& strip) {
        const QRgb* pixels = group.pixels.data() + strip.firstPixel;
        const QRgb base = mostFrequent({pixels, group.stripWidth});
        std::map<QRgb, QList<QLineF>> lines;
        const double height = std::max(1.0, strip.height);
        const double y = strip.top + height / 2;
        const auto put = [&](std::size_t from, std::size_t to, QRgb colour) {
            const double left = group.area.left();
            lines[colour].push_back(
                QLineF(left + static_cast<double>(from), y, left + static_cast<double>(to), y));
        };
        if (base != view_.palette.pane.rgb()) put(0, group.stripWidth, base);
        paintLines(lines, height);
        lines.clear();
        forEachRun({pixels, group.stripWidth}, base, cell_, put);
        paintLines(lines, height);
    }

    void paintLines(const std::map<QRgb, QList<QLineF>>& lines, double width) {
        p_.setRenderHint(QPainter::Antialiasing, false);
        for (const auto& [colour, all] : lines) {
            p_.setPen(QPen(QColor(colour), width, Qt::SolidLine, Qt::FlatCap));
            p_.drawLines(all);
        }
    }

    /// How many pixels are one in the strips of a figure, so that a file of it stays small.
    static std::size_t cellFor(const LaneGroup& group) {
        constexpr std::size_t kMostRuns = 120'000;
        constexpr std::size_t kLargest = 16;
        for (std::size_t cell = 1; cell < kLargest; ++cell) {
            std::size_t runs = 0;
            for (const Strip& strip : group.strips) {
                const Pixels pixels(group.pixels.data() + strip.firstPixel, group.stripWidth);
                forEachRun(pixels, mostFrequent(pixels), cell, [&runs](auto...) { ++runs; });
            }
            if (runs <= kMostRuns) return cell;
        }
        return kLargest;
    }

    /// A row of pixels per lane, copied down as high as the lane is.
    void image(const LaneGroup& group) {
        const double ratio = p_.device()->devicePixelRatioF();
        const int width = static_cast<int>(std::lround(group.area.width() * ratio));
        const int height = static_cast<int>(std::lround(group.area.height() * ratio));
        if (width < 1 || height < 1) return;
        QImage image(width, height, QImage::Format_RGB32);
        const QRgb ground = view_.palette.pane.rgb();
        image.fill(ground);
        for (const Strip& strip : group.strips) {
            const int top =
                std::max(0, static_cast<int>(std::lround((strip.top - group.area.top()) * ratio)));
            const double stripEnd = strip.top + std::max(strip.height, 1.0) - group.area.top();
            int bottom = std::min(height, static_cast<int>(std::lround(stripEnd * ratio)));
            if (strip.height * ratio >= 4) --bottom;  // a hair's breadth between lanes
            if (top >= bottom) continue;
            auto* row = reinterpret_cast<QRgb*>(image.scanLine(top));
            const QRgb* pixels = group.pixels.data() + strip.firstPixel;
            if (ratio == 1 && static_cast<std::size_t>(width) <= group.stripWidth) {
                std::memcpy(row, pixels, static_cast<std::size_t>(width) * sizeof(QRgb));
            } else {
                for (int x = 0; x < width; ++x) {
                    const auto from = static_cast<std::size_t>(x / ratio);
                    row[x] = pixels[std::min(from, group.stripWidth - 1)];
                }
            }
            for (int y = top + 1; y < bottom; ++y) {
                std::memcpy(image.scanLine(y), row, static_cast<std::size_t>(width) * sizeof(QRgb));
            }
        }
        image.setDevicePixelRatio(ratio);
        p_.drawImage(group.area.topLeft(), image);
    }

    QPainter& p_;
    const ChartView& view_;
    const ChartFonts& fonts_;
    PaintTarget target_;
    ChartGroups* groups_;
    double unit_;
    bool plain_ = false;    ///< without what makes a file of a crowded figure large
    std::size_t cell_ = 1;  ///< pixels of a strip that are one
    std::vector<ArrowPath> arrows_;
    QHash<QRgb, QBrush> tiles_;  ///< by colour
};

}  // namespace

void paintChart(QPainter& painter, const DrawList& list, const ChartView& view,
                const ChartFonts& fonts, PaintTarget target, ChartGroups* groups) {
    ChartPainter(painter, view, fonts, target, groups).paint(list);
}

}  // namespace coroscope::app
