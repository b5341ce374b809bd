#include "engine/trace/statistics.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace coroscope::trace {

namespace {

/// Walks over the trace with a stop watch for each task and one for the loop.
class Tally {
public:
    explicit Tally(const Trace& trace) : trace_(trace), current_(trace.taskCount()) {
        result_.tasks.resize(trace.taskCount());
        result_.duration = trace.endTime();
    }

    RunStatistics count() {
        for (const Event& event : trace_.events()) apply(event);
        const double end = trace_.endTime();
        loopBusy(false, end);
        for (std::size_t task = 0; task < current_.size(); ++task) {
            if (!result_.tasks[task].done) {
                enter(TaskId::fromIndex(task), State::Done, end);
                result_.tasks[task].done = false;
            }
        }
        return std::move(result_);
    }

private:
    enum class State : std::uint8_t { Unborn, Ready, Running, Waiting, Done };
    struct Current {
        State state = State::Unborn;
        double since = 0;
    };

    void apply(const Event& event) {
        const double now = event.time;
        switch (event.kind) {
            case EventKind::TaskCreated:
                enter(event.task, State::Ready, now);
                queue(+1);
                break;
            case EventKind::StepBegan:
                enter(event.task, State::Running, now);
                ++result_.tasks[event.task.index()].steps;
                ++result_.steps;
                loopBusy(true, now);
                queue(-1);
                break;
            case EventKind::StepEnded:
                loopBusy(false, now);
                if (!event.suspends()) {
                    enter(event.task, State::Done, now);
                } else if (event.wait == WaitKind::Yield) {
                    enter(event.task, State::Ready, now);
                    queue(+1);
                } else {
                    enter(event.task, State::Waiting, now);
                }
                break;
            case EventKind::TaskWoken:
                enter(event.task, State::Ready, now);
                queue(+1);
                break;
            case EventKind::CallbackScheduled: queue(+1); break;
            case EventKind::TimerFired:
                loopBusy(false, now);
                queue(+1);
                break;
            case EventKind::CallbackRan:
                ++result_.callbacks;
                loopBusy(true, now);
                queue(-1);
                break;
            case EventKind::ClockJumped: loopBusy(false, event.value); break;
            case EventKind::Finished: loopBusy(false, now); break;
            case EventKind::BlockingEnded: result_.blocked += event.value; break;
            default: break;
        }
    }

    void enter(TaskId task, State next, double now) {
        if (task.index() >= current_.size()) return;
        Current& current = current_[task.index()];
        TaskStatistics& its = result_.tasks[task.index()];
        const double spent = now - current.since;
        switch (current.state) {
            case State::Unborn: its.created = now; break;
            case State::Ready: its.ready += spent; break;
            case State::Running: its.running += spent; break;
            case State::Waiting: its.waiting += spent; break;
            case State::Done: return;
        }
        current = {next, now};
        if (next == State::Done) {
            its.ended = now;
            its.done = true;
        }
    }

    void loopBusy(bool busy, double now) {
        if (busy_) result_.busy += now - busySince_;
        busy_ = busy;
        busySince_ = now;
    }

    /// Cancelled handles are counted until they would have come up.
    void queue(int change) {
        if (change < 0 && queued_ == 0) return;
        queued_ += static_cast<std::size_t>(change);
        result_.longestReadyQueue = std::max(result_.longestReadyQueue, queued_);
    }

    const Trace& trace_;
    RunStatistics result_;
    std::vector<Current> current_;
    bool busy_ = false;
    double busySince_ = 0;
    std::size_t queued_ = 0;
};

}  // namespace

RunStatistics statisticsOf(const Trace& trace) { return Tally(trace).count(); }

}  // namespace coroscope::trace
