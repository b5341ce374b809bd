#include "engine/loop/modules/loops_module.h"

#include "engine/loop/own_loops.h"
#include "engine/loop/policy.h"
#include "engine/loop/run_context.h"

namespace coroscope::loop {

namespace {

Ref newLoop(Vm& vm, const Arguments&) { return makeEventLoop(RunContext::of(vm)).toRef(); }

Ref current(Vm& vm, const Arguments&) { return Ref(RunContext::of(vm).currentLoop.valueOrNone()); }

/// set_current(loop): the caller has seen to it that it is a loop or None.
Ref setCurrent(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    setCurrentLoop(run, isLoop(run, a[0]) ? a[0].as<EventLoop>() : nullptr);
    return Ref::none();
}

Ref wasSet(Vm& vm, const Arguments&) { return Ref::boolean(RunContext::of(vm).currentLoopWasSet); }

Ref policy(Vm& vm, const Arguments&) { return RunContext::of(vm).policy; }

/// set_policy(policy, keep): `keep` where it goes on with what the loop has kept for the default
/// policy; any other begins with no loop.
Ref setPolicy(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    run.policy = a[0];
    if (CORO_TRY(truth(vm, a[1]))) return Ref::none();
    run.currentLoop.reset();
    run.currentLoopWasSet = false;
    return Ref::none();
}

}  // namespace

Ref makeLoopsModule(RunContext& run) {
    Vm& vm = run.vm;
    Ptr<Module> module = makeModule(vm, "_loops");
    Dict* dict = module->dict.get();
    addFunction(vm, dict, "new", newLoop, 0, 0);
    addFunction(vm, dict, "current", current, 0, 0);
    addFunction(vm, dict, "set_current", setCurrent, 1, 1);
    addFunction(vm, dict, "was_set", wasSet, 0, 0);
    addFunction(vm, dict, "policy", policy, 0, 0);
    addFunction(vm, dict, "set_policy", setPolicy, 2, 2);
    setValue(vm, dict, "EventLoop", Value(run.loopType));
    return std::move(module).toRef();
}

}  // namespace coroscope::loop
