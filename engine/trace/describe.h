#pragma once

/// Words for what a trace holds in numbers. Short and plain: they stand on
/// bars, in lists and in messages.

#include <string>
#include <string_view>

#include "engine/trace/event.h"
#include "engine/trace/ids.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// `StepBegan`.
[[nodiscard]] std::string_view kindName(EventKind kind);

/// What a suspended task waits for, as it stands on a bar: `sleep 2 s`,
/// `Task-3`, `gather of 4`, `lock`. `suspension` is a StepEnded that suspends.
[[nodiscard]] std::string waitReason(const Trace& trace, const Event& suspension);

/// One line about an event: `courier is suspended: sleep 2 s`.
[[nodiscard]] std::string describe(const Trace& trace, EventIndex at);

/// A span of time for people: `2 s`, `0.25 s`, `1e-05 s`.
[[nodiscard]] std::string secondsText(double seconds);

}  // namespace coroscope::trace
