// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What the Loop panel shows, as plain data.

#include <cstddef>
#include <vector>

#include <QString>

#include "engine/trace/state_at.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

/// A task or a callback on a card.
struct LoopCard {
    trace::TaskId task;  ///< none: a callback, or something outside tasks
    QString label;
    /// Timers: when they are due, `1.50`.
    QString when;
    QString tip;
};

struct LoopCards {
    /// At most this many cards a row are made; the rest is counted.
    static constexpr std::size_t kMostCards = 100;

    std::vector<LoopCard> running;  ///< none or one
    std::vector<LoopCard> ready;    ///< the next to run first
    std::size_t readyCount = 0;
    std::vector<LoopCard> timers;  ///< the next to be due first
    std::size_t timerCount = 0;
    bool blocked = false;
    bool finished = false;
    bool deadlock = false;  ///< finished, since nobody can ever go on
    QString blockedText;    ///< `time.sleep 0.75 s`
    QString clock;          ///< `1.25 s`
    /// Where the clock goes next: `next jump → 1.50 s (parcel 3)`, or `due now: parcel 3`; empty
    /// while there is work to do now, or when there is nothing more to wait for.
    QString next;
};

[[nodiscard]] LoopCards makeLoopCards(const trace::Trace& trace, const trace::LoopState& state);

}  // namespace coroscope::app
