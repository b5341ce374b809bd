#include "engine/loop/spawn.h"

#include "engine/loop/run_context.h"

namespace coroscope::loop {

Ref spawnTask(RunContext& run, EventLoop* loop, Value coroutine, Value name, Value) {
    Vm& vm = run.vm;
    if (loop->closed) return raise(vm, vm.exc.RuntimeError, "Event loop is closed");
    Ref task = CORO_TRY(loop->taskFactory.isNone()
                            ? createTask(run, loop, coroutine)
                            : vm.call(loop->taskFactory, {Value(loop), coroutine}));
    if (name.isUnbound() || name.isNone()) return task;
    CORO_TRY(vm.callMethod(task, vm.intern("set_name"), {name}));
    return task;
}

}  // namespace coroscope::loop
