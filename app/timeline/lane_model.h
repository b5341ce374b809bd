// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The lanes of a run: what the timeline shows, before any pixel.
///
/// Lane 0 is the loop's own thread; after it comes a lane per task, children under the task that
/// created them, siblings in creation order; a worker thread or process has its lane right below
/// the task that gave it its first call. The spans of a lane abut: span i lasts from boundary i to
/// boundary i + 1, so that a lane of n spans is n kinds and n + 1 boundaries. Before its first
/// boundary and after its last the lane is not alive.
///
/// Every boundary has two positions, one for each axis: its virtual time, and its place in the row
/// of steps (step_axis.h). Both are sorted, so that whatever is visible is found by bisection, and
/// `runsBefore` tells by one subtraction how many runs any stretch of spans holds.

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/trace/ids.h"

namespace coroscope::trace {
class Trace;
}

namespace coroscope::app {

class RunSource;

using trace::EventIndex;
using trace::TaskId;

/// What x means.
enum class AxisKind : std::uint8_t {
    Time,   ///< virtual seconds
    Steps,  ///< every step of a task has the same width
};

enum class SpanKind : std::uint8_t {
    Ready,      ///< in the ready queue, waiting for its turn
    Running,    ///< its step is being run; on lane 0: a batch of steps at one instant
    Suspended,  ///< at an await
    Idle,       ///< lane 0: nothing is ready, the clock jumps
    Blocked,    ///< the loop's thread is held by a blocking call; on a task's lane: by its own
};

enum class MarkKind : std::uint8_t { CancelRequested, CancelDelivered, Exception, Warning };

/// How a lane ends.
enum class LaneEnd : std::uint8_t {
    Open,  ///< the run ended (or was cut off) before the task did
    Returned,
    Raised,
    Cancelled,
};

struct Mark {
    EventIndex event;
    std::array<double, 2> position{};  ///< by AxisKind
    MarkKind kind{};
};

/// Whose lane it is: a task's, a worker's, or (none of both) the loop's. Outlasts another run of
/// the same program.
struct LaneKey {
    TaskId task;
    trace::WorkerId worker;

    friend auto operator<=>(const LaneKey&, const LaneKey&) = default;
};

struct Lane {
    TaskId task;             ///< none: the loop's thread or a worker
    trace::WorkerId worker;  ///< whose lane it is, if neither the loop's nor a task's
    bool isProcess = false;  ///< the worker is no thread
    TaskId parent;           ///< the task that created it, or gave a worker its first call
    int depth = 0;           ///< 0 for the loop and for tasks that no task created
    std::string name;
    LaneEnd end = LaneEnd::Open;

    std::vector<SpanKind> kinds;
    std::array<std::vector<double>, 2> boundaries;  ///< by AxisKind; one more than spans
    std::vector<EventIndex> events;                 ///< the event of each boundary
    std::vector<std::uint32_t> runsBefore;          ///< runs among the spans before this one
    std::vector<Mark> marks;

    [[nodiscard]] std::size_t spanCount() const { return kinds.size(); }
    [[nodiscard]] LaneKey key() const { return {task, worker}; }
    [[nodiscard]] bool isLoop() const { return key() == LaneKey(); }
    [[nodiscard]] const std::vector<double>& along(AxisKind axis) const {
        return boundaries[static_cast<std::size_t>(axis)];
    }
    [[nodiscard]] double begin(AxisKind axis, std::size_t span) const { return along(axis)[span]; }
    [[nodiscard]] double finish(AxisKind axis, std::size_t span) const {
        return along(axis)[span + 1];
    }
    /// How many runs the spans [first, last) hold.
    [[nodiscard]] std::uint32_t runs(std::size_t first, std::size_t last) const {
        return runsBefore[last] - runsBefore[first];
    }
    /// The span that is under way once `event` has happened; none when the lane is not alive then.
    [[nodiscard]] std::optional<std::size_t> spanAt(EventIndex event) const;
};

/// One step of a task: [began, ended] are its first and last event.
struct Step {
    EventIndex began;
    EventIndex ended;
    TaskId task;
    std::uint32_t instant = 0;
};

/// All events of one virtual time, which follow one another without a gap.
struct Instant {
    double time = 0;
    EventIndex first;             ///< its last is the event before the next instant's first
    std::uint32_t firstStep = 0;  ///< the first step that began at it or later
};

/// A blocking call: from, to on both axes, and who made it.
struct Block {
    EventIndex began;
    EventIndex ended;
    TaskId task;
    std::array<double, 2> begin{};
    std::array<double, 2> end{};
};

enum class ArrowKind : std::uint8_t {
    Created,
    Woke,
    Cancelled,
    Result,  ///< its result went into what the other waits for: a gather, a task group …
};

/// `from` did something to `to` at an event.
struct Arrow {
    EventIndex event;
    std::uint32_t from = 0;  ///< lane
    std::uint32_t to = 0;    ///< lane
    ArrowKind kind{};
};

struct LaneModel {
    std::shared_ptr<const trace::Trace> trace;
    /// The text that ran, for the names of what is awaited; may be null.
    std::shared_ptr<const RunSource> source;
    std::vector<Lane> lanes;
    std::vector<std::uint32_t> laneOfTask;  ///< by TaskId; 0: it has none
    std::vector<bool> soleOfItsCoroutine;   ///< by TaskId: no other task runs the same coroutine
    std::vector<Step> steps;
    std::vector<Instant> instants;
    std::vector<Block> blocks;
    std::vector<Arrow> arrows;  ///< in the order of their events
    /// By the event of a suspension: how many stood in line for the same lock or queue before it.
    /// Only those who were not first.
    std::unordered_map<std::uint32_t, std::uint32_t> waitersBefore;
    /// By the event of a suspension: the WorkerStarted of the call that it waited for, where it is
    /// told by the trace which one that was.
    std::unordered_map<std::uint32_t, EventIndex> awaitedCalls;
    std::size_t eventCount = 0;
    double beginTime = 0;
    double endTime = 0;
    /// The tasks of a ring in which each waits for the next and the last for the first, if the run
    /// ended in a deadlock of that kind.
    std::vector<TaskId> ring;
    std::unordered_map<TaskId, TaskId> nextOfRing;
    /// The run was stopped (limit, cancel) before its program ended.
    bool cutOff = false;

    [[nodiscard]] std::size_t spanCount() const;
    /// The lane of a task; none for a task that this model does not know.
    [[nodiscard]] std::optional<std::size_t> laneOf(TaskId task) const;
    [[nodiscard]] std::optional<std::size_t> laneOf(const LaneKey& key) const;
    /// For whom a task of the ring waits; none for one that is not in it.
    [[nodiscard]] TaskId nextInRing(TaskId task) const;
    /// The whole run on an axis: [first, second].
    [[nodiscard]] std::array<double, 2> extent(AxisKind axis) const;
    /// The instant that an event belongs to.
    [[nodiscard]] std::size_t instantOf(EventIndex event) const;
    /// The last event of an instant.
    [[nodiscard]] EventIndex lastEventOf(std::size_t instant) const;
    /// How many steps began at an instant.
    [[nodiscard]] std::uint32_t stepsAt(std::size_t instant) const;
    /// The first step that began at `event` or later (`steps.size()` when none did).
    [[nodiscard]] std::size_t firstStepFrom(EventIndex event) const;
    /// The place of a step among those of its instant, from 1: who ran first.
    [[nodiscard]] std::uint32_t ordinal(std::size_t step) const;
};

/// Reads a trace from end to end, or no further than `last`: then all of it is as if the run had
/// come no further yet. Time and space are linear in the events. `goOn` is asked now and then: once
/// it says no, what comes back is not to be looked at.
[[nodiscard]] LaneModel buildLaneModel(std::shared_ptr<const trace::Trace> trace,
                                       std::shared_ptr<const RunSource> source = nullptr,
                                       EventIndex last = {},
                                       const std::function<bool()>& goOn = {});

}  // namespace coroscope::app
