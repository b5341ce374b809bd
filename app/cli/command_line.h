// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/scenario/limits.h"

namespace coroscope::app {

/// `coroscope run`.
struct RunArguments {
    std::string scenario;  ///< a file, the name of a bundled scenario, or `-`
    std::string steps;     ///< where the step listing goes; empty: nowhere
    std::string trace;     ///< where the trace goes; empty: nowhere
    std::string root;      ///< a further folder for imports; empty: none
    std::optional<std::uint64_t> seed;
    std::optional<double> until;
    /// An endless loop is not waited for as long as the engine would let it run.
    scenario::Limits limits{.instructions = 500'000'000};
};

/// `coroscope check`.
struct CheckArguments {
    std::vector<std::string> scenarios;
    std::string root;  ///< as RunArguments
};

/// `coroscope export`.
struct ExportArguments {
    std::string scenario;
    std::vector<std::string> outputs;
    std::string root;  ///< as of `run`
};

/// What every command gives back is the process's exit status.
[[nodiscard]] int runScenario(const RunArguments& arguments);
[[nodiscard]] int checkScenarios(const CheckArguments& arguments);
[[nodiscard]] int listScenarios();
/// The desktop program does the painting; `program` is what this one was
/// called by.
[[nodiscard]] int exportScenario(const ExportArguments& arguments, const std::string& program);

/// The whole program: understands the arguments and does what they say.
/// Without a command the desktop program takes over.
[[nodiscard]] int runCommandLine(int argc, char** argv, const std::string& version);

}  // namespace coroscope::app
