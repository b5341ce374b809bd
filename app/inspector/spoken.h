// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The words in which the panels speak of tasks, moments and callbacks.

#include <string>
#include <string_view>

#include "engine/trace/ids.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

/// A task in a sentence: the name that the program gave it, or `Task-3 (sleeper)`.
[[nodiscard]] std::string spokenTask(const trace::Trace& trace, trace::TaskId task,
                                     trace::EventIndex at);

/// `3 s`; whole nanoseconds at most, so that sums of decimals look like decimals.
[[nodiscard]] std::string spokenSeconds(double seconds);

/// `1st`, `2nd`, `13th`.
[[nodiscard]] std::string ordinal(std::size_t number);

/// What a callback of asyncio's own is for, in a word or two: `end of a sleep`. Others keep their
/// names.
[[nodiscard]] std::string spokenCallback(std::string_view name);

}  // namespace coroscope::app
