// `return future.result()` and its like, in functions of asyncio that are Python in CPython.
#pragma once

#include "engine/loop/future.h"

namespace coroscope::loop {

/// The future's result, asked for in a frame that has the future among its locals. Its exception,
/// if that is what comes, leads from now on by its traceback back to the future: see Uncollected.
[[nodiscard]] Ref resultOfLocal(RunContext& run, Future* future);

/// What a frame ends with that has `local` among its locals: an exception keeps it.
[[nodiscard]] Ref leaveFrameOf(RunContext& run, Value local, Ref result);

}  // namespace coroscope::loop
