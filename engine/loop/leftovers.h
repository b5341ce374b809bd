// What is still alive when the main program is over, and in which order it gets to say something.
#pragma once

#include <vector>

#include "engine/loop/run_context.h"

namespace coroscope::loop {

/// The living objects with finalizers, in the order in which CPython's collector finalizes them as
/// the interpreter ends (Python/pylifecycle.c: Py_FinalizeEx collects once before the modules go
/// and once after). First what the main module's names do not lead to, coroutines before the tasks
/// that they were made for, as they are older; then what they do lead to, where the first
/// collection has moved the coroutines behind their tasks (Modules/gcmodule.c, move_unreachable).
[[nodiscard]] std::vector<Ptr<Object>> leftovers(RunContext& run, Dict* mainNames);

}  // namespace coroscope::loop
