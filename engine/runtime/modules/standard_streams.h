// What the runtime and asyncio themselves write to sys.stdout and sys.stderr.
#pragma once

#include <string_view>

#include "engine/runtime/host.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// To the one that the scenario has put in the place of the stream, if it has; nowhere, if that is
/// None. Raises what its write() raises.
[[nodiscard]] Status writeToStandard(Vm& vm, Stream stream, std::string_view text);

/// A report on standard error, which nobody can catch an error of (_PyErr_WriteUnraisableMsg): one
/// of write() is forgotten.
void writeReport(Vm& vm, std::string_view text);

}  // namespace coroscope::runtime
