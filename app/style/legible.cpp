// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/legible.h"

#include <algorithm>
#include <cmath>

#include "app/style/scheme.h"

namespace coroscope::app {

double luminance(const QColor& color) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor& one, const QColor& other) {
    const auto [less, more] = std::minmax({luminance(one), luminance(other)});
    return (more + 0.05) / (less + 0.05);
}

QColor legibleOn(const QColor& color, const QColor& ground) {
    constexpr double kEnough = 4.5;
    const QColor towards = luminance(ground) > 0.18 ? Qt::black : Qt::white;
    QColor text = color;
    for (int share = 2; share <= 100 && contrast(text, ground) < kEnough; share += 2) {
        text = blend(towards, color, share / 100.0);
    }
    return text;
}

}  // namespace coroscope::app
