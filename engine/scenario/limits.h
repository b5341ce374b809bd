#pragma once

#include <cstdint>

namespace coroscope::scenario {

/// What one run of a scenario may use before it is cut off. The defaults are
/// generous for any lesson, and small enough that a program from anybody
/// cannot hurt the machine.
struct Limits {
    /// Bytecode instructions of the whole run.
    std::uint64_t instructions = 2'000'000'000;
    /// Bytes held by the scenario's own values at one time.
    std::uint64_t memoryBytes = 1ULL << 30;
    /// Events recorded in the trace.
    std::uint64_t events = 20'000'000;
    /// Bytes written to standard output and standard error together.
    std::uint64_t outputBytes = 64ULL << 20;
    /// Nested Python calls, as `sys.getrecursionlimit()` has it.
    int recursionDepth = 1000;
};

}  // namespace coroscope::scenario
