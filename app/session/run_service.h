// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Runs scenarios off the GUI thread.

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <QObject>
#include <QTimer>

#include "app/session/cancel_chains.h"
#include "app/session/latest_job.h"
#include "app/session/line_places.h"
#include "app/session/loop_steps.h"
#include "app/session/printed_lines.h"
#include "app/session/run_marks.h"
#include "app/session/run_source.h"
#include "engine/scenario/header.h"
#include "engine/scenario/limits.h"
#include "engine/simulation.h"
#include "engine/trace/state_at.h"
#include "engine/trace/statistics.h"

namespace coroscope::app {

/// Where the thread that runs tells others how far it has come.
class RunWatch {
public:
    void tell(const Progress& now) {
        instructions_.store(now.instructions, std::memory_order_relaxed);
        events_.store(now.events, std::memory_order_relaxed);
        virtualTime_.store(now.virtualTime, std::memory_order_relaxed);
    }
    /// The parts may be of slightly different moments.
    [[nodiscard]] Progress progress() const {
        return {instructions_.load(std::memory_order_relaxed),
                events_.load(std::memory_order_relaxed),
                virtualTime_.load(std::memory_order_relaxed)};
    }

private:
    std::atomic<std::uint64_t> instructions_ = 0;
    std::atomic<std::uint64_t> events_ = 0;
    std::atomic<double> virtualTime_ = 0;
};

/// What to run.
struct RunRequest {
    std::string text;  ///< UTF-8
    /// What messages call a text without a file.
    std::string name;
    /// The file: what tracebacks show, and beside which imports look for
    /// modules. Empty for a text without one.
    std::string path;
    /// The files beside it, if they are not on disk; null: they are.
    std::shared_ptr<const scenario::PackedFiles> files;
    scenario::Limits limits = scenario::limitsForViewing();
    /// Unsaved edits of files that it imports, by their names.
    std::map<std::string, std::string> texts;
    /// Null: nobody asks how far it is.
    std::shared_ptr<RunWatch> watch;
};

/// Lets the GUI thread stop what another thread is at.
class CancelSwitch {
public:
    /// From now until `disarm`, `trip` calls `cancel`; at once if it was
    /// tripped already. `cancel` may be called from any thread.
    void arm(std::function<void()> cancel);
    void disarm();
    void trip();

private:
    std::mutex mutex_;
    std::function<void()> cancel_;
    bool tripped_ = false;
};

/// Runs the same again, in the calling thread, up to right after an event, and
/// looks into the frames there. Must end soon once the switch is tripped.
using Replay = std::function<Inspection(trace::EventIndex, CancelSwitch&)>;

/// What came of it.
struct RunReport {
    RunResult result;
    /// Never null; empty when the scenario was refused.
    std::shared_ptr<const trace::Trace> trace;
    /// Over `trace`; never null once delivered. Made in the worker thread, for
    /// the GUI thread.
    std::shared_ptr<trace::StateReader> states;
    /// Its text, and the numbers of its tasks; never null once delivered.
    std::shared_ptr<const RunSource> source;
    std::shared_ptr<const trace::RunStatistics> statistics;
    /// Of `trace`; never null once delivered.
    std::shared_ptr<const PrintedLines> printed;
    std::shared_ptr<const LoopSteps> steps;
    std::shared_ptr<const CancelChains> cancels;
    std::shared_ptr<const LinePlaces> places;
    std::vector<RunMark> marks;
    /// Of the imported files, by their names in the trace, for `places`.
    LinePlaces::Statements statements;
    /// From the header; empty when there is none or it could not be read.
    std::string title;
    std::string summary;
    std::vector<scenario::Note> notes;
    std::vector<scenario::Question> questions;
    /// What it has imported of its own, by the paths below its folder.
    scenario::PackedFiles imported;
    /// The same as the trace calls them.
    std::vector<std::string> importedNames;
    /// None: nothing to look into.
    Replay replay;
};

/// The report with all that is made of its trace; `isWanted` is asked now and then, and once it
/// says no, what comes is of no use.
[[nodiscard]] std::shared_ptr<RunReport> completed(RunReport made, const std::string& text,
                                                   const std::function<bool()>& isWanted);

/// Does one run in the calling thread. Must end soon once the switch is
/// tripped.
using Runner = std::function<RunReport(const RunRequest&, CancelSwitch&)>;

using JobNumber = std::uint64_t;

/// One worker thread and a job number for each run. Only the latest request
/// counts: a newer one cancels what is under way, and a result that is no
/// longer current is dropped.
class RunService final : public QObject {
    Q_OBJECT

public:
    static constexpr int kDebounceMilliseconds = 150;

    explicit RunService(Runner runner, QObject* parent = nullptr);
    ~RunService() override;

    /// Runs at once.
    JobNumber request(RunRequest request);
    /// Runs once no further request has come for `kDebounceMilliseconds`.
    void requestSoon(RunRequest request);
    /// Ends the run under way; what it recorded so far is still delivered.
    void cancel();

    /// Whether a run is under way or about to begin.
    [[nodiscard]] bool isBusy() const { return running_ || debounce_.isActive(); }
    [[nodiscard]] bool isRunning() const { return running_; }
    [[nodiscard]] JobNumber currentJob() const { return current_; }
    /// How far the latest run has come.
    [[nodiscard]] Progress progress() const { return watch_ ? watch_->progress() : Progress{}; }

Q_SIGNALS:
    void started(coroscope::app::JobNumber job);
    /// In the GUI thread, for the current job alone.
    void finished(coroscope::app::JobNumber job,
                  std::shared_ptr<const coroscope::app::RunReport> report);

private:
    struct Job {
        JobNumber number = 0;
        RunRequest request;
        std::shared_ptr<CancelSwitch> cancel;
    };

    void work(Job job);
    void deliver(JobNumber job, std::shared_ptr<const RunReport> report);

    Runner runner_;
    QTimer debounce_;
    RunRequest soon_;
    JobNumber current_ = 0;
    /// `current_` for the worker; what another job has made is of no use any more.
    std::atomic<JobNumber> wanted_ = 0;
    bool running_ = false;
    std::shared_ptr<CancelSwitch> cancel_;
    std::shared_ptr<RunWatch> watch_;
    LatestJobThread<Job> worker_{[this](Job job) { work(std::move(job)); }};
};

}  // namespace coroscope::app
