// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/output/export_files.h"
#include "app/output/export_options.h"
#include "engine/scenario/limits.h"

namespace CLI {
class App;
}

namespace coroscope::app {

/// `coroscope run`.
struct RunArguments {
    std::string scenario;  ///< a file, the name of a bundled scenario, or `-`
    std::string steps;     ///< where the step listing goes; empty: nowhere
    std::string trace;     ///< where the trace goes; empty: nowhere
    std::string root;      ///< a further folder for imports; empty: none
    std::optional<std::uint64_t> seed;
    std::optional<double> until;
    scenario::Limits limits;
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
    std::string root;    ///< as of `run`
    std::string format;  ///< an extension: the format of standard output
    ExportOptions options;
    std::vector<std::string> given;  ///< the names of its options that were given
    scenario::Limits limits;
};

/// Starts the program that has one, in place of this; comes back only to say why it cannot.
using HandOver = std::function<std::string()>;

/// What every command gives back is the process's exit status.
[[nodiscard]] int runScenario(const RunArguments& arguments);
[[nodiscard]] int checkScenarios(const CheckArguments& arguments);
[[nodiscard]] int listScenarios();
/// Without a painter it hands over as soon as one is needed.
[[nodiscard]] int exportScenario(const ExportArguments& arguments, const FigurePainter& paint,
                                 const HandOver& handOver);

void addExportArguments(CLI::App& command, ExportArguments& arguments);
/// Those of the given options that mean nothing for any of these files.
[[nodiscard]] std::vector<std::string> idleOptions(const ExportArguments& arguments,
                                                   const std::vector<ExportTarget>& targets);

/// The whole program: understands the arguments and does what they say.
/// Without a command the window takes over, and where a painter is needed and there is none the
/// program that has one, with the same arguments.
[[nodiscard]] int runCommandLine(int argc, char** argv, const std::string& version,
                                 const FigurePainter& paint = {});

}  // namespace coroscope::app
