// Calls in worker threads, awaited: run_in_executor, to_thread, wrap_future
// (Lib/asyncio/base_events.py, threads.py, futures.py).
#pragma once

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// The loop's methods.
[[nodiscard]] Ref runInExecutor(Vm& vm, const Arguments& arguments);
[[nodiscard]] Ref setDefaultExecutor(Vm& vm, const Arguments& arguments);
/// asyncio.to_thread, wrap_future, run_coroutine_threadsafe.
[[nodiscard]] Ref toThreadFunction(Vm& vm, const Arguments& arguments);
[[nodiscard]] Ref wrapFutureFunction(Vm& vm, const Arguments& arguments);
[[nodiscard]] Ref runCoroutineThreadsafe(Vm& vm, const Arguments& arguments);

/// chain_task(task, future): the future of concurrent.futures follows the task.
[[nodiscard]] Ref chainTask(Vm& vm, const Arguments& arguments);

/// The call in a thread, or whatever else of concurrent.futures, that wrap_future made this future
/// follow; Unbound if it is none of these.
[[nodiscard]] Value callBehind(const Future* future);

/// Waits until the default executor has done all it was given; nothing comes after.
[[nodiscard]] Status shutDownExecutor(RunContext& run, EventLoop* loop);
/// The loop closes: its executor takes no more calls, and nobody waits for those that it has.
[[nodiscard]] Status letExecutorGo(RunContext& run, EventLoop* loop);

/// A call from any thread: the loop has work.
void wakeFromThread(RunContext& run, EventLoop* loop);

void initExecutorTypes(RunContext& run);

}  // namespace coroscope::loop
