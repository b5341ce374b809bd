// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/explain_text.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "app/inspector/explain_end.h"
#include "app/inspector/explain_share.h"
#include "app/inspector/explain_wait.h"
#include "app/inspector/explain_wake.h"
#include "app/inspector/spoken.h"
#include "app/session/place_text.h"
#include "app/session/wait_graph.h"
#include "engine/trace/count_text.h"
#include "engine/trace/plain_text.h"
#include "engine/trace/runner_task.h"

namespace coroscope::app {

namespace {

using trace::Event;
using trace::EventIndex;
using trace::EventKind;
using trace::Finish;
using trace::LoopState;
using trace::Resolution;
using trace::StepEnd;
using trace::TaskId;
using trace::TimerFor;
using trace::Trace;
using trace::WaitKind;

/// The callback by which asyncio.run hears that the task it runs is over.
constexpr std::string_view kEndOfLoop = "run_until_complete_cb";

/// What blocks the loop, if that is to wait for another thread.
constexpr std::string_view kWaiting = "waiting for ";

class Explainer {
public:
    Explainer(const Trace& trace, const LoopState& state, const RunSource& source,
              Audience audience)
        : trace_(trace),
          state_(state),
          source_(source),
          expert_(audience == Audience::Expert),
          event_(trace[state.at]),
          who_(name(event_.task)) {}

    [[nodiscard]] Explanation explain() const {
        if (!expert_ && cleansUp()) {
            return {"The loop cleans up after the program.",
                    "Its main task is over: asyncio.run ends what is left of asynchronous "
                    "generators and worker threads, and closes the loop. No line of the program "
                    "runs for that."};
        }
        switch (event_.kind) {
            case EventKind::TaskCreated: return created();
            case EventKind::StepBegan: return stepBegan();
            case EventKind::StepEnded: return stepEnded();
            case EventKind::CallbackScheduled: return callbackScheduled();
            case EventKind::CallbackRan: return callbackRan();
            case EventKind::TimerSet: return timerSet();
            case EventKind::TimerFired:
                return {"A timer is due.",
                        level("Its time has come; what it is for happens as soon as the loop gets "
                              "to it.",
                              "_run_once moves its handle from the heap to the end of the ready "
                              "queue.")};
            case EventKind::TimerCancelled:
                return {
                    "A timer is no longer needed.",
                    level("What it was to wake has gone on already or was cancelled, or the loop "
                          "was closed.",
                          "Its handle is marked as cancelled; the loop drops it.")};
            case EventKind::FutureResolved: return futureResolved();
            case EventKind::TaskWoken: return woken();
            case EventKind::CancelRequested: return cancelRequested();
            case EventKind::CancelDelivered: return cancelDelivered();
            case EventKind::ClockJumped: return clockJumped();
            case EventKind::BlockingBegan: return blockingBegan();
            case EventKind::BlockingEnded: return blockingEnded();
            case EventKind::WorkerStarted:
            case EventKind::WorkerSuspended:
            case EventKind::WorkerResumed:
            case EventKind::WorkerEnded: return workerEvent();
            case EventKind::Acquired:
            case EventKind::Released:
            case EventKind::QueuePut:
            case EventKind::QueueGot:
                return explainShared(trace_, state_, source_,
                                     expert_ ? Audience::Expert : Audience::Newcomer);
            case EventKind::Output:
                return {fmt::format("{} prints {}.", who_, printed()),
                        level("Printing does not wait: nobody else can run in between.", {})};
            case EventKind::Warning:
                return {fmt::format("A warning: {}.", quoted(text(), "see the console")), {}};
            case EventKind::ExceptionRaised: return raised();
            case EventKind::Finished: return finished();
        }
        return {};
    }

private:
    [[nodiscard]] std::string name(TaskId task) const { return spokenTask(trace_, task); }
    [[nodiscard]] std::string_view text() const {
        return event_.text().index() < trace_.textCount() ? trace_.text(event_.text())
                                                          : std::string_view();
    }
    [[nodiscard]] std::string level(std::string_view newcomer, std::string_view expert) const {
        return std::string(expert_ && !expert.empty() ? expert : newcomer);
    }
    static std::string quoted(std::string_view text, std::string_view otherwise) {
        return std::string(text.empty() ? otherwise : text);
    }
    [[nodiscard]] std::string atLine() const {
        const std::string place = placeText(trace_, state_.at);
        return place.empty() ? std::string() : " in " + place;
    }
    [[nodiscard]] std::string printed() const {
        constexpr std::size_t kMost = 60;
        std::string_view written = trace_.outputText(event_);
        if (written.ends_with('\n')) written.remove_suffix(1);
        if (written.empty()) return "an empty line";
        std::size_t cut = std::min(written.find('\n'), std::min(written.size(), kMost));
        while (cut > 0 && cut < written.size() &&
               (static_cast<unsigned char>(written[cut]) & 0xC0) == 0x80) {
            --cut;
        }
        return fmt::format("“{}{}”", written.substr(0, cut), cut < written.size() ? "…" : "");
    }

    /// `2nd in the ready queue`, or that it is next.
    [[nodiscard]] std::string place(TaskId task) const {
        constexpr std::size_t kLookedAt = 200;
        const auto queue = state_.ready(kLookedAt);
        for (std::size_t i = 0; i < queue.size(); ++i) {
            if (queue[i].task != task) continue;
            return i == 0 ? std::string("first in the ready queue")
                          : fmt::format("{} in the ready queue", app::ordinal(i + 1));
        }
        return "in the ready queue";
    }

    /// Whether this is asyncio.run's own work at the end of the program.
    [[nodiscard]] bool cleansUp() const {
        const bool callback =
            event_.kind == EventKind::CallbackScheduled || event_.kind == EventKind::CallbackRan;
        if (!callback) return event_.task.valid() && trace::isOfTheRunner(trace_, event_.task);
        // It was the main task's own until the first task of the runner's was made.
        return text().ends_with(kEndOfLoop) && !state_.tasks.empty() &&
               trace::isOfTheRunner(trace_, TaskId::fromIndex(state_.tasks.size() - 1));
    }

    /// What a callback is for; of asyncio's own private ones, a newcomer need not know the names.
    [[nodiscard]] std::string callback() const {
        return expert_ ? quoted(text(), "a callback") : plainCallback(trace_, source_, event_);
    }

    [[nodiscard]] Explanation created() const {
        const TaskId creator = event_.taskA();
        if (!creator.valid() && trace::isOfTheRunner(trace_, event_.task)) {
            return {
                "asyncio.run tidies up before it closes the event loop.",
                level("The program's main task is over. What is left of asynchronous "
                      "generators and worker threads is ended now.",
                      fmt::format("run_until_complete({}): a task of the runner's own.", who_))};
        }
        if (!creator.valid()) {
            return {fmt::format("The event loop starts with {}.", who_),
                    level("asyncio.run makes the first task. It is ready; the loop will run it on "
                          "its first turn.",
                          "asyncio.run wraps the coroutine in a Task, whose constructor schedules "
                          "the first __step by call_soon.")};
        }
        return {fmt::format("{} makes a new task: {}.", name(creator), who_),
                fmt::format("{} It is {}.",
                            level("Nothing of it has run yet, and the maker goes on first: the new "
                                  "task begins once the loop is free.",
                                  "Its first __step is scheduled by call_soon; no code of it runs "
                                  "before the current step ends."),
                            place(event_.task))};
    }

    [[nodiscard]] Explanation stepBegan() const {
        const trace::TaskState& task = state_.tasks[event_.task.index()];
        if (!task.suspendedAt.valid()) {
            return {fmt::format("{} begins to run.", who_),
                    level("It is its turn. Until it awaits something that is not ready, nobody "
                          "else can run.",
                          "The loop took its first __step from the ready queue: "
                          "coro.send(None).")};
        }
        const std::string place = placeText(trace_, task.suspendedAt);
        const std::string where = place.empty() ? std::string() : " at " + place;
        if (task.cancelRequested) {
            return {fmt::format("{} gets its turn{}.", who_, where),
                    level("It was asked to cancel: its await will raise CancelledError.",
                          "__step calls coro.throw(CancelledError) instead of coro.send.")};
        }
        return {fmt::format("{} goes on{}.", who_, where),
                wakeWords(trace_, state_, source_, event_) +
                    level(" Now it is its turn: until its next await that has to wait, nobody else "
                          "can run.",
                          " The loop took __wakeup from the ready queue; the awaited result goes "
                          "into the coroutine by send.")};
    }

    [[nodiscard]] Explanation stepEnded() const {
        switch (event_.stepEnd()) {
            case StepEnd::Suspended: {
                WaitWords words = waitWords(trace_, state_, source_, state_.at);
                return {fmt::format("{} {}.", who_, words.verb),
                        level(words.newcomer, words.expert)};
            }
            case StepEnd::Returned:
                return {fmt::format("{} is done.", who_),
                        level("Its function returned. Whoever awaits it will be woken with the "
                              "result.",
                              "StopIteration left the coroutine: set_result schedules the task's "
                              "done callbacks.")};
            case StepEnd::Raised:
                return {fmt::format("{} ends by {}.", who_, quoted(text(), "an exception")),
                        level("Nothing inside it caught the exception. It is kept in the task and "
                              "raised again in whoever awaits it.",
                              "set_exception stores it; if nobody ever retrieves it, asyncio "
                              "reports that when the task dies.")};
            case StepEnd::Cancelled:
                return {fmt::format("{} is cancelled.", who_),
                        level("CancelledError went through all of it: the task is over. Whoever "
                              "awaits it gets CancelledError, too.",
                              "CancelledError left the coroutine: super().cancel() marks the task "
                              "as cancelled.")};
        }
        return {};
    }

    [[nodiscard]] Explanation callbackScheduled() const {
        if (!expert_ && text().ends_with(kEndOfLoop)) {
            return {"The loop is told that the main task is over.",
                    "It stops as soon as this comes up in the ready queue."};
        }
        return {fmt::format("The loop is asked to call back: {}.", callback()),
                level("It stands at the end of the ready queue and is called in its turn.",
                      fmt::format("call_soon({}) appends a handle to the ready queue.",
                                  quoted(text(), "callback")))};
    }

    [[nodiscard]] Explanation callbackRan() const {
        if (!expert_ && text().ends_with(kEndOfLoop)) {
            return {"The loop stops: the main task is over.",
                    "asyncio.run now cancels what is left and cleans up after the program."};
        }
        return {fmt::format("The loop makes a call: {}.", callback()),
                level("asyncio does this itself, between the steps of tasks; no line of the "
                      "program runs.",
                      fmt::format("Handle of {}.", quoted(text(), "a callback")))};
    }

    [[nodiscard]] Explanation timerSet() const {
        const std::string due = spokenSeconds(event_.value);
        switch (event_.timerFor()) {
            case TimerFor::Timeout:
                return {fmt::format("A time-out is set for {}.", due),
                        level("If what is waited for is not there by then, it is cancelled.",
                              "call_at puts a handle into the timer heap.")};
            case TimerFor::Callback:
                return {fmt::format("A call is put off until {}: {}.", due, callback()), {}};
            case TimerFor::Future: break;
        }
        return {fmt::format("A timer is set for {}.", due),
                level(fmt::format("It will end the sleep of {}.", who_),
                      "call_later puts a handle into the timer heap; it will resolve the sleep's "
                      "future.")};
    }

    [[nodiscard]] Explanation futureResolved() const {
        const char* what = event_.wait == WaitKind::Sleep    ? "A sleep"
                           : event_.wait == WaitKind::Gather ? "A gather"
                           : event_.wait == WaitKind::Shield ? "A shield"
                           : event_.wait == WaitKind::Future ? "A future"
                                                             : "What somebody waits for";
        switch (event_.resolution()) {
            case Resolution::Result:
                return {fmt::format("{} is over: it has its result.", what),
                        level("Whoever waits for it is woken next.",
                              "set_result schedules the future's done callbacks.")};
            case Resolution::Exception:
                return {fmt::format("{} ends in an exception.", what),
                        level("It will be raised in whoever waits for it.",
                              "set_exception schedules the future's done callbacks.")};
            case Resolution::Cancelled:
                return {fmt::format("{} is cancelled.", what),
                        level("Whoever waits for it gets CancelledError.",
                              "cancel() schedules the future's done callbacks.")};
        }
        return {};
    }

    [[nodiscard]] Explanation woken() const {
        const TaskId by = event_.taskB();
        std::string what = fmt::format("{} is woken", who_);
        if (by.valid() && by != event_.task) what += fmt::format(" by {}", name(by));
        return {what + ".", fmt::format("{} It is {}.",
                                        level("To be ready is not to run: it waits for its turn.",
                                              "__wakeup is scheduled by call_soon."),
                                        place(event_.task))};
    }

    /// What asyncio's own callback is called that is under way; empty: none is.
    [[nodiscard]] std::string_view callbackUnderWay() const {
        constexpr std::size_t kLookedAt = 256;
        if (!state_.runningCallback.valid()) return {};
        const std::size_t end = state_.at.index();
        for (std::size_t i = end; i > end - std::min(end, kLookedAt); --i) {
            const Event before = trace_[EventIndex::fromIndex(i - 1)];
            if (before.kind == EventKind::CallbackRan) return trace_.text(before.text());
        }
        return {};
    }

    [[nodiscard]] Explanation cancelRequested() const {
        const TaskId by = event_.taskA();
        const std::string_view callback = by.valid() ? std::string_view() : callbackUnderWay();
        const char* reason = "";
        std::string asker = name(by);
        if (callback.ends_with("_on_task_done")) {
            asker = "The task group";
            reason =
                "A task of the group has failed: those that still run are cancelled, and so is "
                "whoever waits in its block. ";
        } else if (callback.ends_with("_on_timeout")) {
            asker = "The time-out";
            reason = "Its time is over. ";
        }
        return {
            fmt::format("{} asks {} to cancel.", asker, who_),
            reason +
                level(
                    fmt::format("cancel() stops nothing by itself: on its next turn {} gets "
                                "CancelledError at the await where it stands.",
                                who_),
                    "Task.cancel cancels the future that the task waits for, or sets _must_cancel "
                    "for its next step.")};
    }

    /// Whether anybody has asked to cancel the event's task since it was suspended.
    [[nodiscard]] bool askedToCancel() const {
        constexpr std::size_t kLookedAt = 1 << 16;
        const trace::EventIndex since = state_.tasks[event_.task.index()].suspendedAt;
        // Not yet suspended, or too long ago to look: it is the common case.
        if (!since.valid() || state_.at.index() - since.index() > kLookedAt) return true;
        for (auto row = trace_.events().after(since); row.index() < state_.at; ++row) {
            if (row->kind == EventKind::CancelRequested && row->task == event_.task) return true;
        }
        return false;
    }

    [[nodiscard]] Explanation cancelDelivered() const {
        if (!askedToCancel()) {
            return {fmt::format("What {} waits for was cancelled: its CancelledError is raised "
                                "here{}.",
                                who_, atLine()),
                    level("Nobody has cancelled this task. It may catch the error, as any other.",
                          "The awaited future ended cancelled, so that its result() raises "
                          "CancelledError into the coroutine.")};
        }
        return {fmt::format("CancelledError is raised in {}{}.", who_, atLine()),
                level("It may still clean up in except and finally, and should then let the error "
                      "go on.",
                      "coro.throw(CancelledError): a BaseException, so `except Exception` does not "
                      "stop it.")};
    }

    [[nodiscard]] Explanation clockJumped() const {
        return {fmt::format("Nobody is ready: the time goes on to {}.", spokenSeconds(event_.time)),
                level(fmt::format("All tasks wait. For {} a real program would idle here; this "
                                  "clock is virtual and jumps to the next timer.",
                                  spokenSeconds(event_.time - event_.value)),
                      "The ready queue is empty: select(timeout) sleeps until the first timer of "
                      "the heap.")};
    }

    /// How long this blocking call takes: code's own time is known only at its end.
    [[nodiscard]] std::optional<double> blockedFor() const {
        constexpr std::size_t kLookedAt = 100'000;
        if (event_.value > 0) return event_.value;
        const std::size_t end = std::min(trace_.size(), state_.at.index() + kLookedAt);
        for (std::size_t i = state_.at.index() + 1; i < end; ++i) {
            const Event next = trace_[EventIndex::fromIndex(i)];
            if (next.kind == EventKind::BlockingEnded) return next.value;
            if (next.kind != EventKind::Finished) continue;
            return next.time > event_.time ? std::optional(next.time - event_.time) : std::nullopt;
        }
        return std::nullopt;
    }

    /// `call`: what it waits in; empty: it computes.
    [[nodiscard]] Explanation worksWithoutLoop(const std::string& call) const {
        const std::optional<double> seconds = blockedFor();
        const std::string span =
            seconds ? fmt::format(" for {}", spokenSeconds(*seconds)) : std::string();
        return {call.empty()                 ? fmt::format("The program computes{}.", span)
                : call.starts_with(kWaiting) ? fmt::format("The program is {}{}.", call, span)
                                             : fmt::format("The program is in {}{}.", call, span),
                "There is no event loop yet: nobody has to wait for this."};
    }

    [[nodiscard]] Explanation blockingBegan() const {
        // What the engine calls code is the program itself at work.
        const bool own = text() == "code";
        const std::string call = own ? "code of its own" : quoted(text(), "a blocking call");
        if (state_.tasks.empty()) return worksWithoutLoop(own ? std::string() : call);
        std::string begin = call;
        if (call.starts_with(kWaiting)) begin[0] = 'W';
        std::string why =
            own ? level(
                      "It computes without an await: until it comes to one, everything else "
                      "stands still.",
                      "The step took more instructions than the scenario's cost lets be free; "
                      "timers that come due meanwhile fire late.")
                : level(fmt::format("{} does not hand control back to the loop: until it is over, "
                                    "everything else stands still.",
                                    begin),
                        "The loop's only thread is inside this call; timers that come due "
                        "meanwhile fire late.");
        const std::optional<double> seconds = blockedFor();
        std::size_t late = 0;
        for (const trace::TimerEntry& timer : state_.timers()) {
            if (timer.when < event_.time + seconds.value_or(0)) ++late;
        }
        if (late > 0) {
            why += fmt::format(" {} will be late.",
                               late == 1 ? std::string("1 timer")
                                         : fmt::format("{} timers", trace::countText(late)));
        }
        const std::string span =
            seconds ? fmt::format("for {} ", spokenSeconds(*seconds)) : std::string();
        return {fmt::format("{} blocks the loop {}by {}.", who_, span, call), why};
    }

    [[nodiscard]] Explanation blockingEnded() const {
        if (state_.tasks.empty()) {
            return {fmt::format("That took {}.", spokenSeconds(event_.value)),
                    "There is no event loop yet that could have stood still."};
        }
        return {
            fmt::format("{} no longer blocks the loop.", who_),
            fmt::format("For {} nobody else could run. `await asyncio.sleep` or a worker thread "
                        "would have let them.",
                        spokenSeconds(event_.value))};
    }

    [[nodiscard]] Explanation raised() const {
        const char* end =
            event_.task.valid() ? "If nothing in the task catches it, it ends the task."
            : state_.runningCallback.valid()
                ? "If nothing in the callback catches it, the loop reports it and goes "
                  "on."
                : "If nothing catches it, it ends the program.";
        return {
            fmt::format("{} is raised in {}{}.", quoted(text(), "An exception"), who_, atLine()),
            end};
    }

    /// `FILE:LINE: stopped: the program …`, without the place, which is on view.
    [[nodiscard]] std::string cutOffReason() const {
        constexpr std::string_view kBefore = ": stopped: ";
        std::string_view why = text();
        if (const auto at = why.find(kBefore); at != std::string_view::npos) {
            why.remove_prefix(at + kBefore.size());
        }
        while (why.ends_with('\n')) why.remove_suffix(1);
        std::string sentence(why);
        if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] -= 'a' - 'A';
        return sentence;
    }

    /// ` Task-2 (a) waits for Task-3 (b), Task-3 (b) for Task-2 (a).`: the ring if there is one,
    /// else whoever waits; empty when nobody does.
    [[nodiscard]] std::string whoWaits() const {
        constexpr std::size_t kMost = 4;
        const std::vector<TaskId> ring = waitCycle(trace_, state_);
        std::string said;
        if (ring.size() == 1) return fmt::format(" {} waits for itself.", name(ring.front()));
        for (std::size_t i = 0; i < std::min(ring.size(), kMost); ++i) {
            said += fmt::format("{} {}{} for {}", i == 0 ? "" : ",", name(ring[i]),
                                i == 0 ? " waits" : "", name(ring[(i + 1) % ring.size()]));
        }
        if (!ring.empty()) {
            return said + (ring.size() > kMost ? fmt::format(" and so on, in a ring of {}.",
                                                             trace::countText(ring.size()))
                                               : std::string("."));
        }
        std::size_t waiting = 0;
        std::size_t promises = 0;  // of them, those that wait for plain futures
        for (std::size_t i = 0; i < state_.tasks.size(); ++i) {
            const trace::TaskState& task = state_.tasks[i];
            if (task.status != trace::TaskStatus::Suspended || !task.suspendedAt.valid()) continue;
            const WaitKind wait = trace_[task.suspendedAt].wait;
            if (wait == WaitKind::Future || wait == WaitKind::None) ++promises;
            if (++waiting > kMost) continue;
            said += fmt::format("{} {} {}", waiting == 1 ? "" : ";", name(TaskId::fromIndex(i)),
                                waitWords(trace_, state_, source_, task.suspendedAt).verb);
        }
        if (waiting > kMost)
            said += fmt::format("; {} more wait", trace::countText(waiting - kMost));
        if (promises == waiting && waiting > 0) {
            said += waiting == 1 ? ". Nobody else is left to resolve it"
                                 : ". Whoever could resolve these futures waits, too";
        }
        return said.empty() ? said : said + ".";
    }

    [[nodiscard]] Explanation workerEvent() const {
        // Which of the two it is, is told where its call begins.
        const trace::EventIndex began = state_.workers[event_.worker().index()].startedAt;
        const bool isProcess = trace_[began].wait == WaitKind::Process;
        const char* const what = isProcess ? "process" : "thread";
        switch (event_.kind) {
            case EventKind::WorkerStarted:
                return {fmt::format("A worker {} begins on {} for {}.", what,
                                    quoted(text(), "a call"), who_),
                        "It runs beside the event loop, which is free for others."};
            case EventKind::WorkerSuspended:
                return {fmt::format("The worker {} sleeps.", what),
                        fmt::format("Only the {} stands still, not the loop.", what)};
            case EventKind::WorkerResumed:
                return {fmt::format("The worker {} goes on.", what),
                        level("It has slept as long as it was to; the loop was free meanwhile.",
                              fmt::format("time.sleep has returned in the {}. The loop hears of it "
                                          "only when the call is over.",
                                          what))};
            default:
                return {
                    fmt::format("The worker {} is done.", what),
                    fmt::format("Its result goes to the event loop, which will wake {}.", who_)};
        }
    }

    [[nodiscard]] Explanation finished() const {
        switch (event_.finish()) {
            case Finish::Ok:
                if (trace_.taskCount() == 0) {
                    return {"The program ends.",
                            "It started no event loop: asyncio.run(main()) does that."};
                }
                return {"The program ends.",
                        level("The main task is done and the loop is closed.",
                              "asyncio.run cancelled what was left, ran the loop until that was "
                              "over, and closed it.")};
            case Finish::Raised:
                return {"The program ends by an exception.", uncaught(trace_, state_)};
            case Finish::Deadlock:
                return {"Deadlock: nobody can ever go on.",
                        level("No task is ready and no timer is set, so nothing can wake anybody: "
                              "Python would hang here.",
                              "Ready queue and timer heap are empty while the main task is not "
                              "done: select would wait for ever.") +
                            whoWaits()};
            case Finish::Limit: return {"The run was cut off here by a limit.", cutOffReason()};
            case Finish::Cancelled: return {"The run was stopped here.", {}};
        }
        return {};
    }

    const Trace& trace_;
    const LoopState& state_;
    const RunSource& source_;
    bool expert_;
    const Event event_;
    std::string who_;
};

}  // namespace

Explanation explain(const Trace& trace, const LoopState& state, const RunSource& source,
                    Audience audience) {
    if (!state.at.valid() || state.at.index() >= trace.size()) return {};
    Explanation made = Explainer(trace, state, source, audience).explain();
    // The names of tasks stay as they are, wherever they stand.
    if (made.what.starts_with("the program")) made.what[0] = 'T';
    // What a program prints, raises and calls its functions is anything.
    made.what = trace::plainLine(made.what);
    made.why = trace::plainLine(made.why);
    return made;
}

}  // namespace coroscope::app
