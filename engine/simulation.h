// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The front door of the engine: a scenario goes in; a run's outcome, its
/// output and its trace come out. The command line and the window use the
/// engine through this and through the readers of the trace.
///
///     Simulation simulation(source, header, options);
///     const RunResult result = simulation.run();
///     std::shared_ptr<const trace::Trace> trace = simulation.trace();
///
/// No global state: any number of simulations may run side by side, each in a
/// thread of its own. Nothing here looks at the wall clock, the environment or
/// (the scenario's imports apart) the file system, so that the same scenario
/// with the same options always runs the same.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/diagnostic.h"
#include "engine/scenario/limits.h"
#include "engine/scenario/packed_files.h"
#include "engine/scenario/span.h"
#include "engine/trace/ids.h"
#include "engine/trace/trace.h"

namespace coroscope::scenario {
class SourceText;
struct Header;
}  // namespace coroscope::scenario

namespace coroscope {

/// How far a run has come.
struct Progress {
    std::uint64_t instructions = 0;
    std::uint64_t events = 0;
    double virtualTime = 0;
};

struct SimulationOptions {
    scenario::Limits limits;
    /// Instead of the header's `seed`.
    std::optional<std::uint64_t> seed;
    /// The run stops as soon as the clock has passed this, in virtual seconds.
    std::optional<double> until;
    /// Path of the scenario's file: what tracebacks and `__file__` show, and
    /// beside which imports look for modules. Empty: a text without a file,
    /// which goes by the name of its SourceText.
    std::string path;
    /// The files beside it, where `path` stands for no place on disk; null: those on disk.
    std::shared_ptr<const scenario::PackedFiles> files;
    /// A further folder in which imports look for modules; empty: none.
    std::string root;
    /// Texts that stand in for what imported files hold, by the files' names:
    /// edits that are not saved yet.
    std::map<std::string, std::string> texts;
    /// Keep what the scenario prints in RunResult (and in the trace). Off where
    /// `onOutput` takes it and nobody wants the trace.
    bool keepOutput = true;
    /// Called in the running thread with each piece that the scenario prints, in
    /// order. It must be quick; it may call requestCancel.
    std::function<void(trace::Stream, std::string_view)> onOutput;
    /// Called in the running thread of `run` every few thousand instructions.
    /// It must be quick.
    std::function<void(const Progress&)> onProgress;
};

enum class RunStatus {
    Ok,         ///< came to its end, or left by SystemExit
    Raised,     ///< ended by an exception that nobody caught
    Deadlock,   ///< nothing ready, no timer, no worker: it would wait for ever
    Limit,      ///< cut off by a limit
    Refused,    ///< never started: see `diagnostics`
    Cancelled,  ///< requestCancel, or the time of SimulationOptions::until came
};

struct RunResult {
    RunStatus status = RunStatus::Ok;
    /// The exit status of conformance.md: 0; 1 Raised; SystemExit's own;
    /// 2 Refused; 3 Deadlock; 4 Limit; 130 Cancelled by requestCancel, 0 by
    /// `until`.
    int exitCode = 0;
    /// Why it was refused; empty otherwise.
    std::vector<scenario::Diagnostic> diagnostics;
    /// For Deadlock, Limit and Cancelled: what happened, where the program
    /// stood, how to go on; lines as they go to standard error.
    std::string message;
    /// For Limit: the parts of `message`. How to raise the limit is for the caller to say.
    std::optional<scenario::CutOff> cutOff;
    /// All that was printed, if `keepOutput`. `stderrText` includes tracebacks
    /// and warnings, but not `message` and not the diagnostics.
    std::string stdoutText;
    std::string stderrText;
    std::uint64_t instructions = 0;  ///< bytecode instructions executed
    double virtualTime = 0;          ///< the clock at the end
};

/// A local variable as a debugger shows it.
struct Variable {
    std::string name;
    std::string type;  ///< name of its type
    std::string repr;  ///< at most kMostReprCharacters, then "…"
};
inline constexpr std::size_t kMostReprCharacters = 400;

/// One frame of Python code of the scenario.
struct FrameView {
    std::string function;  ///< its qualified name
    std::string file;
    scenario::Span span;  ///< the instruction at which it stands
    std::vector<Variable> locals;
};

/// The frames of one task; of the main program where `task` is none.
struct TaskFrames {
    trace::TaskId task;
    /// Outermost first: for a suspended task its chain of awaits, for the
    /// running one its stack. Empty for a task that is done.
    std::vector<FrameView> frames;
};

/// What the program looks like right after an event.
struct Inspection {
    trace::EventIndex at;
    /// False: the event was not reached (cancelled, or no such event), and
    /// `tasks` is empty.
    bool reached = false;
    std::vector<TaskFrames> tasks;
};

class Simulation {
public:
    /// Keeps copies of what it is given.
    Simulation(const scenario::SourceText& source, const scenario::Header& header,
               SimulationOptions options = {});
    ~Simulation();
    Simulation(Simulation&&) noexcept;
    Simulation& operator=(Simulation&&) noexcept;

    /// Compiles the scenario and the files that it imports, without running
    /// them: what `run` would refuse, and the syntax errors of imported files,
    /// which `run` meets when it gets there.
    [[nodiscard]] std::vector<scenario::Diagnostic> check() const;

    /// The text of the file that a Diagnostic or a frame names: the scenario's own
    /// or one that it imports; null for any other. Lives as long as this object.
    [[nodiscard]] const scenario::SourceText* sourceOf(std::string_view file) const;

    /// The files that the scenario has imported, by their paths below its folder: so far, or as
    /// far as `check` and `run` follow imports.
    [[nodiscard]] scenario::PackedFiles importedFiles() const;
    /// The same files as tracebacks and the trace call them.
    [[nodiscard]] std::vector<std::string> importedFileNames() const;

    /// Runs the scenario from its beginning to its end, in the calling thread.
    /// May be called again: the same happens again, in a new trace.
    RunResult run();

    /// Makes a `run` or `inspect` in another thread end soon (within
    /// milliseconds) as Cancelled; without one, makes the next end at once. May
    /// be called from any thread and from `onOutput`.
    void requestCancel();
    /// Takes back a request that came when nothing ran, so that it does not end what is
    /// run next.
    void forgetCancel();

    /// What the last `run` recorded; empty before it, never null. Not to be
    /// asked for while `run` is under way; the trace itself never changes.
    [[nodiscard]] std::shared_ptr<const trace::Trace> trace() const;

    /// Runs the scenario anew up to right after event `at` and looks into its
    /// frames there. Takes as long as the run took up to there. Prints nothing
    /// and leaves `trace()` alone. May be called in another thread than `run`'s,
    /// but not at the same time.
    [[nodiscard]] Inspection inspect(trace::EventIndex at) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace coroscope
