// SPDX-License-Identifier: GPL-3.0-or-later
/// From a trace to lanes, in two passes: first steps and instants, which the axes need, then spans,
/// marks and arrows; last the lanes are put in the order of the tree of tasks.

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "app/session/wait_graph.h"
#include "app/timeline/awaited_calls.h"
#include "app/timeline/lane_model.h"
#include "app/timeline/result_flow.h"
#include "app/timeline/span_text.h"
#include "app/timeline/step_axis.h"
#include "engine/trace/blocking.h"
#include "engine/trace/lane_name.h"
#include "engine/trace/runner_task.h"
#include "engine/trace/state_at.h"
#include "engine/trace/trace.h"

namespace coroscope::app {
namespace {

using trace::Event;
using trace::EventKind;
using trace::StepEnd;
using trace::WaitKind;

void collectStepsAndInstants(const trace::Trace& trace, LaneModel& model) {
    bool open = false;
    EventIndex index(0);
    for (const Event& event : trace.events()) {
        if (index.index() == model.eventCount) break;
        if (model.instants.empty() || event.time != model.instants.back().time) {
            model.instants.push_back(
                {event.time, index, static_cast<std::uint32_t>(model.steps.size())});
        }
        if (event.kind == EventKind::StepBegan) {
            model.steps.push_back(
                {index, index, event.task, static_cast<std::uint32_t>(model.instants.size() - 1)});
            open = true;
        } else if (event.kind == EventKind::StepEnded && open) {
            model.steps.back().ended = index;
            open = false;
        }
        ++index.value;
    }
    // A run that was cut off in the midst of a step: the step lasts to the end.
    if (open) model.steps.back().ended = EventIndex::fromIndex(model.eventCount - 1);
}

/// What `stepPosition` computes by bisection, for events in their order at constant cost each.
class StepCursor {
public:
    explicit StepCursor(const LaneModel& model) : model_(model) {}

    double position(EventIndex event) {
        while (next_ < model_.steps.size() && model_.steps[next_].began <= event) ++next_;
        const auto place = static_cast<double>(event.index());
        double gapBegins = 0;
        if (next_ > 0) {
            const Step& step = model_.steps[next_ - 1];
            const auto began = static_cast<double>(step.began.index());
            const auto ended = static_cast<double>(step.ended.index());
            if (event <= step.ended) {
                const double share = ended > began ? (place - began) / (ended - began) : 0;
                return static_cast<double>(next_ - 1) + kStepLead + (1 - kStepLead) * share;
            }
            gapBegins = ended;
        }
        const double gapEnds = next_ < model_.steps.size()
                                   ? static_cast<double>(model_.steps[next_].began.index())
                                   : static_cast<double>(model_.eventCount);
        const double share = gapEnds > gapBegins ? (place - gapBegins) / (gapEnds - gapBegins) : 0;
        return static_cast<double>(next_) + kStepLead * share;
    }

private:
    const LaneModel& model_;
    std::size_t next_ = 0;
};

class LaneBuilder {
public:
    LaneBuilder(const trace::Trace& trace, LaneModel& model)
        : trace_(trace), model_(model), cursor_(model), results_(trace) {}

    /// False: it was left off.
    [[nodiscard]] bool build(const std::function<bool()>& goOn) {
        constexpr std::size_t kEventsBetweenLooks = 1 << 14;
        model_.lanes.resize(trace_.taskCount() + 1);
        Lane& loop = model_.lanes[0];
        loop.name = "Event loop";
        if (trace_.empty()) return true;
        auto row = trace_.events().begin();
        at(row.index(), *row);
        begin(loop, SpanKind::Running);
        for (; row.index().index() < model_.eventCount; ++row) {
            at(row.index(), *row);
            read(*row);
            if (goOn && (row.index().index() + 1) % kEventsBetweenLooks == 0 && !goOn())
                return false;
        }
        calls_.cutOff(model_);
        for (Lane& lane : model_.lanes) close(lane);
        for (Lane& worker : workers_) {
            // After its last call it is gone, not idle.
            if (!worker.kinds.empty() && worker.kinds.back() == SpanKind::Idle) {
                worker.kinds.pop_back();
                worker.end = LaneEnd::Returned;
            }
            close(worker);
        }
        return true;
    }

    /// A lane for each worker that was given a call, in the order in which they were.
    std::vector<Lane> takeWorkers() { return std::move(workers_); }

private:
    void at(EventIndex event, const Event& row) {
        event_ = event;
        kind_ = row.kind;
        position_ = {row.time, cursor_.position(event)};
    }

    [[nodiscard]] static std::uint32_t laneNumber(TaskId task) { return task.value + 1; }
    /// Behind all tasks, in the order in which workers were given their first call.
    [[nodiscard]] std::uint32_t workerNumber(trace::WorkerId worker) const {
        return static_cast<std::uint32_t>(model_.lanes.size() + laneOfWorker_.at(worker));
    }
    /// The lane of a task; null when the event has none (or the trace is broken).
    Lane* lane(TaskId task) {
        return task.valid() && laneNumber(task) < model_.lanes.size()
                   ? &model_.lanes[laneNumber(task)]
                   : nullptr;
    }

    /// The lane of a worker, made when its first call begins.
    Lane& workerLane(const Event& event) {
        const trace::WorkerId id = event.worker();
        const auto [place, isNew] = laneOfWorker_.try_emplace(id, workers_.size());
        if (isNew) {
            Lane& lane = workers_.emplace_back();
            lane.worker = id;
            lane.parent = event.task;
            lane.isProcess = event.wait == WaitKind::Process;
            lane.name = workerLabel(event);
            lane.name[0] = lane.isProcess ? 'P' : 'T';
            const std::string_view function = trace_.text(event.text());
            if (!function.empty()) lane.name.append(" ").append(function);
        }
        return workers_[place->second];
    }

    /// Whether its last span is still under way.
    [[nodiscard]] static bool isOpen(const Lane& lane) {
        return !lane.kinds.empty() && lane.events.size() == lane.kinds.size();
    }
    void close(Lane& lane) {
        if (isOpen(lane)) boundary(lane);
    }
    void boundary(Lane& lane) {
        lane.runsBefore.push_back(runsSoFar(lane));
        lane.boundaries[0].push_back(position_[0]);
        lane.boundaries[1].push_back(position_[1]);
        lane.events.push_back(event_);
    }
    /// On the loop's lane: steps. A task's run is counted where its step begins, not again after a
    /// blocking call in its midst.
    [[nodiscard]] std::uint32_t runsSoFar(const Lane& lane) const {
        if (lane.isLoop()) return stepsBegun_;
        if (lane.events.empty()) return 0;
        const EventKind last = trace_[lane.events.back()].kind;
        const bool run = last == EventKind::StepBegan || last == EventKind::WorkerStarted ||
                         last == EventKind::WorkerResumed;
        return lane.runsBefore.back() + (run ? 1 : 0);
    }
    void begin(Lane& lane, SpanKind kind) {
        if (!lane.kinds.empty() && lane.kinds.back() == kind && kind == SpanKind::Running &&
            kind_ != EventKind::StepBegan) {
            return;
        }
        boundary(lane);
        lane.kinds.push_back(kind);
    }
    void mark(TaskId task, MarkKind kind) {
        Lane* where = lane(task);
        (where ? *where : model_.lanes[0]).marks.push_back({event_, position_, kind});
    }
    void arrow(TaskId from, TaskId to, ArrowKind kind) {
        if (from.valid() && to.valid() && from != to) {
            model_.arrows.push_back({event_, laneNumber(from), laneNumber(to), kind});
        }
    }

    void read(const Event& event) {
        Lane* own = lane(event.task);
        switch (event.kind) {
            case EventKind::TaskCreated:
                own->task = event.task;
                own->parent = event.taskA();
                begin(*own, SpanKind::Ready);
                arrow(event.taskA(), event.task, ArrowKind::Created);
                break;
            case EventKind::StepBegan:
                if (own) begin(*own, SpanKind::Running);
                ++stepsBegun_;
                break;
            case EventKind::StepEnded:
                if (own) stepEnded(*own, event);
                break;
            case EventKind::TaskWoken:
                leaveLine(event.task);
                results_.woken(event.task);
                calls_.woken(event, model_);
                if (own && !own->kinds.empty() && own->kinds.back() == SpanKind::Suspended) {
                    begin(*own, SpanKind::Ready);
                }
                arrow(event.taskB(), event.task, ArrowKind::Woke);
                break;
            case EventKind::CancelRequested:
                askedToCancel_.insert(event.task);
                mark(event.task, MarkKind::CancelRequested);
                arrow(event.taskA(), event.task, ArrowKind::Cancelled);
                break;
            case EventKind::CancelDelivered:
                // Whoever awaits one that was cancelled gets its CancelledError, too.
                mark(event.task, askedToCancel_.erase(event.task) > 0 ? MarkKind::CancelDelivered
                                                                      : MarkKind::Exception);
                break;
            case EventKind::ExceptionRaised: mark(event.task, MarkKind::Exception); break;
            case EventKind::Warning: mark(event.task, MarkKind::Warning); break;
            case EventKind::ClockJumped: {
                Lane& loop = model_.lanes[0];
                const double now = position_[0];
                position_[0] = std::min(now, event.value);
                begin(loop, SpanKind::Idle);
                position_[0] = now;
                begin(loop, SpanKind::Running);
                break;
            }
            case EventKind::BlockingBegan:
                if (trace::takesNoTime(trace_, event_)) break;
                begin(model_.lanes[0], SpanKind::Blocked);
                if (own) begin(*own, SpanKind::Blocked);
                model_.blocks.push_back({event_, event_, event.task, position_, position_});
                blocked_ = true;
                break;
            case EventKind::BlockingEnded:
                if (trace::takesNoTime(trace_, event_)) break;
                begin(model_.lanes[0], SpanKind::Running);
                // The time of code is told when its step is over: then the task no longer runs.
                if (own && isOpen(*own) && own->kinds.back() == SpanKind::Blocked) {
                    begin(*own, SpanKind::Running);
                }
                endBlock();
                break;
            case EventKind::WorkerStarted:
                begin(workerLane(event), SpanKind::Running);
                calls_.started(event, event_);
                if (own) {
                    model_.arrows.push_back({event_, laneNumber(event.task),
                                             workerNumber(event.worker()), ArrowKind::Created});
                }
                break;
            case EventKind::WorkerResumed: begin(workerLane(event), SpanKind::Running); break;
            case EventKind::WorkerSuspended: begin(workerLane(event), SpanKind::Suspended); break;
            case EventKind::WorkerEnded:
                begin(workerLane(event), SpanKind::Idle);
                calls_.ended(event);
                if (own) {
                    model_.arrows.push_back({event_, workerNumber(event.worker()),
                                             laneNumber(event.task), ArrowKind::Result});
                }
                break;
            case EventKind::Finished:
                if (blocked_) endBlock();
                break;
            default: break;
        }
    }

    void endBlock() {
        if (!blocked_) return;
        model_.blocks.back().ended = event_;
        model_.blocks.back().end = position_;
        blocked_ = false;
    }

    static bool hasLine(WaitKind kind) {
        return kind == WaitKind::Lock || kind == WaitKind::Semaphore ||
               kind == WaitKind::Condition || kind == WaitKind::QueueGet ||
               kind == WaitKind::QueuePut;
    }
    void joinLine(const Event& event) {
        if (!hasLine(event.wait)) return;
        std::uint32_t& waiting = inLine_[event.object()];
        if (waiting > 0) model_.waitersBefore[event_.value] = waiting;
        ++waiting;
        lineOf_[event.task] = event.object();
    }
    void leaveLine(TaskId task) {
        const auto line = lineOf_.find(task);
        if (line == lineOf_.end()) return;
        --inLine_[line->second];
        lineOf_.erase(line);
    }

    void stepEnded(Lane& lane, const Event& event) {
        switch (event.stepEnd()) {
            case StepEnd::Suspended:
                joinLine(event);
                results_.suspended(event);
                calls_.suspended(event, event_);
                begin(lane, event.wait == WaitKind::Yield ? SpanKind::Ready : SpanKind::Suspended);
                return;
            case StepEnd::Returned: lane.end = LaneEnd::Returned; break;
            case StepEnd::Raised: lane.end = LaneEnd::Raised; break;
            case StepEnd::Cancelled: lane.end = LaneEnd::Cancelled; break;
        }
        for (const TaskId waiter : results_.ended(event.task)) {
            arrow(event.task, waiter, ArrowKind::Result);
        }
        boundary(lane);
    }

    const trace::Trace& trace_;
    LaneModel& model_;
    std::vector<Lane> workers_;
    std::unordered_map<trace::WorkerId, std::size_t> laneOfWorker_;
    StepCursor cursor_;
    ResultFlow results_;
    AwaitedCalls calls_;
    EventIndex event_;
    EventKind kind_ = EventKind::Finished;
    std::array<double, 2> position_{};
    std::uint32_t stepsBegun_ = 0;
    bool blocked_ = false;
    std::unordered_map<trace::ObjectId, std::uint32_t> inLine_;
    std::unordered_map<TaskId, trace::ObjectId> lineOf_;
    std::unordered_set<TaskId> askedToCancel_;
};

/// The numbers of the lanes in the order in which they are shown: every task is followed by those
/// that it created.
std::vector<std::uint32_t> treeOrder(LaneModel& model) {
    const std::size_t count = model.lanes.size();
    std::vector<std::uint32_t> firstChild(count, 0);
    std::vector<std::uint32_t> nextSibling(count, 0);
    // From the last to the first, so that each list of children is in creation order. 0 ends a
    // list; it also stands for "no task created it", so that the loop is the root.
    for (std::size_t i = count; i-- > 1;) {
        const TaskId parent = model.lanes[i].parent;
        const std::size_t under = parent.valid() && parent.index() + 1 < i ? parent.index() + 1 : 0;
        nextSibling[i] = firstChild[under];
        firstChild[under] = static_cast<std::uint32_t>(i);
    }
    std::vector<std::uint32_t> order{0};
    std::vector<std::uint32_t> pending;
    if (firstChild[0] != 0) pending.push_back(firstChild[0]);
    std::vector<int> depth(count, 0);
    while (!pending.empty()) {
        const std::uint32_t lane = pending.back();
        pending.pop_back();
        order.push_back(lane);
        model.lanes[lane].depth = depth[lane];
        if (nextSibling[lane] != 0) {
            depth[nextSibling[lane]] = depth[lane];
            pending.push_back(nextSibling[lane]);
        }
        if (firstChild[lane] != 0) {
            depth[firstChild[lane]] = depth[lane] + 1;
            pending.push_back(firstChild[lane]);
        }
    }
    return order;
}

/// Puts the lanes of tasks in the order of their tree, each worker right below the task that it was
/// first called by; workers that no task called come last. The steps of asyncio.run's own tasks
/// count on the loop's lane, but they get no lanes of their own; nor do tasks that are not there
/// yet.
void putInTreeOrder(const trace::Trace& trace, LaneModel& model, std::vector<Lane> workers) {
    std::vector<std::uint32_t> order = treeOrder(model);
    std::erase_if(order, [&](std::uint32_t lane) {
        return lane > 0 &&
               (model.lanes[lane].kinds.empty() || trace::isOfTheRunner(trace, TaskId(lane - 1)));
    });
    std::unordered_map<TaskId, std::vector<Lane*>> workersOf;
    for (Lane& worker : workers) {
        if (worker.parent.valid() && trace::isOfTheRunner(trace, worker.parent)) worker.parent = {};
        workersOf[worker.parent].push_back(&worker);
    }
    std::vector<std::uint32_t> newNumber(model.lanes.size() + workers.size(), 0);
    std::vector<Lane> lanes;
    lanes.reserve(order.size() + workers.size());
    const auto addWorkers = [&](TaskId task, int depth) {
        for (Lane* worker : workersOf[task]) {
            worker->depth = depth;
            const auto number = static_cast<std::size_t>(worker - workers.data());
            newNumber[model.lanes.size() + number] = static_cast<std::uint32_t>(lanes.size());
            lanes.push_back(std::move(*worker));
        }
    };
    for (const std::uint32_t old : order) {
        newNumber[old] = static_cast<std::uint32_t>(lanes.size());
        lanes.push_back(std::move(model.lanes[old]));
        if (old > 0 && !workers.empty()) addWorkers(TaskId(old - 1), lanes.back().depth + 1);
    }
    addWorkers(TaskId(), 0);
    const auto tasksEnd = newNumber.begin() + static_cast<std::ptrdiff_t>(model.lanes.size());
    model.laneOfTask.assign(newNumber.begin() + 1, tasksEnd);
    model.lanes = std::move(lanes);
    std::erase_if(model.arrows, [&](const Arrow& arrow) {
        return newNumber[arrow.from] == 0 || newNumber[arrow.to] == 0;
    });
    for (Arrow& arrow : model.arrows) {
        arrow.from = newNumber[arrow.from];
        arrow.to = newNumber[arrow.to];
    }
}

void findSoleTasks(const trace::Trace& trace, LaneModel& model) {
    std::unordered_map<std::string_view, std::size_t> count;
    const auto name = [&](const trace::TaskInfo& task) {
        return trace::ownName(trace.text(task.coroutine));
    };
    for (const trace::TaskInfo& task : trace.tasks()) ++count[name(task)];
    for (const trace::TaskInfo& task : trace.tasks()) {
        model.soleOfItsCoroutine.push_back(count[name(task)] == 1);
    }
}

void findRing(LaneModel& model) {
    const EventIndex end = EventIndex::fromIndex(model.eventCount - 1);
    const Event last = (*model.trace)[end];
    if (last.kind != EventKind::Finished || last.finish() != trace::Finish::Deadlock) return;
    trace::StateReader reader(model.trace);
    model.ring = waitCycle(*model.trace, reader.stateAt(end));
    for (std::size_t i = 0; i < model.ring.size(); ++i) {
        model.nextOfRing[model.ring[i]] = model.ring[(i + 1) % model.ring.size()];
    }
}

}  // namespace

LaneModel buildLaneModel(std::shared_ptr<const trace::Trace> trace,
                         std::shared_ptr<const RunSource> source, EventIndex last,
                         const std::function<bool()>& goOn) {
    LaneModel model;
    model.trace = std::move(trace);
    model.source = std::move(source);
    if (!model.trace) {
        model.lanes.resize(1);
        model.lanes[0].name = "Event loop";
        return model;
    }
    const trace::Trace& rows = *model.trace;
    const bool whole = !last.valid() || last.index() + 1 >= rows.size();
    model.eventCount = whole ? rows.size() : last.index() + 1;
    model.cutOff = whole && rows.cutOff();
    collectStepsAndInstants(rows, model);
    if (!model.instants.empty()) {
        model.beginTime = std::min(0.0, model.instants.front().time);
        model.endTime = model.instants.back().time;
    }
    LaneBuilder builder(rows, model);
    if (!builder.build(goOn)) return model;
    for (std::size_t i = 1; i < model.lanes.size(); ++i) {
        const TaskId task = TaskId::fromIndex(i - 1);
        model.lanes[i].task = task;
        model.lanes[i].parent = rows.task(task).creator;
        model.lanes[i].name = trace::laneName(rows, task);
    }
    putInTreeOrder(rows, model, builder.takeWorkers());
    findSoleTasks(rows, model);
    if (model.eventCount > 0) findRing(model);
    return model;
}

}  // namespace coroscope::app
