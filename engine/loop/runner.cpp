#include "engine/loop/runner.h"

#include <fmt/format.h>

#include "engine/loop/async_body.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/gather.h"
#include "engine/loop/policy.h"
#include "engine/loop/run_context.h"

namespace coroscope::loop {

namespace {

Ref nothing(Vm&, Value, Value) { return Ref::none(); }

/// runners._cancel_all_tasks.
Status cancelAllTasks(RunContext& run, EventLoop* loop) {
    const std::vector<Ptr<Task>> tasks = allTasks(run, loop);
    if (tasks.empty()) return kDone;
    for (const Ptr<Task>& task : tasks) cancelTask(run, task.get(), Value::none());
    std::vector<Value> values;
    values.reserve(tasks.size());
    for (const Ptr<Task>& task : tasks) values.push_back(task.value());
    {
        Ref all = CORO_TRY(gather(run, values, true));
        CORO_TRY(runUntilComplete(run, loop, all));
    }
    for (const Ptr<Task>& task : tasks) {
        if (task->state == Future::State::Cancelled) continue;
        if (!task->done()) return raise(run.vm, run.invalidStateError, "Exception is not set.");
        task->logTraceback = false;
        if (!task->exception) continue;
        const std::pair<std::string_view, Value> context[] = {{"task", task.value()}};
        callExceptionHandler(run, loop, "unhandled exception during asyncio.run() shutdown",
                             task->exception.get(), context);
    }
    return kDone;
}

Status shutDown(RunContext& run, EventLoop* loop) {
    CORO_TRY(cancelAllTasks(run, loop));
    Ref asyncgens = makeShutdownAsyncgens(run.vm);
    CORO_TRY(runUntilComplete(run, loop, asyncgens));
    asyncgens.reset();
    Ref executor = makeShutdownExecutor(run.vm);
    CORO_TRY(runUntilComplete(run, loop, executor));
    return kDone;
}

/// Runner.run.
Ref runMainTask(RunContext& run, EventLoop* loop, Value main) {
    Vm& vm = run.vm;
    if (!isCoroutine(vm, main)) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("a coroutine was expected, got {}", CORO_TRY(reprText(vm, main))));
    }
    Ref task = CORO_TRY(createTask(run, loop, main));
    return runUntilComplete(run, loop, task);
}

/// Runner.close, whatever `run` came to.
Status closeRunner(RunContext& run, EventLoop* loop) {
    Vm& vm = run.vm;
    Ptr<Exception> raised = takePending(vm);
    const Status status = shutDown(run, loop);
    if (vm.stopped()) return Raised{};
    setEventLoop(run, nullptr);
    closeLoop(loop);
    if (status.isRaised()) {
        if (raised && vm.pending && !vm.pending->context && vm.pending.get() != raised.get())
            vm.pending->context = std::move(raised);
        return Raised{};
    }
    if (!raised) return kDone;
    vm.pending = std::move(raised);
    return Raised{};
}

}  // namespace

Ref makeShutdownAsyncgens(Vm& vm) {
    return makeImmediate(vm, "BaseEventLoop.shutdown_asyncgens", nothing, Value::none());
}
Ref makeShutdownExecutor(Vm& vm) {
    return makeImmediate(vm, "BaseEventLoop.shutdown_default_executor", nothing, Value::none());
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
    Ptr<EventLoop> loop = makeEventLoop(run);
    setEventLoop(run, loop.get());
    if (!values[1].isUnbound() && !values[1].isNone()) loop->debug = CORO_TRY(truth(vm, values[1]));
    Ref result = runMainTask(run, loop.get(), values[0]);
    if (vm.stopped()) return Raised{};
    CORO_TRY(closeRunner(run, loop.get()));
    return result;
}

}  // namespace coroscope::loop
