// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The row of words above a lane's line: reasons of its waits, words of its marks.

#include <cstdint>
#include <vector>

#include <QRectF>
#include <QString>

#include "app/timeline/chart_layout.h"

namespace coroscope::app {

/// A word or reason above the line that wants to stand at `x`; it may use the room up to `most`.
struct TopLabel {
    double x = 0;
    double most = 0;
    QString text;
    QString shorter;  ///< instead, if the text does not fit; a wait's reason has one
    QRgb colour = 0;
    TextRole role = TextRole::Reason;
    EventIndex since{};  ///< the event with which it comes
};

/// Where the words of one lane go.
struct LabelRow {
    const ChartFonts& fonts;
    double unit = 1;
    QRectF area;        ///< where lanes are
    double bottom = 0;  ///< of the words above the line
    double under = 0;   ///< the top of those below it
    double floor = 0;   ///< where the lane ends
    double pad = 0;     ///< how far a run reaches to either side of its moment
    std::uint32_t lane = 0;
};

/// Each from its place up to the next one's. A mark outranks a reason, which begins after it; a
/// reason for which a mark leaves no room goes below the line, if there is room.
void placeTopLabels(const LabelRow& row, std::vector<TopLabel> labels, std::vector<Text>& texts);

}  // namespace coroscope::app
