// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/run_service.h"

#include <new>
#include <utility>
#include <variant>

#include "app/session/let_go.h"
#include "engine/scenario/source_text.h"

namespace coroscope::app {

void CancelSwitch::arm(std::function<void()> cancel) {
    const std::lock_guard lock(mutex_);
    cancel_ = std::move(cancel);
    if (tripped_ && cancel_) cancel_();
}

void CancelSwitch::disarm() {
    const std::lock_guard lock(mutex_);
    cancel_ = nullptr;
}

void CancelSwitch::trip() {
    // Called with the lock held, so that what `cancel_` refers to cannot die
    // meanwhile: `disarm` waits.
    const std::lock_guard lock(mutex_);
    tripped_ = true;
    if (cancel_) cancel_();
}

std::shared_ptr<RunReport> completed(RunReport made, const std::string& text,
                                     const std::function<bool()>& isWanted) {
    auto report = std::make_shared<RunReport>(std::move(made));
    if (!report->trace) report->trace = std::make_shared<const trace::Trace>();
    report->source = std::make_shared<const RunSource>(text, *report->trace);
    const trace::Trace& trace = *report->trace;
    if (isWanted() && !report->states) {
        report->states = std::make_shared<trace::StateReader>(report->trace);
    }
    if (isWanted()) {
        report->statistics =
            std::make_shared<const trace::RunStatistics>(trace::statisticsOf(trace));
    }
    if (isWanted()) {
        report->printed = std::make_shared<const PrintedLines>(trace);
    }
    if (isWanted()) {
        const auto source = scenario::SourceText::fromBytes("scenario.py", text);
        if (const auto* own = std::get_if<scenario::SourceText>(&source))
            report->statements[{}] = statementLines(*own);
        report->places = std::make_shared<const LinePlaces>(trace, std::move(report->statements));
    }
    if (isWanted()) report->marks = runMarks(trace);
    if (isWanted()) report->steps = std::make_shared<const LoopSteps>(trace);
    if (isWanted()) {
        report->cancels = std::make_shared<const CancelChains>(trace, *report->states);
    }
    return report;
}

RunService::RunService(Runner runner, QObject* parent)
    : QObject(parent), runner_(std::move(runner)) {
    debounce_.setSingleShot(true);
    debounce_.setInterval(kDebounceMilliseconds);
    connect(&debounce_, &QTimer::timeout, this, [this] { request(std::move(soon_)); });
}

RunService::~RunService() {
    wanted_ = 0;
    if (cancel_) cancel_->trip();
}

JobNumber RunService::request(RunRequest request) {
    debounce_.stop();
    if (cancel_) cancel_->trip();
    cancel_ = std::make_shared<CancelSwitch>();
    watch_ = request.watch = std::make_shared<RunWatch>();
    running_ = true;
    const JobNumber job = ++current_;
    wanted_ = job;
    worker_.put(Job{job, std::move(request), cancel_});
    Q_EMIT started(job);
    return job;
}

void RunService::requestSoon(RunRequest request) {
    soon_ = std::move(request);
    debounce_.start();
}

void RunService::cancel() {
    debounce_.stop();
    if (running_ && cancel_) cancel_->trip();
}

void RunService::work(Job job) {
    const auto isWanted = [this, &job] { return wanted_ == job.number; };
    std::shared_ptr<const RunReport> report;
    try {
        report = completed(runner_(job.request, *job.cancel), job.request.text, isWanted);
    } catch (const std::bad_alloc&) {
        RunReport failed;
        failed.result.status = RunStatus::Limit;
        failed.result.message = "stopped: this machine has no memory left for the run.";
        report = completed(std::move(failed), job.request.text, isWanted);
    }
    if (!isWanted()) return;
    // `this` outlives the worker, and Qt drops what is queued for an
    // object that dies.
    QMetaObject::invokeMethod(
        this,
        [this, number = job.number, done = std::move(report)]() mutable {
            deliver(number, std::move(done));
        },
        Qt::QueuedConnection);
}

void RunService::deliver(JobNumber job, std::shared_ptr<const RunReport> report) {
    if (job != current_) return letGo(std::move(report));
    running_ = false;
    Q_EMIT finished(job, std::move(report));
}

}  // namespace coroscope::app
