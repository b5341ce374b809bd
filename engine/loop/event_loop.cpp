#include "engine/loop/event_loop.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/loop/asyncio_log.h"
#include "engine/loop/callback_text.h"
#include "engine/loop/context_scope.h"
#include "engine/loop/deadlock.h"
#include "engine/loop/debug.h"
#include "engine/loop/exception_handler.h"
#include "engine/loop/executors.h"
#include "engine/loop/handled_scope.h"
#include "engine/loop/local_result.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/run_context.h"
#include "engine/loop/signals.h"
#include "engine/runtime/effort.h"

namespace coroscope::loop {

namespace {

/// coroutines._is_debug_mode: whether the scenario's environment has PYTHONASYNCIODEBUG.
bool debugIsAskedFor(Vm& vm) {
    Ref os(dictGetStr(vm.modules.get(), vm.intern("os")));
    if (os.isUnbound()) return false;
    const auto asked = [&]() -> Outcome<bool> {
        Ref environment = CORO_TRY(getAttribute(vm, os, vm.intern("environ")));
        Ref key = newStr(vm, "PYTHONASYNCIODEBUG");
        Ref value = CORO_TRY(vm.callMethod(environment, vm.intern("get"), {key}));
        return truth(vm, value);
    }();
    if (!asked.isRaised()) return *asked;
    if (!vm.stopped()) vm.pending.reset();
    return false;
}

}  // namespace

Ptr<EventLoop> makeEventLoop(RunContext& run) { return makeEventLoopOf(run, run.loopType); }

Ptr<EventLoop> makeEventLoopOf(RunContext& run, Type* type) {
    Ptr<EventLoop> loop = makeInstance<EventLoop>(run.vm, type, run.vm.heap);
    loop->run = &run;
    loop->isOwn = type != run.loopType;
    loop->debug = debugIsAskedFor(run.vm);
    loop->signalHandlers = makeDict(run.vm);
    run.loops.push_back(loop);
    logFromAsyncio(run, LogLevel::Debug, {"selector_events.py", 54, "__init__"},
                   "Using selector: EpollSelector");
    return loop;
}

// --- callbacks -----------------------------------------------------------------------------------

namespace {

Ptr<Handle> makeHandle(RunContext& run, EventLoop* loop, Value callback,
                       std::span<const Value> arguments, bool timer, Ptr<Context> context = {}) {
    Ptr<Handle> handle = makeInstance<Handle>(run.vm, timer ? run.timerHandleType : run.handleType);
    handle->loop = loop;
    handle->isTimer = timer;
    handle->id = run.recorder.newObject();
    if (!callback.isUnbound()) {
        handle->callback = callback;
        handle->arguments = makeTuple(run.vm, arguments);
        handle->name = run.textOf(callableName(run, callback));
        handle->context = std::move(context);
    }
    if (loop->debug) handle->origin = originOfHandle(run, !callback.isUnbound());
    return handle;
}

void pushTimer(EventLoop* loop, Ptr<Handle> handle, double when) {
    Vm& vm = loop->run->vm;
    if (const std::size_t bytes = loop->timers.bytesToGrow();
        bytes > 0 && vm.heap.wouldExceed(bytes)) {
        return vm.stop(runtime::StopReason::Memory);
    }
    handle->when = when;
    handle->sequence = ++loop->timerSequence;
    handle->scheduled = true;
    loop->timers.push(std::move(handle));
}

}  // namespace

Status checkThread(RunContext& run, const EventLoop* loop) {
    if (!loop->debug || !loop->running || run.runningLoop == loop) return kDone;
    return raise(run.vm, run.vm.exc.RuntimeError,
                 "Non-thread-safe operation invoked on an event loop other than the current one");
}

Status checkUsable(RunContext& run, const EventLoop* loop) {
    if (loop->closed) return raise(run.vm, run.vm.exc.RuntimeError, "Event loop is closed");
    return checkThread(run, loop);
}

Ptr<Handle> callSoon(RunContext& run, EventLoop* loop, Value callback,
                     std::span<const Value> arguments, Ptr<Context> context) {
    Ptr<Handle> handle = makeHandle(run, loop, callback, arguments, false, std::move(context));
    run.recorder.callbackScheduled(run.clock.now(), run.currentTraceTask(), handle->id,
                                   handle->name, run.place());
    retain(static_cast<Object*>(handle.get()));
    makeReady(run, loop, {ReadyItem::Kind::Handle, {}, handle.get()});
    return handle;
}

Ptr<Handle> callAt(RunContext& run, EventLoop* loop, double when, Value callback,
                   std::span<const Value> arguments, Ptr<Context> context) {
    Ptr<Handle> handle = makeHandle(run, loop, callback, arguments, true, std::move(context));
    run.recorder.timerSetForCallback(run.clock.now(), run.currentTraceTask(), handle->id, when,
                                     handle->name, run.place());
    pushTimer(loop, handle, when);
    return handle;
}

Ptr<Handle> callNativeAt(RunContext& run, EventLoop* loop, double when, NativeCallback native,
                         Object* target, trace::TimerFor what, std::uint32_t operand) {
    Ptr<Handle> handle = makeHandle(run, loop, Value(), {}, true);
    handle->native = native;
    handle->target = Ref(Value(target));
    handle->name = run.nameOf(native);
    const double now = run.clock.now();
    const trace::TaskId caller = run.currentTraceTask();
    switch (what) {
        case trace::TimerFor::Future:
            run.recorder.timerSetForFuture(now, caller, handle->id, when, trace::ObjectId(operand),
                                           run.place());
            break;
        case trace::TimerFor::Timeout:
            run.recorder.timerSetForTimeout(now, caller, handle->id, when, trace::TaskId(operand),
                                            run.place());
            break;
        case trace::TimerFor::Callback:
            run.recorder.timerSetForCallback(now, caller, handle->id, when, handle->name,
                                             run.place());
            break;
    }
    pushTimer(loop, handle, when);
    return handle;
}

Ptr<Handle> callNativeSoon(RunContext& run, EventLoop* loop, NativeCallback native,
                           Object* target) {
    Ptr<Handle> handle = makeHandle(run, loop, Value(), {}, false);
    handle->native = native;
    handle->target = Ref(Value(target));
    handle->name = run.nameOf(native);
    run.recorder.callbackScheduled(run.clock.now(), run.currentTraceTask(), handle->id,
                                   handle->name, run.place());
    retain(static_cast<Object*>(handle.get()));
    makeReady(run, loop, {ReadyItem::Kind::Handle, {}, handle.get()});
    return handle;
}

void rememberReady(RunContext& run, EventLoop* loop, const ReadyItem& item) {
    Ref origin = Ref::none();
    if (item.kind == ReadyItem::Kind::Handle) {
        origin = static_cast<Handle*>(item.object)->origin;
    } else if (loop->debug) {
        origin = originOfHandle(run, false);
    }
    loop->readyOrigins.push_back(std::move(origin));
}

void cancelHandle(RunContext& run, Handle* handle) {
    if (handle->cancelled) return;
    handle->cancelled = true;
    const bool pending = !handle->callback.isUnbound() || handle->native;
    handle->callback.reset();
    handle->arguments.reset();
    handle->target.reset();
    if (pending)
        run.recorder.timerCancelled(run.clock.now(), run.currentTraceTask(), handle->id,
                                    run.place());
    handle->native = nullptr;
    if (handle->scheduled) ++handle->loop->cancelledTimers;
}

// --- running --------------------------------------------------------------------------------

namespace {

/// Handle._run: an error of a callback goes to the exception handler, and the loop goes on.
Status callbackFailed(RunContext& run, Handle* handle, const std::string& text) {
    Vm& vm = run.vm;
    if (vm.stopped()) return Raised{};
    if (vm.pending->type->isSubtypeOf(vm.exc.SystemExit) ||
        vm.pending->type->isSubtypeOf(vm.exc.KeyboardInterrupt)) {
        return Raised{};
    }
    Ptr<Exception> raised = takePending(vm);
    Ptr<Dict> context = makeDict(vm);
    setValue(vm, context.get(), "message",
             makeStr(vm, fmt::format("Exception in callback {}", text)).value());
    setValue(vm, context.get(), "exception", raised.value());
    setValue(vm, context.get(), "handle", Value(handle));
    if (handle->origin.is(vm.types.tuple))
        setValue(vm, context.get(), "source_traceback", handle->origin.as<Tuple>()->span()[1]);
    // Handle._run has the context among its locals, and is in the traceback.
    run.uncollected.keep(raised, Ptr<Object>(context.get()));
    const HandledScope handled(vm, std::move(raised));
    return callExceptionHandler(run, handle->loop, std::move(context));
}

/// A step or a callback of our own is over. They raise only where those that wait for what ended
/// could not be told.
Status nativeEnded(RunContext& run, EventLoop* loop, NativeCallback native, Status status) {
    if (!status.isRaised()) return kDone;
    Ptr<Handle> handle = makeHandle(run, loop, Value(), {}, false);
    handle->native = native;
    return callbackFailed(run, handle.get(), std::string(native->text));
}

/// A callback of our own; `future` is the one that ended, if it was added to one.
Status performNative(RunContext& run, EventLoop* loop, NativeCallback native, Object* target,
                     Future* future) {
    return nativeEnded(run, loop, native, native->perform(run, target, future));
}

Status runHandle(RunContext& run, Ptr<Handle> handle) {
    if (handle->cancelled) return kDone;
    Vm& vm = run.vm;
    run.beginFreeCode();
    run.recorder.callbackRan(run.clock.now(), handle->id, handle->name);
    if (const NativeCallback native = std::exchange(handle->native, nullptr)) {
        Ref target = std::move(handle->target);
        Object* object = target.isObject() ? target.as<Object>() : nullptr;
        return performNative(run, handle->loop, native, object, nullptr);
    }
    Ref callback = handle->callback;
    Ptr<Tuple> arguments = handle->arguments;
    {
        const ContextScope scope(vm, handle->context);
        if (!vm.call(callback, Arguments{arguments->items(), arguments->count, 0, nullptr})
                 .isRaised())
            return kDone;
    }
    if (vm.stopped()) return Raised{};
    Ptr<Exception> raised = takePending(vm);
    const std::string text = callbackText(run, callback, arguments->span());
    vm.pending = std::move(raised);
    return callbackFailed(run, handle.get(), text);
}

constexpr NativeAction kStep{nullptr, "step", "<TaskStepMethWrapper object at 0x7f0000000000>()"};
constexpr NativeAction kWakeup{nullptr, "wakeup", "Task.task_wakeup()"};

Status runItem(RunContext& run, const ReadyItem& item) {
    switch (item.kind) {
        case ReadyItem::Kind::Step: {
            Ptr<Task> task = Ptr<Task>::steal(static_cast<Task*>(item.object));
            return nativeEnded(run, task->loop, &kStep, stepTask(run, task.get(), nullptr));
        }
        case ReadyItem::Kind::Throw: {
            Ptr<Task> task = Ptr<Task>::steal(static_cast<Task*>(item.object));
            auto error = Ptr<Exception>::steal(static_cast<Exception*>(item.other));
            return nativeEnded(run, task->loop, &kStep,
                               stepTask(run, task.get(), std::move(error)));
        }
        case ReadyItem::Kind::Wake: {
            Ptr<Task> task = Ptr<Task>::steal(static_cast<Task*>(item.object));
            Ptr<Future> future = Ptr<Future>::steal(static_cast<Future*>(item.other));
            return nativeEnded(run, task->loop, &kWakeup, wakeTask(run, task.get(), future.get()));
        }
        case ReadyItem::Kind::Call: {
            Ref target = item.object ? Ref::steal(Value(item.object)) : Ref();
            Ptr<Future> future = Ptr<Future>::steal(static_cast<Future*>(item.other));
            run.beginFreeCode();
            run.recorder.callbackRan(run.clock.now(), item.id, run.nameOf(item.native));
            return performNative(run, future->loop, item.native, item.object, future.get());
        }
        case ReadyItem::Kind::Handle:
            return runHandle(run, Ptr<Handle>::steal(static_cast<Handle*>(item.object)));
    }
    return kDone;
}

/// What stood first in the ready queue: where it was put there, if that is known.
Ref takeOrigin(EventLoop* loop) {
    if (loop->readyOrigins.size() <= loop->ready.size()) return Ref::none();
    Ref origin = std::move(loop->readyOrigins.front());
    loop->readyOrigins.pop_front();
    return origin;
}

/// In debug mode.
Status runWatched(RunContext& run, EventLoop* loop, const ReadyItem& item) {
    loop->runningOrigin = takeOrigin(loop);
    const bool isNative = item.kind == ReadyItem::Kind::Call;
    const SlownessWatch watch(run, loop, isNative ? nullptr : item.object);
    const Status status = runItem(run, item);
    loop->runningOrigin = Ref::none();
    return status;
}

/// Timers that were cancelled and are due next, or most of all, leave the heap.
void dropCancelledTimers(EventLoop* loop) {
    constexpr std::size_t kMinimum = 100;  // _MIN_SCHEDULED_TIMER_HANDLES
    if (loop->timers.size() > kMinimum && loop->cancelledTimers * 2 > loop->timers.size()) {
        loop->timers.purge();
        loop->cancelledTimers = 0;
        return;
    }
    while (!loop->timers.empty() && loop->timers.top()->cancelled) {
        --loop->cancelledTimers;
        loop->timers.pop()->scheduled = false;
    }
}

/// When the first timer is due, by what the loop's own time() says it is now.
Outcome<double> nextByOwnTime(RunContext& run, EventLoop* loop) {
    const double when = loop->timers.topWhen();
    const Ref own = CORO_TRY(ownMethod(run, loop, "time"));
    if (own.isUnbound()) return when;
    return run.now() + std::max(0.0, when - CORO_TRY(timeOf(run, loop)));
}

/// What the selector does in CPython: time passes, and threads have their turn.
Status poll(RunContext& run, EventLoop* loop) {
    // A timer at no number (NaN) is due as soon as it comes up: it is not later than anything.
    const bool isDue = !loop->timers.empty() && std::isnan(loop->timers.topWhen());
    const bool idle = loop->ready.empty() && !loop->stopping && !isDue;
    const double next = loop->timers.empty()  ? Workers::kForever
                        : loop->isOwn && idle ? CORO_TRY(nextByOwnTime(run, loop))
                                              : loop->timers.topWhen();
    if (!run.pendingSignals.empty() && maySetSignalHandlers(run)) CORO_TRY(handleSignals(run));
    if (run.workers.current()) return run.workers.pollInWorker(loop, idle, next);
    if (run.workers.any()) return run.workers.poll(loop, idle, next);
    const bool called = std::exchange(loop->calledFromThread, false);  // by a thread that has ended
    if (!idle || called) {
        // One poll after stop() came before the loop began counts as any other, but for the clock.
        if (!loop->ready.empty()) run.clock.polled();
        return kDone;
    }
    if (next == Workers::kForever) {
        reportDeadlock(run, loop);
        return Raised{};
    }
    const double before = run.clock.now();
    if (run.settings.until && next > *run.settings.until) {
        run.reachedUntil();
        return Raised{};
    }
    run.clock.moveTo(next);
    if (run.clock.now() > before) run.recorder.clockJumped(before, run.clock.now());
    return kDone;
}

constexpr std::int64_t kEffortOfTurn = 100;

/// BaseEventLoop._run_once: one batch. What becomes ready while it runs waits for the next,
/// so no callback can starve the timers.
Status runOnce(RunContext& run, EventLoop* loop) {
    dropCancelledTimers(loop);
    CORO_TRY(poll(run, loop));
    // One whose own clock stands still may turn for ever.
    if (loop->isOwn && !spendEffort(run.vm, kEffortOfTurn)) return Raised{};
    const double now = loop->isOwn ? CORO_TRY(timeOf(run, loop)) : run.clock.now();
    const double end = now + run.clock.resolution();
    // A timer at "not a number" is due at once, as no comparison holds it back.
    while (!loop->timers.empty() && !(loop->timers.topWhen() >= end)) {
        Ptr<Handle> handle = loop->timers.pop();
        handle->scheduled = false;
        if (handle->cancelled) {
            --loop->cancelledTimers;
            continue;
        }
        run.recorder.timerFired(run.clock.now(), handle->id);
        makeReady(run, loop, {ReadyItem::Kind::Handle, {}, handle.detach()});
    }
    for (std::size_t left = loop->ready.size(); left > 0; --left) {
        const ReadyItem item = loop->ready.pop();
        if (loop->debug) [[unlikely]] {
            CORO_TRY(runWatched(run, loop, item));
        } else {
            if (!loop->readyOrigins.empty()) static_cast<void>(takeOrigin(loop));
            CORO_TRY(runItem(run, item));
        }
    }
    return kDone;
}

}  // namespace

Status runForever(RunContext& run, EventLoop* loop) {
    Vm& vm = run.vm;
    if (loop->closed) return raise(vm, vm.exc.RuntimeError, "Event loop is closed");
    if (loop->running) return raise(vm, vm.exc.RuntimeError, "This event loop is already running");
    if (run.runningLoop)
        return raise(vm, vm.exc.RuntimeError,
                     "Cannot run the event loop while another loop is running");
    CORO_TRY(noticeReplacements(run, loop));
    EventLoop* outerLoop = std::exchange(run.runningLoop, loop);
    Task* outerTask = std::exchange(run.currentTask, nullptr);
    loop->running = true;
    Status status = kDone;
    trackCoroutineOrigins(run, loop, loop->debug);
    {
        const LoopEntered entered(run);
        do {
            status = runOnce(run, loop);
        } while (!status.isRaised() && !loop->stopping);
    }
    trackCoroutineOrigins(run, loop, false);
    loop->stopping = false;
    loop->running = false;
    run.runningLoop = outerLoop;
    run.currentTask = outerTask;
    return status;
}

namespace {

/// The trace hears that none of what the loop still had will be called.
void recordDropped(EventLoop* loop) {
    RunContext& run = *loop->run;
    const auto drop = [&run](trace::ObjectId handle) {
        run.recorder.timerCancelled(run.clock.now(), run.currentTraceTask(), handle, run.place());
    };
    loop->ready.forEach([&drop](const ReadyItem& item) {
        if (item.kind == ReadyItem::Kind::Call) return drop(item.id);
        if (item.kind != ReadyItem::Kind::Handle) return;
        const auto* handle = static_cast<const Handle*>(item.object);
        if (!handle->cancelled) drop(handle->id);
    });
    loop->timers.forEach([&drop](const Handle* handle) {
        if (!handle->cancelled) drop(handle->id);
    });
}

}  // namespace

Status closeLoop(EventLoop* loop) {
    if (loop->closed) return kDone;
    if (loop->debug) {
        RunContext& run = *loop->run;
        auto text = reprText(run.vm, Value(loop));
        logFromAsyncio(run, LogLevel::Debug, {"base_events.py", 682, "close"},
                       fmt::format("Close {}", text.isRaised() ? "?" : *text));
    }
    if (loop->signalHandlers->count > 0) removeSignalHandlers(loop);
    loop->closed = true;
    recordDropped(loop);
    loop->ready.clear();
    loop->readyOrigins.clear();
    loop->timers.clear();
    return letExecutorGo(*loop->run, loop);
}

namespace {

/// _run_until_complete_cb: the loop stops, unless what ended the future leaves the loop anyway.
Status stopWhenDone(RunContext& run, Object*, Future* future) {
    if (future->state == Future::State::Finished && future->exception()) {
        future->logTraceback = false;
        Type* type = future->exception()->type;
        if (type->isSubtypeOf(run.vm.exc.SystemExit) ||
            type->isSubtypeOf(run.vm.exc.KeyboardInterrupt))
            return kDone;
    }
    if (Ref own = CORO_TRY(ownMethod(run, future->loop, "stop")); !own.isUnbound()) [[unlikely]] {
        CORO_TRY(run.vm.call(own));
        return kDone;
    }
    future->loop->stopping = true;
    return kDone;
}
constexpr NativeAction kStopWhenDone{
    stopWhenDone, "_run_until_complete_cb",
    "_run_until_complete_cb() at /usr/lib/python3.11/asyncio/base_events.py:180"};

/// self.run_forever()
Status runForeverByMethod(RunContext& run, EventLoop* loop) {
    const Ref own = CORO_TRY(ownMethod(run, loop, "run_forever"));
    if (own.isUnbound()) [[likely]]
        return runForever(run, loop);
    CORO_TRY(run.vm.call(own));
    return kDone;
}

}  // namespace

Ref runUntilComplete(RunContext& run, EventLoop* loop, Value awaitable) {
    Vm& vm = run.vm;
    if (loop->closed) return raise(vm, vm.exc.RuntimeError, "Event loop is closed");
    if (loop->running) return raise(vm, vm.exc.RuntimeError, "This event loop is already running");
    if (run.runningLoop)
        return raise(vm, vm.exc.RuntimeError,
                     "Cannot run the event loop while another loop is running");
    CORO_TRY(noticeReplacements(run, loop));
    const bool isNew = !isFutureLike(run, awaitable);
    Ref future = CORO_TRY(ensureOwnFuture(run, awaitable, loop, "_log_destroy_pending"));
    auto* object = future.as<Future>();
    if (isNew) object->logDestroyPending = false;
    CORO_TRY(addNativeCallback(run, object, &kStopWhenDone, nullptr));
    const ForeignFrame itself(run);
    Status status = runForeverByMethod(run, loop);
    removeNativeCallback(object, &kStopWhenDone, nullptr);
    if (status.isRaised()) {
        if (isNew && object->done() && object->state != Future::State::Cancelled)
            object->logTraceback = false;
        return Raised{};
    }
    if (!object->done())
        return raise(vm, vm.exc.RuntimeError, "Event loop stopped before Future completed.");
    return resultOfLocal(run, object);
}

}  // namespace coroscope::loop
