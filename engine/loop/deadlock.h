// Nothing is ready, no timer is set, no worker runs: CPython would wait for ever. The run ends
// with a report of who waits for what.
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// Writes RunContext::message and stops the run as deadlocked.
void reportDeadlock(RunContext& run, EventLoop* loop);

}  // namespace coroscope::loop
