#pragma once

/// Words for what a trace holds in numbers. Short and plain: they stand on
/// bars, in lists and in messages.

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/trace/event.h"
#include "engine/trace/ids.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// Of a time in words: what people can take in at a glance, or all that there is, for data.
enum class Digits : std::uint8_t { Few, All };

/// `StepBegan`.
[[nodiscard]] std::string_view kindName(EventKind kind);

/// What a suspended task waits for, as it stands on a bar: `sleep 2 s`,
/// `Task-3`, `gather of 4`, `lock`. `suspension` is a StepEnded that suspends.
[[nodiscard]] std::string waitReason(const Trace& trace, const Event& suspension,
                                     Digits digits = Digits::Few);

/// One line about an event: `courier is suspended: sleep 2 s`. Tasks have the names that they have
/// in the end, as on their lanes: asyncio names a new task only after its creation.
[[nodiscard]] std::string describe(const Trace& trace, EventIndex at, Digits digits = Digits::Few);

/// A number for people: `3.523`, `0.00001235`; three decimals at most, or four digits of less
/// than 1.
[[nodiscard]] std::string roundedText(double value);

/// A span of time: `2 s`, `0.25 s`.
[[nodiscard]] std::string secondsText(double seconds, Digits digits = Digits::Few);

}  // namespace coroscope::trace
