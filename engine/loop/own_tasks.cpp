#include "engine/loop/own_tasks.h"

namespace coroscope::loop {

namespace {

/// What the module's function says of the loop; None where nobody has needed the module.
Ref ask(Vm& vm, std::string_view function, EventLoop* loop) {
    Ref module(dictGetStr(vm.modules.get(), vm.intern("_own_tasks")));
    if (module.isUnbound()) return Ref::none();
    return vm.callMethod(module, vm.intern(function), {Value(loop)});
}

}  // namespace

Ref enteredTask(Vm& vm, EventLoop* loop) { return ask(vm, "_entered", loop); }

Status addRegisteredTasks(Vm& vm, EventLoop* loop, Set* tasks) {
    Ref registered = CORO_TRY(ask(vm, "_registered_in", loop));
    if (!registered.is(vm.types.list)) return kDone;
    for (const Value task : registered.as<List>()->span()) CORO_TRY(setAdd(vm, tasks, task));
    return kDone;
}

}  // namespace coroscope::loop
