#include "engine/loop/spawn.h"

#include "engine/loop/debug.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::loop {

Ref callFactory(RunContext& run, EventLoop* loop, Value coroutine, Value context) {
    Vm& vm = run.vm;
    if (context.isUnbound() || context.isNone())
        return vm.call(loop->taskFactory, {Value(loop), coroutine});
    const Value arguments[] = {Value(loop), coroutine, context};
    const Value names[] = {Value(vm.intern("context"))};
    return vm.call(loop->taskFactory, Arguments{arguments, 2, 1, names});
}

void keepByError(Vm& vm, std::span<const Value> arguments) {
    if (!vm.pending || vm.pending->traceback || vm.pending->holds) return;
    vm.pending->holds = Ptr<Object>(makeTuple(vm, arguments).get());
}

Status checkSpawned(RunContext& run, Value task, std::string_view attribute) {
    if (isFutureLike(run, task)) return kDone;
    Vm& vm = run.vm;
    CORO_TRY(getAttribute(vm, task, vm.intern(attribute)));
    return raise(vm, vm.exc.TypeError,
                 "a task factory that makes no asyncio.Task is not supported by Coroscope");
}

Status nameTask(RunContext& run, Value task, Value name) {
    if (name.isUnbound() || name.isNone()) return kDone;
    Vm& vm = run.vm;
    Ref setName = CORO_TRY(findAttribute(vm, task, vm.intern("set_name")));
    if (!setName.isUnbound()) {
        CORO_TRY(vm.call(setName, {name}));
        return kDone;
    }
    Str* warnings = vm.intern("warnings");
    CORO_TRY(importName(vm, warnings, 0, Value::none(), nullptr));
    Ref text = newStr(vm,
                      "Task.set_name() was added in Python 3.8, the method support will be "
                      "mandatory for third-party task implementations since 3.13.");
    Ref module(dictGetStr(vm.modules.get(), warnings));
    CORO_TRY(vm.callMethod(module, vm.intern("warn"), {text, Value(vm.exc.DeprecationWarning)}));
    return kDone;
}

namespace {

/// The loop's own create_task makes it.
Ref spawnByOwn(RunContext& run, Value createTask, Value coroutine, Value name, Value context) {
    Vm& vm = run.vm;
    const bool hasContext = !context.isUnbound() && !context.isNone();
    const Value arguments[] = {coroutine, context};
    const Value names[] = {Value(vm.intern("context"))};
    Ref task = CORO_TRY(vm.call(createTask, Arguments{arguments, 1, hasContext ? 1U : 0U, names}));
    CORO_TRY(nameTask(run, task, name));
    return task;
}

}  // namespace

Ref spawnTask(RunContext& run, EventLoop* loop, Value coroutine, Value name, Value context,
              std::string_view creator) {
    Vm& vm = run.vm;
    if (loop->closed) return raise(vm, vm.exc.RuntimeError, "Event loop is closed");
    const ForeignFrame itselfAndCaller(run, 2);
    if (Ref own = CORO_TRY(ownMethod(run, loop, "create_task")); !own.isUnbound()) [[unlikely]]
        return spawnByOwn(run, own, coroutine, name, context);
    Ref task = loop->taskFactory.isNone() ? createTask(run, loop, coroutine, Value(), context)
                                          : callFactory(run, loop, coroutine, context);
    if (task.isRaised()) return Raised{};
    // What a factory makes has remembered by itself.
    if (loop->taskFactory.isNone()) rememberOrigin(run, task.as<Future>(), creator);
    CORO_TRY(nameTask(run, task, name));
    return task;
}

}  // namespace coroscope::loop
