// Callbacks in words: for reprs (Lib/asyncio/format_helpers.py, base_futures.py) and the trace.
#pragma once

#include <string>
#include <string_view>

#include "engine/loop/future.h"

namespace coroscope::loop {

/// `cb=[…]` of a future's repr; empty without callbacks.
[[nodiscard]] std::string callbacksText(RunContext& run, Future* future);
/// `f() at file.py:3`, as _format_callback_source.
[[nodiscard]] std::string callableText(RunContext& run, Value callable);
/// The name alone, for the trace.
[[nodiscard]] std::string callableName(RunContext& run, Value callable);

}  // namespace coroscope::loop
