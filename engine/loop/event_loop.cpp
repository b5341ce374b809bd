#include "engine/loop/event_loop.h"

#include <fmt/format.h>

#include "engine/loop/asyncio_log.h"
#include "engine/loop/callback_text.h"
#include "engine/loop/deadlock.h"
#include "engine/loop/run_context.h"
#include "engine/loop/runner.h"

namespace coroscope::loop {

Ptr<EventLoop> makeEventLoop(RunContext& run) {
    Ptr<EventLoop> loop = makeInstance<EventLoop>(run.vm, run.loopType);
    loop->run = &run;
    run.loops.push_back(loop);
    logFromAsyncio(run, LogLevel::Debug, {"selector_events.py", 54, "__init__"},
                   "Using selector: EpollSelector");
    return loop;
}

// --- callbacks -----------------------------------------------------------------------------------

namespace {

Ptr<Handle> makeHandle(RunContext& run, EventLoop* loop, Value callback,
                       std::span<const Value> arguments, bool timer) {
    Ptr<Handle> handle = makeInstance<Handle>(run.vm, timer ? run.timerHandleType : run.handleType);
    handle->loop = loop;
    handle->isTimer = timer;
    handle->id = run.recorder.newObject();
    if (!callback.isUnbound()) {
        handle->callback = callback;
        handle->arguments = makeTuple(run.vm, arguments);
        handle->name = run.textOf(callableName(run, callback));
    }
    return handle;
}

void pushTimer(EventLoop* loop, Ptr<Handle> handle, double when) {
    handle->when = when;
    handle->sequence = ++loop->timerSequence;
    handle->scheduled = true;
    loop->timers.push(std::move(handle));
}

}  // namespace

Ptr<Handle> callSoon(RunContext& run, EventLoop* loop, Value callback,
                     std::span<const Value> arguments) {
    Ptr<Handle> handle = makeHandle(run, loop, callback, arguments, false);
    run.recorder.callbackScheduled(run.clock.now(), run.currentTraceTask(), handle->id,
                                   handle->name, run.place());
    retain(static_cast<Object*>(handle.get()));
    loop->ready.push({ReadyItem::Kind::Handle, handle.get()});
    return handle;
}

Ptr<Handle> callAt(RunContext& run, EventLoop* loop, double when, Value callback,
                   std::span<const Value> arguments) {
    Ptr<Handle> handle = makeHandle(run, loop, callback, arguments, true);
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
    handle->name = run.textOf(native->name);
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
    handle->name = run.textOf(native->name);
    run.recorder.callbackScheduled(run.clock.now(), run.currentTraceTask(), handle->id,
                                   handle->name, run.place());
    retain(static_cast<Object*>(handle.get()));
    loop->ready.push({ReadyItem::Kind::Handle, handle.get()});
    return handle;
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

void callExceptionHandler(RunContext& run, EventLoop* loop, std::string_view message,
                          Exception* exception,
                          std::span<const std::pair<std::string_view, Value>> context) {
    Vm& vm = run.vm;
    if (loop && !loop->exceptionHandler.isNone()) {
        Ptr<Dict> dict = makeDict(vm);
        setValue(vm, dict.get(), "message", makeStr(vm, message).value());
        if (exception) setValue(vm, dict.get(), "exception", Value(exception));
        for (const auto& [key, value] : context) setValue(vm, dict.get(), key, value);
        Ref result = vm.call(loop->exceptionHandler, {Value(loop), dict.value()});
        if (!result.isRaised() || vm.stopped()) return;
        Ptr<Exception> raised = takePending(vm);
        run.write(Stream::Err,
                  "Unhandled error in exception handler\n" + formatException(vm, raised.get()));
        return;
    }
    // default_exception_handler
    std::string text(message);
    for (const auto& [key, value] : context) {
        auto shown = reprText(vm, value);
        text += fmt::format("\n{}: {}", key, shown.isRaised() ? "?" : *shown);
    }
    logFromAsyncio(run, LogLevel::Error, {"base_events.py", 1771, "default_exception_handler"}, text,
                   exception);
}

// --- running
// ---------------------------------------------------------------------------------------

namespace {

Status runHandle(RunContext& run, Ptr<Handle> handle) {
    if (handle->cancelled) return kDone;
    Vm& vm = run.vm;
    run.beginFreeCode();
    run.recorder.callbackRan(run.clock.now(), handle->id, handle->name);
    if (const NativeCallback native = std::exchange(handle->native, nullptr)) {
        Ref target = std::move(handle->target);
        native->perform(run, target.isObject() ? target.as<Object>() : nullptr, nullptr);
        return vm.stopped() ? Status(Raised{}) : Status(kDone);
    }
    Ref callback = handle->callback;
    Ptr<Tuple> arguments = handle->arguments;
    Ref result = vm.call(callback, Arguments{arguments->items(), arguments->count, 0, nullptr});
    if (!result.isRaised()) return kDone;
    if (vm.stopped()) return Raised{};
    if (vm.pending->type->isSubtypeOf(vm.exc.SystemExit) ||
        vm.pending->type->isSubtypeOf(vm.exc.KeyboardInterrupt)) {
        return Raised{};
    }
    Ptr<Exception> raised = takePending(vm);
    const std::pair<std::string_view, Value> context[] = {{"handle", handle.value()}};
    callExceptionHandler(run, handle->loop,
                         fmt::format("Exception in callback {}", callableText(run, callback)),
                         raised.get(), context);
    return kDone;
}

Status runItem(RunContext& run, const ReadyItem& item) {
    switch (item.kind) {
        case ReadyItem::Kind::Step: {
            Ptr<Task> task = Ptr<Task>::steal(static_cast<Task*>(item.object));
            return stepTask(run, task.get(), nullptr);
        }
        case ReadyItem::Kind::Throw: {
            Ptr<Task> task = Ptr<Task>::steal(static_cast<Task*>(item.object));
            return stepTask(run, task.get(),
                            Ptr<Exception>::steal(static_cast<Exception*>(item.other)));
        }
        case ReadyItem::Kind::Wake: {
            Ptr<Task> task = Ptr<Task>::steal(static_cast<Task*>(item.object));
            Ptr<Future> future = Ptr<Future>::steal(static_cast<Future*>(item.other));
            return wakeTask(run, task.get(), future.get());
        }
        case ReadyItem::Kind::Call: {
            Ref target = item.object ? Ref::steal(Value(item.object)) : Ref();
            Ptr<Future> future = Ptr<Future>::steal(static_cast<Future*>(item.other));
            run.beginFreeCode();
            run.recorder.callbackRan(run.clock.now(), item.id, item.name);
            item.native->perform(run, item.object, future.get());
            return run.vm.stopped() ? Status(Raised{}) : Status(kDone);
        }
        case ReadyItem::Kind::Handle:
            return runHandle(run, Ptr<Handle>::steal(static_cast<Handle*>(item.object)));
    }
    return kDone;
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

/// BaseEventLoop._run_once: one batch. What becomes ready while it runs waits for the next,
/// so no callback can starve the timers.
Status runOnce(RunContext& run, EventLoop* loop) {
    dropCancelledTimers(loop);
    if (!loop->ready.empty()) {
        run.clock.polled();
    } else if (loop->stopping) {
        // stop() was called before the loop began: one poll, no waiting.
    } else if (!loop->timers.empty()) {
        const double before = run.clock.now();
        const double when = loop->timers.topWhen();
        if (run.settings.until && when > *run.settings.until) {
            run.reachedUntil();
            return Raised{};
        }
        run.clock.moveTo(when);
        if (run.clock.now() > before) run.recorder.clockJumped(before, run.clock.now());
    } else {
        reportDeadlock(run, loop);
        return Raised{};
    }
    const double end = run.clock.now() + kClockResolution;
    while (!loop->timers.empty() && loop->timers.topWhen() < end) {
        Ptr<Handle> handle = loop->timers.pop();
        handle->scheduled = false;
        if (handle->cancelled) {
            --loop->cancelledTimers;
            continue;
        }
        run.recorder.timerFired(run.clock.now(), handle->id);
        loop->ready.push({ReadyItem::Kind::Handle, handle.detach()});
    }
    for (std::size_t left = loop->ready.size(); left > 0; --left) {
        CORO_TRY(runItem(run, loop->ready.pop()));
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
    EventLoop* outerLoop = std::exchange(run.runningLoop, loop);
    Task* outerTask = std::exchange(run.currentTask, nullptr);
    loop->running = true;
    Status status = kDone;
    do {
        status = runOnce(run, loop);
    } while (!status.isRaised() && !loop->stopping);
    loop->stopping = false;
    loop->running = false;
    run.runningLoop = outerLoop;
    run.currentTask = outerTask;
    return status;
}

void closeLoop(EventLoop* loop) {
    if (loop->closed) return;
    loop->closed = true;
    loop->ready.clear();
    loop->timers.clear();
}

namespace {

/// _run_until_complete_cb: the loop stops, unless what ended the future leaves the loop anyway.
void stopWhenDone(RunContext& run, Object*, Future* future) {
    if (future->state == Future::State::Finished && future->exception) {
        future->logTraceback = false;
        Type* type = future->exception->type;
        if (type->isSubtypeOf(run.vm.exc.SystemExit) ||
            type->isSubtypeOf(run.vm.exc.KeyboardInterrupt))
            return;
    }
    future->loop->stopping = true;
}
constexpr NativeAction kStopWhenDone{
    stopWhenDone, "_run_until_complete_cb",
    "_run_until_complete_cb() at /usr/lib/python3.11/asyncio/base_events.py:180"};

}  // namespace

Ref runUntilComplete(RunContext& run, EventLoop* loop, Value awaitable) {
    Vm& vm = run.vm;
    if (loop->closed) return raise(vm, vm.exc.RuntimeError, "Event loop is closed");
    if (loop->running) return raise(vm, vm.exc.RuntimeError, "This event loop is already running");
    if (run.runningLoop)
        return raise(vm, vm.exc.RuntimeError,
                     "Cannot run the event loop while another loop is running");
    const bool isNew = !isFutureLike(run, awaitable);
    Ref future = CORO_TRY(ensureFuture(run, awaitable, loop));
    auto* object = future.as<Future>();
    if (isNew) object->logDestroyPending = false;
    addNativeCallback(run, object, &kStopWhenDone, nullptr);
    Status status = runForever(run, loop);
    removeNativeCallback(object, &kStopWhenDone, nullptr);
    if (status.isRaised()) {
        if (isNew && object->done() && object->state != Future::State::Cancelled)
            object->logTraceback = false;
        return Raised{};
    }
    if (!object->done())
        return raise(vm, vm.exc.RuntimeError, "Event loop stopped before Future completed.");
    return futureResult(run, object);
}

// --- the Python type
// -------------------------------------------------------------------------------

namespace {

EventLoop* self(const Arguments& a) { return a[0].as<EventLoop>(); }

Status checkOpen(Vm& vm, EventLoop* loop) {
    if (loop->closed) return raise(vm, vm.exc.RuntimeError, "Event loop is closed");
    return kDone;
}

Status checkCallback(Vm& vm, Value callback, std::string_view method) {
    if (callback.is(vm.types.coroutine)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("coroutines cannot be used with {}()", method));
    }
    if (!vm.typeOf(callback)->slots.call) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("a callable object was expected by {}(), got {}", method,
                                 CORO_TRY(reprText(vm, callback))));
    }
    return kDone;
}

/// call_soon, call_later …: `out` gets what they need, self first, by position or keyword; the
/// callback's own arguments follow by position, and `context=` may be given.
Status bindCallback(Vm& vm, const Arguments& a, std::string_view method,
                    std::span<const std::string_view> needed, std::span<Value> out) {
    for (std::uint32_t i = 0; i < a.positional && i < needed.size(); ++i) out[i] = a[i];
    for (std::uint32_t k = 0; k < a.keywords; ++k) {
        const std::string_view name = viewOf(a.keywordNames[k]);
        if (name == "context") continue;
        const auto found = std::find(needed.begin(), needed.end(), name);
        if (found == needed.end()) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{}() got an unexpected keyword argument '{}'", method, name));
        }
        Value& place = out[static_cast<std::size_t>(found - needed.begin())];
        if (!place.isUnbound()) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{}() got multiple values for argument '{}'", method, name));
        }
        place = a[a.positional + k];
    }
    std::size_t missing = 0;
    std::string names;
    for (std::size_t i = 0; i < needed.size(); ++i) {
        if (!out[i].isUnbound()) continue;
        ++missing;
        names += fmt::format("{}'{}'", names.empty() ? "" : " and ", needed[i]);
    }
    if (missing == 0) return kDone;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{}() missing {} required positional argument{}: {}", method, missing,
                             missing == 1 ? "" : "s", names));
}

/// The arguments after the first `count`.
std::span<const Value> argumentsAfter(const Arguments& a, std::uint32_t count) {
    if (a.positional <= count) return {};
    return {a.values + count, a.positional - count};
}

Ref callSoonMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNeeded[] = {"self", "callback"};
    Value values[2];
    CORO_TRY(bindCallback(vm, a, "BaseEventLoop.call_soon", kNeeded, values));
    CORO_TRY(checkOpen(vm, self(a)));
    if (self(a)->debug) CORO_TRY(checkCallback(vm, values[1], "call_soon"));
    return callSoon(RunContext::of(vm), self(a), values[1], argumentsAfter(a, 2)).toRef();
}

Ref callLaterMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNeeded[] = {"self", "delay", "callback"};
    Value values[3];
    CORO_TRY(bindCallback(vm, a, "BaseEventLoop.call_later", kNeeded, values));
    if (values[1].isNone()) return raise(vm, vm.exc.TypeError, "delay must not be None");
    RunContext& run = RunContext::of(vm);
    const Ref when = CORO_TRY(binary(vm, Operator::Add, Value::ofFloat(run.now()), values[1]));
    CORO_TRY(checkOpen(vm, self(a)));
    return callAt(run, self(a), CORO_TRY(asDouble(vm, when)), values[2], argumentsAfter(a, 3))
        .toRef();
}

Ref callAtMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNeeded[] = {"self", "when", "callback"};
    Value values[3];
    CORO_TRY(bindCallback(vm, a, "BaseEventLoop.call_at", kNeeded, values));
    if (values[1].isNone()) return raise(vm, vm.exc.TypeError, "when cannot be None");
    CORO_TRY(checkOpen(vm, self(a)));
    return callAt(RunContext::of(vm), self(a), CORO_TRY(asDouble(vm, values[1])), values[2],
                  argumentsAfter(a, 3))
        .toRef();
}

Ref createTaskMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"self", "coro", "name", "context"};
    Value values[4];
    CORO_TRY(bindArguments(vm, "BaseEventLoop.create_task", a, kNames, 2, 2, values));
    CORO_TRY(checkOpen(vm, self(a)));
    RunContext& run = RunContext::of(vm);
    if (!self(a)->taskFactory.isNone()) {
        Ref task = CORO_TRY(vm.call(self(a)->taskFactory, {a[0], values[1]}));
        if (!values[2].isUnbound() && !values[2].isNone())
            CORO_TRY(vm.callMethod(task, vm.intern("set_name"), {values[2]}));
        return task;
    }
    return createTask(run, self(a), values[1], values[2]);
}

Ref createFutureMethod(Vm& vm, const Arguments& a) {
    return makeFuture(RunContext::of(vm), self(a)).toRef();
}

Ref callExceptionHandlerMethod(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    if (!a[1].is(vm.types.dict)) return raise(vm, vm.exc.TypeError, "context must be a dict");
    if (!self(a)->exceptionHandler.isNone()) {
        CORO_TRY(vm.call(self(a)->exceptionHandler, {a[0], a[1]}));
        return Ref::none();
    }
    std::vector<std::pair<std::string_view, Value>> context;
    std::string message = "Unhandled exception in event loop";
    Exception* exception = nullptr;
    std::uint32_t position = 0;
    Value key, value;
    while (dictNext(a[1].as<Dict>(), position, key, value)) {
        if (!isStr(key)) continue;
        if (viewOf(key) == "message" && isStr(value)) {
            message = viewOf(value);
        } else if (viewOf(key) == "exception" && isException(value)) {
            exception = value.as<Exception>();
        } else {
            context.emplace_back(viewOf(key), value);
        }
    }
    std::sort(context.begin(), context.end(),
              [](const auto& x, const auto& y) { return x.first < y.first; });
    // The user's own handler was not set: this is the default one.
    callExceptionHandler(run, self(a), message, exception, context);
    return Ref::none();
}

Ref closeMethod(Vm& vm, const Arguments& a) {
    if (self(a)->running)
        return raise(vm, vm.exc.RuntimeError, "Cannot close a running event loop");
    closeLoop(self(a));
    return Ref::none();
}

Ref runForeverMethod(Vm& vm, const Arguments& a) {
    CORO_TRY(runForever(RunContext::of(vm), self(a)));
    return Ref::none();
}

Ref reprOf(Vm& vm, Value value) {
    auto* loop = value.as<EventLoop>();
    const auto text = [](bool b) { return b ? "True" : "False"; };
    return newStr(vm, fmt::format("<_UnixSelectorEventLoop running={} closed={} debug={}>",
                                  text(loop->running), text(loop->closed), text(loop->debug)));
}

}  // namespace

void initEventLoopType(RunContext& run) {
    Vm& vm = run.vm;
    TypeSpec spec;
    spec.name = "asyncio.unix_events._UnixSelectorEventLoop";
    spec.flags = kTypeNoConstruct;
    spec.instanceBytes = sizeof(EventLoop);
    spec.attributesOffset = offsetOfAttributes(&EventLoop::attributes);
    spec.slots.destroy = destroyAs<EventLoop>;
    spec.slots.repr = reprOf;
    run.loopType = makeType(vm, spec);
    Type* type = run.loopType;
    addMethod(vm, type, "call_soon", callSoonMethod, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "call_soon_threadsafe", callSoonMethod, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "call_later", callLaterMethod, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "call_at", callAtMethod, 1, kAnyCount, kKeywords);
    addMethod(
        vm, type, "time",
        [](Vm& v, const Arguments&) { return Ref::ofFloat(RunContext::of(v).readClock()); }, 1, 1);
    addMethod(vm, type, "create_task", createTaskMethod, 2, 2, kKeywords);
    addMethod(vm, type, "create_future", createFutureMethod, 1, 1);
    addMethod(
        vm, type, "run_until_complete",
        [](Vm& v, const Arguments& a) {
            return runUntilComplete(RunContext::of(v), self(a), a[1]);
        },
        2, 2);
    addMethod(vm, type, "run_forever", runForeverMethod, 1, 1);
    addMethod(
        vm, type, "stop",
        [](Vm&, const Arguments& a) {
            self(a)->stopping = true;
            return Ref::none();
        },
        1, 1);
    addMethod(vm, type, "close", closeMethod, 1, 1);
    addMethod(
        vm, type, "shutdown_asyncgens",
        [](Vm& v, const Arguments&) { return makeShutdownAsyncgens(v); }, 1, 1);
    addMethod(
        vm, type, "shutdown_default_executor",
        [](Vm& v, const Arguments&) { return makeShutdownExecutor(v); }, 1, 1);
    addMethod(
        vm, type, "is_running",
        [](Vm&, const Arguments& a) { return Ref::boolean(self(a)->running); }, 1, 1);
    addMethod(
        vm, type, "is_closed",
        [](Vm&, const Arguments& a) { return Ref::boolean(self(a)->closed); }, 1, 1);
    addMethod(
        vm, type, "get_debug", [](Vm&, const Arguments& a) { return Ref::boolean(self(a)->debug); },
        1, 1);
    addMethod(
        vm, type, "set_debug",
        [](Vm& v, const Arguments& a) -> Ref {
            self(a)->debug = CORO_TRY(truth(v, a[1]));
            return Ref::none();
        },
        2, 2);
    addMethod(
        vm, type, "set_exception_handler",
        [](Vm& v, const Arguments& a) -> Ref {
            if (!a[1].isNone() && !v.typeOf(a[1])->slots.call) {
                return raise(v, v.exc.TypeError,
                             fmt::format("A callable object or None is expected, got {}",
                                         CORO_TRY(reprText(v, a[1]))));
            }
            self(a)->exceptionHandler = Ref(a[1]);
            return Ref::none();
        },
        2, 2);
    addMethod(
        vm, type, "get_exception_handler",
        [](Vm&, const Arguments& a) { return self(a)->exceptionHandler; }, 1, 1);
    addMethod(vm, type, "call_exception_handler", callExceptionHandlerMethod, 2, 2);
    addMethod(vm, type, "default_exception_handler", callExceptionHandlerMethod, 2, 2);
    addMethod(
        vm, type, "set_task_factory",
        [](Vm&, const Arguments& a) {
            self(a)->taskFactory = Ref(a[1]);
            return Ref::none();
        },
        2, 2);
    addMethod(
        vm, type, "get_task_factory", [](Vm&, const Arguments& a) { return self(a)->taskFactory; },
        1, 1);
}

}  // namespace coroscope::loop
