// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/trouble_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/timeline/span_text.h"
#include "engine/trace/trace.h"

namespace coroscope::app {
namespace {

constexpr double kSignSize = 9;
constexpr double kSignGap = 3;  // between a sign and its word

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

class TroubleLayout {
public:
    TroubleLayout(const LaneContext& context, const LaneRow& row)
        : c_(context), row_(row), lane_(context.model.lanes[row.row.lane]) {}

    TroubleMarks layout() {
        end();
        eachCluster(
            [this](std::size_t first, std::size_t last, double x) { cluster(first, last, x); });
        if (end_) made_.labels.push_back(std::move(*end_));
        return std::move(made_);
    }

private:
    [[nodiscard]] static LegendItem itemOf(MarkKind kind) {
        switch (kind) {
            case MarkKind::CancelRequested: return LegendItem::CancelRequested;
            case MarkKind::CancelDelivered: return LegendItem::CancelDelivered;
            case MarkKind::Exception: return LegendItem::Exception;
            case MarkKind::Warning: break;
        }
        return LegendItem::Warning;
    }
    [[nodiscard]] bool isHidden(const Mark& mark) const { return c_.view.hides(itemOf(mark.kind)); }
    [[nodiscard]] double position(const Mark& mark) const {
        return mark.position[static_cast<std::size_t>(c_.view.axis)];
    }

    template <typename Put>
    void eachCluster(Put&& put) const {
        const double near = markReach(c_.view);
        const auto after = [&](std::size_t from, double x) {
            const double value = c_.scale.toValue(x);
            return static_cast<std::size_t>(
                std::partition_point(lane_.marks.begin() + static_cast<std::ptrdiff_t>(from),
                                     lane_.marks.end(),
                                     [&](const Mark& mark) { return position(mark) <= value; }) -
                lane_.marks.begin());
        };
        std::size_t i = after(0, row_.area.left() - near);
        while (i < lane_.marks.size()) {
            if (isHidden(lane_.marks[i])) {
                ++i;
                continue;
            }
            const double x = c_.scale.toX(position(lane_.marks[i]));
            if (x > row_.area.right()) return;
            const std::size_t next = std::max(i + 1, after(i, x + near));
            if (x >= row_.area.left()) put(i, next, x);
            i = next;
        }
    }

    [[nodiscard]] TopLabel label(double x, double left, QStringList forms, EventIndex since) const {
        TopLabel label;
        label.x = x;
        label.most = row_.area.right();
        label.forms = std::move(forms);
        label.colour = c_.view.palette.troubleText.rgb();
        label.role = TextRole::Mark;
        label.since = since;
        // Words never reach back to where the lane was not there yet.
        label.least = c_.scale.toX(lane_.along(c_.view.axis).front());
        label.left = left;
        return label;
    }

    /// The word at the end of a lane that did not end well.
    void end() {
        if (lane_.spanCount() == 0 || c_.view.hides(LegendItem::TroubleEnd)) return;
        QStringList forms;
        EventIndex since = lane_.events.back();
        if (lane_.isLoop()) since = EventIndex::fromIndex(c_.model.eventCount - 1);
        for (const std::string& form : endForms(c_.model, row_.row.lane)) forms << text(form);
        const double x = row_.capX;
        if (forms.isEmpty() || x < row_.area.left() || x + 3 * row_.unit > row_.area.right()) {
            return;
        }
        end_ = label(x + 6 * row_.unit, x - 2 * kSignGap * row_.unit, forms, since);
    }

    void cluster(std::size_t first, std::size_t last, double x) {
        const double unit = row_.unit;
        const double size = kSignSize * unit;
        Box sign;
        sign.shape = shapeOf(first, last);
        const double top =
            row_.roomForWords ? row_.middle - row_.barHeight / 2 - size - 1 : row_.row.top + 1;
        sign.rect = QRectF(x - size / 2, top, size, size);
        sign.colour = c_.view.palette.trouble.rgb();
        sign.lane = row_.row.lane;
        made_.signs.push_back(sign);
        const double right = sign.rect.right() + kSignGap * unit;
        const double left = sign.rect.left() - kSignGap * unit;
        if (std::abs(row_.capX - x) > 42 * unit || !endSays(first, last)) {
            made_.labels.push_back(
                label(right, left, words(first, last), lane_.marks[first].event));
            return;
        }
        // The word at the end says it, too: only one of them is wanted.
        if (lane_.end == LaneEnd::Cancelled) sayByWhom(first, last);
        end_->x = joined_ ? std::max(end_->x, right) : right;
        end_->left = std::min(end_->left, left);
        joined_ = true;
    }

    /// `cancelled by main`, if the request is among these.
    void sayByWhom(std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const std::string by = cancelledBy(c_.model, lane_.marks[i]);
            if (!by.empty() && end_->forms.size() == 1) end_->forms.prepend(text(by));
        }
    }

    /// Whether the word at the lane's end tells all of these, too.
    [[nodiscard]] bool endSays(std::size_t first, std::size_t last) const {
        if (!end_ || lane_.isLoop() || holds(first, last, MarkKind::Warning)) return false;
        if (lane_.end == LaneEnd::Cancelled) return true;
        const auto begin = lane_.marks.begin();
        return std::all_of(begin + static_cast<std::ptrdiff_t>(first),
                           begin + static_cast<std::ptrdiff_t>(last), [this](const Mark& mark) {
                               return mark.kind == MarkKind::Exception &&
                                      end_->forms.contains(text(markText(c_.model, mark)));
                           });
    }

    [[nodiscard]] bool holds(std::size_t first, std::size_t last, MarkKind kind) const {
        const auto begin = lane_.marks.begin();
        return std::any_of(begin + static_cast<std::ptrdiff_t>(first),
                           begin + static_cast<std::ptrdiff_t>(last),
                           [&](const Mark& mark) { return mark.kind == kind && !isHidden(mark); });
    }

    /// The gravest of what they stand for.
    [[nodiscard]] Shape shapeOf(std::size_t first, std::size_t last) const {
        if (holds(first, last, MarkKind::CancelDelivered)) return Shape::MarkDown;
        if (holds(first, last, MarkKind::CancelRequested)) return Shape::MarkAsked;
        if (holds(first, last, MarkKind::Exception)) return Shape::MarkCross;
        return Shape::MarkDot;
    }

    /// The words of marks that have one sign: all of them, each shorter, the first one's alone.
    [[nodiscard]] QStringList words(std::size_t first, std::size_t last) const {
        constexpr std::size_t kMost = 4;
        QStringList longest;
        QStringList shorter;
        QString shortest;
        const bool requested = holds(first, last, MarkKind::CancelRequested);
        for (std::size_t i = first; i < std::min(last, first + kMost); ++i) {
            const Mark& mark = lane_.marks[i];
            if (isHidden(mark)) continue;
            const auto forms = markForms(c_.model, mark);
            const bool delivered = requested && mark.kind == MarkKind::CancelDelivered;
            const bool exception = mark.kind == MarkKind::Exception;
            const auto& middle = exception          ? forms.front()
                                 : forms.size() > 2 ? forms[1]
                                                    : forms.back();
            add(longest, text(delivered ? forms.back() : forms.front()));
            add(shorter, text(middle));
            if (i == first) shortest = text(forms.back());
        }
        QStringList all;
        for (const QString& form :
             {longest.join(QStringLiteral(", ")), shorter.join(QStringLiteral(", ")), shortest}) {
            add(all, form);
        }
        return all;
    }
    static void add(QStringList& words, const QString& word) {
        if (!words.contains(word)) words.push_back(word);
    }

    const LaneContext& c_;
    const LaneRow& row_;
    const Lane& lane_;
    TroubleMarks made_;
    std::optional<TopLabel> end_;
    bool joined_ = false;  ///< a sign and the end have one word
};

}  // namespace

TroubleMarks troubleMarks(const LaneContext& context, const LaneRow& row) {
    const Lane& lane = context.model.lanes[row.row.lane];
    if (lane.spanCount() == 0) return {};
    return TroubleLayout(context, row).layout();
}

}  // namespace coroscope::app
