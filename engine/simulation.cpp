// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "engine/compile_scenario.h"
#include "engine/importable_modules.h"
#include "engine/inspect_frames.h"
#include "engine/loop/run_context.h"
#include "engine/scenario/header.h"
#include "engine/scenario/source_text.h"
#include "engine/trace/recorder.h"

namespace coroscope {

namespace {

using loop::RunContext;

/// Carries a cancel to whatever run is under way. No locks: a signal handler
/// may call `request`.
class CancelLine {
public:
    void request() {
        requested_ = true;
        ++callers_;
        if (RunContext* run = run_.load()) run->requestCancel();
        --callers_;
    }

    void forget() { requested_ = false; }

    /// While it lives, requests reach `run`; one that came before does at once.
    class Connection {
    public:
        Connection(CancelLine& line, RunContext& run) : line_(line) {
            line_.run_ = &run;
            if (line_.requested_) run.requestCancel();
        }
        ~Connection() {
            line_.run_ = nullptr;
            // Nobody may be left who still has the pointer.
            while (line_.callers_ != 0) std::this_thread::yield();
            line_.requested_ = false;
        }
        Connection(const Connection&) = delete;
        Connection& operator=(const Connection&) = delete;

        [[nodiscard]] bool requested() const { return line_.requested_; }

    private:
        CancelLine& line_;
    };

private:
    std::atomic<bool> requested_ = false;
    std::atomic<int> callers_ = 0;
    std::atomic<RunContext*> run_ = nullptr;
};

RunStatus statusOf(trace::Finish finish) {
    switch (finish) {
        case trace::Finish::Ok: return RunStatus::Ok;
        case trace::Finish::Raised: return RunStatus::Raised;
        case trace::Finish::Deadlock: return RunStatus::Deadlock;
        case trace::Finish::Limit: return RunStatus::Limit;
        case trace::Finish::Cancelled: return RunStatus::Cancelled;
    }
    return RunStatus::Ok;
}

/// conformance.md, "Process behaviour".
int exitCodeOf(const RunContext& run, bool cancelRequested) {
    switch (run.finish) {
        case trace::Finish::Deadlock: return 3;
        case trace::Finish::Limit: return 4;
        case trace::Finish::Cancelled: return cancelRequested ? 130 : 0;
        default: return run.exitCode;
    }
}

/// As Python/_warnings.c shows them: before the program begins.
void showWarnings(RunContext& run, const std::vector<scenario::Diagnostic>& warnings,
                  const scenario::SourceText& source, const std::string& fileName) {
    for (const scenario::Diagnostic& warning : warnings) {
        std::string_view line = source.line(warning.span.line);
        line.remove_prefix(std::min(line.find_first_not_of(" \t\f"), line.size()));
        run.write(runtime::Stream::Err,
                  fmt::format("{}:{}: {}: {}\n  {}\n", fileName, warning.span.line, warning.kind,
                              warning.message, line));
    }
}

std::vector<LiveTask> liveTasks(const RunContext& run) {
    std::vector<LiveTask> tasks;
    for (loop::Task* task = run.firstTask; task != nullptr; task = task->next) {
        runtime::Generator* coroutine = runtime::generatorBehind(run.vm, task->coroutine.value());
        if (coroutine != nullptr && !task->done() && task->traceId.valid()) {
            tasks.push_back({task->traceId, coroutine});
        }
    }
    return tasks;
}

}  // namespace

struct Simulation::Impl {
    Impl(const scenario::SourceText& text, const scenario::Header& head, SimulationOptions chosen)
        : source(text),
          header(head),
          options(std::move(chosen)),
          files(options.path, options.root, options.files, options.texts) {}

    scenario::SourceText source;
    scenario::Header header;
    SimulationOptions options;
    std::shared_ptr<const trace::Trace> trace = std::make_shared<const trace::Trace>();
    mutable CancelLine cancel;
    mutable scenario::ModuleFiles files;  ///< read once: each run sees the same

    /// What tracebacks call the file.
    [[nodiscard]] std::string fileName() const {
        if (!options.path.empty()) return options.path;
        return source.name() == "-" ? "<stdin>" : source.name();
    }

    [[nodiscard]] const scenario::SourceText* sourceOf(std::string_view file) const {
        return file == fileName() || file == source.name() ? &source : files.sourceOf(file);
    }

    [[nodiscard]] CompiledScenario compile() const {
        return compileScenario(source, fileName(), importableModules(), files);
    }

    [[nodiscard]] loop::RunSettings settings() const {
        loop::RunSettings settings;
        settings.limits = options.limits;
        settings.seed = options.seed.value_or(header.seed);
        settings.until = options.until;
        settings.freeInstructions = static_cast<double>(header.cost.freeInstructions);
        settings.secondsPerInstruction = header.cost.secondsPerInstruction;
        settings.stdinLines = header.standardInput;
        settings.path = fileName();
        settings.modules = &files;
        settings.sourceLine = [this](std::string_view file, int line) {
            const scenario::SourceText* text = sourceOf(file);
            return text != nullptr ? text->line(line) : std::string_view();
        };
        return settings;
    }
};

Simulation::Simulation(const scenario::SourceText& source, const scenario::Header& header,
                       SimulationOptions options)
    : impl_(std::make_unique<Impl>(source, header, std::move(options))) {}
Simulation::~Simulation() = default;
Simulation::Simulation(Simulation&&) noexcept = default;
Simulation& Simulation::operator=(Simulation&&) noexcept = default;

std::vector<scenario::Diagnostic> Simulation::check() const {
    CompiledScenario compiled = impl_->compile();
    std::ranges::move(compiled.importErrors, std::back_inserter(compiled.errors));
    return std::move(compiled.errors);
}

const scenario::SourceText* Simulation::sourceOf(std::string_view file) const {
    return impl_->sourceOf(file);
}

scenario::PackedFiles Simulation::importedFiles() const { return impl_->files.found(); }

std::vector<std::string> Simulation::importedFileNames() const { return impl_->files.fileNames(); }

RunResult Simulation::run() {
    impl_->trace = std::make_shared<const trace::Trace>();
    RunResult result;
    CompiledScenario compiled = impl_->compile();
    if (compiled.code == nullptr) {
        result.status = RunStatus::Refused;
        result.exitCode = 2;
        result.diagnostics = std::move(compiled.errors);
        return result;
    }

    trace::Recorder recorder(impl_->options.limits.events);
    loop::RunSettings settings = impl_->settings();
    settings.keepOutput = impl_->options.keepOutput;
    settings.onOutput = impl_->options.onOutput;
    if (impl_->options.onProgress) {
        settings.onProgress = [this](const RunContext& run) {
            impl_->options.onProgress({run.instructions, run.recorder.size(), run.clock.now()});
        };
    }
    {
        RunContext run(std::move(settings), recorder);
        recorder.onFull([&run] { run.vm.stop(runtime::StopReason::Events); });
        const CancelLine::Connection cancel(impl_->cancel, run);
        showWarnings(run, compiled.warnings, impl_->source, impl_->fileName());
        run.runMain(std::move(compiled.code));
        result.status = statusOf(run.finish);
        result.exitCode = exitCodeOf(run, cancel.requested());
        result.message = std::move(run.message);
        result.cutOff = std::move(run.cutOff);
        result.stdoutText = std::move(run.stdoutText);
        result.stderrText = std::move(run.stderrText);
        result.instructions = run.instructions;
        result.virtualTime = run.clock.now();
    }
    impl_->trace = std::make_shared<const trace::Trace>(recorder.take());
    return result;
}

void Simulation::requestCancel() { impl_->cancel.request(); }

void Simulation::forgetCancel() { impl_->cancel.forget(); }

std::shared_ptr<const trace::Trace> Simulation::trace() const { return impl_->trace; }

Inspection Simulation::inspect(trace::EventIndex at) const {
    Inspection result;
    result.at = at;
    if (!at.valid()) return result;
    CompiledScenario compiled = impl_->compile();
    if (compiled.code == nullptr) return result;

    trace::Recorder recorder(trace::Recorder::CountOnly{at});
    loop::RunSettings settings = impl_->settings();
    settings.keepOutput = false;
    RunContext run(std::move(settings), recorder);
    std::vector<HeldFrames> held;
    recorder.onFull([&] {
        held = holdFrames(run.vm, liveTasks(run));
        run.vm.stop(runtime::StopReason::ReplayEnd);
    });
    {
        const CancelLine::Connection cancel(impl_->cancel, run);
        showWarnings(run, compiled.warnings, impl_->source, impl_->fileName());
        run.runMain(std::move(compiled.code));
    }
    recorder.onFull({});
    if (!recorder.full()) return result;
    result.reached = true;
    // A __repr__ that works long is stopped when its fuel runs out.
    run.requestCancel();
    run.vm.stopReason = runtime::StopReason::None;
    run.vm.frame = nullptr;
    result.tasks = showFrames(run.vm, held);
    return result;
}

}  // namespace coroscope
