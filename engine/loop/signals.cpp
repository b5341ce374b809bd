#include "engine/loop/signals.h"

#include <fmt/format.h>

#include "engine/loop/context_scope.h"
#include "engine/loop/executors.h"
#include "engine/loop/policy.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/modules/modules.h"

namespace coroscope::loop {

namespace {

EventLoop* self(const Arguments& a) { return a[0].as<EventLoop>(); }

/// `_signal.handlers`. The module is there from the first question on, and again where the scenario
/// has spoilt it.
Dict* handlersOf(RunContext& run) {
    Vm& vm = run.vm;
    Str* name = vm.intern("_signal");
    const auto known = [&]() -> Dict* {
        const Value module = dictGetStr(vm.modules.get(), name);
        if (!module.is(vm.types.module)) return nullptr;
        const Value handlers = dictGetStr(module.as<Module>()->dict.get(), vm.intern("handlers"));
        return handlers.is(vm.types.dict) ? handlers.as<Dict>() : nullptr;
    };
    if (Dict* handlers = known()) return handlers;
    dictSetStr(vm, vm.modules.get(), name, makeSignalModule(run));
    return known();
}

/// unix_events._check_signal, and what the system says to a handler for it.
Outcome<std::int64_t> checkSignal(Vm& vm, Value signal) {
    if (!vm.typeOf(signal)->isSubtypeOf(vm.types.int_))
        return raise(vm, vm.exc.TypeError,
                     fmt::format("sig must be an int, not {}", CORO_TRY(reprText(vm, signal))));
    const std::int64_t number = CORO_TRY(asIndex(vm, signal));
    constexpr std::int64_t kMost = 64;
    if (number < 1 || number > kMost || number == 32 || number == 33)
        return raise(vm, vm.exc.ValueError,
                     fmt::format("invalid signal number {}", CORO_TRY(strText(vm, signal))));
    return number;
}

/// selector_events._read_from_self, unix_events._handle_signal: the callback is among the next
/// ones. `pair` is the loop and the signal's number.
Status readFromSelf(RunContext& run, Object* pair, Future*) {
    const std::span<const Value> both = static_cast<Tuple*>(pair)->span();
    auto* loop = both[0].as<EventLoop>();
    Ref given(dictGet(run.vm, loop->signalHandlers.get(), both[1]));
    if (given.isUnbound()) return kDone;
    const std::span<const Value> parts = given.as<Tuple>()->span();
    Ptr<Context> context(parts[2].isNone() ? nullptr : parts[2].as<Context>());
    static_cast<void>(
        callSoon(run, loop, parts[0], parts[1].as<Tuple>()->span(), std::move(context)));
    return kDone;
}
constexpr NativeAction kReadFromSelf{readFromSelf, "_read_from_self",
                                     "BaseSelectorEventLoop._read_from_self()"};

/// What handles a signal that a loop has a callback for: it wakes the loop, which comes to it after
/// what is ready by then.
Ref wakeLoop(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    EventLoop* loop = self(a);
    if (!isInt(a[1])) return Ref::none();  // called by hand
    const Value pair[] = {Value(loop), a[1]};
    static_cast<void>(callNativeAt(run, loop, run.clock.now(), &kReadFromSelf,
                                   makeTuple(vm, pair).get(), trace::TimerFor::Callback, 0));
    wakeFromThread(run, loop);
    return Ref::none();
}

}  // namespace

Ref makeSignalModule(RunContext& run) {
    Vm& vm = run.vm;
    Ptr<Module> module = makeModule(vm, "_signal");
    setValue(vm, module->dict.get(), "handlers", makeDict(vm).value());
    addFunction(
        vm, module->dict.get(), "may_set",
        [](Vm& v, const Arguments&) {
            return Ref::boolean(maySetSignalHandlers(RunContext::of(v)));
        },
        0, 0);
    addFunction(
        vm, module->dict.get(), "defer",
        [](Vm& v, const Arguments& a) -> Ref {
            RunContext::of(v).pendingSignals.insert(CORO_TRY(asIndex(v, a[0])));
            return Ref::none();
        },
        1, 1);
    return std::move(module).toRef();
}

Status handleSignals(RunContext& run) {
    Vm& vm = run.vm;
    while (!run.pendingSignals.empty() && !vm.stopped()) {
        const std::int64_t number = *run.pendingSignals.begin();
        run.pendingSignals.erase(run.pendingSignals.begin());
        Ref module(dictGetStr(vm.modules.get(), vm.intern("signal")));
        if (!module.isObject()) continue;
        CORO_TRY(vm.callMethod(module, vm.intern("_handle"), {Value::ofInt(number)}));
    }
    return kDone;
}

Ref signalHandler(RunContext& run, std::int64_t number) {
    return Ref(dictGet(run.vm, handlersOf(run), Value::ofInt(number)));
}

Status setSignalHandler(RunContext& run, std::int64_t number, Value handler) {
    if (!handler.isUnbound())
        return dictSet(run.vm, handlersOf(run), Value::ofInt(number), handler);
    CORO_TRY(dictDelete(run.vm, handlersOf(run), Value::ofInt(number)));
    return kDone;
}

bool maySetSignalHandlers(RunContext& run) {
    const Worker* worker = run.workers.current();
    return !worker || worker->isProcess();
}

Ref addSignalHandler(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    if (isCoroutine(vm, a[2]) || CORO_TRY(isCoroutineFunction(vm, a[2])))
        return raise(vm, vm.exc.TypeError, "coroutines cannot be used with add_signal_handler()");
    const std::int64_t number = CORO_TRY(checkSignal(vm, a[1]));
    if (self(a)->closed) return raise(vm, vm.exc.RuntimeError, "Event loop is closed");
    if (!maySetSignalHandlers(run)) {
        return raise(vm, vm.exc.RuntimeError,
                     "set_wakeup_fd only works in main thread of the main interpreter");
    }
    constexpr std::int64_t kKill = 9, kStop = 19;
    if (number == kKill || number == kStop)
        return raise(vm, vm.exc.RuntimeError, fmt::format("sig {} cannot be caught", number));
    Ptr<Tuple> arguments = makeTuple(vm, std::span(a.values + 3, a.positional - 3));
    Ptr<Context> context = captureContext(vm);
    const Value parts[] = {a[2], arguments.value(), context.valueOrNone()};
    CORO_TRY(dictSet(vm, self(a)->signalHandlers.get(), Value::ofInt(number),
                     makeTuple(vm, parts).value()));
    Ptr<NativeFunction> noop = makeBoundNative(vm, "_sighandler_noop", wakeLoop, a[0], 3, 3);
    CORO_TRY(setSignalHandler(run, number, noop.value()));
    return Ref::none();
}

Ref removeSignalHandler(Vm& vm, const Arguments& a) {
    const Value number = Value::ofInt(CORO_TRY(checkSignal(vm, a[1])));
    if (!CORO_TRY(dictDelete(vm, self(a)->signalHandlers.get(), number)))
        return Ref::boolean(false);
    CORO_TRY(setSignalHandler(RunContext::of(vm), number.integer, Value()));
    return Ref::boolean(true);
}

void removeSignalHandlers(EventLoop* loop) {
    Dict* given = loop->signalHandlers.get();
    for (std::uint32_t i = 0; i < given->used; ++i) {
        const Value number = given->entries[i].key;
        if (!number.isUnbound())
            static_cast<void>(setSignalHandler(*loop->run, number.integer, Value()));
    }
    dictClear(loop->run->vm, given);
}

}  // namespace coroscope::loop
