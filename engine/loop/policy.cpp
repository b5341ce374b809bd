#include "engine/loop/policy.h"

#include <fmt/format.h>

#include "engine/loop/own_loops.h"
#include "engine/loop/run_context.h"

namespace coroscope::loop {

namespace {

/// What a policy of the scenario's own gives for a loop.
Outcome<Ptr<EventLoop>> askPolicy(RunContext& run, std::string_view method) {
    Vm& vm = run.vm;
    Ref loop = CORO_TRY(vm.callMethod(run.policy, vm.intern(method)));
    if (isLoop(run, loop)) return Ptr<EventLoop>(loop.as<EventLoop>());
    return raise(vm, vm.exc.TypeError,
                 fmt::format("a policy whose {}() gives no asyncio event loop is not supported by "
                             "Coroscope",
                             method));
}

}  // namespace

Outcome<Ptr<EventLoop>> getEventLoop(RunContext& run) {
    if (run.runningLoop) return Ptr<EventLoop>(run.runningLoop);
    if (!run.policy.isNone()) return askPolicy(run, "get_event_loop");
    // BaseDefaultEventLoopPolicy.get_event_loop
    if (!run.currentLoop && !run.currentLoopWasSet) setCurrentLoop(run, makeEventLoop(run).get());
    if (!run.currentLoop) {
        const Worker* worker = run.workers.current();
        const std::string thread =
            worker ? CORO_TRY(reprText(run.vm, worker->name)) : std::string("'MainThread'");
        return raise(run.vm, run.vm.exc.RuntimeError,
                     fmt::format("There is no current event loop in thread {}.", thread));
    }
    return run.currentLoop;
}

Outcome<Ptr<EventLoop>> newEventLoop(RunContext& run) {
    if (run.policy.isNone()) return makeEventLoop(run);
    return askPolicy(run, "new_event_loop");
}

Status setEventLoop(RunContext& run, EventLoop* loop) {
    Vm& vm = run.vm;
    if (run.policy.isNone()) {
        setCurrentLoop(run, loop);
    } else {
        const Value argument = loop ? Value(loop) : Value::none();
        CORO_TRY(vm.callMethod(run.policy, vm.intern("set_event_loop"), {argument}));
    }
    return kDone;
}

void setCurrentLoop(RunContext& run, EventLoop* loop) {
    run.currentLoop = Ptr<EventLoop>(loop);
    run.currentLoopWasSet = true;
}

Outcome<EventLoop*> getRunningLoop(RunContext& run) {
    if (!run.runningLoop) return raise(run.vm, run.vm.exc.RuntimeError, "no running event loop");
    return run.runningLoop;
}

Outcome<EventLoop*> loopForFuture(RunContext& run, Value given) {
    Vm& vm = run.vm;
    if (given.isUnbound() || given.isNone()) {
        Ptr<EventLoop> loop = CORO_TRY(getEventLoop(run));
        return loop.get();  // the run keeps all its loops
    }
    if (isLoop(run, given)) return given.as<EventLoop>();
    return raise(
        vm, vm.exc.AttributeError,
        fmt::format("'{}' object has no attribute 'get_debug'", vm.typeOf(given)->nameView()));
}

}  // namespace coroscope::loop
