// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The linear map between a stretch of an axis and a stretch of pixels.

namespace coroscope::app {

struct AxisScale {
    double begin = 0;  ///< the axis value at `left`
    double end = 1;    ///< the axis value at `right`
    double left = 0;   ///< pixels
    double right = 1;

    [[nodiscard]] double pixelsPerUnit() const { return (right - left) / (end - begin); }
    [[nodiscard]] double toX(double value) const {
        return left + (value - begin) * pixelsPerUnit();
    }
    [[nodiscard]] double toValue(double x) const {
        return begin + (x - left) * (end - begin) / (right - left);
    }
};

}  // namespace coroscope::app
