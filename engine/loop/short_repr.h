// repr() cut to a length that suits a line of a log (Lib/reprlib.py), as asyncio shows results
// of futures and arguments of callbacks.
#pragma once

#include <span>
#include <string>

#include "engine/runtime/vm.h"

namespace coroscope::loop {

/// Never fails: what raises is shown as "<T instance at 0x…>".
[[nodiscard]] std::string shortRepr(runtime::Vm& vm, runtime::Value value);
/// `(1, 'two')`: each one short; no comma after a single one.
[[nodiscard]] std::string shortArguments(runtime::Vm& vm, std::span<const runtime::Value> values);

}  // namespace coroscope::loop
