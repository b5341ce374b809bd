#include "engine/loop/private_views.h"

#include <fmt/format.h>

#include "engine/loop/run_context.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/types/dict.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::loop {

Ref listOf(Vm& vm, std::span<const Ref> items) {
    Ptr<List> list = makeList(vm);
    for (const Ref& each : items) CORO_TRY(listAppend(vm, list.get(), each));
    return std::move(list).toRef();
}

Ref makeOf(Vm& vm, std::string_view module, std::string_view name,
           std::initializer_list<Value> arguments) {
    Str* moduleName = vm.intern(module);
    CORO_TRY(importName(vm, moduleName, 0, Value::none(), nullptr));
    Ref found(dictGetStr(vm.modules.get(), moduleName));
    Ref type = CORO_TRY(getAttribute(vm, found, vm.intern(name)));
    return vm.call(type, arguments);
}

namespace {

/// What stands in the ready queue: a handle as it is; for what needs none with us, one that shows
/// what CPython's would.
Ref handleView(RunContext& run, EventLoop* loop, const ReadyItem& item) {
    static constexpr NativeAction kStep{nullptr, "step",
                                        "<TaskStepMethWrapper object at 0x7f0000000000>()"};
    static constexpr NativeAction kWakeup{nullptr, "wakeup", "Task.task_wakeup()"};
    if (item.kind == ReadyItem::Kind::Handle) return Ref(Value(item.object));
    Ptr<Handle> handle = makeInstance<Handle>(run.vm, run.handleType);
    handle->loop = loop;
    handle->native = item.kind == ReadyItem::Kind::Call   ? item.native
                     : item.kind == ReadyItem::Kind::Wake ? &kWakeup
                                                          : &kStep;
    return std::move(handle).toRef();
}

Ref readyView(Vm& vm, Value value) {
    auto* loop = value.as<EventLoop>();
    std::vector<Ref> items;
    loop->ready.forEach([&](const ReadyItem& item) {
        items.push_back(handleView(RunContext::of(vm), loop, item));
    });
    return dequeOf(vm, items);
}

Ref scheduledView(Vm& vm, Value value) {
    std::vector<Ref> items;
    value.as<EventLoop>()->timers.forEach(
        [&](Handle* handle) { items.emplace_back(Value(handle)); });
    return listOf(vm, items);
}

/// The asynchronous generators that it closes at its end, as a set.
Ref asyncGeneratorsView(Vm& vm, Value value) {
    Ptr<Set> found = makeSet(vm);
    for (const auto& [generator, hooks] : RunContext::of(vm).asyncGenerators) {
        if (Value(hooks.loop).identical(value) && hooks.listed)
            CORO_TRY(setAdd(vm, found.get(), Value(generator)));
    }
    return std::move(found).toRef();
}

/// The identity of the thread that runs it.
Ref threadView(Vm& vm, Value value) {
    const auto runner = RunContext::of(vm).workers.runnerOf(value.as<EventLoop>());
    if (!runner) return Ref::none();
    auto* worker = const_cast<Worker*>(*runner);
    return makeOf(vm, "threading", "_ident_of", {worker ? Value(worker) : Value::none()});
}

/// What stands for a callback that is no callable of the scenario.
Ref refuseCall(Vm& vm, const Arguments&) {
    return raise(vm, vm.exc.RuntimeError,
                 "a callback of asyncio's own cannot be called in Coroscope");
}

/// (callable, context), as futures keep callbacks.
Ref callbackView(RunContext& run, const Callback& callback) {
    Vm& vm = run.vm;
    Ref callable;
    Ref context = Ref::none();
    if (callback.kind() == Callback::Kind::Python) {
        callable = callableOf(run, callback);
        if (callback.target->type == run.callableInContextType)
            context = static_cast<CallableInContext*>(callback.target.get())->context.valueOrNone();
    } else {
        const bool wakes = callback.kind() == Callback::Kind::Wake;
        callable = makeBoundNative(vm, wakes ? "task_wakeup" : callback.native->name, refuseCall,
                                   callback.target.valueOrNone(), 0, kAnyCount)
                       .toRef();
    }
    if (context.isNone()) context = CORO_TRY(makeOf(vm, "contextvars", "Context", {}));
    const Value both[] = {callable, context};
    return makeTuple(vm, both).toRef();
}

}  // namespace

Ref dequeOf(Vm& vm, const std::vector<Ref>& items) {
    Ref list = CORO_TRY(listOf(vm, items));
    return makeOf(vm, "collections", "deque", {list});
}

Ref lineView(Vm& vm, const WaitLine& line, bool madeAtNeed) {
    if (madeAtNeed && !line.everUsed()) return Ref::none();
    std::vector<Ref> items;
    line.forEach([&](Future* future) { items.emplace_back(Value(future)); });
    return dequeOf(vm, items);
}

Ref callbacksView(Vm& vm, Value value) {
    RunContext& run = RunContext::of(vm);
    auto* future = value.as<Future>();
    if (future->first.kind() == Callback::Kind::None && future->otherCallbacks().empty())
        return Ref::none();
    std::vector<Ref> pairs;
    if (future->first.kind() != Callback::Kind::None)
        pairs.push_back(CORO_TRY(callbackView(run, future->first)));
    for (const Callback& each : future->otherCallbacks())
        pairs.push_back(CORO_TRY(callbackView(run, each)));
    return listOf(vm, pairs);
}

void addLoopViews(Vm& vm, Type* type) {
    addGetter(vm, type, "_asyncgens", asyncGeneratorsView);
    addGetter(vm, type, "_thread_id", threadView);
    addGetter(vm, type, "_clock_resolution", [](Vm&, Value) { return Ref::ofFloat(1e-9); });
    addGetter(vm, type, "_exception_handler",
              [](Vm&, Value value) { return value.as<EventLoop>()->exceptionHandler; });
    addGetter(vm, type, "_task_factory",
              [](Vm&, Value value) { return value.as<EventLoop>()->taskFactory; });
    addGetter(vm, type, "_ready", readyView);
    addGetter(vm, type, "_scheduled", scheduledView);
    addGetter(vm, type, "_closed",
              [](Vm&, Value value) { return Ref::boolean(value.as<EventLoop>()->closed); });
    addGetter(vm, type, "_stopping",
              [](Vm&, Value value) { return Ref::boolean(value.as<EventLoop>()->stopping); });
    addGetter(vm, type, "_debug",
              [](Vm&, Value value) { return Ref::boolean(value.as<EventLoop>()->debug); });
    addGetter(vm, type, "_executor_shutdown_called", [](Vm&, Value value) {
        return Ref::boolean(value.as<EventLoop>()->executorShutDown);
    });
    addGetter(vm, type, "_asyncgens_shutdown_called", [](Vm&, Value value) {
        return Ref::boolean(value.as<EventLoop>()->asyncgensShutDown);
    });
    addGetter(vm, type, "_default_executor", [](Vm&, Value value) {
        const Ref& executor = value.as<EventLoop>()->defaultExecutor;
        return executor;
    });
}

}  // namespace coroscope::loop
