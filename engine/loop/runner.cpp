#include "engine/loop/runner.h"

#include <fmt/format.h>

#include "engine/loop/async_body.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/debug.h"
#include "engine/loop/executors.h"
#include "engine/loop/gather.h"
#include "engine/loop/handled_scope.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/policy.h"
#include "engine/loop/private_views.h"
#include "engine/loop/run_context.h"
#include "engine/loop/signals.h"
#include "engine/loop/spawn.h"
#include "engine/runtime/traverse.h"

namespace coroscope::loop {

namespace {

/// loop.run_until_complete(awaitable)
Ref runLoopUntil(RunContext& run, EventLoop* loop, Value awaitable) {
    const Ref own = CORO_TRY(ownMethod(run, loop, "run_until_complete"));
    return own.isUnbound() ? runUntilComplete(run, loop, awaitable) : run.vm.call(own, {awaitable});
}

/// loop.close()
Status closeByMethod(RunContext& run, EventLoop* loop) {
    const Ref own = CORO_TRY(ownMethod(run, loop, "close"));
    if (own.isUnbound()) [[likely]]
        return closeLoop(loop);
    CORO_TRY(run.vm.call(own));
    return kDone;
}

/// runners._cancel_all_tasks.
Status cancelAllTasks(RunContext& run, EventLoop* loop) {
    const WorksAt itself(run, kRunnerClose);
    const std::vector<Ptr<Task>> tasks = allTasks(run, loop);
    if (tasks.empty()) return kDone;
    for (const Ptr<Task>& task : tasks) CORO_TRY(cancelFuture(run, task.get(), Value::none()));
    std::vector<Value> values;
    values.reserve(tasks.size());
    for (const Ptr<Task>& task : tasks) values.push_back(task.value());
    {
        Ref all = CORO_TRY(gather(run, values, true));
        CORO_TRY(runLoopUntil(run, loop, all));
    }
    for (const Ptr<Task>& task : tasks) {
        if (task->state == Future::State::Cancelled) continue;
        if (!task->done()) return raise(run.vm, run.invalidStateError, "Exception is not set.");
        task->logTraceback = false;
        if (!task->exception()) continue;
        const std::pair<std::string_view, Value> context[] = {{"task", task.value()}};
        callExceptionHandler(run, loop, "unhandled exception during asyncio.run() shutdown",
                             task->exception(), context);
    }
    return kDone;
}

Status shutDown(RunContext& run, EventLoop* loop) {
    CORO_TRY(cancelAllTasks(run, loop));
    Ref own = CORO_TRY(ownMethod(run, loop, "shutdown_asyncgens"));
    Ref asyncgens = own.isUnbound() ? makeShutdownAsyncgens(run, loop) : CORO_TRY(run.vm.call(own));
    CORO_TRY(runLoopUntil(run, loop, asyncgens));
    asyncgens.reset();
    own = CORO_TRY(ownMethod(run, loop, "shutdown_default_executor"));
    Ref executor =
        own.isUnbound() ? makeShutdownExecutor(run.vm, loop) : CORO_TRY(run.vm.call(own));
    CORO_TRY(runLoopUntil(run, loop, executor));
    return kDone;
}

struct Runner : Object {
    enum class State : std::uint8_t { Created, Initialized, Closed };
    State state = State::Created;
    Ref debug = Ref::none();
    Ref loopFactory = Ref::none();
    Ptr<EventLoop> loop;
    Ptr<Context> context;   ///< of all its runs, unless they are given another one
    Ref mainTask;           ///< of the run that goes on
    int interrupts = 0;     ///< so many came during it
    bool setsLoop = false;  ///< it made its loop the current one, and unmakes it when it closes
};

Status setDebug(RunContext& run, EventLoop* loop, Value debug) {
    const Ref own = CORO_TRY(ownMethod(run, loop, "set_debug"));
    if (!own.isUnbound()) [[unlikely]] {
        CORO_TRY(run.vm.call(own, {debug}));
    } else {
        loop->debug = CORO_TRY(truth(run.vm, debug));
    }
    return kDone;
}

/// Runner._lazy_init.
Status prepare(RunContext& run, Runner* runner) {
    Vm& vm = run.vm;
    if (runner->state == Runner::State::Closed)
        return raise(vm, vm.exc.RuntimeError, "Runner is closed");
    if (runner->state == Runner::State::Initialized) return kDone;
    if (runner->loopFactory.isNone()) {
        runner->loop = CORO_TRY(newEventLoop(run));
        CORO_TRY(setEventLoop(run, runner->loop.get()));
        runner->setsLoop = true;
    } else {
        Ref made = CORO_TRY(vm.call(runner->loopFactory));
        if (!isLoop(run, made)) {
            return raise(
                vm, vm.exc.TypeError,
                "a loop_factory that makes no asyncio event loop is not supported by Coroscope");
        }
        runner->loop = Ptr<EventLoop>(made.as<EventLoop>());
    }
    if (!runner->debug.isNone()) CORO_TRY(setDebug(run, runner->loop.get(), runner->debug));
    runner->context = copyContext(vm);
    runner->state = Runner::State::Initialized;
    return kDone;
}

/// Runner._on_sigint: the first one asks the main task to end, the next ends the run at once.
Ref onInterrupt(Vm& vm, const Arguments& a) {
    auto* runner = a[0].as<Runner>();
    Ref task = runner->mainTask;
    ++runner->interrupts;
    if (runner->interrupts == 1 && !task.isUnbound()) {
        Ref isDone = CORO_TRY(vm.callMethod(task, vm.intern("done")));
        if (!CORO_TRY(truth(vm, isDone))) {
            CORO_TRY(vm.callMethod(task, vm.intern("cancel")));
            if (runner->loop) wakeFromThread(RunContext::of(vm), runner->loop.get());
            return Ref::none();
        }
    }
    return raiseException(vm,
                          makeException(vm, vm.exc.KeyboardInterrupt, std::span<const Value>()));
}

/// An interrupt that came during a run ended it as a cancel: KeyboardInterrupt, unless somebody
/// else asked the main task to end as well.
Raised interrupted(RunContext& run, Value task) {
    Vm& vm = run.vm;
    Ptr<Exception> cancelled = takePending(vm);
    const HandledScope handled(vm, cancelled);
    Str* uncancel = vm.intern("uncancel");
    if (!lookupInType(vm, vm.typeOf(task), uncancel).isUnbound()) {
        Ref left = CORO_TRY(vm.callMethod(task, uncancel));
        if (CORO_TRY(equal(vm, left, Value::ofInt(0))))
            return raiseException(
                vm, makeException(vm, vm.exc.KeyboardInterrupt, std::span<const Value>()));
    }
    vm.pending = std::move(cancelled);
    return Raised{};
}

/// Runs the main task while interrupts are the runner's business, if nobody else wants them.
Ref runMainTask(RunContext& run, Runner* runner, Ref task) {
    Vm& vm = run.vm;
    Ptr<NativeFunction> handler;
    if (maySetSignalHandlers(run) && signalHandler(run, kInterrupt).isUnbound()) {
        handler = makeBoundNative(vm, "_on_sigint", onInterrupt, Value(runner), 3, 3);
        CORO_TRY(setSignalHandler(run, kInterrupt, handler.value()));
    }
    runner->interrupts = 0;
    runner->mainTask = task;
    Ref result = runLoopUntil(run, runner->loop.get(), task);
    runner->mainTask.reset();
    if (vm.stopped()) return Raised{};
    if (result.isRaised() && runner->interrupts > 0 &&
        vm.pending->type->isSubtypeOf(run.cancelledError)) {
        result = interrupted(run, task);
    }
    if (handler && signalHandler(run, kInterrupt).get().identical(handler.value()))
        CORO_TRY(setSignalHandler(run, kInterrupt, Value()));
    return result;
}

/// Runner.run.
Ref runInside(RunContext& run, Runner* runner, Value main, Value context) {
    Vm& vm = run.vm;
    if (!isCoroutine(vm, main)) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("a coroutine was expected, got {}", CORO_TRY(reprText(vm, main))));
    }
    if (run.runningLoop) {
        return raise(vm, vm.exc.RuntimeError,
                     "Runner.run() cannot be called from a running event loop");
    }
    CORO_TRY(prepare(run, runner));
    const ForeignFrame itself(run);
    const bool given = !context.isUnbound() && !context.isNone();
    Ref task = CORO_TRY(spawnTask(run, runner->loop.get(), main, Value(),
                                  given ? context : runner->context.value(), "runners.py:100"));
    return runMainTask(run, runner, std::move(task));
}

/// Runner.close, whatever is pending already.
Status closeRunner(RunContext& run, Runner* runner) {
    if (runner->state != Runner::State::Initialized) return kDone;
    Vm& vm = run.vm;
    Ptr<Exception> raised = takePending(vm);
    const HandledScope handled(vm, raised);  // Runner.__exit__ runs while it is
    Ptr<EventLoop> loop = runner->loop;
    Status status = shutDown(run, loop.get());
    if (vm.stopped()) return Raised{};
    if (runner->setsLoop) {
        Ptr<Exception> shutting = takePending(vm);
        if (setEventLoop(run, nullptr).isRaised()) {
            status = Raised{};
        } else {
            vm.pending = std::move(shutting);
        }
    }
    Ptr<Exception> before = takePending(vm);
    if (closeByMethod(run, loop.get()).isRaised()) {
        status = Raised{};
    } else {
        vm.pending = std::move(before);
    }
    runner->loop.reset();
    runner->state = Runner::State::Closed;
    if (status.isRaised()) return Raised{};
    if (!raised) return kDone;
    vm.pending = std::move(raised);
    return Raised{};
}

Runner* self(const Arguments& a) { return a[0].as<Runner>(); }

Ref constructRunner(Vm& vm, Type* type, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"debug", "loop_factory"};
    Value values[2];
    CORO_TRY(bindLikePython(vm, "Runner.__init__", a, {kNames, 0, 0}, values));
    Ptr<Runner> runner = makeInstance<Runner>(vm, type);
    if (!values[0].isUnbound()) runner->debug = values[0];
    if (!values[1].isUnbound()) runner->loopFactory = values[1];
    return std::move(runner).toRef();
}

Ref runMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"self", "coro", "context"};
    Value values[3];
    CORO_TRY(bindLikePython(vm, "Runner.run", a, {kNames, 2, 2}, values));
    return runInside(RunContext::of(vm), self(a), values[1], values[2]);
}

}  // namespace

Ref makeShutdownExecutor(Vm& vm, EventLoop* loop) {
    return makeImmediate(
        vm, "BaseEventLoop.shutdown_default_executor",
        [](Vm& v, Value self, Value) -> Ref {
            CORO_TRY(shutDownExecutor(RunContext::of(v), self.as<EventLoop>()));
            return Ref::none();
        },
        Value(loop));
}

Ref runFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"main", "debug"};
    Value values[2];
    CORO_TRY(bindLikePython(vm, "run", a, {kNames, 1, 1}, values));
    RunContext& run = RunContext::of(vm);
    if (run.runningLoop) {
        return raise(vm, vm.exc.RuntimeError,
                     "asyncio.run() cannot be called from a running event loop");
    }
    Ptr<Runner> runner = makeInstance<Runner>(vm, run.runnerType);
    if (!values[1].isUnbound()) runner->debug = values[1];
    CORO_TRY(prepare(run, runner.get()));
    const ForeignFrame itself(run);
    Ref result = runInside(run, runner.get(), values[0], Value());
    if (vm.stopped()) return Raised{};
    CORO_TRY(closeRunner(run, runner.get()));
    return result;
}

void initRunnerType(RunContext& run) {
    Vm& vm = run.vm;
    TypeSpec spec;
    spec.name = "asyncio.runners.Runner";
    spec.instanceBytes = sizeof(Runner);
    spec.slots.destroy = destroyAs<Runner>;
    spec.slots.traverse = traverseMembers<&Runner::debug, &Runner::loopFactory, &Runner::loop,
                                          &Runner::context, &Runner::mainTask>;
    spec.slots.construct = constructRunner;
    Type* type = run.runnerType = makeType(vm, spec);
    addGetter(vm, type, "_state", [](Vm& v, Value value) {
        static constexpr std::string_view kTexts[] = {"created", "initialized", "closed"};
        const auto state = static_cast<std::size_t>(value.as<Runner>()->state);
        return makeOf(v, "_asyncio_views", "RunnerState", {Value(v.intern(kTexts[state]))});
    });
    addGetter(vm, type, "_loop",
              [](Vm&, Value value) { return orNone(value.as<Runner>()->loop.get()); });
    addMethod(vm, type, "run", asPython<runMethod>, 1, kAnyCount, kKeywords);
    addMethod(
        vm, type, "get_loop",
        [](Vm& v, const Arguments& a) -> Ref {
            CORO_TRY(prepare(RunContext::of(v), self(a)));
            return self(a)->loop.toRef();
        },
        1, 1);
    addMethod(
        vm, type, "close",
        [](Vm& v, const Arguments& a) -> Ref {
            CORO_TRY(closeRunner(RunContext::of(v), self(a)));
            return Ref::none();
        },
        1, 1);
    addMethod(
        vm, type, "__enter__",
        [](Vm& v, const Arguments& a) -> Ref {
            CORO_TRY(prepare(RunContext::of(v), self(a)));
            return a[0];
        },
        1, 1);
    addMethod(
        vm, type, "__exit__",
        [](Vm& v, const Arguments& a) -> Ref {
            CORO_TRY(closeRunner(RunContext::of(v), self(a)));
            return Ref::none();
        },
        4, 4);
}

}  // namespace coroscope::loop
