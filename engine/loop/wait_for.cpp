#include "engine/loop/wait_for.h"

#include <limits>

#include "engine/loop/async_body.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/lazy_body.h"
#include "engine/loop/local_result.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/traceback.h"

namespace coroscope::loop {

namespace {

Status releaseWaiter(RunContext& run, Object* target, Future*) {
    auto* waiter = static_cast<Future*>(target);
    return waiter->done() ? Status(kDone) : setResult(run, waiter, Value::none());
}

trace::TaskId taskIdOf(RunContext& run, Future* future) {
    return future->type->isSubtypeOf(run.taskType) ? static_cast<Task*>(future)->traceId
                                                   : trace::TaskId();
}

Outcome<Ptr<Future>> makeWaiter(RunContext& run, EventLoop* loop, Future* inner, double seconds) {
    Ptr<Future> waiter = CORO_TRY(createFuture(run, loop));
    waiter->waitKind = trace::WaitKind::WaitFor;
    if (inner) waiter->waitBehind = taskIdOf(run, inner);
    waiter->waitValue = seconds;
    return waiter;
}

/// _cancel_and_wait.
Async cancelAndWait(RunContext& run, Ptr<Future> inner) {
    auto made =
        makeWaiter(run, run.runningLoop, inner.get(), std::numeric_limits<double>::quiet_NaN());
    if (made.isRaised()) co_return Raised{};
    Ptr<Future> waiter = made.take();
    if (addNativeCallback(run, inner.get(), &kReleaseWaiter, waiter.get()).isRaised() ||
        cancelFuture(run, inner.get(), Value::none()).isRaised()) {
        co_return Raised{};
    }
    Ref result = co_await Waiting{.iterator = waiter.value(), .owned = {waiter, inner}};
    removeNativeCallback(inner.get(), &kReleaseWaiter, waiter.get());
    if (result.isRaised()) co_return Raised{};
    co_return Ref::none();
}

/// inner.result(), where being cancelled is TimeoutError.
Ref resultOrTimeout(RunContext& run, Future* inner) {
    Vm& vm = run.vm;
    Ref result = resultOfLocal(run, inner);
    if (!result.isRaised() || vm.stopped() || !vm.pending->type->isSubtypeOf(run.cancelledError))
        return result;
    Ptr<Exception> cancelled = takePending(vm);
    Ptr<Exception> timeout = makeException(vm, vm.exc.TimeoutError, std::span<const Value>());
    timeout->cause = cancelled;
    timeout->context = cancelled;
    timeout->suppressContext = true;
    vm.pending = std::move(timeout);
    return leaveFrameOf(run, Value(inner), Raised{});
}

/// A time-out of zero or less: only what is done already counts.
Async withoutWaiting(RunContext& run, Ref awaitable) {
    Ref future = ensureOwnFuture(run, awaitable, run.runningLoop, "done");
    if (future.isRaised()) co_return Raised{};
    Ptr<Future> inner(future.as<Future>());
    if (inner->done()) co_return resultOfLocal(run, inner.get());
    Ref cancelling = makeAsync(run.vm, "_cancel_and_wait", cancelAndWait(run, inner));
    Ref ended = co_await Waiting{.iterator = cancelling, .owned = {cancelling, inner, future}};
    if (ended.isRaised()) co_return leaveFrameOf(run, inner.value(), Raised{});
    co_return resultOrTimeout(run, inner.get());
}

Async plainAwait(RunContext& run, Ref awaitable) {
    Ref iterator = getAwaitable(run.vm, awaitable);
    if (iterator.isRaised()) co_return Raised{};
    bool byThrow = false;
    Ref result = co_await Waiting{iterator, &byThrow, {iterator, awaitable}};
    if (result.isRaised() && byThrow && losesFramesOfThrow(run.vm)) co_return Raised{};
    co_return leaveFrameOf(run, awaitable, std::move(result));
}

/// The body of wait_for once the timer is set: what comes first, its end or the limit?
Async firstOf(RunContext& run, Ptr<Future> inner, Ptr<Future> waiter) {
    Vm& vm = run.vm;
    Ref woken = co_await Waiting{.iterator = waiter.value(), .owned = {waiter, inner}};
    if (woken.isRaised() && (vm.stopped() || !vm.pending->type->isSubtypeOf(run.cancelledError)))
        co_return Raised{};
    if (inner->done()) {
        vm.pending.reset();
        co_return resultOfLocal(run, inner.get());
    }
    removeNativeCallback(inner.get(), &kReleaseWaiter, waiter.get());
    // It must not go on running once wait_for has ended.
    Ptr<Exception> cancelled = woken.isRaised() ? takePending(vm) : Ptr<Exception>();
    Ref cancelling = makeAsync(vm, "_cancel_and_wait", cancelAndWait(run, inner));
    Ref ended = co_await Waiting{.iterator = cancelling, .owned = {cancelling, inner, waiter}};
    if (ended.isRaised()) {
        if (cancelled && vm.pending && !vm.pending->context &&
            vm.pending.get() != cancelled.get()) {
            vm.pending->context = cancelled;
        }
        co_return leaveFrameOf(run, inner.value(), Raised{});
    }
    if (cancelled) {
        vm.pending = std::move(cancelled);
        co_return leaveFrameOf(run, inner.value(), Raised{});
    }
    co_return resultOrTimeout(run, inner.get());
}

/// The future that wait_for waits for, and the timer that ends it; `inner` is what is limited,
/// where that is there already.
Outcome<Ptr<Handle>> setLimit(RunContext& run, EventLoop* loop, Future* inner, Value timeout,
                              double when, Ptr<Future>& waiter) {
    waiter = CORO_TRY(makeWaiter(run, loop, inner, CORO_TRY(asDouble(run.vm, timeout))));
    const trace::TaskId limited =
        waiter->waitBehind.valid() ? waiter->waitBehind : run.currentTraceTask();
    const Value shown[] = {waiter.value()};
    return callLater(
        run, loop, timeout, when,
        {&kReleaseWaiter, waiter.get(), trace::TimerFor::Timeout, limited.value, shown});
}

Async waitForBody(RunContext& run, LazyBody<2>::Given given) {
    Vm& vm = run.vm;
    auto& [awaitable, timeout] = given;
    EventLoop* loop = run.runningLoop;
    if (!loop) co_return raise(vm, vm.exc.RuntimeError, "no running event loop");
    if (timeout.isNone()) {
        Ref whole = makeAsync(vm, "wait_for", plainAwait(run, std::move(awaitable)));
        Ref result = co_await Waiting{.iterator = whole, .owned = {whole}};
        co_return result;
    }
    auto none = compareTruth(vm, timeout, Value::ofInt(0), Comparison::LessEqual);
    if (none.isRaised()) co_return Raised{};
    if (*none) {
        Ref whole = makeAsync(vm, "wait_for", withoutWaiting(run, std::move(awaitable)));
        Ref result = co_await Waiting{.iterator = whole, .owned = {whole}};
        co_return result;
    }
    auto seconds = asDouble(vm, timeout);
    if (seconds.isRaised()) co_return Raised{};
    const double when = run.now() + *seconds;
    Ptr<Handle> timer;
    Ptr<Future> waiter;
    if (loop->isOwn) {  // what methods of its own do comes before the task
        auto set = setLimit(run, loop, nullptr, timeout, when, waiter);
        if (set.isRaised()) co_return Raised{};
        timer = set.take();
    }
    Ref future = ensureOwnFuture(run, awaitable, loop, "add_done_callback");
    if (future.isRaised()) co_return Raised{};
    awaitable.reset();
    Ptr<Future> inner(future.as<Future>());
    future.reset();
    if (!timer) {
        auto set = setLimit(run, loop, inner.get(), timeout, when, waiter);
        if (set.isRaised()) co_return Raised{};
        timer = set.take();
    }
    if (addNativeCallback(run, inner.get(), &kReleaseWaiter, waiter.get()).isRaised())
        co_return Raised{};
    Ref race = makeAsync(vm, "wait_for", firstOf(run, std::move(inner), std::move(waiter)));
    Ref result = co_await Waiting{.iterator = race, .owned = {race, timer}};
    if (!vm.stopped()) cancelHandle(run, timer.get());
    co_return result;
}

}  // namespace

const NativeAction kReleaseWaiter{
    releaseWaiter, "_release_waiter",
    "_release_waiter(<Future pendi...>)() at /usr/lib/python3.11/asyncio/tasks.py:421"};

Ref waitForFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"fut", "timeout"};
    Value values[2];
    CORO_TRY(bindLikePython(vm, "wait_for", a, {kNames, 2, 2}, values));
    using Body = LazyBody<2>;
    return makeNativeCoroutine<Body>(vm, "wait_for", waitForBody,
                                     Body::Given{Ref(values[0]), Ref(values[1])})
        .toRef();
}

}  // namespace coroscope::loop
