#include "engine/loop/executors.h"

#include <fmt/format.h>

#include "engine/loop/async_body.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/lazy_body.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/policy.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::loop {

namespace {

/// The bundled module concurrent.futures.
Ref futuresModule(Vm& vm) {
    Str* name = vm.intern("concurrent.futures");
    CORO_TRY(importName(vm, name, 0, Value::none(), nullptr));
    return dictGetStr(vm.modules.get(), name);
}

Ref concurrentType(Vm& vm, std::string_view name) {
    Ref module = CORO_TRY(futuresModule(vm));
    return getAttribute(vm, module, vm.intern(name));
}

Outcome<bool> isConcurrentFuture(Vm& vm, Value value) {
    return isInstance(vm, value, CORO_TRY(concurrentType(vm, "Future")));
}

// --- a future of asyncio that follows one of concurrent.futures ----------------------------------

struct ChainLink : Object {
    Ref source;
    Ptr<Future> destination;
};

/// _chain_future.<locals>._call_check_cancel.
Status checkCancel(RunContext& run, Object* target, Future* destination) {
    if (destination->state != Future::State::Cancelled) return kDone;
    auto* link = static_cast<ChainLink*>(target);
    CORO_TRY(run.vm.callMethod(link->source, run.vm.intern("cancel")));
    return kDone;
}
constexpr NativeAction kCheckCancel{
    checkCancel, "_chain_future.<locals>._call_check_cancel",
    "_chain_future.<locals>._call_check_cancel() at /usr/lib/python3.11/asyncio/futures.py:387",
    "destination"};

}  // namespace

Value callBehind(const Future* future) {
    return future->first.native == &kCheckCancel
               ? static_cast<ChainLink*>(future->first.target.get())->source.get()
               : Value();
}

namespace {

/// futures._convert_future_exc: two errors of concurrent.futures have a namesake in asyncio.
Outcome<Ptr<Exception>> asOfAsyncio(RunContext& run, Ptr<Exception> error) {
    Vm& vm = run.vm;
    const Value module = dictGetStr(vm.modules.get(), vm.intern("concurrent.futures"));
    if (!module.is(vm.types.module)) return error;
    Dict* theirs = module.as<Module>()->dict.get();
    for (const auto& [name, own] : {std::pair{"CancelledError", run.cancelledError},
                                    std::pair{"InvalidStateError", run.invalidStateError}}) {
        const Value kind = dictGetStr(theirs, vm.intern(name));
        if (!kind.isObject() || error->type != kind.object) continue;
        Ref made = CORO_TRY(
            vm.call(Value(own), Arguments{error->args->items(), error->args->count, 0, nullptr}));
        return Ptr<Exception>(made.as<Exception>());
    }
    return error;
}

/// _copy_future_state.
Status copyState(RunContext& run, ChainLink* link) {
    Vm& vm = run.vm;
    Future* destination = link->destination.get();
    if (destination->done()) return kDone;
    Ref cancelled = CORO_TRY(vm.callMethod(link->source, vm.intern("cancelled")));
    if (cancelled.isTrue()) {
        CORO_TRY(cancelFuture(run, destination, Value::none()));
        return kDone;
    }
    Ref error = CORO_TRY(vm.callMethod(link->source, vm.intern("exception")));
    if (isException(error)) {
        Ptr<Exception> own = CORO_TRY(asOfAsyncio(run, Ptr<Exception>(error.as<Exception>())));
        return setGivenException(run, destination, std::move(own));
    }
    Ref result = CORO_TRY(vm.callMethod(link->source, vm.intern("result")));
    return setResult(run, destination, result);
}

/// _chain_future.<locals>._set_state.
Status setState(RunContext& run, Object* target, Future*) {
    return copyState(run, static_cast<ChainLink*>(target));
}
constexpr NativeAction kSetState{
    setState, "_chain_future.<locals>._set_state",
    "_chain_future.<locals>._set_state() at /usr/lib/python3.11/asyncio/futures.py:381"};

Ptr<ChainLink> makeLink(RunContext& run, Value source, Future* destination) {
    Ptr<ChainLink> link = makeInstance<ChainLink>(run.vm, run.chainLinkType);
    link->source = source;
    link->destination = Ptr<Future>(destination);
    return link;
}

/// _chain_future.<locals>._call_set_state: in the thread that ended the call. It is bound to the
/// destination alone: the source keeps it, and would keep itself.
Ref callSetState(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    auto* destination = a[0].as<Future>();
    EventLoop* loop = destination->loop;
    if (loop->closed) return Ref::none();
    const Value shown[] = {Value(destination), a[1]};
    CORO_TRY(callOwnSoon(run, loop, "call_soon_threadsafe", &kSetState,
                         makeLink(run, a[1], destination).get(), shown));
    wakeFromThread(run, loop);
    return Ref::none();
}

Ref wrapFuture(RunContext& run, EventLoop* loop, Value source) {
    Vm& vm = run.vm;
    Ptr<Future> future = CORO_TRY(createFuture(run, loop));
    future->waitKind = trace::WaitKind::Worker;
    CORO_TRY(addNativeCallback(run, future.get(), &kCheckCancel,
                               makeLink(run, source, future.get()).get()));
    Ptr<NativeFunction> callback =
        makeBoundNative(vm, "_call_set_state", callSetState, future.value(), 2, 2);
    CORO_TRY(vm.callMethod(source, vm.intern("add_done_callback"), {callback.value()}));
    return std::move(future).toRef();
}

/// _chain_future.<locals>._call_set_state, where the task is the source.
Status followTask(RunContext& run, Object* target, Future* task) {
    auto* link = static_cast<ChainLink*>(target);
    CORO_TRY(run.vm.callMethod(link->source, run.vm.intern("_follow"), {Value(task)}));
    return kDone;
}
constexpr NativeAction kFollowTask{
    followTask, "_chain_future.<locals>._call_set_state",
    "_chain_future.<locals>._call_set_state() at /usr/lib/python3.11/asyncio/futures.py:394",
    "source"};

// --- executors -----------------------------------------------------------------------------------

/// The loop's own executor, made at the first need.
Ref defaultExecutor(RunContext& run, EventLoop* loop) {
    Vm& vm = run.vm;
    if (loop->executorShutDown)
        return raise(vm, vm.exc.RuntimeError, "Executor shutdown has been called");
    if (!loop->defaultExecutor.isNone()) return loop->defaultExecutor;
    Ref type = CORO_TRY(concurrentType(vm, "ThreadPoolExecutor"));
    Ref prefix = newStr(vm, "asyncio");
    const Value arguments[] = {prefix};
    const Value names[] = {Value(vm.intern("thread_name_prefix"))};
    loop->defaultExecutor = CORO_TRY(vm.call(type, Arguments{arguments, 0, 1, names}));
    return loop->defaultExecutor;
}

/// executor.submit(…), awaitable in the loop.
Ref submit(RunContext& run, EventLoop* loop, Value executor, const Arguments& call) {
    Vm& vm = run.vm;
    Ref method = CORO_TRY(getAttribute(vm, executor, vm.intern("submit")));
    Ref future = CORO_TRY(vm.call(method, call));
    if (isFutureLike(run, future)) return future;
    return wrapFuture(run, loop, future);
}

/// loop.run_in_executor(None, functools.partial(…)), with or without the partial.
Ref submitToDefault(RunContext& run, EventLoop* loop, const Arguments& call) {
    const Ref own = CORO_TRY(ownMethod(run, loop, "run_in_executor"));
    if (own.isUnbound()) [[likely]] {
        const Ref executor = CORO_TRY(defaultExecutor(run, loop));
        return submit(run, loop, executor, call);
    }
    Vm& vm = run.vm;
    Str* functools = vm.intern("functools");
    CORO_TRY(importName(vm, functools, 0, Value::none(), nullptr));
    const Ref module(dictGetStr(vm.modules.get(), functools));
    const Ref partial = CORO_TRY(getAttribute(vm, module, vm.intern("partial")));
    const Ref whole = CORO_TRY(vm.call(partial, call));
    return vm.call(own, {Value::none(), whole});
}

/// to_thread, given the function with its arguments and the names of the last ones; they run in a
/// copy of the context.
Async toThread(RunContext& run, LazyBody<2>::Given given) {
    Vm& vm = run.vm;
    auto& [values, names] = given;
    EventLoop* loop = run.runningLoop;
    if (!loop) co_return raise(vm, vm.exc.RuntimeError, "no running event loop");
    Ptr<Context> context = copyContext(vm);
    Ref runIn = getAttribute(vm, context.value(), vm.intern("run"));
    if (runIn.isRaised()) co_return Raised{};
    std::vector<Value> arguments{runIn};
    const std::span<const Value> whole = values.as<Tuple>()->span();
    const std::span<const Value> keywords = names.as<Tuple>()->span();
    arguments.insert(arguments.end(), whole.begin(), whole.end());
    const auto positional = static_cast<std::uint32_t>(arguments.size() - keywords.size());
    Ref future =
        submitToDefault(run, loop,
                        Arguments{arguments.data(), positional,
                                  static_cast<std::uint32_t>(keywords.size()), keywords.data()});
    if (future.isRaised()) co_return Raised{};
    values.reset();
    names.reset();
    runIn.reset();
    context.reset();
    Ref result = co_await Waiting{.iterator = future, .owned = {future}};
    co_return result;
}

}  // namespace

void wakeFromThread(RunContext& run, EventLoop* loop) {
    loop->calledFromThread = true;
    run.workers.notify(loop->threadsWaiting, loop->threadsWaiting.size());
}

namespace {

/// Who has never imported concurrent.futures has no such pool.
bool isProcessPool(Vm& vm, Value executor) {
    const Value module = dictGetStr(vm.modules.get(), vm.intern("concurrent.futures"));
    if (!executor.isObject() || !module.is(vm.types.module)) return false;
    const Value pool =
        dictGetStr(module.as<Module>()->dict.get(), vm.intern("ProcessPoolExecutor"));
    return isType(pool) && executor.object->type->isSubtypeOf(pool.as<Type>());
}

}  // namespace

Ref runInExecutor(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    auto* loop = a[0].as<EventLoop>();
    const bool inProcess = isProcessPool(vm, a[1]);
    Ref executor = a[1].isNone() ? CORO_TRY(defaultExecutor(run, loop)) : Ref(a[1]);
    Ref future = CORO_TRY(
        submit(run, loop, executor, Arguments{a.values + 2, a.positional - 2, 0, nullptr}));
    if (inProcess && isFutureLike(run, future))
        future.as<Future>()->waitKind = trace::WaitKind::Process;
    return future;
}

Ref setDefaultExecutor(Vm& vm, const Arguments& a) {
    Ref type = CORO_TRY(concurrentType(vm, "ThreadPoolExecutor"));
    if (!CORO_TRY(isInstance(vm, a[1], type)))
        return raise(vm, vm.exc.TypeError, "executor must be ThreadPoolExecutor instance");
    a[0].as<EventLoop>()->defaultExecutor = a[1];
    return Ref::none();
}

Ref toThreadFunction(Vm& vm, const Arguments& a) {
    if (a.positional == 0) {
        return raise(vm, vm.exc.TypeError,
                     "to_thread() missing 1 required positional argument: 'func'");
    }
    using Body = LazyBody<2>;
    Body::Given given{makeTuple(vm, std::span(a.values, a.total())).toRef(),
                      makeTuple(vm, std::span(a.keywordNames, a.keywords)).toRef()};
    return makeNativeCoroutine<Body>(vm, "to_thread", toThread, std::move(given)).toRef();
}

Ref wrapFutureFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"future", "loop"};
    Value values[2];
    CORO_TRY(bindLikePython(vm, "wrap_future", a, {kNames, 1, 1}, values));
    RunContext& run = RunContext::of(vm);
    if (isFutureLike(run, values[0])) return values[0];
    if (!CORO_TRY(isConcurrentFuture(vm, values[0]))) {
        return raise(vm, vm.exc.AssertionError,
                     fmt::format("concurrent.futures.Future is expected, got {}",
                                 CORO_TRY(reprText(vm, values[0]))));
    }
    Ptr<EventLoop> loop = isLoop(run, values[1]) ? Ptr<EventLoop>(values[1].as<EventLoop>())
                                                 : CORO_TRY(getEventLoop(run));
    return wrapFuture(run, loop.get(), values[0]);
}

Ref chainTask(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    if (!isFutureLike(run, a[0])) return raise(vm, vm.exc.TypeError, "A future is required");
    Ptr<ChainLink> link = makeLink(run, a[1], nullptr);
    CORO_TRY(addNativeCallback(run, a[0].as<Future>(), &kFollowTask, link.get()));
    return Ref::none();
}

Ref runCoroutineThreadsafe(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"coro", "loop"};
    Value values[2];
    CORO_TRY(bindLikePython(vm, "run_coroutine_threadsafe", a, {kNames, 2, 2}, values));
    if (!isCoroutine(vm, values[0]))
        return raise(vm, vm.exc.TypeError, "A coroutine object is required");
    Ref function = CORO_TRY(concurrentType(vm, "_run_coroutine_threadsafe"));
    return vm.call(function, {values[0], values[1]});
}

Status shutDownExecutor(RunContext& run, EventLoop* loop) {
    loop->executorShutDown = true;
    if (loop->defaultExecutor.isNone()) return kDone;
    Ref executor = loop->defaultExecutor;
    const bool before = std::exchange(run.workers.loopWaits, true);
    const Ref done = run.vm.callMethod(executor, run.vm.intern("shutdown"));
    run.workers.loopWaits = before;
    if (done.isRaised()) return Raised{};
    return kDone;
}

Status letExecutorGo(RunContext& run, EventLoop* loop) {
    Vm& vm = run.vm;
    loop->executorShutDown = true;
    if (loop->defaultExecutor.isNone()) return kDone;
    const Ref executor = std::exchange(loop->defaultExecutor, Ref::none());
    const Ref shutdown = CORO_TRY(getAttribute(vm, executor, vm.intern("shutdown")));
    const Value values[] = {Ref::boolean(false)};
    const Value names[] = {Value(vm.intern("wait"))};
    CORO_TRY(vm.call(shutdown, Arguments{values, 0, 1, names}));
    return kDone;
}

void initExecutorTypes(RunContext& run) {
    TypeSpec spec;
    spec.name = "asyncio.futures._ChainLink";
    spec.flags = kTypeNoConstruct;
    spec.instanceBytes = sizeof(ChainLink);
    spec.slots.destroy = destroyAs<ChainLink>;
    spec.slots.traverse = traverseMembers<&ChainLink::source, &ChainLink::destination>;
    run.chainLinkType = makeType(run.vm, spec);
}

}  // namespace coroscope::loop
