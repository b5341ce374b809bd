// SPDX-License-Identifier: GPL-3.0-or-later

/// `coroscope export`: one run, any number of files. All of them are written, or none.

#include <cstdio>
#include <filesystem>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/cli/command_line.h"
#include "app/cli/exit_status.h"
#include "app/cli/limit_options.h"
#include "app/cli/load_scenario.h"
#include "app/launch/desktop.h"
#include "app/output/format.h"
#include "app/output/gzip.h"
#include "app/output/output_file.h"
#include "engine/scenario/diagnostic.h"
#include "engine/simulation.h"

namespace coroscope::app {

namespace {

/// What could not be done, for the user.
int complain(const std::string& problem) {
    fmt::print(stderr, "coroscope: {}\n", problem);
    return kCannotRun;
}

/// A target whose place has been found to be writable.
struct OpenTarget {
    ExportTarget target;
    OutputFile file;
};

/// How far it has come, on a terminal, when there is more than one file to wait for.
class Progress {
public:
    explicit Progress(std::size_t count) : count_(count), shown_(count > 1 && ::isatty(2) == 1) {}
    ~Progress() {
        if (shown_) fmt::print(stderr, "\r\033[K");
    }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void next(const std::string& path) {
        ++done_;
        if (shown_) fmt::print(stderr, "\r\033[K[{}/{}] {}", done_, count_, path);
    }

private:
    std::size_t count_;
    std::size_t done_ = 0;
    bool shown_;
};

std::optional<std::string> write(OpenTarget& open, const ExportedRun& run,
                                 const trace::Excerpt& excerpt, const ExportOptions& options,
                                 const FigurePainter& paint) {
    const Format& format = *open.target.format;
    std::optional<std::string> refusal;
    const Writing document = [&](trace::TextSink& sink) {
        if (format.painted()) {
            refusal = paint(run, excerpt, options, format, sink);
        } else {
            format.write(run, excerpt, sink);
        }
    };
    const auto problem = open.file.fill([&](trace::TextSink& sink) {
        open.target.gzip ? writeGzipped(document, sink) : document(sink);
    });
    return refusal ? refusal : problem;
}

/// Fills all, and puts them in their places only when all are full.
int writeAll(std::vector<OpenTarget>& targets, const ExportedRun& run, const ExportOptions& options,
             const FigurePainter& paint) {
    const auto excerpt = excerptOf(*run.trace, options);
    if (const auto* problem = std::get_if<std::string>(&excerpt)) return complain(*problem);
    {
        Progress progress(targets.size());
        for (OpenTarget& open : targets) {
            progress.next(open.target.path);
            const auto problem =
                write(open, run, std::get<trace::Excerpt>(excerpt), options, paint);
            if (problem) return complain(*problem);
        }
    }
    for (OpenTarget& open : targets) {
        if (const auto problem = open.file.commit()) return complain(*problem);
    }
    return kSuccess;
}

std::optional<std::vector<ExportTarget>> targetsOf(const ExportArguments& arguments) {
    std::vector<ExportTarget> targets;
    for (const std::string& output : arguments.outputs) {
        auto target = targetOf(output, arguments.format);
        if (const auto* problem = std::get_if<std::string>(&target)) {
            (void)complain(*problem);
            return std::nullopt;
        }
        targets.push_back(std::move(std::get<ExportTarget>(target)));
    }
    return targets;
}

}  // namespace

int exportScenario(const ExportArguments& arguments, const FigurePainter& paint,
                   const HandOver& handOver) {
    const auto targets = targetsOf(arguments);
    if (!targets) return kCannotRun;
    if (!paint) {
        for (const ExportTarget& target : *targets) {
            if (target.format->painted()) return complain(handOver());
        }
    }
    std::vector<OpenTarget> open;
    for (const ExportTarget& target : *targets) {
        auto file = OutputFile::open(target.path);
        if (const auto* problem = std::get_if<std::string>(&file)) return complain(*problem);
        open.push_back({target, std::move(std::get<OutputFile>(file))});
    }

    const auto loaded = loadScenario(arguments.scenario);
    if (!loaded) return kCannotRun;
    SimulationOptions options;
    options.path = loaded->path;
    options.root = arguments.root;
    options.limits = arguments.limits;
    Simulation simulation(loaded->source, loaded->header, std::move(options));
    const RunResult result = simulation.run();
    for (const scenario::Diagnostic& diagnostic : result.diagnostics) {
        fmt::print(stderr, "{}",
                   scenario::render(diagnostic, simulation.sourceOf(diagnostic.file)));
    }
    if (result.status == RunStatus::Refused) return result.exitCode;
    // A run that went wrong is worth its files all the same.
    fmt::print(stderr, "{}", endMessage(result));

    const std::filesystem::path file = loaded->source.name();
    const ExportedRun run{
        simulation.trace(),
        loaded->header.title.empty() ? file.stem().string() : loaded->header.title,
        file.filename().string(), loaded->source.text()};
    return writeAll(open, run, arguments.options, paint);
}

}  // namespace coroscope::app
