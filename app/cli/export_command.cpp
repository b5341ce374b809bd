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
#include "app/lesson/lesson.h"
#include "app/output/export_files.h"
#include "engine/scenario/diagnostic.h"
#include "engine/simulation.h"

namespace coroscope::app {

namespace {

/// What could not be done, for the user.
int complain(const std::string& problem) {
    fmt::print(stderr, "coroscope: {}\n", problem);
    return kCannotRun;
}

/// How far it has come, on a terminal, when there is more than one file to wait for.
class Progress {
public:
    ~Progress() {
        if (shown_) fmt::print(stderr, "\r\033[K");
    }
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(std::size_t done, std::size_t count, const std::string& path) {
        shown_ = count > 1 && ::isatty(STDERR_FILENO) == 1;
        if (shown_ && done < count) fmt::print(stderr, "\r\033[K[{}/{}] {}", done + 1, count, path);
    }

private:
    bool shown_ = false;
};

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

ExportedRun exportedRun(const LoadedScenario& loaded, const Simulation& simulation) {
    const std::filesystem::path file = loaded.source.name();
    const std::filesystem::path named = loaded.lesson == nullptr ? file : file.parent_path();
    auto lesson = loaded.lesson;
    if (lesson == nullptr) {
        Lesson packed;
        packed.mainFile = mainFileOf(file.filename().string());
        packed.files = simulation.importedFiles();
        packed.files[packed.mainFile] = loaded.source.text();
        lesson = std::make_shared<const Lesson>(std::move(packed));
    }
    return {simulation.trace(),
            loaded.header.title.empty() ? named.stem().string() : loaded.header.title,
            file.filename().string(), loaded.source.text(), std::move(lesson)};
}

/// A part of the run can be asked for in which nothing happens; that is no error.
void warnOfNothing(const ExportedRun& run, const ExportOptions& options) {
    const auto excerpt = excerptOf(*run.trace, options);
    const auto* part = std::get_if<trace::Excerpt>(&excerpt);
    if (part == nullptr) return;
    if (const auto warning = warningOf(*run.trace, *part)) {
        fmt::print(stderr, "coroscope: warning: {}\n", *warning);
    }
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
    auto opened = ExportFiles::open(*targets, arguments.options);
    if (const auto* problem = std::get_if<std::string>(&opened)) return complain(*problem);
    const auto loaded = loadScenario(arguments.scenario);
    if (!loaded) return kCannotRun;
    SimulationOptions options;
    options.path = loaded->path;
    options.files = loaded->files();
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

    const ExportedRun run = exportedRun(*loaded, simulation);
    warnOfNothing(run, arguments.options);
    Progress progress;
    const auto problem = std::get<ExportFiles>(opened).write(
        run, paint, [&progress](std::size_t done, std::size_t count, const std::string& path) {
            progress.show(done, count, path);
            return true;
        });
    return problem ? complain(*problem) : kSuccess;
}

}  // namespace coroscope::app
