// Signals: who handles which, and the loop's own handlers (Lib/asyncio/unix_events.py). None comes
// from outside; the scenario raises them itself.
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

inline constexpr std::int64_t kInterrupt = 2;

/// The module `_signal`: its `handlers` are by number; what is not there is handled as ever.
[[nodiscard]] Ref makeSignalModule(RunContext& run);

/// signal.getsignal and signal.signal; none (Unbound): as ever.
[[nodiscard]] Ref signalHandler(RunContext& run, std::int64_t number);
Status setSignalHandler(RunContext& run, std::int64_t number, Value handler);

/// Whether handlers may be set where the code runs now: in the main thread of a process.
[[nodiscard]] bool maySetSignalHandlers(RunContext& run);

/// In the main thread: handles the signals that threads have raised meanwhile
/// (Modules/signalmodule.c _PyErr_CheckSignalsTstate). Raised: what a handler raised.
[[nodiscard]] Status handleSignals(RunContext& run);

/// add_signal_handler(sig, callback, *args) and remove_signal_handler(sig), self first.
[[nodiscard]] Ref addSignalHandler(Vm& vm, const Arguments& a);
[[nodiscard]] Ref removeSignalHandler(Vm& vm, const Arguments& a);

/// As the loop is closed: its handlers are taken away.
void removeSignalHandlers(EventLoop* loop);

}  // namespace coroscope::loop
