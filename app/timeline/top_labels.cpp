// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/top_labels.h"

#include <algorithm>

namespace coroscope::app {

namespace {

constexpr double kLeastStump = 60;  // of an elided text: less of it says less than nothing

/// How far a label may reach: up to the next of its rank, or a mark's sign.
double mostOf(const std::vector<TopLabel>& labels, std::size_t index, double unit) {
    const TopLabel& label = labels[index];
    for (std::size_t k = index + 1; k < labels.size(); ++k) {
        const bool mark = labels[k].role == TextRole::Mark;
        if (label.role == TextRole::Mark && !mark) continue;
        return std::min(label.most, labels[k].x - (mark ? 16 : 5) * unit);
    }
    return label.most;
}

/// Between the runs at both ends of its wait, where nothing else is written.
void placeBelow(const LabelRow& row, const TopLabel& label, std::vector<Text>& texts) {
    const double most = label.most - 2 * row.pad - 2 * row.unit;
    QString shown = label.text;
    double width = row.fonts.width(label.role, shown) + 1;
    if (label.x + width > most) {
        shown = label.shorter;
        width = row.fonts.width(label.role, shown) + 1;
    }
    const QRectF place(label.x, row.under, width, row.fonts.metrics(label.role).height());
    if (place.right() > most || place.bottom() > row.floor) return;
    for (auto other = texts.rbegin(); other != texts.rend() && other->lane == row.lane; ++other) {
        if (other->rect.intersects(place)) return;
    }
    texts.push_back({place, shown, label.colour, label.role, Qt::AlignLeft | Qt::AlignVCenter,
                     shown == label.text ? QString() : label.text, row.lane, label.since});
}

}  // namespace

void placeTopLabels(const LabelRow& row, std::vector<TopLabel> labels, std::vector<Text>& texts) {
    std::stable_sort(labels.begin(), labels.end(),
                     [](const TopLabel& a, const TopLabel& b) { return a.x < b.x; });
    const double height = row.fonts.metrics(TextRole::Reason).height();
    std::vector<const TopLabel*> crowdedOut;
    double taken = row.area.left();
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const TopLabel& label = labels[i];
        const bool mark = label.role == TextRole::Mark;
        double x = std::max(label.x, taken);
        const double most = mostOf(labels, i, row.unit);
        const double leftmost = taken;
        if (mark) taken = std::max(taken, label.x);  // its glyph
        QString shown = label.text;
        double width = row.fonts.width(label.role, shown) + 1;
        // A mark's words go to its left when there is room only there.
        if (mark && x + width > most) {
            const double left = label.x - 18 * row.unit - width;
            if (left >= leftmost) x = left;
        }
        if (x + width > most && !label.shorter.isEmpty()) {
            shown = label.shorter;
            width = row.fonts.width(label.role, shown) + 1;
        }
        if (x + width > most) {
            width = most - x;
            if (width < kLeastStump * row.unit) {
                if (!mark && !label.shorter.isEmpty()) crowdedOut.push_back(&label);
                continue;
            }
            shown = row.fonts.elided(label.role, shown, width);
        }
        if (shown.size() < 3 && shown != label.text) continue;
        taken = std::max(taken, x + width + 5 * row.unit);
        texts.push_back({QRectF(x, row.bottom - height, width, height), shown, label.colour,
                         label.role, Qt::AlignLeft | Qt::AlignVCenter,
                         shown == label.text ? QString() : label.text, row.lane, label.since});
    }
    for (const TopLabel* label : crowdedOut) placeBelow(row, *label, texts);
}

}  // namespace coroscope::app
