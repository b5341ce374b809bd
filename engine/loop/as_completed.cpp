#include "engine/loop/as_completed.h"

#include <algorithm>
#include <deque>
#include <unordered_set>

#include <fmt/format.h>

#include "engine/loop/async_body.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/led_to.h"
#include "engine/loop/local_result.h"
#include "engine/loop/policy.h"
#include "engine/loop/run_context.h"

namespace coroscope::loop {

namespace {

/// In CPython a generator: nothing happens before it is first asked for an item.
struct AsCompleted : Object {
    Ref given;    ///< the awaitables, until begun
    Ref timeout;  ///< None: no limit
    bool begun = false;
    EventLoop* loop = nullptr;               ///< borrowed
    std::vector<Ptr<Future>> futures;        ///< in the order given
    std::unordered_set<const Future*> left;  ///< those of them that are not done
    std::deque<Ref> done;                    ///< in the order of their ends; None: too late
    std::deque<Ptr<Future>> waiters;
    Ptr<Handle> timer;
    std::size_t toGive = 0;
    trace::ObjectId id;
};

Status wakeNext(RunContext& run, AsCompleted* all) {
    while (!all->waiters.empty()) {
        Ptr<Future> waiter = std::move(all->waiters.front());
        all->waiters.pop_front();
        if (waiter->done()) continue;
        return setResult(run, waiter.get(), Value::none());
    }
    return kDone;
}

Status put(RunContext& run, AsCompleted* all, Value item) {
    all->done.emplace_back(item);
    return wakeNext(run, all);
}

/// as_completed.<locals>._on_completion.
Status oneDone(RunContext& run, Object* target, Future* future) {
    auto* all = static_cast<AsCompleted*>(target);
    if (all->left.empty()) return kDone;  // its time was over before
    all->left.erase(future);
    CORO_TRY(put(run, all, Value(future)));
    if (all->left.empty() && all->timer) cancelHandle(run, all->timer.get());
    return kDone;
}
constexpr NativeAction kOneDone{
    oneDone, "as_completed.<locals>._on_completion",
    "as_completed.<locals>._on_completion() at /usr/lib/python3.11/asyncio/tasks.py:592"};

/// as_completed.<locals>._on_timeout: whoever waits for one of the rest is told.
Status timeOver(RunContext& run, Object* target, Future*) {
    auto* all = static_cast<AsCompleted*>(target);
    for (const Ptr<Future>& each : all->futures) {
        if (!all->left.contains(each.get())) continue;
        removeNativeCallback(each.get(), &kOneDone, all);
        CORO_TRY(put(run, all, Value::none()));
    }
    all->left.clear();
    return kDone;
}
constexpr NativeAction kTimeOver{
    timeOver, "as_completed.<locals>._on_timeout",
    "as_completed.<locals>._on_timeout() at /usr/lib/python3.11/asyncio/tasks.py:586"};

/// as_completed.<locals>._wait_for_one.
Async waitForOne(RunContext& run, Ptr<AsCompleted> all) {
    Vm& vm = run.vm;
    while (all->done.empty()) {
        if (!run.runningLoop) co_return raise(vm, vm.exc.RuntimeError, "no running event loop");
        Ptr<Future> waiter = makeFuture(run, run.runningLoop);
        waiter->waitKind = trace::WaitKind::AsCompleted;
        waiter->id = all->id;
        all->waiters.push_back(waiter);
        Ref woken = co_await Waiting{waiter.value()};
        if (!woken.isRaised()) continue;
        if (vm.stopped()) co_return Raised{};
        // Queue.get: if it had been woken, another one takes its turn.
        Ptr<Exception> error = takePending(vm);
        if (cancelFuture(run, waiter.get(), Value::none()).isRaised()) co_return Raised{};
        std::erase_if(all->waiters,
                      [&](const Ptr<Future>& each) { return each.get() == waiter.get(); });
        if (!all->done.empty() && waiter->state != Future::State::Cancelled &&
            wakeNext(run, all.get()).isRaised()) {
            co_return Raised{};
        }
        error->holds =
            Ptr<Object>(all.get());  // `done` lives with the traceback, of which it is a local
        vm.pending = std::move(error);
        co_return Raised{};
    }
    Ref next = std::move(all->done.front());
    all->done.pop_front();
    if (next.isNone()) {
        co_return raiseException(vm,
                                 makeException(vm, vm.exc.TimeoutError, std::span<const Value>()));
    }
    co_return resultOfLocal(run, next.as<Future>());
}

/// The generator's code up to its first yield.
Status begin(Vm& vm, AsCompleted* all) {
    RunContext& run = RunContext::of(vm);
    all->begun = true;
    Ref given = std::move(all->given);
    if (isFutureLike(run, given) || isCoroutine(vm, given)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("expect an iterable of futures, not {}", vm.typeOf(given)->nameView()));
    }
    Ptr<EventLoop> loop = CORO_TRY(getEventLoop(run));
    all->loop = loop.get();
    all->id = run.recorder.newObject();
    Ref list = CORO_TRY(listFromIterable(vm, given));
    Ptr<Set> seen = makeSet(vm);
    for (const Value each : list.as<List>()->span()) {
        const std::uint32_t before = seen->count;
        CORO_TRY(setAdd(vm, seen.get(), each));
        if (seen->count == before) continue;
        Ref future = CORO_TRY(ensureFuture(run, each, loop.get()));
        if (all->left.insert(future.as<Future>()).second)
            all->futures.emplace_back(future.as<Future>());
    }
    for (const Ptr<Future>& each : all->futures) {
        CORO_TRY(addNativeCallback(run, each.get(), &kOneDone, all));
        if (each->type->isSubtypeOf(run.taskType))
            run.recorder.addMember(all->id, static_cast<Task*>(each.get())->traceId);
    }
    all->toGive = all->futures.size();
    if (all->toGive == 0 || all->timeout.isNone()) return kDone;
    Ref when = CORO_TRY(binary(vm, Operator::Add, Value::ofFloat(run.now()), all->timeout));
    all->timer = callNativeAt(run, all->loop, CORO_TRY(asDouble(vm, when)), &kTimeOver, all,
                              trace::TimerFor::Timeout, run.currentTraceTask().value);
    return kDone;
}

Ref nextOne(Vm& vm, Value self) {
    auto* all = self.as<AsCompleted>();
    if (!all->begun) CORO_TRY(begin(vm, all));
    if (all->toGive == 0) return {};
    --all->toGive;
    return makeAsync(vm, "as_completed.<locals>._wait_for_one",
                     waitForOne(RunContext::of(vm), Ptr<AsCompleted>(all)));
}

}  // namespace

Ref asCompletedFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"fs", "timeout"};
    Value values[2];
    CORO_TRY(bindLikePython(vm, "as_completed", a, {kNames, 1, 1}, values));
    Ptr<AsCompleted> all = makeInstance<AsCompleted>(vm, RunContext::of(vm).asCompletedType);
    all->given = Ref(values[0]);
    all->timeout = values[1].isUnbound() ? Ref::none() : Ref(values[1]);
    return std::move(all).toRef();
}

void initAsCompletedType(RunContext& run) {
    TypeSpec spec;
    spec.name = "generator";
    spec.flags = kTypeNoConstruct;
    spec.instanceBytes = sizeof(AsCompleted);
    spec.slots.destroy = destroyAs<AsCompleted>;
    spec.slots.iterate = [](Vm&, Value self) { return Ref(self); };
    spec.slots.next = nextOne;
    spec.slots.repr = [](Vm& vm, Value self) {
        return newStr(vm, fmt::format("<generator object as_completed at {:#x}>", vm.idOf(self)));
    };
    run.asCompletedType = makeType(run.vm, spec);
}

void visitAsCompleted(Object* object, const Visitor& visit) {
    auto* all = static_cast<AsCompleted*>(object);
    visit(all->given);
    for (const Ptr<Future>& each : all->futures) visit(each.value());
    for (const Ref& each : all->done) visit(each);
    for (const Ptr<Future>& each : all->waiters) visit(each.value());
}

}  // namespace coroscope::loop
