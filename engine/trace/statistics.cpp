#include "engine/trace/statistics.h"

#include <algorithm>
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
        for (std::size_t i = 0; i < current_.size(); ++i) {
            const Current& current = current_[i];
            if (!current.born || isDone(current.status)) continue;
            result_.tasks[i].add(current.status, end - current.since);
            result_.tasks[i].ended = end;
        }
        return std::move(result_);
    }

private:
    struct Current {
        bool born = false;
        TaskStatus status = TaskStatus::Created;
        double since = 0;
    };

    void apply(const Event& event) {
        const double now = event.time;
        switch (event.kind) {
            case EventKind::TaskCreated:
                enter(event.task, TaskStatus::Created, now);
                queue(+1);
                break;
            case EventKind::StepBegan:
                enter(event.task, TaskStatus::Running, now);
                ++result_.tasks[event.task.index()].steps;
                ++result_.steps;
                loopBusy(true, now);
                queue(-1);
                break;
            case EventKind::StepEnded:
                loopBusy(false, now);
                if (!event.suspends()) {
                    enter(event.task, TaskStatus::Returned, now);
                } else if (event.wait == WaitKind::Yield) {
                    enter(event.task, TaskStatus::Ready, now);
                    queue(+1);
                } else {
                    enter(event.task, TaskStatus::Suspended, now);
                }
                break;
            case EventKind::TaskWoken:
                enter(event.task, TaskStatus::Ready, now);
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

    void enter(TaskId task, TaskStatus next, double now) {
        if (task.index() >= current_.size()) return;
        Current& current = current_[task.index()];
        if (isDone(current.status)) return;
        TaskStatistics& its = result_.tasks[task.index()];
        if (current.born) {
            its.add(current.status, now - current.since);
        } else {
            its.created = now;
        }
        current = {true, next, now};
        if (isDone(next)) {
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
