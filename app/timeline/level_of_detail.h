// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Folds what is too narrow to be seen, so that the cost of drawing follows the pixels and not the
/// events.
///
/// A lane's spans abut and are sorted, so the next span that begins at least so many pixels further
/// on is found by galloping (doubling strides, then bisection), whatever lies between. How many
/// runs were passed over is one subtraction in `Lane::runsBefore`.

#include <algorithm>
#include <cstddef>

#include "app/timeline/axis_scale.h"
#include "app/timeline/lane_model.h"

namespace coroscope::app {

/// The spans [first, last) of a lane as they are drawn: one that is wide enough, or several that
/// are not, side by side.
struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
    bool folded = false;
    double x0 = 0;  ///< pixels, not clipped
    double x1 = 0;
};

/// The first index after `from` whose value is greater than `limit`.
[[nodiscard]] inline std::size_t gallop(const std::vector<double>& sorted, std::size_t from,
                                        double limit) {
    std::size_t stride = 1;
    std::size_t low = from;
    while (low + stride < sorted.size() && sorted[low + stride] <= limit) {
        low += stride;
        stride *= 2;
    }
    const auto first = sorted.begin() + static_cast<std::ptrdiff_t>(low + 1);
    const auto last =
        sorted.begin() + static_cast<std::ptrdiff_t>(std::min(low + stride, sorted.size()));
    return static_cast<std::size_t>(std::upper_bound(first, last, limit) - sorted.begin());
}

/// Calls `put(const Stretch&)` for all that is visible of a lane, from left to right. Spans
/// narrower than `minWidth` pixels are folded with their narrow neighbours.
template <typename Emit>
void foldLane(const Lane& lane, AxisKind axis, const AxisScale& scale, double minWidth,
              Emit&& put) {
    const std::vector<double>& at = lane.along(axis);
    const std::size_t count = lane.spanCount();
    if (count == 0) return;
    const double unit = scale.pixelsPerUnit();
    const double width = minWidth / unit;
    const double end = scale.end + 2 * width;
    const auto begin = std::lower_bound(at.begin(), at.end(), scale.begin - 2 * width);
    std::size_t i = begin == at.begin() ? 0 : static_cast<std::size_t>(begin - at.begin() - 1);
    const auto give = [&](std::size_t first, std::size_t last, bool folded) {
        put(Stretch{first, last, folded, scale.left + (at[first] - scale.begin) * unit,
                    scale.left + (at[last] - scale.begin) * unit});
    };
    while (i < count && at[i] <= end) {
        if (at[i + 1] - at[i] >= width) {
            give(i, i + 1, false);
            ++i;
            continue;
        }
        const std::size_t first = i;
        while (i < count && at[i] <= end && at[i + 1] - at[i] < width) {
            const std::size_t past = gallop(at, i, at[i] + width);
            if (past > count) {
                i = count;
            } else if (at[past] - at[past - 1] >= width) {
                i = past - 1;  // a wide span begins in this window; it stands alone
            } else {
                i = past;
            }
        }
        give(first, i, true);
    }
}

}  // namespace coroscope::app
