// What a future's `__await__` gives: Modules/_asynciomodule.c futureiterobject.
#pragma once

#include "engine/loop/future.h"

namespace coroscope::loop {

/// One step of awaiting a future: it yields itself until it is done (FutureIter_am_send).
/// `await` takes this way without an iterator in between.
StepOutcome sendFuture(Vm& vm, Value future, Value sent);
StepOutcome throwIntoFuture(Vm& vm, Value future, Exception* exception);

/// `future.__await__()`, asked for by hand or by `yield from`.
[[nodiscard]] Ref iterateFuture(Vm& vm, Value future);

void initFutureIteratorType(RunContext& run);

}  // namespace coroscope::loop
