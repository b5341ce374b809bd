// The event loop: Lib/asyncio/base_events.py BaseEventLoop, on a virtual clock.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "engine/loop/handle.h"
#include "engine/loop/ready_queue.h"
#include "engine/loop/task.h"
#include "engine/loop/timer_heap.h"
#include "engine/loop/workers.h"

namespace coroscope::loop {

struct EventLoop : Object {
    explicit EventLoop(runtime::Heap& heap)
        : ready(heap),
          timers(heap),
          readyOrigins(runtime::Counted<Ref>(heap)),
          threadsWaiting(runtime::Counted<Ptr<Worker>>(heap)) {}

    Attributes attributes;
    RunContext* run = nullptr;
    ReadyQueue ready;
    TimerHeap timers;
    /// In debug mode: where what stands in the ready queue was put there, of as many of its items
    /// as came since (debug.h).
    runtime::CountedDeque<Ref> readyOrigins;
    Ref runningOrigin = Ref::none();  ///< the same of what runs
    std::uint64_t timerSequence = 0;
    std::size_t cancelledTimers = 0;  ///< cancelled ones that are still in the heap
    WaitQueue threadsWaiting;         ///< the worker that runs it, while it has nothing to do
    bool calledFromThread = false;    ///< call_soon_threadsafe: what it waits in is to end
    Ref defaultExecutor = Ref::none();
    bool executorShutDown = false;
    bool asyncgensShutDown = false;
    bool stopping = false;
    bool running = false;
    bool closed = false;
    bool debug = false;
    bool isOwn = false;  ///< it may have methods of the scenario's own (own_loops.h)
    /// While it runs in debug mode: what sys.get_coroutine_origin_tracking_depth() was before.
    std::optional<int> originDepthBefore;
    double slowCallbackDuration = 0.1;
    Ref exceptionHandler = Ref::none();
    Ref taskFactory = Ref::none();
    Ptr<Dict> signalHandlers;  ///< of add_signal_handler, by number (signals.cpp)
};

[[nodiscard]] Ptr<EventLoop> makeEventLoop(RunContext& run);
/// The same of a class that the scenario has made of it.
[[nodiscard]] Ptr<EventLoop> makeEventLoopOf(RunContext& run, Type* type);

/// What call_soon asks first: the loop is open and, in debug mode, no other thread's.
[[nodiscard]] Status checkUsable(RunContext& run, const EventLoop* loop);
/// The part of it that debug mode asks.
[[nodiscard]] Status checkThread(RunContext& run, const EventLoop* loop);

/// Puts something into the ready queue.
inline void makeReady(RunContext& run, EventLoop* loop, const ReadyItem& item);

/// call_soon of a callback of the scenario, in this context (null: an empty one).
[[nodiscard]] Ptr<Handle> callSoon(RunContext& run, EventLoop* loop, Value callback,
                                   std::span<const Value> arguments, Ptr<Context> context);
[[nodiscard]] Ptr<Handle> callAt(RunContext& run, EventLoop* loop, double when, Value callback,
                                 std::span<const Value> arguments, Ptr<Context> context);
/// call_later of a native callback: `native(target, nullptr)`.
[[nodiscard]] Ptr<Handle> callNativeAt(RunContext& run, EventLoop* loop, double when,
                                       NativeCallback native, Object* target, trace::TimerFor what,
                                       std::uint32_t traceOperand);
/// call_soon of a native callback: `native(target, nullptr)`.
[[nodiscard]] Ptr<Handle> callNativeSoon(RunContext& run, EventLoop* loop, NativeCallback native,
                                         Object* target);
void cancelHandle(RunContext& run, Handle* handle);

/// run_forever: until stop() was called. Raised: KeyboardInterrupt, SystemExit, a deadlock or
/// a stop of the run.
[[nodiscard]] Status runForever(RunContext& run, EventLoop* loop);
/// run_until_complete.
[[nodiscard]] Ref runUntilComplete(RunContext& run, EventLoop* loop, Value futureOrCoroutine);

/// makeReady in debug mode.
void rememberReady(RunContext& run, EventLoop* loop, const ReadyItem& item);

inline void makeReady(RunContext& run, EventLoop* loop, const ReadyItem& item) {
    if (loop->debug || !loop->readyOrigins.empty()) [[unlikely]]
        rememberReady(run, loop, item);
    loop->ready.push(item);
}

/// BaseEventLoop.close: what is still to run is dropped.
[[nodiscard]] Status closeLoop(EventLoop* loop);

/// ensure_future: a future as it is, a coroutine as a new task, any awaitable wrapped into one.
[[nodiscard]] Ref ensureFuture(RunContext& run, Value awaitable, EventLoop* loop);
/// ensureFuture for those who go on with a Future. What a task factory made may be anything: then
/// AttributeError of `attribute`, which asyncio asks first of it there.
[[nodiscard]] Ref ensureOwnFuture(RunContext& run, Value awaitable, EventLoop* loop,
                                  std::string_view attribute);

/// loop.call_exception_handler from where nothing can be raised (see exception_handler.h).
void callExceptionHandler(RunContext& run, EventLoop* loop, std::string_view message,
                          Exception* exception,
                          std::span<const std::pair<std::string_view, Value>> context);

void initEventLoopType(RunContext& run);

}  // namespace coroscope::loop
