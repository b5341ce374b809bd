// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coroscope {
class Simulation;
}

namespace coroscope::app {

/// While it lives, Ctrl+C ends the run as Cancelled and whoever else asks may end, too; a second
/// one ends the process. A closed pipe is an error of write() instead of a signal. One at a time.
class Interruption {
public:
    explicit Interruption(Simulation& simulation);
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    /// Whether it was pressed.
    [[nodiscard]] static bool asked();
};

}  // namespace coroscope::app
