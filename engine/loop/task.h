// Task: Modules/_asynciomodule.c TaskObj, Lib/asyncio/tasks.py.
#pragma once

#include "engine/loop/future.h"

namespace coroscope::loop {

struct Task : Future {
    Ptr<Object> coroutine;
    Ptr<Future> waiter;    ///< `_fut_waiter`: the future that its step stopped at
    Ptr<Context> context;  ///< in which its steps run; null: an empty one
    Ptr<Str> name;         ///< empty: `Task-<number>`
    std::uint32_t number = 0;
    std::int32_t cancelRequests = 0;
    trace::TaskId traceId;
    trace::Place place;        ///< where its code was when it stopped last
    Task* previous = nullptr;  ///< of the run's list of living tasks, in order of creation
    Task* next = nullptr;
};

/// `loop.create_task(coroutine)`: its first step is put into the ready queue. `name` and
/// `context` may be Unbound or None.
[[nodiscard]] Ref createTask(RunContext& run, EventLoop* loop, Value coroutine, Value name = {},
                             Value context = {});
/// Tells the trace of a task that has its number and its name.
void recordCreated(RunContext& run, Task* task, const scenario::Span& place);
/// One step: sends None, or throws `error` in (Task.__step).
/// Raised: KeyboardInterrupt, SystemExit (they leave the loop), or the run is stopped.
[[nodiscard]] Status stepTask(RunContext& run, Task* task, Ptr<Exception> error);
/// The future it stopped at is done (Task.__wakeup).
[[nodiscard]] Status wakeTask(RunContext& run, Task* task, Future* future);
Outcome<bool> cancelTask(RunContext& run, Task* task, Value message);
[[nodiscard]] std::string taskName(const Task* task);
/// Those of this loop that are not done, in order of creation.
[[nodiscard]] std::vector<Ptr<Task>> allTasks(RunContext& run, EventLoop* loop);
/// The name of the coroutine function, for reprs and the trace.
[[nodiscard]] std::string coroutineName(RunContext& run, Value coroutine);
/// The innermost place in the scenario's file where the task's code stands: its chain of awaits
/// followed. Lets the recorder know if it stands in an imported file.
[[nodiscard]] scenario::Span placeOf(RunContext& run, Value coroutine);
/// The task's coroutine has returned in this frame, its own: its place is that of the `return`, not
/// of the last `await`.
void noteReturn(RunContext& run, Task* task, const runtime::Frame* frame);

void initTaskType(RunContext& run);

}  // namespace coroscope::loop
