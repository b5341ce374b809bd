// AbstractEventLoop: what a loop has to have, and nothing that does it (Lib/asyncio/events.py).
#pragma once

#include "engine/runtime/native.h"

namespace coroscope::loop {

/// The class above all loops. Its instances have attributes and nothing else, in the place where an
/// EventLoop has them.
[[nodiscard]] runtime::Type* makeAbstractLoopType(runtime::Vm& vm);

}  // namespace coroscope::loop
