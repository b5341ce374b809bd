#include "engine/loop/handle.h"

#include <fmt/format.h>

#include "engine/loop/callback_text.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/traverse.h"

namespace coroscope::loop {

namespace {

Ref whenOf(const Handle* handle) {
    return handle->givenWhen.isUnbound() ? Ref::ofFloat(handle->when) : handle->givenWhen;
}

/// TimerHandle.__lt__ and its like: by when they are due.
Ref compareTimers(Vm& vm, Value left, Value right, Comparison op) {
    if (!right.is(RunContext::of(vm).timerHandleType)) return Ref::notImplemented();
    const double a = left.as<Handle>()->when;
    const double b = right.as<Handle>()->when;
    const bool same = left.object == right.object;
    switch (op) {
        case Comparison::Less: return Ref::boolean(a < b);
        case Comparison::LessEqual: return Ref::boolean(a < b || same);
        case Comparison::Greater: return Ref::boolean(a > b);
        case Comparison::GreaterEqual: return Ref::boolean(a > b || same);
        case Comparison::Equal: return Ref::boolean(same);
        case Comparison::NotEqual: return Ref::boolean(!same);
    }
    return Ref::notImplemented();
}

Ref reprOf(Vm& vm, Value value) {
    RunContext& run = RunContext::of(vm);
    auto* handle = value.as<Handle>();
    if (handle->cancelled && isStr(handle->origin)) return handle->origin;
    std::string text = fmt::format("<{}", handle->type->nameView());
    if (handle->cancelled) text += " cancelled";
    if (handle->isTimer) text += fmt::format(" when={}", CORO_TRY(reprText(vm, whenOf(handle))));
    if (!handle->callback.isUnbound()) {
        text += " " + callbackText(run, handle->callback, handle->arguments->span());
    } else if (handle->native) {
        text += fmt::format(" {}", handle->native->text);
    }
    if (handle->origin.is(vm.types.tuple)) {
        const std::string_view place = viewOf(handle->origin.as<Tuple>()->span()[0]);
        if (!place.empty()) text += fmt::format(" created at {}", place);
    }
    return newStr(vm, text + ">");
}

/// Handle.cancel: in debug mode it goes on to show what it would have called.
Ref cancelMethod(Vm& vm, const Arguments& a) {
    auto* handle = a[0].as<Handle>();
    if (handle->cancelled) return Ref::none();
    Ref shown;
    if (handle->loop->debug) {
        handle->cancelled = true;
        shown = repr(vm, a[0]);
        handle->cancelled = false;
        if (shown.isRaised()) return Raised{};
    }
    cancelHandle(RunContext::of(vm), handle);
    if (!shown.isUnbound()) handle->origin = std::move(shown);
    return Ref::none();
}

}  // namespace

void initHandleTypes(RunContext& run) {
    Vm& vm = run.vm;
    TypeSpec spec;
    spec.name = "asyncio.events.Handle";
    spec.flags = kTypeNoConstruct;
    spec.instanceBytes = sizeof(Handle);
    spec.slots.destroy = destroyAs<Handle>;
    spec.slots.traverse = traverseMembers<&Handle::callback, &Handle::arguments, &Handle::target,
                                          &Handle::context, &Handle::origin, &Handle::givenWhen>;
    spec.slots.repr = reprOf;
    run.handleType = makeType(vm, spec);
    spec.name = "asyncio.events.TimerHandle";
    spec.base = run.handleType;
    spec.slots.compare = compareTimers;
    spec.slots.hash = [](Vm& v, Value value) {
        return hashOf(v, Value::ofFloat(value.as<Handle>()->when));
    };
    run.timerHandleType = makeType(vm, spec);
    addMethod(vm, run.handleType, "cancel", cancelMethod, 1, 1);
    addMethod(vm, run.timerHandleType, "cancel", cancelMethod, 1, 1);  // CPython's has its own
    addMethod(
        vm, run.handleType, "cancelled",
        [](Vm&, const Arguments& a) { return Ref::boolean(a[0].as<Handle>()->cancelled); }, 1, 1);
    addGetter(vm, run.handleType, "_cancelled",
              [](Vm&, Value value) { return Ref::boolean(value.as<Handle>()->cancelled); });
    addGetter(vm, run.handleType, "_callback", [](Vm&, Value value) {
        const Ref& callback = value.as<Handle>()->callback;
        return callback.isUnbound() ? Ref::none() : callback;
    });
    addGetter(vm, run.handleType, "_args",
              [](Vm&, Value value) { return Ref(value.as<Handle>()->arguments.valueOrNone()); });
    addGetter(vm, run.timerHandleType, "_scheduled",
              [](Vm&, Value value) { return Ref::boolean(value.as<Handle>()->scheduled); });
    addGetter(vm, run.timerHandleType, "_when",
              [](Vm&, Value value) { return whenOf(value.as<Handle>()); });
    addMethod(
        vm, run.timerHandleType, "when",
        [](Vm&, const Arguments& a) { return whenOf(a[0].as<Handle>()); }, 1, 1);
}

}  // namespace coroscope::loop
