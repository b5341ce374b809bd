// sys.stdin, sys.stdout and sys.stderr (Modules/_io/textio.c).
#pragma once

#include <string>

#include "engine/runtime/host.h"
#include "engine/runtime/value.h"

namespace coroscope::runtime {

struct Dict;
class Vm;

/// Sets the three streams in the namespace of the module sys.
void addStandardStreams(Vm& vm, Dict* sys);

/// The run's own output stream, its write() not replaced: nobody need ask it to write.
[[nodiscard]] bool isUnchanged(Vm& vm, Value file, Stream stream);

/// A line for input(), its end taken off, from sys.stdin or from what the program put there.
/// EOFError at the end (Python/bltinmodule.c builtin_input, Objects/fileobject.c PyFile_GetLine).
[[nodiscard]] Ref readInputLine(Vm& vm);

}  // namespace coroscope::runtime
