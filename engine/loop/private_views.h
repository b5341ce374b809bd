// What lessons on the inside of asyncio look at: the private attributes that CPython's classes
// keep their state in (`lock._waiters`, `loop._ready`). Ours is kept otherwise, so each look gives
// a copy of it in the same form.
#pragma once

#include <vector>

#include "engine/loop/wait_line.h"

namespace coroscope::loop {

[[nodiscard]] Ref listOf(Vm& vm, const std::vector<Ref>& items);
/// A collections.deque of these.
[[nodiscard]] Ref dequeOf(Vm& vm, const std::vector<Ref>& items);
/// Those in line; None where CPython makes the line as the first one comes, and none has come.
[[nodiscard]] Ref lineView(Vm& vm, const WaitLine& line, bool madeAtNeed = false);

/// `_ready`, `_scheduled` and the like of a loop.
void addLoopViews(Vm& vm, Type* type);
/// `_callbacks` of a future.
[[nodiscard]] Ref callbacksView(Vm& vm, Value future);

}  // namespace coroscope::loop
