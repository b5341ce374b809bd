// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/top_labels.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace coroscope::app {

namespace {

constexpr double kLeastStump = 60;  // of a name that is cut
constexpr double kAside = 30;       // how far a mark's word may stand from it
constexpr double kNear = 120;       // of signs whose words may be one
constexpr double kGap = 7;          // between neighbours: wider than a space between words

/// Stretches of a row that are sorted by both of their ends.
class Stripes {
public:
    Stripes() = default;
    explicit Stripes(std::vector<Stripe> stripes) : stripes_(std::move(stripes)) {
        std::ranges::sort(stripes_);
        std::size_t kept = 0;
        for (const Stripe& stripe : stripes_) {
            if (kept > 0 && stripe.second <= stripes_[kept - 1].second) continue;
            stripes_[kept++] = stripe;
        }
        stripes_.resize(kept);
    }

    [[nodiscard]] bool isFree(double from, double to) const {
        const auto next = endingAfter(from);
        return next == stripes_.end() || next->first >= to;
    }
    void take(const Stripe& stripe) {
        stripes_.insert(std::ranges::lower_bound(stripes_, stripe), stripe);
    }
    void release(const Stripe& stripe) {
        const auto held = std::ranges::find(stripes_, stripe);
        if (held != stripes_.end()) stripes_.erase(held);
    }
    /// The first room from `from` on, up to `most` at the furthest.
    [[nodiscard]] Stripe roomFrom(double from, double most) const {
        auto next = endingAfter(from);
        for (; next != stripes_.end() && next->first <= from; ++next) from = next->second;
        return {from, next == stripes_.end() ? most : std::min(most, next->first)};
    }

    /// The end of the first room before `to`.
    [[nodiscard]] double roomBefore(double to) const {
        auto next = std::ranges::partition_point(
            stripes_, [to](const Stripe& each) { return each.first < to; });
        while (next != stripes_.begin() && std::prev(next)->second > to) to = (--next)->first;
        return to;
    }

private:
    [[nodiscard]] std::vector<Stripe>::const_iterator endingAfter(double x) const {
        return std::ranges::partition_point(stripes_,
                                            [x](const Stripe& each) { return each.second <= x; });
    }

    std::vector<Stripe> stripes_;
};

/// What is taken of one row of words, each stretch with the clearance that it wants. What is drawn
/// and what is written are kept apart: the clearance of a word may reach past something narrow on
/// both sides, but never past another word, so that each by itself is sorted by both ends.
class Taken {
public:
    explicit Taken(std::vector<Stripe> drawn) : drawn_(std::move(drawn)) {}

    [[nodiscard]] bool isFree(double from, double to) const {
        return drawn_.isFree(from, to) && written_.isFree(from, to);
    }
    void take(const Stripe& word) { written_.take(word); }
    void release(const Stripe& word) { written_.release(word); }
    /// The first room from `from` on, up to `most` at the furthest.
    [[nodiscard]] Stripe roomFrom(double from, double most) const {
        while (true) {
            const Stripe drawn = drawn_.roomFrom(from, most);
            const Stripe written = written_.roomFrom(drawn.first, most);
            if (written.first == drawn.first) {
                return {drawn.first, std::min(drawn.second, written.second)};
            }
            from = written.first;
        }
    }
    /// The end of the first room before `to`.
    [[nodiscard]] double roomBefore(double to) const {
        while (true) {
            const double end = written_.roomBefore(drawn_.roomBefore(to));
            if (end == to) return end;
            to = end;
        }
    }

private:
    Stripes drawn_;
    Stripes written_;
};

/// Where the words of a label stand, and in which form.
struct Placed {
    int form = 0;
    double x = 0;
    double width = 0;
    bool above = true;
};

class Placement {
public:
    Placement(LabelRow row, std::vector<TopLabel> labels)
        : row_(std::move(row)),
          labels_(std::move(labels)),
          above_(std::move(row_.above)),
          below_(std::move(row_.below)) {
        std::ranges::stable_sort(labels_, {}, &TopLabel::x);
        placed_.resize(labels_.size());
        height_ = row_.fonts.metrics(TextRole::Reason).height();
    }

    void place(std::vector<Text>& texts) {
        marks();
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            if (!isMark(i)) reason(i, texts);
        }
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            if (placed_[i])
                write(labels_[i], *placed_[i], labels_[i].forms[placed_[i]->form], texts);
        }
    }

private:
    [[nodiscard]] bool isMark(std::size_t i) const { return labels_[i].role == TextRole::Mark; }
    [[nodiscard]] double width(const TopLabel& label, int form) const {
        return row_.fonts.width(label.role, label.forms[form]) + 1;
    }
    [[nodiscard]] bool roomBelow() const { return row_.under + height_ <= row_.floor + 1; }

    void marks() {
        std::optional<std::size_t> before;  // the mark to the left that has a word
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            if (!isMark(i)) continue;
            const bool found =
                placeMark(i) || (before && (makeRoom(*before, i) || join(*before, i)));
            if (found && placed_[i]) before = i;
        }
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            if (isMark(i) && placed_[i]) lengthen(labels_[i], *placed_[i]);
        }
    }

    /// In the fewest words.
    bool placeMark(std::size_t i) {
        placed_[i] = freePlace(labels_[i], static_cast<int>(labels_[i].forms.size()) - 1);
        if (placed_[i]) hold(*placed_[i]);
        return placed_[i].has_value();
    }

    /// Whether there is room for both if the word before goes elsewhere.
    bool makeRoom(std::size_t before, std::size_t i) {
        const Placed kept = *placed_[before];
        letGo(kept);
        if (placeMark(i)) {
            if (placeMark(before)) return true;
            letGo(*placed_[i]);
            placed_[i].reset();
        }
        placed_[before] = kept;
        hold(kept);
        return false;
    }

    /// What has no room of its own is said beside the sign before: `cancel requested, delivered`.
    bool join(std::size_t before, std::size_t i) {
        if (labels_[i].x - labels_[before].x > kNear * row_.unit) return false;
        const TopLabel alone = labels_[before];
        const Placed kept = *placed_[before];
        QStringList& forms = labels_[before].forms;
        const QString& more = labels_[i].forms.back();
        if (forms.back() == more) {
            forms = {more};  // once for both
        } else {
            for (QString& form : forms) form += QStringLiteral(", ") + more;
        }
        letGo(kept);
        if (placeMark(before)) return true;
        labels_[before] = alone;
        placed_[before] = kept;
        hold(kept);
        return false;
    }

    /// The longest form for which there is room now that every mark has a word.
    void lengthen(const TopLabel& label, Placed& placed) {
        letGo(placed);
        for (int form = 0; form < placed.form; ++form) {
            if (const auto better = freePlace(label, form)) {
                placed = *better;
                break;
            }
        }
        hold(placed);
    }

    [[nodiscard]] std::optional<Placed> freePlace(const TopLabel& label, int form) const {
        const double w = width(label, form);
        const double most = std::min(label.most, row_.area.right());
        const double least = std::max(label.least, row_.area.left());
        const bool right = label.x >= row_.area.left() && label.x + w <= most;
        const bool left = label.left <= most && label.left - w >= least;
        if (right && above_.isFree(label.x, label.x + w)) return Placed{form, label.x, w, true};
        if (left && above_.isFree(label.left - w, label.left)) {
            return Placed{form, label.left - w, w, true};
        }
        if (!roomBelow()) return std::nullopt;
        // Down there, beside the run and its ordinal.
        const double furthest = kAside * row_.unit;
        const double x = below_.roomFrom(label.x, most).first;
        if (x - label.x <= furthest && x + w <= most && below_.isFree(x, x + w)) {
            return Placed{form, x, w, false};
        }
        const double end = below_.roomBefore(label.left);
        if (label.left - end <= furthest && end - w >= least && below_.isFree(end - w, end)) {
            return Placed{form, end - w, w, false};
        }
        return std::nullopt;
    }

    [[nodiscard]] Stripe around(const Placed& placed) const {
        const double gap = kGap * row_.unit;
        return {placed.x - gap, placed.x + placed.width + gap};
    }
    void hold(const Placed& placed) { (placed.above ? above_ : below_).take(around(placed)); }
    void letGo(const Placed& placed) { (placed.above ? above_ : below_).release(around(placed)); }

    void reason(std::size_t i, std::vector<Text>& texts) {
        const TopLabel& label = labels_[i];
        double most = std::min(label.most, row_.area.right());
        for (std::size_t k = i + 1; k < labels_.size(); ++k) {
            if (isMark(k)) continue;
            most = std::min(most, labels_[k].x - kGap * row_.unit);
            break;
        }
        const auto [x, end] = above_.roomFrom(label.x, most);
        if (fit(i, x, end, true)) return;
        if (label.mayGoBelow && roomBelow()) {
            const auto [left, right] = below_.roomFrom(label.x, most);
            if (fit(i, left, right, false)) return;
        }
        cut(label, x, end, texts);
    }

    bool fit(std::size_t i, double x, double end, bool above) {
        const TopLabel& label = labels_[i];
        for (int form = 0; form < label.forms.size(); ++form) {
            const double w = width(label, form);
            if (x + w > end) continue;
            placed_[i] = Placed{form, x, w, above};
            hold(*placed_[i]);
            return true;
        }
        return false;
    }

    void cut(const TopLabel& label, double x, double end, std::vector<Text>& texts) {
        if (!label.endsInName || end - x < kLeastStump * row_.unit) return;
        const Placed placed{0, x, end - x, true};
        hold(placed);
        write(label, placed, row_.fonts.elided(label.role, label.forms.back(), end - x), texts);
    }

    void write(const TopLabel& label, const Placed& placed, const QString& shown,
               std::vector<Text>& texts) const {
        const double top = placed.above ? row_.bottom - height_ : row_.under;
        texts.push_back({QRectF(placed.x, top, placed.width, height_), shown, label.colour,
                         label.role, Qt::AlignLeft | Qt::AlignVCenter,
                         shown == label.forms.front() ? QString() : label.forms.front(), row_.lane,
                         label.since});
    }

    LabelRow row_;
    std::vector<TopLabel> labels_;
    Taken above_;
    Taken below_;
    std::vector<std::optional<Placed>> placed_;
    double height_ = 0;
};

}  // namespace

void placeTopLabels(LabelRow row, std::vector<TopLabel> labels, std::vector<Text>& texts) {
    std::erase_if(labels, [](const TopLabel& label) { return label.forms.isEmpty(); });
    if (labels.empty()) return;
    Placement(std::move(row), std::move(labels)).place(texts);
}

}  // namespace coroscope::app
