// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Numbers in a line of source that can be turned up and down.

#include <optional>

#include <QString>

namespace coroscope::app {

/// A decimal literal: `[begin, end)` are characters of the line.
struct NumberSpot {
    int begin = 0;
    int end = 0;
    double value = 0;
    int decimals = 0;  ///< 0 for an integer

    friend bool operator==(const NumberSpot&, const NumberSpot&) = default;
};

/// The number that holds the character at `column`, or ends just before it. None in a comment, in a
/// name (`x2`) or in a number of another form (`0x1f`, `1e5`, `1_000`).
[[nodiscard]] std::optional<NumberSpot> numberAt(const QString& line, int column);

/// The number `steps` steps on: a step is one unit of the last decimal, of an integer 1. Never
/// below zero, where no lesson's number makes sense.
[[nodiscard]] QString stepped(const NumberSpot& number, int steps);

}  // namespace coroscope::app
