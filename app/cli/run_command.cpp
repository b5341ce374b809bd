// SPDX-License-Identifier: GPL-3.0-or-later

/// `coroscope run`: the scenario's output is the command's own.

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <unistd.h>

#include <fmt/format.h>

#include "app/cli/command_line.h"
#include "app/cli/exit_status.h"
#include "app/cli/interruption.h"
#include "app/cli/limit_options.h"
#include "app/cli/load_scenario.h"
#include "app/output/output_file.h"
#include "app/output/standard_output.h"
#include "engine/simulation.h"
#include "engine/trace/write_json.h"
#include "engine/trace/write_steps.h"

namespace coroscope::app {

namespace {

/// Standard output and standard error, both buffered, in the order in which
/// they were written to where both lead to one place. A standard error that
/// nobody reads is no reason to stop.
class Console {
public:
    /// False if standard output takes no more.
    bool write(trace::Stream stream, std::string_view text) {
        if (stream == trace::Stream::Stdout) {
            error_.flush();
            return output_.write(text);
        }
        const bool outputIsFine = output_.flush();
        error_.write(text);
        return outputIsFine;
    }
    void flush() {
        output_.flush();
        error_.flush();
    }
    /// errno of a failed write to standard output, or 0.
    [[nodiscard]] int error() const { return output_.error(); }

private:
    DescriptorWriter output_{STDOUT_FILENO};
    DescriptorWriter error_{STDERR_FILENO};
};

bool writeRecords(const RunArguments& arguments, const trace::Trace& trace) {
    bool fine = true;
    const auto write = [&fine](const std::string& path, auto&& writer) {
        if (path.empty()) return;
        if (const auto problem = writeFile(path, writer)) {
            fmt::print(stderr, "coroscope: {}\n", *problem);
            fine = false;
        }
    };
    write(arguments.steps, [&](trace::TextSink& sink) { trace::writeSteps(trace, sink); });
    write(arguments.trace, [&](trace::TextSink& sink) { trace::writeJson(trace, sink); });
    return fine;
}

}  // namespace

int runScenario(const RunArguments& arguments) {
    const auto loaded = loadScenario(arguments.scenario);
    if (!loaded) return kCannotRun;

    Console console;
    Simulation* running = nullptr;
    SimulationOptions options;
    options.limits = arguments.limits;
    options.seed = arguments.seed;
    options.until = arguments.until;
    options.path = loaded->path;
    options.files = loaded->files();
    options.root = arguments.root;
    options.keepOutput = !arguments.steps.empty() || !arguments.trace.empty();
    options.onOutput = [&](trace::Stream stream, std::string_view text) {
        if (!console.write(stream, text)) running->requestCancel();
    };
    Simulation simulation(loaded->source, loaded->header, std::move(options));
    running = &simulation;
    const Interruption interruption(simulation);

    const RunResult result = simulation.run();
    for (const scenario::Diagnostic& diagnostic : result.diagnostics) {
        console.write(trace::Stream::Stderr,
                      scenario::render(diagnostic, simulation.sourceOf(diagnostic.file)));
    }
    if (console.error() == 0) console.write(trace::Stream::Stderr, endMessage(result));
    console.flush();
    if (result.status == RunStatus::Refused) return result.exitCode;
    if (console.error() == EPIPE) return kReaderGone;
    if (console.error() != 0) {
        fmt::print(stderr, "coroscope: cannot write standard output: {}\n",
                   std::strerror(console.error()));
        return kFailure;
    }
    return writeRecords(arguments, *simulation.trace()) ? result.exitCode : kFailure;
}

}  // namespace coroscope::app
