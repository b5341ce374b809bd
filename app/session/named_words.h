// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The trace's own words with the names that the program gives its locks, queues and futures.

#include <string>

#include "engine/trace/describe.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

class RunSource;

/// `lock door`, `event ev`, `q.get`, `future done`; else as `trace::waitReason` says it.
[[nodiscard]] std::string namedWait(const trace::Trace& trace, const trace::Event& suspension,
                                    const RunSource& source,
                                    trace::Digits digits = trace::Digits::Few);

/// `Task-2 worker takes the lock door`; else as `trace::describe` says it.
[[nodiscard]] std::string namedDescription(const trace::Trace& trace, trace::EventIndex at,
                                           const RunSource& source,
                                           trace::Digits digits = trace::Digits::Few);

}  // namespace coroscope::app
