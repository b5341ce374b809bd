#include "engine/loop/wait.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/loop/async_body.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/lazy_body.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/policy.h"
#include "engine/loop/run_context.h"
#include "engine/loop/wait_for.h"
#include "engine/runtime/effort.h"
#include "engine/runtime/traverse.h"

namespace coroscope::loop {

namespace {

/// One call of wait(): what its callbacks share.
struct WaitState : Object {
    Ptr<Future> waiter;
    Ptr<Handle> timer;
    std::size_t left = 0;  ///< not done yet
    bool untilFirst = false;
    bool untilException = false;
};

/// _wait.<locals>._on_completion.
Status oneDone(RunContext& run, Object* target, Future* future) {
    auto* state = static_cast<WaitState*>(target);
    --state->left;
    const auto failed = [&] {
        if (future->state == Future::State::Cancelled) return false;
        future->logTraceback = false;  // looking at an exception retrieves it
        return future->exception() != nullptr;
    };
    if (state->left > 0 && !state->untilFirst && !(state->untilException && failed())) return kDone;
    if (state->timer) cancelHandle(run, state->timer.get());
    if (state->waiter->done()) return kDone;
    return setResult(run, state->waiter.get(), Value::none());
}
constexpr NativeAction kOneDone{
    oneDone, "_wait.<locals>._on_completion",
    "_wait.<locals>._on_completion() at /usr/lib/python3.11/asyncio/tasks.py:509", "f"};

Status checkGiven(RunContext& run, Value given) {
    Vm& vm = run.vm;
    if (isFutureLike(run, given) || isCoroutine(vm, given)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("expect a list of futures, not {}", vm.typeOf(given)->name->view()));
    }
    if (!CORO_TRY(truth(vm, given)))
        return raise(vm, vm.exc.ValueError, "Set of Tasks/Futures is empty.");
    return kDone;
}

/// The futures to wait for, each once, in the order given.
Outcome<Ptr<List>> distinctFutures(RunContext& run, Value given) {
    Vm& vm = run.vm;
    Ptr<Set> seen = makeSet(vm);
    Ref all = CORO_TRY(listFromIterable(vm, given));
    constexpr std::int64_t kEffortOfOne = 5;
    const auto count = static_cast<std::int64_t>(all.as<List>()->span().size());
    if (!spendEffort(vm, count * kEffortOfOne)) return Raised{};
    std::vector<Ref> distinct;
    for (const Value each : all.as<List>()->span()) {
        const std::uint32_t before = seen->count;
        CORO_TRY(setAdd(vm, seen.get(), each));
        if (seen->count > before) distinct.emplace_back(each);
    }
    if (std::any_of(distinct.begin(), distinct.end(),
                    [&](const Ref& each) { return isCoroutine(vm, each); })) {
        return raise(vm, vm.exc.TypeError,
                     "Passing coroutines is forbidden, use tasks explicitly.");
    }
    Ptr<List> futures = makeList(vm);
    for (const Ref& each : distinct) {
        if (!isFutureLike(run, each)) {
            return raise(vm, vm.exc.AttributeError,
                         fmt::format("'{}' object has no attribute 'add_done_callback'",
                                     vm.typeOf(each)->name->view()));
        }
        CORO_TRY(listAppend(vm, futures.get(), each));
    }
    return futures;
}

/// `(done, pending)`, each in the order given.
Ref sorted(Vm& vm, std::span<const Value> futures) {
    Ptr<Set> done = makeSet(vm);
    Ptr<Set> pending = makeSet(vm);
    for (const Value each : futures)
        CORO_TRY(setAdd(vm, (each.as<Future>()->done() ? done : pending).get(), each));
    const Value pair[] = {done.value(), pending.value()};
    return makeTuple(vm, pair).toRef();
}

/// The time `delay` from now, as loop.call_later works it out.
Outcome<double> timeAfter(RunContext& run, Value delay) {
    Ref when = CORO_TRY(binary(run.vm, Operator::Add, Value::ofFloat(run.now()), delay));
    return asDouble(run.vm, when);
}

/// _wait, once the arguments are known to be good.
Async waitForThem(RunContext& run, Ptr<List> futures, Ref timeout, std::string returnWhen) {
    Vm& vm = run.vm;
    EventLoop* loop = run.runningLoop;
    Ptr<WaitState> state = makeInstance<WaitState>(vm, run.waitStateType);
    state->left = futures->span().size();
    state->untilFirst = returnWhen == kFirstCompleted;
    state->untilException = returnWhen == kFirstException;
    auto made = createFuture(run, loop);
    if (made.isRaised()) co_return Raised{};
    Ptr<Future> waiter = made.take();
    state->waiter = waiter;
    waiter->waitKind = trace::WaitKind::Wait;
    waiter->waitValue = static_cast<double>(futures->span().size());
    const trace::ObjectId group = idOf(run, waiter.get());
    if (!timeout.isNone()) {
        auto when = timeAfter(run, timeout);
        if (when.isRaised()) co_return Raised{};
        const Value shown[] = {waiter.value()};
        auto timer = callLater(run, loop, timeout, *when,
                               {&kReleaseWaiter, waiter.get(), trace::TimerFor::Timeout,
                                run.currentTraceTask().value, shown});
        if (timer.isRaised()) co_return Raised{};
        state->timer = timer.take();
    }
    for (const Value each : futures->span()) {
        auto* future = each.as<Future>();
        if (addNativeCallback(run, future, &kOneDone, state.get()).isRaised()) co_return Raised{};
        if (future->type->isSubtypeOf(run.taskType))
            run.recorder.addMember(group, static_cast<Task*>(future)->traceId);
    }
    Ref woken = co_await Waiting{.iterator = waiter.value(), .owned = {waiter, state, futures}};
    if (vm.stopped()) co_return Raised{};
    if (state->timer) cancelHandle(run, state->timer.get());
    for (const Value each : futures->span())
        removeNativeCallback(each.as<Future>(), &kOneDone, state.get());
    if (woken.isRaised()) co_return Raised{};
    co_return sorted(vm, futures->span());
}

Async waitBody(RunContext& run, LazyBody<3>::Given arguments) {
    Vm& vm = run.vm;
    auto& [given, timeout, returnWhen] = arguments;
    if (checkGiven(run, given).isRaised()) co_return Raised{};
    std::string when(kAllCompleted);
    if (!returnWhen.isUnbound()) {
        auto text = strText(vm, returnWhen);
        if (text.isRaised()) co_return Raised{};
        when = *text;
        if (!isStr(returnWhen) ||
            (when != kFirstCompleted && when != kFirstException && when != kAllCompleted)) {
            co_return raise(vm, vm.exc.ValueError,
                            fmt::format("Invalid return_when value: {}", when));
        }
    }
    auto futures = distinctFutures(run, given);
    if (futures.isRaised()) co_return Raised{};
    given.reset();
    if (!run.runningLoop) co_return raise(vm, vm.exc.RuntimeError, "no running event loop");
    Ref inner = makeAsync(vm, "_wait", waitForThem(run, futures.take(), timeout, std::move(when)));
    Ref result = co_await Waiting{.iterator = inner, .owned = {inner}};
    co_return result;
}

}  // namespace

Ref waitFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"fs", "timeout", "return_when"};
    Value values[3];
    CORO_TRY(bindLikePython(vm, "wait", a, {kNames, 1, 1}, values));
    Ref timeout = values[1].isUnbound() ? Ref::none() : Ref(values[1]);
    using Body = LazyBody<3>;
    return makeNativeCoroutine<Body>(vm, "wait", waitBody,
                                     Body::Given{Ref(values[0]), timeout, Ref(values[2])})
        .toRef();
}

void initWaitType(RunContext& run) {
    TypeSpec spec;
    spec.name = "asyncio.tasks._WaitState";
    spec.flags = kTypeNoConstruct;
    spec.instanceBytes = sizeof(WaitState);
    spec.slots.destroy = destroyAs<WaitState>;
    spec.slots.traverse = traverseMembers<&WaitState::waiter, &WaitState::timer>;
    run.waitStateType = makeType(run.vm, spec);
}

}  // namespace coroscope::loop
