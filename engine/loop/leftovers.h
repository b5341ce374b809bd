// What is still alive when the main program is over, and in which order it gets to say something.
#pragma once

#include <vector>

#include "engine/loop/run_context.h"

namespace coroscope::loop {

// As CPython ends (Python/pylifecycle.c: Py_FinalizeEx) its collector comes by twice, once before
// the modules go and once after.

/// What the first collection finds: the living objects with finalizers that nothing leads to.
[[nodiscard]] std::vector<Ptr<Object>> unreachable(RunContext& run, Dict* mainNames);

/// The living objects with finalizers that still have something to say when the modules are gone,
/// in the order of their finalizers. First what the main module's names do not lead to, the oldest
/// first; then what they do lead to, in the order into which the first collection has brought it.
/// Without those of `done`.
[[nodiscard]] std::vector<Ptr<Object>> leftovers(RunContext& run, Dict* mainNames,
                                                 const std::vector<Ptr<Object>>& done);

}  // namespace coroscope::loop
