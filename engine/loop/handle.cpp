#include "engine/loop/handle.h"

#include <fmt/format.h>

#include "engine/loop/callback_text.h"
#include "engine/loop/run_context.h"

namespace coroscope::loop {

namespace {

Ref reprOf(Vm& vm, Value value) {
    RunContext& run = RunContext::of(vm);
    auto* handle = value.as<Handle>();
    std::string text = fmt::format("<{}", handle->type->nameView());
    if (handle->cancelled) text += " cancelled";
    if (handle->isTimer)
        text += fmt::format(" when={}", CORO_TRY(reprText(vm, Value::ofFloat(handle->when))));
    if (!handle->callback.isUnbound()) text += " " + callableText(run, handle->callback);
    return newStr(vm, text + ">");
}

}  // namespace

void initHandleTypes(RunContext& run) {
    Vm& vm = run.vm;
    TypeSpec spec;
    spec.name = "asyncio.events.Handle";
    spec.flags = kTypeNoConstruct;
    spec.instanceBytes = sizeof(Handle);
    spec.slots.destroy = destroyAs<Handle>;
    spec.slots.repr = reprOf;
    run.handleType = makeType(vm, spec);
    spec.name = "asyncio.events.TimerHandle";
    spec.base = run.handleType;
    run.timerHandleType = makeType(vm, spec);
    addMethod(
        vm, run.handleType, "cancel",
        [](Vm& v, const Arguments& a) {
            cancelHandle(RunContext::of(v), a[0].as<Handle>());
            return Ref::none();
        },
        1, 1);
    addMethod(
        vm, run.handleType, "cancelled",
        [](Vm&, const Arguments& a) { return Ref::boolean(a[0].as<Handle>()->cancelled); }, 1, 1);
    addMethod(
        vm, run.timerHandleType, "when",
        [](Vm&, const Arguments& a) { return Ref::ofFloat(a[0].as<Handle>()->when); }, 1, 1);
}

}  // namespace coroscope::loop
