// SPDX-License-Identifier: GPL-3.0-or-later

/// `coroscope export`: one run, any number of files. All of them are written, or none.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/cli/command_line.h"
#include "app/cli/exit_status.h"
#include "app/cli/interruption.h"
#include "app/cli/limit_options.h"
#include "app/cli/load_scenario.h"
#include "app/launch/hand_over.h"
#include "app/lesson/lesson.h"
#include "app/output/export_files.h"
#include "engine/scenario/diagnostic.h"
#include "engine/simulation.h"
#include "engine/trace/describe.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

namespace {

/// What could not be done, for the user.
int complain(const std::string& problem) {
    fmt::print(stderr, "coroscope: {}\n", problem);
    return kCannotRun;
}

/// How far it has come, on a terminal; but of what is done at once nothing.
class Progress {
public:
    Progress() = default;
    ~Progress() {
        if (shown_) fmt::print(stderr, "\r\033[K");
    }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(const ExportStage& stage) {
        const Clock::time_point now = Clock::now();
        if (!terminal_ || stage.path.empty() || now < next_) return;
        next_ = now + kEvery;
        shown_ = true;
        const auto done = static_cast<std::size_t>(stage.overall() * kCells);
        const std::string number =
            stage.count > 1 ? fmt::format(" {}/{}", stage.done + 1, stage.count) : std::string();
        fmt::print(stderr, "\r\033[K[{:#<{}}{:-<{}}]{} {}", "", done, "", kCells - done, number,
                   oneLine(stage.path));
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds kEvery{100};
    static constexpr std::size_t kCells = 30;
    static constexpr std::size_t kRoom = 40;  // beside the bar, on the narrowest terminals

    /// The end of a path, without what a terminal would act upon.
    static std::string oneLine(std::string_view path) {
        while (path.size() > kRoom || (!path.empty() && isWithin(path.front()))) {
            path.remove_prefix(1);
        }
        std::string text(path);
        std::ranges::replace_if(
            text, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, '?');
        return text;
    }
    /// Whether a byte goes on with a character of UTF-8.
    static bool isWithin(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

    bool terminal_ = ::isatty(STDERR_FILENO) == 1;
    bool shown_ = false;
    Clock::time_point next_ = Clock::now() + kEvery;
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
            loaded.header.title.empty() ? named.filename().string() : loaded.header.title,
            file.filename().string(), loaded.source.text(), std::move(lesson)};
}

/// The last line of a traceback, without what a terminal would act upon.
std::string lastLineOf(std::string_view text) {
    while (text.ends_with('\n')) text.remove_suffix(1);
    std::string line(text.substr(text.rfind('\n') + 1));
    std::ranges::replace_if(
        line, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, '?');
    return line;
}

/// Of a run that went wrong, what its end was: its traceback is the program's output, which is not
/// shown here. What it did until then is exported, a deadlock above all.
void tellOfTheEnd(const RunResult& result, const trace::Trace& trace) {
    fmt::print(stderr, "{}", endMessage(result));
    if (result.status == RunStatus::Ok && result.exitCode != 0) {
        fmt::print(stderr, "coroscope: warning: the program ends by SystemExit, with status {}\n",
                   result.exitCode);
    }
    if (result.status != RunStatus::Raised || trace.empty()) return;
    const std::string exception = lastLineOf(trace.written(trace::Stream::Stderr));
    fmt::print(stderr, "coroscope: warning: {}{}{}\n", trace::describe(trace, trace.last()),
               exception.empty() ? "" : ": ", exception);
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

int writeFiles(ExportFiles& files, const ExportedRun& run, const FigurePainter& paint) {
    std::optional<std::string> problem;
    {
        Progress progress;
        problem = files.write(run, paint, [&progress](const ExportStage& stage) {
            progress.show(stage);
            return !Interruption::asked();
        });
    }
    if (problem == kExportStopped) return kInterrupted;
    if (problem) {
        const bool several = files.paths().size() > 1;
        return complain(*problem + (several ? "; none of the files was written" : ""));
    }
    for (const std::string& note : files.notes()) {
        fmt::print(stderr, "coroscope: warning: {}\n", note);
    }
    if (const auto left = files.leftovers(); !left.empty()) {
        fmt::print(stderr, "coroscope: warning: of an earlier storyboard there {} still {}{}\n",
                   left.size() == 1 ? "is" : "are", left.front(),
                   left.size() == 1 ? "" : " to " + left.back());
    }
    return kSuccess;
}

}  // namespace

int exportScenario(const ExportArguments& arguments, const FigurePainter& paint,
                   const HandOver& handOver) {
    const auto targets = targetsOf(arguments);
    if (!targets) return kCannotRun;
    if (!paint) {
        for (const ExportTarget& target : *targets) {
            if (target.needsPainter()) return complain(handOver());
        }
    }
    auto opened = ExportFiles::open(*targets, arguments.options, arguments.scenario);
    if (const auto* problem = std::get_if<std::string>(&opened)) return complain(*problem);
    for (const std::string& name : idleOptions(arguments, *targets)) {
        fmt::print(stderr, "coroscope: warning: {} changes nothing in these files\n", name);
    }
    const auto loaded = loadScenario(arguments.scenario);
    if (!loaded) return kCannotRun;
    SimulationOptions options;
    options.path = loaded->path;
    options.files = loaded->files();
    options.root = arguments.root;
    options.limits = arguments.limits;
    Simulation simulation(loaded->source, loaded->header, std::move(options));
    const Interruption interruption(simulation);
    const RunResult result = simulation.run();
    for (const scenario::Diagnostic& diagnostic : result.diagnostics) {
        fmt::print(stderr, "{}",
                   scenario::render(diagnostic, simulation.sourceOf(diagnostic.file)));
    }
    if (result.status == RunStatus::Refused) return result.exitCode;
    if (Interruption::asked()) return kInterrupted;
    // A run that went wrong is worth its files all the same.
    tellOfTheEnd(result, *simulation.trace());

    const ExportedRun run = exportedRun(*loaded, simulation);
    warnOfNothing(run, arguments.options);
    return writeFiles(std::get<ExportFiles>(opened), run, paint);
}

}  // namespace coroscope::app
