// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The row of words above a lane's line: reasons of its waits, words of its marks.

#include <utility>
#include <vector>

#include <QRectF>
#include <QString>
#include <QStringList>

#include "app/timeline/chart_layout.h"

namespace coroscope::app {

/// A word or reason above the line that wants to begin at `x` and may use the room up to `most`.
struct TopLabel {
    double x = 0;
    double most = 0;
    QStringList forms;  ///< what may be written, the longest first
    QRgb colour = 0;
    TextRole role = TextRole::Reason;
    EventIndex since{};  ///< the event with which it comes
    /// A mark's words may stand left of its sign, too: from `least` to `left`.
    double least = 0;
    double left = 0;
    /// The last form is (or ends with) a name, of which the first letters tell much: it may be cut.
    bool endsInName = false;
    /// Below the line, where there is no room above it.
    bool mayGoBelow = false;
};

/// From, to.
using Stripe = std::pair<double, double>;

/// Where the words of one lane go.
struct LabelRow {
    const ChartFonts& fonts;
    double unit = 1;
    QRectF area;        ///< where lanes are
    double bottom = 0;  ///< of the words above the line
    double under = 0;   ///< the top of those below it
    double floor = 0;   ///< where the lane ends
    std::uint32_t lane = 0;
    /// What words above the line, and below it, must not cover, in no order.
    std::vector<Stripe> above;
    std::vector<Stripe> below;
};

/// Trouble comes first: every mark gets its shortest words, wherever there is room for them, then
/// longer ones as far as they fit; reasons of waits share what is left. What has no room even in
/// its shortest form is not written (a number that is cut says less than nothing).
void placeTopLabels(LabelRow row, std::vector<TopLabel> labels, std::vector<Text>& texts);

}  // namespace coroscope::app
