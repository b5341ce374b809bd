#pragma once

#include <cstdint>
#include <string>

namespace coroscope::scenario {

/// What a run was cut off for.
enum class LimitKind : std::uint8_t {
    Instructions,
    Memory,
    Events,
    Output,
};

/// How a limit ended a run.
struct CutOff {
    LimitKind limit{};
    std::string reason;  ///< "more than 500 events happened"
    std::string file;    ///< where the program stood; empty: nowhere in particular
    int line = 0;
};

/// What one run of a scenario may use before it is cut off. The defaults are
/// generous for any lesson, and small enough that a program from anybody
/// cannot hurt the machine.
struct Limits {
    /// Bytecode instructions of the whole run: a few seconds of an endless loop.
    std::uint64_t instructions = 500'000'000;
    /// Bytes held by the scenario's own values at one time.
    std::uint64_t memoryBytes = 1ULL << 30;
    /// Events recorded in the trace.
    std::uint64_t events = 20'000'000;
    /// Bytes written to standard output and standard error together.
    std::uint64_t outputBytes = 64ULL << 20;
    /// Nested Python calls, as `sys.getrecursionlimit()` has it.
    int recursionDepth = 1000;
};

/// Of a run that is looked at: each of its events is drawn as well as kept, so that it gets fewer.
[[nodiscard]] inline Limits limitsForViewing() { return {.events = 6'000'000}; }

}  // namespace coroscope::scenario
