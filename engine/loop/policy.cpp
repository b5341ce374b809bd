#include "engine/loop/policy.h"

#include <fmt/format.h>

#include "engine/loop/run_context.h"

namespace coroscope::loop {

Outcome<Ptr<EventLoop>> getEventLoop(RunContext& run) {
    if (run.runningLoop) return Ptr<EventLoop>(run.runningLoop);
    if (!run.currentLoop && !run.currentLoopWasSet) setEventLoop(run, makeEventLoop(run).get());
    if (!run.currentLoop) {
        const Worker* worker = run.workers.current();
        const std::string thread =
            worker ? CORO_TRY(reprText(run.vm, worker->name)) : std::string("'MainThread'");
        return raise(run.vm, run.vm.exc.RuntimeError,
                     fmt::format("There is no current event loop in thread {}.", thread));
    }
    return run.currentLoop;
}

void setEventLoop(RunContext& run, EventLoop* loop) {
    run.currentLoop = Ptr<EventLoop>(loop);
    run.currentLoopWasSet = true;
}

Outcome<EventLoop*> getRunningLoop(RunContext& run) {
    if (!run.runningLoop) return raise(run.vm, run.vm.exc.RuntimeError, "no running event loop");
    return run.runningLoop;
}

}  // namespace coroscope::loop
