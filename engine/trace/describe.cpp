#include "engine/trace/describe.h"

#include <cmath>

#include <fmt/format.h>

#include "engine/trace/count_text.h"
#include "engine/trace/lane_name.h"

namespace coroscope::trace {

namespace {

/// The task as on its lane; what runs outside tasks is the program itself.
std::string who(const Trace& trace, TaskId task) {
    return task.valid() ? laneName(trace, task) : std::string("the program");
}

std::string by(const Trace& trace, TaskId task) {
    return task.valid() ? " by " + laneName(trace, task) : std::string();
}

std::string number(double count) { return countText(static_cast<std::uint64_t>(count)); }

std::string counted(std::string_view what, double count) {
    return fmt::format("{} of {}", what, number(count));
}

/// The name of what a wait, Acquired or Released is about.
std::string_view thing(WaitKind kind) {
    switch (kind) {
        case WaitKind::None: return "something";
        case WaitKind::Yield: return "next turn";
        case WaitKind::Sleep: return "sleep";
        case WaitKind::Future: return "future";
        case WaitKind::Task: return "task";
        case WaitKind::Gather: return "gather";
        case WaitKind::Shield: return "shield";
        case WaitKind::WaitFor: return "wait_for";
        case WaitKind::Wait: return "wait";
        case WaitKind::AsCompleted: return "as_completed";
        case WaitKind::TaskGroup: return "task group";
        case WaitKind::Lock: return "lock";
        case WaitKind::Event: return "event";
        case WaitKind::Condition: return "condition";
        case WaitKind::Semaphore: return "semaphore";
        case WaitKind::Barrier: return "barrier";
        case WaitKind::QueueGet: return "queue.get";
        case WaitKind::QueuePut: return "queue.put";
        case WaitKind::QueueJoin: return "queue.join";
        case WaitKind::Worker: return "worker thread";
        case WaitKind::Network: return "network";
        case WaitKind::Process: return "worker process";
    }
    return "something";
}

/// What an Acquired or Released of a semaphore says besides.
std::string permitsText(const Event& event) {
    if (event.wait != WaitKind::Semaphore) return {};
    return fmt::format(", which now has {} left", number(event.value));
}

std::string_view resolutionText(Resolution how) {
    switch (how) {
        case Resolution::Result: return "has its result";
        case Resolution::Exception: return "has an exception";
        case Resolution::Cancelled: return "is cancelled";
    }
    return "is resolved";
}

std::string stepEndText(const Trace& trace, const Event& event, const std::string& name,
                        Digits digits) {
    switch (event.stepEnd()) {
        case StepEnd::Suspended:
            return event.wait == WaitKind::Yield
                       ? name + " lets others run"
                       : fmt::format("{} is suspended: {}", name, waitReason(trace, event, digits));
        case StepEnd::Returned: return name + " returns";
        case StepEnd::Raised: return fmt::format("{} ends by {}", name, trace.text(event.text()));
        case StepEnd::Cancelled: return name + " ends cancelled";
    }
    return name;
}

std::string finishText(const Trace& trace, const Event& event) {
    const std::string_view why = trace.text(event.text());
    const std::string tail = why.empty() ? std::string() : fmt::format(": {}", why);
    switch (event.finish()) {
        case Finish::Ok: return "the program ends" + tail;
        case Finish::Raised: return "the program ends by an exception" + tail;
        case Finish::Deadlock: {
            // Which says itself that it is one, and when.
            const std::size_t colon = why.starts_with("deadlock") ? why.find(':') : 0;
            return colon == 0 ? "deadlock" + tail
                              : fmt::format("deadlock{}", why.substr(std::min(colon, why.size())));
        }
        case Finish::Limit: return "cut off by a limit" + tail;
        case Finish::Cancelled: return "stopped" + tail;
    }
    return "the program ends";
}

/// One line of printed text, shortened.
std::string quoted(std::string_view text) {
    constexpr std::size_t kMost = 60;
    const std::size_t end = text.find('\n');
    const bool more = end != std::string_view::npos && end + 1 < text.size();
    std::string_view line = text.substr(0, end);
    std::size_t cut = line.size();
    if (cut > kMost) {
        cut = kMost;
        // Not in the middle of a character.
        while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
    }
    return fmt::format("\"{}{}\"", line.substr(0, cut), more || cut < line.size() ? "…" : "");
}

}  // namespace

std::string_view kindName(EventKind kind) {
    switch (kind) {
        case EventKind::TaskCreated: return "TaskCreated";
        case EventKind::StepBegan: return "StepBegan";
        case EventKind::StepEnded: return "StepEnded";
        case EventKind::CallbackScheduled: return "CallbackScheduled";
        case EventKind::CallbackRan: return "CallbackRan";
        case EventKind::TimerSet: return "TimerSet";
        case EventKind::TimerFired: return "TimerFired";
        case EventKind::TimerCancelled: return "TimerCancelled";
        case EventKind::FutureResolved: return "FutureResolved";
        case EventKind::TaskWoken: return "TaskWoken";
        case EventKind::CancelRequested: return "CancelRequested";
        case EventKind::CancelDelivered: return "CancelDelivered";
        case EventKind::ClockJumped: return "ClockJumped";
        case EventKind::BlockingBegan: return "BlockingBegan";
        case EventKind::BlockingEnded: return "BlockingEnded";
        case EventKind::WorkerStarted: return "WorkerStarted";
        case EventKind::WorkerSuspended: return "WorkerSuspended";
        case EventKind::WorkerResumed: return "WorkerResumed";
        case EventKind::WorkerEnded: return "WorkerEnded";
        case EventKind::Acquired: return "Acquired";
        case EventKind::Released: return "Released";
        case EventKind::QueuePut: return "QueuePut";
        case EventKind::QueueGot: return "QueueGot";
        case EventKind::Output: return "Output";
        case EventKind::Warning: return "Warning";
        case EventKind::ExceptionRaised: return "ExceptionRaised";
        case EventKind::Finished: return "Finished";
    }
    return "?";
}

std::string roundedText(double value) {
    const double size = std::abs(value);
    if (!std::isfinite(value) || size >= 1e15 || (size > 0 && size < 1e-9)) {
        return fmt::format("{:.4g}", value);
    }
    const int decimals =
        size >= 1 || size == 0 ? 3 : 3 - static_cast<int>(std::floor(std::log10(size)));
    std::string text = fmt::format("{:.{}f}", value, decimals);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string secondsText(double seconds, Digits digits) {
    return digits == Digits::All ? fmt::format("{} s", seconds) : roundedText(seconds) + " s";
}

std::string waitReason(const Trace& trace, const Event& suspension, Digits digits) {
    const std::string behind = shownTask(trace, suspension.taskB());
    const std::string inside = behind.empty() ? std::string() : fmt::format("({})", behind);
    switch (suspension.wait) {
        case WaitKind::Sleep: return "sleep " + secondsText(suspension.value, digits);
        case WaitKind::Task: return behind.empty() ? std::string(thing(suspension.wait)) : behind;
        case WaitKind::Gather:
        case WaitKind::Wait: return counted(thing(suspension.wait), suspension.value);
        case WaitKind::Shield: return "shield" + inside;
        case WaitKind::WaitFor:
            return std::isnan(suspension.value)
                       ? "wait_for" + inside
                       : fmt::format("wait_for{}, at most {}", inside,
                                     secondsText(suspension.value, digits));
        case WaitKind::Barrier:
            return suspension.value > 0 ? counted(thing(suspension.wait), suspension.value)
                                        : std::string(thing(suspension.wait));
        case WaitKind::TaskGroup:
            return fmt::format("task group, {} left", number(suspension.value));
        default: return std::string(thing(suspension.wait));
    }
}

std::string describe(const Trace& trace, EventIndex at, Digits digits) {
    const Event& event = trace[at];
    const std::string name = who(trace, event.task);
    const std::string_view text =
        event.text().index() < trace.textCount() ? trace.text(event.text()) : std::string_view();
    const auto callback = [&] { return text.empty() ? std::string_view("a callback") : text; };
    switch (event.kind) {
        case EventKind::TaskCreated:
            return fmt::format("{} is created{}", name, by(trace, event.taskA()));
        case EventKind::StepBegan: return name + " runs";
        case EventKind::StepEnded: return stepEndText(trace, event, name, digits);
        case EventKind::CallbackScheduled: return fmt::format("{} is scheduled", callback());
        case EventKind::CallbackRan: return fmt::format("{} is called", callback());
        case EventKind::TimerSet:
            return fmt::format("a timer is set for {}", secondsText(event.value, digits));
        case EventKind::TimerFired: return "a timer is due";
        case EventKind::TimerCancelled: return "a call that was to come is cancelled";
        case EventKind::FutureResolved:
            return fmt::format("{} {} {}{}", event.wait == WaitKind::Event ? "an" : "a",
                               thing(event.wait), resolutionText(event.resolution()),
                               by(trace, event.task));
        case EventKind::TaskWoken:
            return fmt::format("{} is woken{}", name, by(trace, event.taskB()));
        case EventKind::CancelRequested:
            return fmt::format("{} is asked to cancel{}", name, by(trace, event.taskA()));
        case EventKind::CancelDelivered: return name + " gets CancelledError";
        case EventKind::ClockJumped:
            return fmt::format("nothing is ready: the clock goes on to {}",
                               secondsText(event.time, digits));
        case EventKind::BlockingBegan:
            // How long code of its own takes is known at its end.
            if (event.value == 0) return fmt::format("{} blocks the loop: {}", name, text);
            return fmt::format("{} blocks the loop: {}, {}", name, text,
                               secondsText(event.value, digits));
        case EventKind::BlockingEnded: return name + " no longer blocks the loop";
        case EventKind::WorkerStarted:
            return fmt::format("worker {}, a {}, starts {}", event.worker().value + 1,
                               event.wait == WaitKind::Process ? "process" : "thread", text);
        case EventKind::WorkerSuspended:
            return fmt::format("worker {} sleeps until {}", event.worker().value + 1,
                               secondsText(event.value, digits));
        case EventKind::WorkerResumed:
            return fmt::format("worker {} goes on", event.worker().value + 1);
        case EventKind::WorkerEnded:
            return fmt::format("worker {} is done", event.worker().value + 1);
        case EventKind::Acquired:
            return fmt::format("{} takes the {}{}", name, thing(event.wait), permitsText(event));
        case EventKind::Released:
            if (event.wait == WaitKind::Event) {
                return fmt::format("{} {} the event", name, event.value != 0 ? "sets" : "clears");
            }
            return fmt::format("{} releases the {}{}", name, thing(event.wait), permitsText(event));
        case EventKind::QueuePut:
            return fmt::format("{} puts an item into a queue, which now holds {}", name,
                               number(event.value));
        case EventKind::QueueGot:
            return fmt::format("{} takes an item out of a queue, which now holds {}", name,
                               number(event.value));
        case EventKind::Output:
            return fmt::format("{} prints {}", name, quoted(trace.outputText(event)));
        case EventKind::Warning: return fmt::format("warning: {}", text);
        case EventKind::ExceptionRaised: return fmt::format("{} is raised in {}", text, name);
        case EventKind::Finished: return finishText(trace, event);
    }
    return {};
}

}  // namespace coroscope::trace
