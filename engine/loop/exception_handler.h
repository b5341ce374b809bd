// What happens to errors that nobody can catch: the exception handlers of a loop
// (Lib/asyncio/base_events.py).
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// loop.call_exception_handler(context) and default_exception_handler(context).
/// Raised: SystemExit and KeyboardInterrupt only.
Status callExceptionHandler(RunContext& run, EventLoop* loop, Ptr<Dict> context);
/// The same, whatever the loop's class makes of it.
Status callExceptionHandlerItself(RunContext& run, EventLoop* loop, Ptr<Dict> context);
Status defaultExceptionHandler(RunContext& run, EventLoop* loop, Dict* context);
/// Says what the default handler itself failed with, which is pending.
void reportDefaultHandlersError(RunContext& run);

}  // namespace coroscope::loop
