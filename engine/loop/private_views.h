// What lessons on the inside of asyncio look at: the private attributes that CPython's classes
// keep their state in (`lock._waiters`, `loop._ready`). Ours is kept otherwise, so each look gives
// a copy of it in the same form.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "engine/loop/wait_line.h"

namespace coroscope::loop {

[[nodiscard]] Ref listOf(Vm& vm, std::span<const Ref> items);
/// A collections.deque of these.
[[nodiscard]] Ref dequeOf(Vm& vm, const std::vector<Ref>& items);
/// Those in line; None where CPython makes the line as the first one comes, and none has come.
[[nodiscard]] Ref lineView(Vm& vm, const WaitLine& line, bool madeAtNeed = false);

/// `module.name(*arguments)`: a state of `_asyncio_views`, for one.
[[nodiscard]] Ref makeOf(Vm& vm, std::string_view module, std::string_view name,
                         std::initializer_list<Value> arguments);
[[nodiscard]] inline Ref orNone(Object* object) {
    return object ? Ref(Value(object)) : Ref::none();
}

/// `_ready`, `_scheduled` and the like of a loop.
void addLoopViews(Vm& vm, Type* type);
/// `_callbacks` of a future.
[[nodiscard]] Ref callbacksView(Vm& vm, Value future);

}  // namespace coroscope::loop
