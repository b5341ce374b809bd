// What the repr of a task says of its coroutine (Lib/asyncio/coroutines.py _format_coroutine).
#pragma once

#include <string>

#include "engine/loop/task.h"

namespace coroscope::loop {

/// `work() running at lesson.py:5`
[[nodiscard]] std::string coroutineText(RunContext& run, Value coroutine);

}  // namespace coroscope::loop
