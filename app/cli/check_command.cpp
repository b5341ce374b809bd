// SPDX-License-Identifier: GPL-3.0-or-later

/// `coroscope check`: what `run` would refuse, for any number of scenarios.

#include <cstdio>

#include <fmt/format.h>

#include "app/cli/command_line.h"
#include "app/cli/exit_status.h"
#include "app/cli/load_scenario.h"
#include "engine/simulation.h"

namespace coroscope::app {

int checkScenarios(const CheckArguments& arguments) {
    bool fine = true;
    for (const std::string& name : arguments.scenarios) {
        const auto loaded = loadScenario(name);
        if (!loaded) {
            fine = false;
            continue;
        }
        SimulationOptions options;
        options.path = loaded->path;
        options.files = loaded->files();
        options.root = arguments.root;
        const Simulation simulation(loaded->source, loaded->header, std::move(options));
        const std::vector<scenario::Diagnostic> diagnostics = simulation.check();
        for (const scenario::Diagnostic& diagnostic : diagnostics) {
            fmt::print(stderr, "{}",
                       scenario::render(diagnostic, simulation.sourceOf(diagnostic.file)));
        }
        if (diagnostics.empty()) fmt::print("{}: nothing to object to\n", loaded->source.name());
        fine = fine && diagnostics.empty();
    }
    return fine ? kSuccess : kCannotRun;
}

}  // namespace coroscope::app
