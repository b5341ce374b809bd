// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What went wrong on a lane: the signs of its marks, how it ended, and the words beside them.

#include <vector>

#include "app/timeline/lane_layout.h"
#include "app/timeline/top_labels.h"

namespace coroscope::app {

/// Where the parts of a lane's row are.
struct LaneRow {
    const Row& row;
    QRectF area;  ///< of all lanes of the group
    double unit = 1;
    double middle = 0;  ///< of the line
    double barHeight = 0;
    bool roomForWords = false;
    double capX = 0;  ///< where a lane's end is marked
};

struct TroubleMarks {
    std::vector<Box> signs;
    std::vector<TopLabel> labels;
};

/// The signs in view, those too near to one another as one, and their words. What the end of the
/// lane says in words already is not said twice.
[[nodiscard]] TroubleMarks troubleMarks(const LaneContext& context, const LaneRow& row);

}  // namespace coroscope::app
