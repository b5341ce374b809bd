#include "engine/loop/local_result.h"

#include "engine/loop/run_context.h"

namespace coroscope::loop {

Ref resultOfLocal(RunContext& run, Future* future) {
    return leaveFrameOf(run, Value(future), futureResult(run, future));
}

Ref leaveFrameOf(RunContext& run, Value local, Ref result) {
    Vm& vm = run.vm;
    if (!result.isRaised() || vm.stopped() || !local.isObject()) return result;
    Exception* error = vm.pending.get();
    if (isFutureLike(run, local) && local.as<Future>()->exception() == error) {
        run.uncollected.keep(Ptr<Exception>(error), Ptr<Object>(local.object));
    } else if (!error->holds) {
        error->holds = Ptr<Object>(local.object);
    } else if (error->holds.get() != local.object) {
        const Value both[] = {error->holds.value(), local};
        error->holds = Ptr<Object>(makeTuple(vm, both).get());
    }
    return result;
}

}  // namespace coroscope::loop
