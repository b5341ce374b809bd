// Callbacks in words: for reprs (Lib/asyncio/format_helpers.py, base_futures.py) and the trace.
#pragma once

#include <string>
#include <string_view>

#include "engine/loop/future.h"

namespace coroscope::loop {

/// `cb=[…]` of a future's repr; empty without callbacks.
[[nodiscard]] std::string callbacksText(RunContext& run, Future* future);
/// `f(1, 'x') at file.py:3`, as _format_callback_source.
[[nodiscard]] std::string callbackText(RunContext& run, Value callable,
                                       std::span<const Value> arguments);
/// The name alone, for the trace.
[[nodiscard]] std::string callableName(RunContext& run, Value callable);

}  // namespace coroscope::loop
