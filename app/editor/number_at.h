// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Numbers in a line of source that can be turned up and down.

#include <optional>

#include <QString>

namespace coroscope::app {

/// A literal, with its sign if it has one: `[begin, end)` are characters of the line.
struct NumberSpot {
    int begin = 0;
    int end = 0;
    double value = 0;
    int decimals = 0;  ///< 0 for an integer
    bool isSigned = false;
    QString exponent = {};   ///< `e-3`, which stays as it is
    QString prefix = {};     ///< `0x`, `0o`, `0b`: what follows has the digits of that base
    int digits = 0;          ///< behind a prefix; fewer are filled up with zeros
    bool isGrouped = false;  ///< by thousands: `1_000`

    friend bool operator==(const NumberSpot&, const NumberSpot&) = default;
};

/// The number that holds the character at `column`, or ends just before it. None in a comment or a
/// string, in a name (`x2`) or of another form (`1j`, `10_00`).
[[nodiscard]] std::optional<NumberSpot> numberAt(const QString& line, int column);

/// The number `steps` steps on: a step is one unit of the last decimal, of an integer 1. Never
/// below zero, where no lesson's number makes sense, unless it had a sign.
[[nodiscard]] QString stepped(const NumberSpot& number, int steps);

}  // namespace coroscope::app
