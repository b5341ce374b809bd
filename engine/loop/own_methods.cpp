#include "engine/loop/own_methods.h"

#include <fmt/format.h>

#include "engine/loop/context_scope.h"
#include "engine/loop/private_views.h"
#include "engine/loop/run_context.h"

namespace coroscope::loop {

Ref ownMethod(RunContext& run, Future* future, std::string_view name) {
    if (future->type == run.taskType || future->type == run.futureType) [[likely]]
        return {};
    const Value method = lookupInType(run.vm, future->type, run.vm.intern(name));
    return method.is(run.vm.types.methodDescriptor) ? Ref() : Ref(method);
}

namespace {

/// task_wakeup as a callable.
Ref taskWakeup(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    auto* task = a[0].as<Task>();
    if (run.currentTask) {
        return raise(
            vm, vm.exc.RuntimeError,
            fmt::format("Cannot enter into task {} while another task {} is being executed.",
                        CORO_TRY(reprText(vm, a[0])),
                        CORO_TRY(reprText(vm, Value(run.currentTask)))));
    }
    if (!isFutureLike(run, a[1])) {
        Ptr<Exception> error;
        if (vm.callMethod(a[1], vm.intern("result")).isRaised()) {
            if (vm.stopped()) return Raised{};
            error = takePending(vm);
        }
        CORO_TRY(stepTask(run, task, std::move(error)));
        return Ref::none();
    }
    auto* future = a[1].as<Future>();
    if (future->done()) {
        CORO_TRY(wakeTask(run, task, future));
    } else {
        CORO_TRY(
            stepTask(run, task, makeException(vm, run.invalidStateError, "Result is not set.")));
    }
    return Ref::none();
}

}  // namespace

Ref standIn(RunContext& run, Value yielded) {
    Vm& vm = run.vm;
    if (!yielded.isObject()) return yielded;
    const Ref blocking =
        CORO_TRY(findAttribute(vm, yielded, vm.intern("_asyncio_future_blocking")));
    if (blocking.isUnbound() || blocking.isNone()) return yielded;
    return makeOf(vm, "_own_futures", "Stand", {yielded});
}

Ptr<NativeFunction> makeWakeup(RunContext& run, Task* task) {
    Ptr<NativeFunction> wakeup =
        makeBoundNative(run.vm, "task_wakeup", taskWakeup, Value(task), 2, 2);
    wakeup->owner = run.taskType;
    return wakeup;
}

Outcome<bool> askToWake(RunContext& run, Future* future, Task* task) {
    Ref own = ownMethod(run, future, "add_done_callback");
    if (own.isUnbound()) return false;
    Ptr<NativeFunction> wakeup = makeWakeup(run, task);
    {
        const ContextScope scope(run.vm, task->context);
        static_cast<void>(currentContext(run.vm));  // it is to be seen now
    }
    const Value arguments[] = {Value(future), wakeup.value(), task->context.value()};
    const Value names[] = {Value(run.vm.intern("context"))};
    CORO_TRY(run.vm.call(own, Arguments{arguments, 2, 1, names}));
    return true;
}

Task* taskOfWakeup(const RunContext& run, Value callable) {
    if (!callable.is(run.vm.types.nativeFunction)) return nullptr;
    const auto* native = callable.as<NativeFunction>();
    return native->function == taskWakeup ? native->self.as<Task>() : nullptr;
}

}  // namespace coroscope::loop
