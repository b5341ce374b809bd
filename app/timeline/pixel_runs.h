// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A row of pixels as runs of one colour, for a figure, in whose file each run takes its place.

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>

#include <QRgb>

namespace coroscope::app {

using Pixels = std::span<const QRgb>;

/// The colour of which there is most.
[[nodiscard]] inline QRgb mostFrequent(Pixels pixels) {
    std::map<QRgb, std::size_t> counts;
    for (const QRgb pixel : pixels) ++counts[pixel];
    const auto most =
        std::ranges::max_element(counts, {}, [](const auto& of) { return of.second; });
    return most == counts.end() ? QRgb() : most->first;
}

/// Calls `put(from, to, colour)` for what stands out from `base`, in cells of so many pixels: a
/// cell has the first other colour that is in it, so that nothing is lost.
template <typename Put>
void forEachRun(Pixels pixels, QRgb base, std::size_t cell, Put&& put) {
    const std::size_t count = pixels.size();
    std::size_t begun = 0;
    QRgb colour = base;
    for (std::size_t x = 0; x < count; x += cell) {
        const Pixels here = pixels.subspan(x, std::min(cell, count - x));
        const auto other = std::ranges::find_if(here, [base](QRgb p) { return p != base; });
        const QRgb found = other == here.end() ? base : *other;
        if (found == colour) continue;
        if (colour != base) put(begun, x, colour);
        begun = x;
        colour = found;
    }
    if (colour != base) put(begun, count, colour);
}

}  // namespace coroscope::app
