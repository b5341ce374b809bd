#include "engine/loop/spawn.h"

#include "engine/loop/debug.h"
#include "engine/loop/run_context.h"

namespace coroscope::loop {

Ref callFactory(RunContext& run, EventLoop* loop, Value coroutine, Value context) {
    Vm& vm = run.vm;
    if (context.isUnbound() || context.isNone())
        return vm.call(loop->taskFactory, {Value(loop), coroutine});
    const Value arguments[] = {Value(loop), coroutine, context};
    const Value names[] = {Value(vm.intern("context"))};
    return vm.call(loop->taskFactory, Arguments{arguments, 2, 1, names});
}

Ref spawnTask(RunContext& run, EventLoop* loop, Value coroutine, Value name, Value context,
              std::string_view creator) {
    Vm& vm = run.vm;
    if (loop->closed) return raise(vm, vm.exc.RuntimeError, "Event loop is closed");
    const ForeignFrame itselfAndCaller(run, 2);
    Ref task = loop->taskFactory.isNone() ? createTask(run, loop, coroutine, Value(), context)
                                          : callFactory(run, loop, coroutine, context);
    if (task.isRaised()) return Raised{};
    // What a factory makes has remembered by itself.
    if (loop->taskFactory.isNone()) rememberOrigin(run, task.as<Future>(), creator);
    if (name.isUnbound() || name.isNone()) return task;
    CORO_TRY(vm.callMethod(task, vm.intern("set_name"), {name}));
    return task;
}

}  // namespace coroscope::loop
