// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The words in which the panels speak of tasks, moments and callbacks.

#include <cstddef>
#include <string>
#include <string_view>

#include "app/session/run_source.h"
#include "engine/trace/ids.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

/// A task in a sentence: the name that the program gave it, or `Task-3 (sleeper)`. As on its lane,
/// it is the same at every event: asyncio names a new task only after its creation.
[[nodiscard]] std::string spokenTask(const trace::Trace& trace, trace::TaskId task);

/// `3 s`, `3.523 s`: as many digits as one takes in at a glance.
[[nodiscard]] std::string spokenSeconds(double seconds);

/// The same in a column of times, where the unit need not stand in each row: `3.523`. It takes at
/// most so many characters, up to a run of years.
inline constexpr std::size_t kColumnCharacters = 8;
[[nodiscard]] std::string columnSeconds(double seconds);

/// The same beside another moment: with as many more digits as it takes to tell the two apart.
[[nodiscard]] std::string spokenSeconds(double seconds, double beside);

/// The same for tooltips: to the nanosecond, so that sums of decimals look like decimals.
[[nodiscard]] std::string exactSeconds(double seconds);

/// `1st`, `2nd`, `13th`.
[[nodiscard]] std::string ordinal(std::size_t number);

/// What a callback of asyncio's own is for, in a word or two: `end of a sleep`. Others keep their
/// names.
[[nodiscard]] std::string spokenCallback(std::string_view name);

/// What the callback of a CallbackScheduled or CallbackRan is for, for those who need not know the
/// names of asyncio's own private functions.
[[nodiscard]] std::string plainCallback(const trace::Trace& trace, const RunSource& source,
                                        const trace::Event& event);

}  // namespace coroscope::app
